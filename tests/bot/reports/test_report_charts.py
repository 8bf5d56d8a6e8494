"""Charts as numbers: what is on the page is what is in the book."""

from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import product
from math import isnan
from pathlib import Path

import pytest
import report_cast as cast
import report_cast_charts as charts_cast
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from PIL import Image

from bot.reports import charts
from bot.reports.errors import MissingGlyphsError, UnknownFormError
from bot.reports.page import texts as texts_on
from handlers.texts import Texts

pytestmark = pytest.mark.slow

CATALOGUE = Texts.load()


def page(book, lang="zh"):
    return charts.page(book, lang, CATALOGUE)


def said(book, lang="zh"):
    return texts_on(page(book, lang).figure)


def bars(book, code):
    found = page(book).figure.findobj(lambda each: each.get_gid() == code)
    return [each for each in found if isinstance(each, Rectangle)]


@cache
def named(name):
    return page(charts_cast.BOOKS[name]())


def line(book, gid):
    found = page(book).figure.findobj(lambda each: each.get_gid() == gid)
    return next(each for each in found if isinstance(each, Line2D))


@pytest.mark.parametrize("name", charts_cast.BOOKS)
def test_every_chart_says_its_months_its_moment_its_coverage_and_that_it_is_invented(name):
    book = charts_cast.BOOKS[name]()
    words = " ".join(texts_on(named(name).figure))
    assert "2013年1—9月" in words
    assert "数据截至 2013年10月8日 17:00" in words
    assert f"已评权重 {book.heading.coverage_pct:.1f}%" in words
    assert "演示数据，非真实数据" in words
    assert ("初步结果" in words) == book.heading.provisional
    assert book.heading.scheme in words


@pytest.mark.parametrize(
    ("name", "lang"),
    list(product(["ranking-towns-own", "ranking-agencies", "unit", "progress"], ["zh", "en"])),
)
def test_nothing_is_written_beyond_the_edge_of_the_page(name, lang):
    made = page(charts_cast.BOOKS[name](), lang)
    renderer = FigureCanvasAgg(made.figure).get_renderer()
    for each in made.figure.findobj(Text):
        if each.get_text():
            box = each.get_window_extent(renderer)
            assert box.x0 >= 8, each.get_text()
            assert box.x1 <= made.width - 8, each.get_text()
            assert 0 <= box.y0 <= box.y1 <= made.height, each.get_text()


@pytest.mark.parametrize("name", charts_cast.BOOKS)
def test_every_text_is_set_in_the_fonts_we_ship(name):
    made = named(name)
    files = {
        Path(str(each.get_fontproperties().get_file())).name
        for each in made.figure.findobj(Text)
        if each.get_text()
    }
    assert files == {"JixiaoSans-Regular.otf", "JixiaoSans-Bold.otf"}


def test_a_bar_is_as_long_as_its_score():
    book = cast.agency_ranking()
    made = page(book)
    for each in book.lines:
        drawn = [
            bar.get_width()
            for bar in made.figure.findobj(Rectangle)
            if bar.get_gid() == each.unit_code
        ]
        assert drawn == ([] if each.score is None else [float(each.score)])


def test_the_parts_of_a_stacked_bar_are_its_blocks_end_to_end():
    drawn = bars(cast.town_ranking(), "T05")
    assert [bar.get_width() for bar in drawn] == [430.65, 343.31, 92.25]
    assert [bar.get_x() for bar in drawn] == pytest.approx([0, 430.65, 773.96])


def test_blocks_that_do_not_add_up_to_the_score_are_not_stacked():
    book = cast.town_ranking()
    first = book.lines[0]
    off = type(first)(**vars(first) | {"block_points": (Decimal(1), Decimal(2), Decimal(-1))})
    changed = type(book)(**vars(book) | {"lines": (off, *book.lines[1:])})
    assert [bar.get_width() for bar in bars(changed, off.unit_code)] == [float(off.score)]


def test_a_ranking_writes_every_name_score_place_and_move():
    book = cast.town_ranking(own="T07")
    words = said(book)
    for each in book.lines:
        assert each.unit_name in words
        assert f"{each.score:.2f}" in words
        assert str(each.place) in words
    assert {"↑1", "↓3", "持平", "—", "本单位"} <= set(words)
    assert words.count("末两位") == 2
    assert words.count("并列") == 2


def test_the_bottom_two_are_hatched_and_nobody_else():
    book = cast.town_ranking(blocks=False)
    drawn = page(book).figure.findobj(Rectangle)
    hatched = {bar.get_gid() for bar in drawn if bar.get_hatch()}
    assert hatched == {each.unit_code for each in book.lines if each.is_bottom}


@pytest.mark.parametrize("name", ["progress", "places-towns", "heat-towns"])
def test_any_chart_of_nobody_is_still_a_page(name):
    book = charts_cast.BOOKS[name]()
    empty = {"lines": ()} if hasattr(book, "lines") else {"rows": (), "units": ()}
    assert charts.draw(type(book)(**vars(book) | empty), "zh", CATALOGUE)


def test_a_ranking_of_nobody_is_still_a_page():
    book = cast.town_ranking()
    assert "共 0 个单位" in " ".join(said(type(book)(**vars(book) | {"lines": ()})))


def test_the_card_shows_place_points_gaps_gains_and_what_is_waiting():
    words = said(cast.unit_card())
    assert {"凤凰镇", "第 4 位", "866.21", "15.68 分", "31.63 分", "位次未稳"} <= set(words)
    assert {"可争取 18.40 分", "可争取 9.75 分", "可争取 6.10 分"} <= set(words)
    assert "待报、待核数据 2 项" in words
    assert "另有 5 项指标，见工作簿。" in words


def test_the_card_of_a_unit_without_a_place_says_so():
    full = cast.unit_card()
    bare = type(full)(
        heading=full.heading,
        unit_code="T10",
        unit_name="双山岛旅游度假区",
        of=10,
        full_points=full.full_points,
        place=None,
        score=None,
        rate_pct=None,
    )
    words = said(bare)
    assert "暂无位次" in words
    assert "已居首位" not in words


def test_the_first_has_nobody_ahead_and_the_last_nobody_behind():
    full = vars(cast.unit_card())
    book = type(cast.unit_card())(**full | {"gap_up": None, "gap_down": None})
    assert {"已居首位", "居末位"} <= set(said(book))


def test_a_trend_goes_through_its_values_and_breaks_where_there_is_none():
    book = charts_cast.indicator_trend()
    drawn = list(line(book, "value").get_ydata())
    assert drawn[:6] == [15.02, 26.90, 41.33, 54.80, 69.10, 84.20]
    assert isnan(drawn[6])
    assert drawn[7:9] == [113.4, 126.02]
    assert list(line(book, "plan").get_ydata())[-1] == 165
    assert "折线中断处该月无数据：7月。" in said(book)


def test_a_trend_says_how_the_newest_value_stands_to_the_plan():
    words = said(charts_cast.indicator_trend())
    assert "9月 126.02 亿元" in words
    assert "超序时计划 0.62 亿元" in words


def test_a_trend_without_any_value_is_still_a_page():
    book = charts_cast.rate_trend()
    empty = tuple(type(point)(period=point.period, value=None) for point in book.points)
    assert said(type(book)(**vars(book) | {"points": empty}))


def test_places_are_drawn_with_the_first_on_top():
    book = charts_cast.town_places(own="T05")
    drawn = line(book, "T05")
    assert list(drawn.get_ydata()) == [5, 5, 6, 6, 6, 5, 4, 4, 4]
    bottom, top = drawn.axes.get_ylim()
    assert bottom > top


def test_a_heat_table_writes_the_points_and_tells_the_three_absences_apart():
    book = charts_cast.town_heat()
    words = said(book)
    for row in book.rows:
        for cell in row.cells:
            assert cell.got is None or f"{cell.got:.2f}" in words
    assert words.count("无") == words.count("未") == words.count("/") == 1


def test_with_many_units_they_go_down_the_side_and_the_page_stays_as_wide_as_a_phone():
    made = page(charts_cast.agency_heat())
    assert made.width == 1080
    assert made.height > made.width


def test_progress_bars_are_as_long_as_the_completion_and_the_plan_stands_where_it_is():
    book = charts_cast.income_progress()
    assert [bar.get_width() for bar in bars(book, "T02")] == [84.3]
    assert bars(book, "T02")[0].get_hatch() == ""
    assert bars(book, "T06")[0].get_hatch() == "//"
    assert bars(book, "T08") == []
    assert list(line(book, "plan").get_xdata()) == [76.0, 76.0]
    assert {"▲ 8.3", "▼ 17.9", "未报", "序时进度 76.0%"} <= set(said(book))


def test_a_completion_beyond_all_measure_is_cut_and_marked():
    book = charts_cast.income_progress()
    wild = type(book.lines[0])(**vars(book.lines[0]) | {"completion_pct": Decimal("921.0")})
    changed = type(book)(**vars(book) | {"lines": (wild, *book.lines[1:])})
    assert [bar.get_width() for bar in bars(changed, "T02")] == [150]
    assert "921.0%→" in said(changed)


def test_progress_without_a_plan_draws_no_plan():
    words = " ".join(said(charts_cast.income_progress(plan=None)))
    assert "序时" not in words


def test_a_picture_is_as_wide_as_a_phone_wants_and_light_enough_to_send():
    png = charts.draw(cast.agency_ranking(), "zh", CATALOGUE)
    with Image.open(BytesIO(png)) as image:
        assert image.width == 1080
        assert image.height <= 2600
    assert len(png) < 300_000


def test_the_same_book_gives_the_same_bytes():
    book = cast.town_ranking()
    assert charts.draw(book, "zh", CATALOGUE) == charts.draw(book, "zh", CATALOGUE)


def test_a_name_without_glyphs_is_refused_and_named():
    book = cast.town_ranking()
    odd = type(book.lines[0])(**vars(book.lines[0]) | {"unit_name": "𠮷野家🔴"})
    with pytest.raises(MissingGlyphsError) as refused:
        charts.draw(type(book)(**vars(book) | {"lines": (odd,)}), "zh", CATALOGUE)
    assert set(refused.value.characters) == {"𠮷", "🔴"}


def test_a_monthly_book_is_no_picture():
    with pytest.raises(UnknownFormError):
        charts.draw(charts_cast.monthly(), "zh", CATALOGUE)


def test_dollar_signs_in_a_name_are_not_mathematics():
    book = cast.town_ranking()
    rich = type(book.lines[0])(**vars(book.lines[0]) | {"unit_name": "$x^2$ 镇"})
    assert charts.draw(type(book)(**vars(book) | {"lines": (rich,)}), "zh", CATALOGUE)


def test_a_seasonal_plan_is_drawn_beside_the_one_in_force_or_the_twelfths():
    book = charts_cast.revenue_season()
    assert [float(y) for y in line(book, "proposed").get_ydata()][8:] == [75.6, 84.3, 91.4, 100]
    current = [float(y) for y in line(book, "current").get_ydata()]
    assert current[:2] == [9.5, 16]
    assert current[11] == 100  # no plan: twelve twelfths
    words = said(book)
    assert "9月 75.6" in words
    assert "76.0" in words
    assert "按 2 个完整年度（2011、2012）各月累计占全年的比重测算。" in words
