"""Why a score, why a change, what is needed, what if, how firm, and what the audit says."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import ClassVar

import pytest
from rule_cast import SEPTEMBER, D, book, indicator, scheme, units

from scoring.audit import audit, correlation
from scoring.change import ADJUSTED, Known, change
from scoring.engine import score
from scoring.explain import neighbours, tell_point, tell_score
from scoring.model import Group, LedgerEntry, Missing, NoData, Period, Reported, Target
from scoring.robustness import open_figures, place_bands, without_each
from scoring.what_if import changed, full_marks_figure, needed_figure, steps_up, what_if

AUGUST = SEPTEMBER.previous


def two_indicators(figures, cast="ABC", **others):
    rules = scheme(
        indicator("K1", 60, "progress", cap_pct=others.pop("cap_pct", None)),
        indicator("K2", 40, "rating100"),
        **others.pop("rules", {}),
    )
    targets = {("K1", unit): (80, 100) for unit in cast}
    return book(rules, units(*cast), figures, targets=targets, **others)


FIGURES = {
    ("K1", "A"): "75.0",
    ("K1", "B"): "60.0",
    ("K1", "C"): "45.0",
    ("K2", "A"): 90,
    ("K2", "B"): 80,
    ("K2", "C"): 85,
}


class TestScoreTold:
    def test_lines_bonus_and_deduction_are_the_published_score(self):
        ledger = (
            LedgerEntry("B", "B1", D("1.255"), AUGUST.start_on),
            LedgerEntry("B", "X1", D(-2), AUGUST.start_on, "deduction"),
        )
        held = two_indicators(FIGURES, ledger=ledger)
        result = score(held, SEPTEMBER)
        told = tell_score(result, "B")

        assert result.units["B"].score == D("79.26")
        assert sum(line.amount for line in told.lines) + told.bonus - told.deduction == told.score
        assert [line.indicator for line in told.lost_most] == ["K1", "K2"]
        assert told.lost_most[0].lost == 12

    def test_a_unit_without_a_score_has_nothing_to_tell(self):
        assert tell_score(score(two_indicators({}), SEPTEMBER), "A") is None

    def test_what_is_not_scored_loses_nothing(self):
        told = tell_score(score(two_indicators({("K1", "A"): 30}), SEPTEMBER), "A")
        assert [(line.amount, line.lost) for line in told.lines] == [(D("40.00"), 60), (0, 0)]

    def test_neighbours_are_the_places_next_to_it(self):
        result = score(two_indicators(FIGURES), SEPTEMBER)

        assert [line and line.unit for line in neighbours(result, "B")] == ["A", "C"]
        assert [line and line.unit for line in neighbours(result, "A")] == [None, "B"]
        assert neighbours(score(two_indicators({}), SEPTEMBER), "A") == (None, None)


class TestPointTold:
    def test_a_lost_point_says_what_full_marks_needed(self):
        held = two_indicators(FIGURES)
        told = tell_point(held, score(held, SEPTEMBER), ("K1", "B"))

        assert (told.value, told.score, told.points) == (60, 48, 60)
        assert told.needed == 75
        assert told.because.fact == "why-progress"

    def test_full_marks_and_no_figure_need_nothing(self):
        held = two_indicators({("K1", "A"): 75})
        result = score(held, SEPTEMBER)

        assert tell_point(held, result, ("K1", "A")).needed is None
        assert tell_point(held, result, ("K2", "A")).needed is None
        assert tell_point(held, result, ("K2", "A")).value is None


class TestNeededFigure:
    def needed(self, how, value, *, wanted=100, peers=(), **k):
        rules = scheme(indicator("K1", how=how, **k))
        codes = ["own", *(f"p{n}" for n in range(len(peers)))]
        figures = {("K1", code): v for code, v in zip(codes, (value, *peers), strict=True)}
        held = book(rules, units(*codes), figures, targets={("K1", c): (None, 3) for c in codes})
        result = score(held, SEPTEMBER)
        return needed_figure(held, result, ("K1", "own"), wanted=D(wanted))

    def test_it_is_the_nearest_with_the_decimals_that_the_column_uses(self):
        assert self.needed("completion", "2.00", wanted=80) == D("2.40")
        assert self.needed("completion", "2", wanted=80) == 3

    def test_it_is_found_downwards_where_less_is_better(self):
        assert self.needed("reverse", "4.2") == 3
        assert self.needed("deduct", "7.5") == 0

    def test_it_is_found_on_either_side_of_an_interval(self):
        assert self.needed("interval(lower=5,upper=8)", "3.5") == 5
        assert self.needed("interval(lower=5,upper=8)", "9.9") == 8

    def test_it_is_the_figure_itself_when_that_earns_enough(self):
        assert self.needed("completion", "2.00", wanted=10) == 2

    def test_it_reckons_with_peers(self):
        assert self.needed("rank_step", "1.0", peers=("2.0", "3.0")) == 3

    def test_beyond_the_cap_there_is_none(self):
        assert self.needed("completion", "2.00", wanted=101) is None

    def test_without_a_figure_there_is_nothing_to_start_from(self):
        held = two_indicators({("K1", "A"): NoData(), ("K1", "B"): 3})
        assert full_marks_figure(held, score(held, SEPTEMBER), ("K1", "B")) == 75
        assert full_marks_figure(held, score(held, SEPTEMBER), ("K1", "A")) is None


class TestStepsUp:
    def test_every_step_really_leads_up(self):
        held = two_indicators(FIGURES, rules={"bottom_above": 1})
        result = score(held, SEPTEMBER)
        ways = steps_up(held, result, "C")

        assert [way.indicator for way in ways] == ["K1"]
        assert (ways[0].value, ways[0].needed, ways[0].more) == (45, D("57.5"), D("12.5"))
        assert (ways[0].gain, ways[0].place_after) == (10, 2)

    def test_the_smallest_change_comes_first(self):
        held = two_indicators({**FIGURES, ("K2", "C"): 70, ("K1", "C"): "58.0"})
        assert [way.indicator for way in steps_up(held, score(held, SEPTEMBER), "C")] == [
            "K1",
            "K2",
        ]

    def test_a_figure_of_zero_can_be_the_way_too(self):
        held = two_indicators({**FIGURES, ("K1", "C"): "0.0", ("K2", "B"): 0, ("K1", "B"): "7.5"})
        ways = steps_up(held, score(held, SEPTEMBER), "B")
        assert {way.indicator for way in ways} == {"K1", "K2"}

    def test_the_first_and_the_unranked_have_no_step_to_take(self):
        held = two_indicators({key: value for key, value in FIGURES.items() if key[1] != "C"})
        result = score(held, SEPTEMBER)
        assert steps_up(held, result, "A") == ()
        assert steps_up(held, result, "C") == ()

    def test_where_a_tie_break_parts_the_level_a_little_more_is_asked(self):
        figures = {**FIGURES, ("K2", "B"): 90, ("K1", "B"): "74.0"}
        held = two_indicators(figures, rules={"tie_break": ("K2",)})
        level = two_indicators({**figures, ("K2", "B"): 89}, rules={"tie_break": ("K2",)})

        (first,) = (w for w in steps_up(held, score(held, SEPTEMBER), "B") if w.indicator == "K1")
        # More than full points cannot be had, and level is not enough.
        ways = steps_up(level, score(level, SEPTEMBER), "B")
        assert first.place_after == 1
        assert [way.indicator for way in ways] == ["K2"]

    def test_level_is_not_enough_where_a_tie_break_parts(self):
        figures = {("K1", "A"): "60.0", ("K2", "A"): 90, ("K1", "B"): "59.0", ("K2", "B"): 85}
        held = two_indicators(figures, "AB", rules={"tie_break": ("K2",)})
        (way,) = (w for w in steps_up(held, score(held, SEPTEMBER), "B") if w.indicator == "K1")

        # 62.5 would be level at 84 points, with the weaker K2.
        assert (way.needed, way.place_after) == (D("62.6"), 1)

    def test_there_is_no_way_past_one_who_is_given_the_mean_of_ones_own_points(self):
        rules = scheme(indicator("K1", 60, missing="category_mean"), indicator("K2", 40))
        figures = {("K1", "B"): 50, ("K1", "A"): Missing(), ("K2", "A"): 90, ("K2", "B"): 100}
        ledger = (LedgerEntry("A", "B1", D(30), AUGUST.start_on),)
        held = book(rules, units("A", "B"), figures, ledger=ledger)
        assert steps_up(held, score(held, SEPTEMBER), "B") == ()

    def test_a_block_worth_nothing_is_no_way_up(self):
        rules = scheme(
            indicator("K1", 1, group="none"),
            indicator("K2", 100, group="all"),
            groups=(Group("none", "N", D(0), weights="relative"), Group("all", "A", D(100))),
            full=100,
        )
        held = book(rules, units("A", "B"), {(k, u): 50 for k in ("K1", "K2") for u in "AB"})
        held = changed(held, SEPTEMBER, {("K2", "A"): Reported(D(60))})
        assert [w.indicator for w in steps_up(held, score(held, SEPTEMBER), "B")] == ["K2"]

    def test_an_indicator_that_counts_for_nothing_is_no_way_up(self):
        rules = scheme(indicator("K1", 0), indicator("K2", 100))
        held = book(rules, units("A", "B"), {(k, u): 50 for k in ("K1", "K2") for u in "AB"})
        held = changed(held, SEPTEMBER, {("K2", "A"): Reported(D(60))})
        assert [w.indicator for w in steps_up(held, score(held, SEPTEMBER), "B")] == ["K2"]


class TestWhatIf:
    def test_whom_it_moves_and_nobody_else(self):
        held = two_indicators(FIGURES)
        asked = what_if(held, score(held, SEPTEMBER), {("K1", "C"): Reported(D(75))})

        (move,) = [move for move in asked.moves if move.unit == "C"]
        assert (move.place_before, move.place_after) == (3, 2)
        assert move.score_after - move.score_before == 24
        assert {move.unit for move in asked.moves} == {"B", "C"}
        assert asked.result == score(
            changed(held, SEPTEMBER, {("K1", "C"): Reported(D(75))}), SEPTEMBER
        )

    def test_a_figure_for_an_indicator_not_yet_due_is_taken_for_this_month(self):
        rules = scheme(indicator("K1", frequency="yearly"))
        held = changed(book(rules, units("A"), {}), SEPTEMBER, {("K1", "A"): Reported(D(80), D(3))})
        assert held.entry(SEPTEMBER, "K1", "A") == Reported(D(80), D(3))


class TestChange:
    def cast(self, august, september, **others):
        before = {
            AUGUST: {
                cell: Reported(D(v), D(40)) if not isinstance(v, Missing) else v
                for cell, v in august.items()
            }
        }
        rules = scheme(indicator("K1", 60, "growth"), indicator("K2", 40, "progress"))
        figures = {cell: Reported(D(v), D(40)) for cell, v in september.items()}
        targets = {("K2", unit): (None, 100) for unit in "ABC"}
        return book(rules, units(*"ABC"), figures, before=before, targets=targets, **others)

    AUGUST_FIGURES: ClassVar = {
        (k, u): 40 + 2 * n for k in ("K1", "K2") for n, u in enumerate("ABC")
    }

    def test_only_ones_own_figure(self):
        september = {**self.AUGUST_FIGURES, ("K2", "A"): 80}
        held = self.cast(self.AUGUST_FIGURES, september)
        told = change(*(Known(held, score(held, p)) for p in (AUGUST, SEPTEMBER)), "A")

        assert told.points["others"] == told.points["rules"] == told.points["corrections"] == 0
        assert told.points["own"] == told.after - told.before
        assert told.items["own"]["K2"] == D("16.00")
        assert told.places == (3, 3, 3, 2, 2)
        assert told.passed == ("B",)
        assert told.passed_by == ()

    def test_only_the_others_figures(self):
        september = {**self.AUGUST_FIGURES, ("K1", "C"): 52, ("K2", "B"): 47, ("K2", "A"): 45}
        august = {**self.AUGUST_FIGURES, ("K1", "B"): 46}
        september["K1", "B"] = 46
        held = self.cast(august, september)
        told = change(*(Known(held, score(held, p)) for p in (AUGUST, SEPTEMBER)), "B")

        assert told.points["others"] < 0
        assert sum(told.points.values()) == told.after - told.before
        assert told.passed_by == ("C",)

    def test_a_new_target_is_a_rule_and_a_restated_figure_a_correction(self):
        held = self.cast(self.AUGUST_FIGURES, self.AUGUST_FIGURES)
        before = Known(held, score(held, AUGUST))
        restated = changed(held, AUGUST, {("K2", "A"): Reported(D(30), D(40))})
        targets = {**held.targets, ("K2", "A"): Target("K2", "A", None, D(50))}
        later = replace(restated, targets=targets)
        told = change(before, Known(later, score(later, SEPTEMBER)), "A")

        assert told.points["corrections"] < 0 < told.points["rules"]
        assert set(told.items["rules"]) == {"K1", "K2", ADJUSTED}
        assert told.items["rules"]["K1"] == 0

    def test_bonus_and_deduction_are_ones_own(self):
        ledger = (LedgerEntry("A", "B1", D(5), SEPTEMBER.start_on),)
        held = self.cast(self.AUGUST_FIGURES, self.AUGUST_FIGURES, ledger=ledger)
        told = change(*(Known(held, score(held, p)) for p in (AUGUST, SEPTEMBER)), "A")

        assert told.items["own"][ADJUSTED] == 5
        assert told.items["others"][ADJUSTED] == 0

    def test_a_unit_without_a_score_before_has_no_change(self):
        held = self.cast({("K1", "B"): 40}, self.AUGUST_FIGURES)
        known = [Known(held, score(held, p)) for p in (AUGUST, SEPTEMBER)]
        assert change(*known, "A") is None
        assert change(*known, "Z") is None

    def test_a_quarter_not_yet_reported_before_is_all_new(self):
        rules = scheme(indicator("K1", 60, frequency="quarterly"), indicator("K2", 40))
        march, april = Period(2013, 2), Period(2013, 3)
        held = book(
            rules,
            units("A", "B"),
            {("K1", "A"): 90, ("K2", "A"): 50, ("K2", "B"): 60},
            period=april,
            before={march: {("K2", unit): Reported(D(50)) for unit in "AB"}},
        )
        told = change(*(Known(held, score(held, p)) for p in (march, april)), "A")

        assert told.points["own"] == 24
        assert told.items["own"]["K1"] == 54


class TestBands:
    def held(self, figures, **others):
        past = {
            Period(2013, month): {
                (k, u): Reported(D(month * (6 + n)), D(5))
                for k in ("K1", "K2")
                for n, u in enumerate("ABC")
            }
            for month in (6, 7, 8)
        }
        rules = scheme(
            indicator("K1", 60, "progress", cap_pct=D(120)),
            indicator("K2", 40, "rating100", kind="level"),
        )
        targets = {("K1", unit): (80, 100) for unit in "ABC"}
        return book(rules, units(*"ABC"), figures, before=past, targets=targets, **others)

    FULL: ClassVar = {(k, u): 50 + n for k in ("K1", "K2") for n, u in enumerate("ABC")}

    def test_without_open_figures_every_place_is_firm(self):
        held = self.held(self.FULL)
        bands = place_bands(held, score(held, SEPTEMBER), Random(1), draws=5)

        assert all(band.is_firm for band in bands.values())
        assert bands["A"].seen == {3: 1}

    def test_a_missing_figure_makes_places_fragile_within_its_own_past(self):
        held = self.held({cell: v for cell, v in self.FULL.items() if cell != ("K2", "B")})
        result = score(held, SEPTEMBER)
        reach = open_figures(held, result)
        bands = place_bands(held, result, Random(7), draws=40)

        assert {cell: (r.low, r.high) for cell, r in reach.items()} == {("K2", "B"): (42, 56)}
        assert bands["B"].best == 1
        assert bands["B"].worst == 3
        assert not bands["B"].is_firm
        assert sum(bands["B"].seen.values()) == 40

    def test_the_same_dice_give_the_same_bands(self):
        held = self.held({cell: v for cell, v in self.FULL.items() if cell != ("K2", "B")})
        result = score(held, SEPTEMBER)
        assert place_bands(held, result, Random(3)) == place_bands(held, result, Random(3))

    def test_an_amount_is_looked_for_by_its_past_progress(self):
        held = self.held({cell: v for cell, v in self.FULL.items() if cell != ("K1", "A")})
        (reach,) = open_figures(held, score(held, SEPTEMBER)).values()

        # Six a month against a plan of 8⅓ a month, put to September's 75.
        assert (reach.low, reach.high, reach.base) == (54, 54, 60)

    def test_an_unverified_figure_is_open_and_keeps_its_base(self):
        odd = Reported(D(60), D(7), unverified=True)
        held = self.held({**self.FULL, ("K2", "C"): odd})
        result = score(held, SEPTEMBER)

        assert list(open_figures(held, result)) == [("K2", "C")]
        assert not place_bands(held, result, Random(1), draws=30)["C"].is_firm

    def test_a_unit_without_a_past_is_drawn_from_its_peers_and_nobodys_past_is_left(self):
        held = self.held({cell: v for cell, v in self.FULL.items() if cell != ("K2", "B")})
        entries = {
            period: {cell: e for cell, e in cells.items() if cell != ("K2", "B")}
            for period, cells in held.entries.items()
        }
        peers = replace(held, entries=entries)
        nobody = replace(held, entries={SEPTEMBER: {("K1", "A"): Reported(D(1))}}, targets={})

        assert open_figures(peers, score(peers, SEPTEMBER))["K2", "B"].high == 64
        # K1 has a figure of its own peers this month, K2 has none at all.
        assert {code for code, _ in open_figures(nobody, score(nobody, SEPTEMBER))} <= {"K1"}

    def test_a_plan_of_nothing_leaves_figures_as_they_are(self):
        held = self.held(
            {cell: v for cell, v in self.FULL.items() if cell != ("K1", "A")},
            seasonality={"K1": (D(0),) * 12},
        )
        assert open_figures(held, score(held, SEPTEMBER))["K1", "A"].high == 48

    def test_leaving_out_an_indicator_shares_its_points_among_the_others(self):
        held = two_indicators(FIGURES)
        others = without_each(held, score(held, SEPTEMBER))

        assert others["K1"].units["B"].score == 80
        assert [line.unit for line in others["K1"].rankings["towns"]] == ["A", "C", "B"]


class TestAudit:
    def remarks(self, columns, cast="ABCDEF", **k):
        rules = scheme(*(indicator(code, 10, **k.get(code, {})) for code in columns))
        figures = {
            (code, unit): value
            for code, values in columns.items()
            for unit, value in zip(cast, values, strict=False)
        }
        held = book(rules, units(*cast), figures)
        return {
            (remark.finding, remark.indicators) for remark in audit(held, score(held, SEPTEMBER))
        }

    def test_what_decides_nothing_is_named(self):
        found = self.remarks(
            {
                "big": (10, 30, 50, 70, 90, 100),
                "flat": (80, 80, 80, 80, 80, 80),
                "small": (50, 51, 50, 51, 50, 52),
                "silent": (),
            }
        )
        assert ("constant", ("flat",)) in found
        assert ("decides-nothing", ("small",)) in found
        assert ("unreported", ("silent",)) in found
        assert ("decides-nothing", ("big",)) not in found

    def test_pairs_that_count_twice_or_pull_apart_are_named(self):
        found = self.remarks(
            {
                "K1": (10, 30, 50, 70, 90, 100),
                "K2": (10, 30, 50, 70, 90, 100),
                "K3": (11, 29, 51, 70, 91, 99),
                "K4": (90, 70, 50, 30, 10, 0),
            }
        )
        assert ("counted-twice", ("K1", "K2")) in found
        assert ("redundant", ("K1", "K3")) in found
        assert ("opposed", ("K1", "K4")) in found

    def test_a_yearly_indicator_before_its_time_is_not_unreported(self):
        found = self.remarks({"K1": (10, 30), "later": ()}, later={"frequency": "yearly"})
        assert found == set()

    @pytest.mark.parametrize("second", [{"a": D(1)}, {unit: D(1) for unit in "abcde"}])
    def test_too_few_units_or_a_constant_have_no_correlation(self, second):
        first = {unit: D(n) for n, unit in enumerate("abcde")}
        assert correlation(first, second) is None
