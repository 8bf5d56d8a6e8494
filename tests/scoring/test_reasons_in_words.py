"""Every fact and every reason of a refusal has a fitting sentence in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from rule_cast import SEPTEMBER, D, award, book, facts, indicator, scheme, units
from test_method_edges import REQUIRED, WORST_FACTS

import scoring
import storage
from handlers.texts import LANGUAGES, Msg, Texts
from scoring.checks import problems
from scoring.engine import score_column
from scoring.method_text import MethodError, method
from scoring.methods import METHODS
from scoring.model import Group, NoData, NotApplicable, Reported, Unit
from scoring.told import shown_value

TEXTS = Texts.load()


def written_facts() -> set[str]:
    """Every message id of a fact that stands in the source of the rules and of the folder."""
    found = set()
    folders = (scoring.__path__[0], storage.__path__[0])
    for path in (path for folder in folders for path in Path(folder).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and text.startswith(("why-", "method-", "scheme-", "folder-")):
                found.add(text)
    return found


def said(because) -> list[str]:
    return [
        TEXTS.plain(lang, Msg(fact.fact, fact.texts()))
        for fact in because.all_facts()
        for lang in LANGUAGES
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_in_the_rules_has_a_sentence(lang):
    facts_found = written_facts()

    assert len(facts_found) > 80
    assert [fact for fact in sorted(facts_found) if not TEXTS.has(lang, fact)] == []


@pytest.mark.parametrize("name", METHODS)
def test_whatever_a_method_says_can_be_said(name):
    text = name + REQUIRED.get(name, "")
    usual = [
        facts(value, base=base, target=target, year_base=40, planned_pct=75, is_rate=rate)
        for value, base, target in ((70, 50, 90), (20, 50, 90), (95, 50, 30), (3, None, None))
        for rate in (False, True)
    ]
    for own in (*usual, *WORST_FACTS):
        crowd = (facts(3, "b", base=3, target=3), facts(90, "c", base=8, target=9), facts(5, "d"))
        for peers in (crowd, ()):
            assert all(said(award(text, own, *peers).because))


def test_the_number_of_the_score_stands_in_the_sentence():
    outcome = award("progress", facts(60, target=100, planned_pct=75), points=40)

    assert said(outcome.because) == [
        (
            "序时进度：完成 60 ÷ 年度目标 100 ＝ 60%，本期计划进度 75%（75）。"
            "得分 ＝ 40 × 60 ÷ 75，最高计 100%，得 32 分。"
        ),
        (
            "Progress: 60 ÷ the year's target 100 = 60%; planned by now 75% (75). "
            "Score = 40 × 60 ÷ 75, counted up to 100%: 32 points."
        ),
    ]


@pytest.mark.parametrize("missing", ["renormalise", "category_mean", "last", "zero"])
def test_whatever_a_column_says_can_be_said(missing):
    how = "threshold(at=90,difficulty=1,exempt_by=K2,no_case=mean)"
    rules = scheme(
        indicator("K1", how=how, missing=missing, not_applicable=frozenset({"E"})),
        indicator("K2"),
        indicator("K3", how="growth:50|progress:50", missing=missing, frequency="yearly"),
    )
    cast = tuple(Unit(code, code, category="y" if code == "F" else "x") for code in "ABCDEFG")
    august = {("K1", "D"): Reported(D(4))}
    figures = {
        ("K1", "A"): 50,
        ("K1", "B"): 0,
        ("K1", "C"): NoData(),
        ("K2", "A"): 9,
        ("K2", "B"): 1,
        ("K1", "G"): NotApplicable(),
        ("K3", "A"): 5,
    }
    held = book(
        rules, cast, figures, before={SEPTEMBER.previous: august}, waived=frozenset({("K1", "D")})
    )
    empty = book(rules, cast, {})
    for final in (False, True):
        for code in ("K1", "K3"):
            for asked in (held, empty):
                for each in score_column(asked, code, SEPTEMBER, final=final).values():
                    assert all(said(each.because))


BAD_METHODS = [
    "growht", "growth((", "growth|progress", "growth:50|progress:40", "growth(size=3)",
    "growth(base)", "growth(base=x)", "threshold", "efficacy_tier(values=1,coefs=1)",
]  # fmt: skip


@pytest.mark.parametrize("text", BAD_METHODS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reason_for_refusing_a_method_can_be_said(text, lang):
    with pytest.raises(MethodError) as refused:
        method(text)
    given = {name: shown_value(value) for name, value in refused.value.given}

    assert TEXTS.plain(lang, Msg(refused.value.reason_id, given))


def test_the_reasons_for_refusing_a_scheme_can_be_said():
    broken = [
        scheme(indicator("K1", 90), groups=(Group("all", "A", D(80)),), full=100),
        scheme(indicator("K1", -1, group="no", applies_to=frozenset({"Z"})), full=0),
        scheme(indicator("K1", how="rank_step(tie=K9)"), indicator("K1"), tie_break=("K9",)),
        scheme(indicator("K1", parts=frozenset({"K1"}), accepted_min=D(9), accepted_max=D(1))),
        scheme(
            indicator("K1"), groups=(Group("all", "A", parent="all"), Group("b", "B", parent="c"))
        ),
    ]
    seen = set()
    for rules in broken:
        for problem in problems(rules, units("A")):
            given = {name: shown_value(value) for name, value in problem.given}
            seen.add(problem.reason_id)
            assert all(TEXTS.plain(lang, Msg(problem.reason_id, given)) for lang in LANGUAGES)
    assert {reason for reason in written_facts() if reason.startswith("scheme-")} == seen
