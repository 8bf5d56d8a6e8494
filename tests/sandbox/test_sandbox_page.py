"""The page's own words: complete in both languages, and none used that is not there."""

import re
from importlib import resources

PAGE = resources.files("bot.sandbox")
SCRIPTS = ("page.js", "chat.js", "head.js", "bubbles.js", "panels.js", "parts.js", "words.js")
PLACES = re.compile(r"\{(\w+)\}")


def text(name: str) -> str:
    return PAGE.joinpath(name).read_text("utf-8")


def words(language: str) -> dict[str, str]:
    block = re.search(rf"  {language}: \{{\n(.*?)\n  \}},", text("words.js"), re.DOTALL)
    assert block is not None
    return dict(re.findall(r'(\w+): "([^"]*)"', block[1]))


def test_the_page_speaks_both_languages_completely():
    chinese, english = words("zh"), words("en")
    assert chinese.keys() == english.keys()
    assert len(chinese) > 100
    for name, said in chinese.items():
        assert set(PLACES.findall(said)) == set(PLACES.findall(english[name])), name
        assert said.strip()
        assert english[name].strip()


def test_every_word_the_page_uses_is_there():
    known = words("zh").keys()
    used = {name for script in SCRIPTS for name in re.findall(r'\bw\("(\w+)"', text(script))}
    assert used <= known
    assert len(used) > 60


def test_the_page_never_builds_markup_out_of_text():
    for script in SCRIPTS:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text(script)
        )


def test_the_page_needs_nothing_from_elsewhere():
    for name in (*SCRIPTS, "page.html", "page.css"):
        addresses = set(
            re.findall(r"(?:src|href|url|from|import)[=(\s\"']+(https?://[^\"')\s]+)", text(name))
        )
        assert addresses == set(), name
