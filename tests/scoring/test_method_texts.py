"""Method texts: what can be written, and what is refused with its reason."""

from __future__ import annotations

import pytest
from rule_cast import D

from scoring.facts import UNLIMITED
from scoring.method_text import MethodError, method


def test_a_mix_is_read_with_shares_and_parameters():
    read = method("progress:50 | growth(base=0, span=100):30|contribution:20")

    assert [(part.name, part.share_pct) for part in read.parts] == [
        ("progress", 50),
        ("growth", 30),
        ("contribution", 20),
    ]
    assert read.parts[1].params["span"] == 100
    assert read.compares
    assert read.needs_target


def test_a_single_method_takes_the_whole_and_its_defaults():
    (part,) = method("step_rev").parts

    assert (part.share_pct, part.params) == (100, {"minus_per_unit": None})
    assert not method("step_rev").compares
    assert not method("rating100").needs_target


def test_what_goes_with_any_method_goes_with_any_method():
    (part,) = method(
        "rank_step(cap=120,difficulty=1,exempt_by=K5,exempt_above=5,no_case=mean,tie=K7)"
    ).parts

    assert (part.cap, part.uses_difficulty, part.mean_without_case) == (D("1.2"), True, True)
    assert part.looks_at == {"K5", "K7"}
    assert method("completion(cap=none)").parts[0].cap == UNLIMITED
    assert method("rating100(exempt_by=K5)").compares


@pytest.mark.parametrize(
    ("text", "reason", "given"),
    [
        ("growht", "method-unknown", {"name": "growht"}),
        ("", "method-unreadable", {"text": ""}),
        ("growth((", "method-unreadable", {"text": "growth(("}),
        ("growth|progress", "method-share-missing", {"text": "growth"}),
        ("growth:50|progress:40", "method-shares-sum", {"sum": D(90)}),
        ("growth:0|progress:100", "method-parameter-value", {"name": "share"}),
        ("growth:1.2.3", "method-parameter-value", {"name": "share"}),
        ("growth(size=3)", "method-parameter-unknown", {"name": "size", "method": "growth"}),
        ("growth(base)", "method-parameter-unreadable", {"text": "base"}),
        ("growth(base=)", "method-parameter-unreadable", {"text": "base="}),
        ("growth(base=1,base=2)", "method-parameter-unreadable", {"text": "base=2"}),
        ("growth(base=x)", "method-parameter-value", {"value": "x"}),
        ("growth(base=inf)", "method-parameter-value", {"value": "inf"}),
        ("threshold", "method-parameter-missing", {"name": "at"}),
        ("threshold(at=1,per=0)", "method-parameter-value", {"name": "per"}),
        ("rating100(full=-1)", "method-parameter-value", {"name": "full"}),
        ("rank_table(points=1/x)", "method-parameter-value", {"value": "x"}),
        ("interval(lower=2,upper=1)", "method-parameter-value", {"name": "lower"}),
        ("efficacy_tier(values=1/2)", "method-tiers-differ", {"values": "1/2"}),
        ("efficacy_tier(values=1,coefs=1)", "method-tiers-differ", {"values": "1"}),
        ("growth(no_case=zero)", "method-parameter-value", {"name": "no_case"}),
        ("growth(cap=much)", "method-parameter-value", {"name": "cap"}),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_with_its_reason(text, reason, given):
    with pytest.raises(MethodError) as refused:
        method(text)

    assert refused.value.reason_id == reason
    told = dict(refused.value.given)
    assert {name: told[name] for name in given} == given
