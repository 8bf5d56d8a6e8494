import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import formatted
from bot.sandbox.markup import parse_html, utf16_length
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import ApiError


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>甲</b>乙", "甲乙", [("bold", 0, 1)]),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("a &lt;b&gt; &amp; &quot; &#x4e2d; &nbsp;", 'a <b> & " 中 &nbsp;', []),
        ("<STRONG>x</STRONG>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<u>x</u><s>y</s><code>z</code>", "xyz",
         [("underline", 0, 1), ("strikethrough", 1, 1), ("code", 2, 1)]),
        ("5 > 3", "5 > 3", []),
    ],
)  # fmt: skip
def test_telegrams_html_becomes_plain_text_and_entities(source, text, entities):
    plain, marked = parse_html(source)
    assert plain == text
    assert [(e["type"], e["offset"], e["length"]) for e in marked] == entities


@pytest.mark.parametrize(
    "source",
    [
        '<pre><code class="language-python">x</code></pre>',
        '<code class="language-python"><pre>x</pre></code>',
    ],
)
def test_a_block_of_code_keeps_its_language(source):
    _, marked = parse_html(source)
    assert marked == [{"offset": 0, "length": 1, "type": "pre", "language": "python"}]


def test_a_link_keeps_its_address_and_a_bare_one_is_its_own():
    _, marked = parse_html('<a href="https://a.cn/?x=1&amp;y=2">甲</a><a>b.cn</a>')
    assert [e["url"] for e in marked] == ["https://a.cn/?x=1&y=2", "http://b.cn/"]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("甲<x>y</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a x>x</a>",
         'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
    ],
)  # fmt: skip
def test_broken_html_is_refused_with_the_byte_where_it_broke(source, complaint):
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


@given(st.text())
def test_any_text_survives_escaping(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(f"<b>{escaped}</b>")[0] == text


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "&amp;", "<", ">", "甲", "😀", " "]))
)
def test_any_tangle_of_tags_is_read_or_refused_but_never_breaks(pieces):
    try:
        text, marked = parse_html("".join(pieces))
    except ApiError:
        return
    assert all(0 < e["length"] <= utf16_length(text) - e["offset"] for e in marked)


def test_telegram_marks_commands_links_mentions_and_tags_by_itself():
    text, marked = formatted(
        Parameters({"text": "/start 见 https://a.cn/b，问 @jixiao_bot #绩效 a@b.cn"}),
        "text",
        entities_name="entities",
    )
    found = {e["type"]: text[e["offset"] : e["offset"] + e["length"]] for e in marked}
    assert found == {
        "bot_command": "/start",
        "url": "https://a.cn/b",
        "mention": "@jixiao_bot",
        "hashtag": "#绩效",
        "email": "a@b.cn",
    }


def test_white_space_around_a_text_is_cut_and_entities_move_along():
    text, marked = formatted(
        Parameters({"text": "\n <b>甲</b> \n", "parse_mode": "HTML"}),
        "text",
        entities_name="entities",
    )
    assert text == "甲"
    assert marked == [{"offset": 0, "length": 1, "type": "bold"}]
