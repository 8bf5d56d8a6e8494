"""Long texts in parts: nothing lost, nothing torn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parts import CAPTION_MAX, TEXT_MAX, split, visible
from bot.sandbox.markup import parse_html


def test_a_short_text_stays_as_it_is():
    assert split("<b>快报</b>：金港 &lt;1&gt;") == ["<b>快报</b>：金港 &lt;1&gt;"]


def test_nothing_has_no_parts():
    assert split("") == []


def test_a_long_text_is_cut_between_lines():
    line = "第一名 金港镇 98.50 分"
    parts = split("\n".join([line] * 400))

    assert len(parts) == 2
    assert all(set(part.split("\n")) == {line} for part in parts)
    assert sum(part.count(line) for part in parts) == 400


def test_tags_are_closed_at_the_cut_and_opened_again():
    inside = "\n".join(["一行"] * 2000)
    first, second = split(f"<blockquote expandable><b>{inside}</b></blockquote>")

    assert first.startswith("<blockquote expandable><b>一行")
    assert first.endswith("一行</b></blockquote>")
    assert second.startswith("<blockquote expandable><b>一行")
    assert second.endswith("一行</b></blockquote>")


def test_an_escaped_character_counts_as_one_and_is_never_cut():
    assert [visible(part) for part in split("&lt;" * 5000)] == ["<" * 4096, "<" * 904]


def test_a_caption_is_cut_sooner_than_the_texts_after_it():
    parts = split("\n".join(["x" * 99] * 60), first_max=CAPTION_MAX)

    assert len(visible(parts[0])) <= CAPTION_MAX
    assert CAPTION_MAX < len(visible(parts[1])) <= TEXT_MAX


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "b", "i", "code", "a"]),
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=1500),
        ),
        max_size=8,
    ),
    st.sampled_from([CAPTION_MAX, TEXT_MAX]),
)
def test_every_part_is_short_enough_and_readable_by_telegram(pieces, first_max):
    def escaped(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    opening = {"a": '<a href="https://example.org/?a=1">'}
    written = "\n".join(
        f"{opening.get(tag, f'<{tag}>')}{escaped(text)}</{tag}>" if tag else escaped(text)
        for tag, text in pieces
    )

    parts = split(written, first_max=first_max)
    seen = [parse_html(part)[0] for part in parts]

    assert all(len(text) <= (TEXT_MAX if n else first_max) for n, text in enumerate(seen))
    said = "".join("".join(text for _, text in pieces).split())
    assert "".join("".join(seen).split()) == said


@pytest.mark.parametrize(
    ("html", "text"), [("<b>快报</b>\n&amp;", "快报\n&"), ("", ""), ("a &#8212; b", "a — b")]
)
def test_visible_is_what_a_person_reads(html, text):
    assert visible(html) == text
