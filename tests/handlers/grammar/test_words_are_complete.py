"""Every reason and every question can be said in both languages, with the values it is given."""

import ast
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from handlers.grammar import numbers
from handlers.grammar.questions import question
from handlers.texts import LANGUAGES, Msg, Texts, msg
from scoring.oddities import Oddity, OddityKind

FOLDER = Path(numbers.__file__).parent


def _said_in_code():
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "msg":
                names = tuple(sorted(str(each.arg) for each in node.keywords))
                yield node.args[0].value, names


SAID = sorted(set(_said_in_code()))


@pytest.fixture(scope="module")
def texts():
    return Texts.load()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("message_id", "names"), SAID)
def test_every_reason_has_its_sentence(texts, lang, message_id, names):
    said = texts.plain(lang, Msg(message_id, dict.fromkeys(names, "VALUE")))
    shown_where_given = [name for name in names if name != "near"]
    assert said.count("VALUE") >= len(shown_where_given)


def test_every_sentence_of_the_catalogue_is_used():
    catalogue = Path(numbers.__file__).parents[1] / "locales/zh/grammar.ftl"
    defined = {
        line.split(" =")[0]
        for line in catalogue.read_text(encoding="utf-8").splitlines()
        if line.startswith("grammar-")
    }
    said = {message_id for message_id, _ in SAID}
    assert defined == {message_id for message_id in said if message_id.startswith("grammar-")}


def test_a_suggestion_is_made_only_where_there_is_one(texts):
    without = msg("grammar-unknown-unit", said="乌有", near="none")
    suggesting = msg("grammar-unknown-unit", said="乐于", near="乐余")
    assert texts.plain("zh", without) == "没有找到名为“乌有”的单位，请核对名称。"
    assert "是否指 乐余" in texts.plain("zh", suggesting)


NUMBERS = (
    ("value", Decimal("1.4929")),
    ("measure", "亿美元"),
    ("meant", Decimal("0.14929")),
    ("factor", 10),
    ("growth_pct", Decimal("921.135")),
    ("times", Decimal("12.8698")),
    ("last", Decimal(2)),
    ("last_month", 4),
    ("usual", Decimal(1)),
    ("change", Decimal("-0.5")),
    ("moved", Decimal(1)),
    ("z", Decimal(4)),
    ("stated_pct", Decimal(8)),
    ("difference_pp", Decimal("0.6")),
    ("base", Decimal("-0.02")),
    ("target", Decimal(1)),
    ("completion_pct", Decimal(160)),
    ("bound", Decimal(100)),
    ("filed", Decimal(1)),
    ("months", 3),
    ("digits", "55"),
    ("units", 10),
    ("added", Decimal(9)),
    ("stated", Decimal(8)),
    ("difference", Decimal(1)),
    ("side", "above"),
    ("judged", "level"),
    ("of", "points"),
    ("doubtful", "last"),
    ("share_pct", Decimal(31)),
    ("before_pct", Decimal(25)),
    ("whole", "全社会固定资产投资"),
    ("names", "工业投入"),
    ("track", "town"),
)
KINDS = get_args(OddityKind)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_oddity_has_its_question(texts, lang, kind):
    assert texts.plain(lang, question(Oddity(kind, NUMBERS)))


def test_a_decimal_slip_is_asked_with_its_evidence(texts):
    said = texts.plain("zh", question(Oddity("unit-slip", NUMBERS)))
    assert said == (
        "填报 1.4929 亿美元，同比 +921.1%，是上期的 12.9 倍，是否应为 0.14929 亿美元？"
        "请核对小数点和计量单位。"
    )


def test_a_decimal_slip_without_a_base_is_asked_with_the_last_figure_alone(texts):
    given = tuple((name, "none" if name == "growth_pct" else told) for name, told in NUMBERS)
    said = texts.plain("en", question(Oddity("unit-slip", given)))
    assert "12.9 times the last figure" in said
    assert "year before" not in said


def test_filed_figures_are_quoted_digit_for_digit_and_averages_are_not():
    given = (("usual", Decimal(2) / Decimal(3)), ("last", Decimal("0.123456")))
    assert question(Oddity("monthly-figure", given)).given == {
        "usual": "0.6667",
        "last": "0.123456",
    }
