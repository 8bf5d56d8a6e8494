"""The fonts we ship draw everything we write."""

from importlib import resources
from pathlib import Path

import matplotlib as mpl
import pytest

from bot.reports import fonts
from bot.reports.page import cut, width, wrapped


def test_the_fonts_as_shipped_are_sound():
    assert fonts.self_test() == []


def test_a_font_without_chinese_is_found_out():
    latin = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    faults = list(fonts._faults(latin))
    assert len(faults) >= len("张家港绩效榜")
    assert all(fault.startswith("DejaVuSans.ttf") for fault in faults)


def test_a_font_that_is_not_there_is_found_out(tmp_path):
    assert list(fonts._faults(tmp_path / "Gone.otf")) == ["Gone.otf: not there"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_character_of_the_catalogue_of_reports_can_be_drawn(lang):
    text = (resources.files("handlers") / "locales" / lang / "reports.ftl").read_text("utf-8")
    assert fonts.missing_glyphs(text) == set()


def test_arrows_circles_and_marks_can_be_drawn():
    assert fonts.missing_glyphs("①②⑩⑳↑↓→▲▼≥≤−·—…％（）“”￥℃①㎡镕喆") <= {"㎡"}


def test_missing_characters_are_named_and_line_ends_are_not():
    assert fonts.missing_glyphs("张家港\n𠮷") == {"𠮷"}


def test_a_chinese_character_is_one_font_size_wide_and_a_digit_about_half():
    assert fonts.width_em("港") == pytest.approx(1, abs=0.01)
    assert fonts.width_em("8") == pytest.approx(0.55, abs=0.03)


def test_a_line_is_cut_to_its_room():
    short = cut("苏州市住房公积金管理中心", 200, 30)
    assert short.endswith("…")
    assert width(short, 30) <= 201
    assert cut("塘桥镇", 200, 30) == "塘桥镇"


def test_wrapping_keeps_latin_words_whole_and_loses_nothing():
    text = "Data of the month，数据截至2013年，已评权重94.0%"
    lines = wrapped(text, 260, 26)
    assert len(lines) > 1
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert any("month" in line for line in lines)
    assert not any(line.startswith(("，", "。")) for line in lines)
