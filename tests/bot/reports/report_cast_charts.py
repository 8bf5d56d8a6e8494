"""More books of the same city: lines, tables, progress and the monthly workbook."""

from decimal import Decimal

from report_cast import (
    AGENCIES,
    INDICATORS,
    TOWNS,
    agency_ranking,
    heading,
    town_ranking,
    unit_card,
)

from handlers.books import (
    HeatBook,
    MonthlyBook,
    PlacesBook,
    PlacesLine,
    ProgressBook,
    ProgressLine,
    SeasonBook,
    TrendBook,
    TrendPoint,
)
from handlers.report_lines import (
    FigureLine,
    FilingLine,
    HeatCell,
    HeatRow,
    HeatUnit,
    MethodLine,
    ObservationLine,
    SeasonMonth,
)

D = Decimal


def rate_trend() -> TrendBook:
    card = unit_card()
    middles = ["72.00", "73.10", "74.80", "75.90", "77.70", "78.20", "78.90", "80.00", "81.20"]
    return TrendBook(
        heading=heading(),
        subject="rate",
        measure="%",
        unit_code="T05",
        unit_name="凤凰镇",
        points=tuple(
            TrendPoint(period=step.period, value=step.rate_pct, middle=D(middle))
            for step, middle in zip(card.trend, middles, strict=True)
        ),
    )


def indicator_trend() -> TrendBook:
    plan = ["9.5", "16", "24.5", "33", "42", "52", "60.5", "68", "76", "84.5", "91.5", "100"]
    value = ["15.02", "26.90", "41.33", "54.80", "69.10", "84.20", None, "113.4", "126.02"]
    before = ["14.10", "24.20", "36.9", "49.50", "62.9", "77.8", "90.1", "101.6", "113.2"]
    return TrendBook(
        heading=heading(),
        subject="indicator",
        measure="亿元",
        indicator_code="K02",
        indicator_name="公共财政预算收入",
        points=tuple(
            TrendPoint(
                period=f"2013-{n + 1:02}",
                value=D(value[n]) if n < len(value) and value[n] else None,
                plan=D(165) * D(share) / 100,
                last_year=D(before[n]) if n < len(before) else None,
            )
            for n, share in enumerate(plan)
        ),
    )


def town_places(*, own: str = "") -> PlacesBook:
    months = [
        "1204356879",
        "1024356897",
        "0124536897",
        "0214536978",
        "0215436978",
        "0251346978",
        "0213546987",
        "0213645987",
        "0123456789",
    ]
    lines = []
    for n, (code, name, _) in enumerate(TOWNS):
        series = [month.index(str(n)) + 1 for month in months]
        series[-1] = {4: 4}.get(n, n + 1)
        lines.append(
            PlacesLine(
                unit_code=code,
                unit_name=name,
                places=tuple(None if n == 5 and m < 2 else p for m, p in enumerate(series)),
                is_own=code == own,
                is_bottom=n >= 8,
            )
        )
    return PlacesBook(
        heading=heading(), periods=tuple(f"2013-{m:02}" for m in range(1, 10)), lines=tuple(lines)
    )


def agency_places() -> PlacesBook:
    ranking = agency_ranking()
    lines = []
    for n, line in enumerate(ranking.lines):
        series = [(n + (n * m * 5) % 7) % 36 + 1 for m in range(3)]
        lines.append(
            PlacesLine(
                unit_code=line.unit_code,
                unit_name=line.unit_name,
                places=(*series, line.place),
                is_own=line.is_own,
                is_bottom=line.is_bottom,
            )
        )
    return PlacesBook(
        heading=ranking.heading,
        periods=("2013-03", "2013-06", "2013-08", "2013-09"),
        lines=tuple(lines),
    )


def town_heat() -> HeatBook:
    table = []
    for n, (code, name, _, full) in enumerate(INDICATORS):
        cells = []
        for m in range(len(TOWNS)):
            share = D(48 + (n * 23 + m * 41) % 63)
            state = {(10, 2): "missing", (2, 5): "not-applicable", (8, 6): "no-data"}.get((n, m))
            cells.append(
                HeatCell(
                    got=None if state else (D(full) * share / 100).quantize(D("0.01")),
                    share_pct=None if state else share,
                    state=state or "reported",
                )
            )
        table.append(
            HeatRow(indicator_code=code, indicator_name=name, full=D(full), cells=tuple(cells))
        )
    units = tuple(HeatUnit(unit_code=code, unit_name=short) for code, _, short in TOWNS)
    return HeatBook(heading=heading(), units=units, rows=tuple(table))


def agency_heat() -> HeatBook:
    units = tuple(
        HeatUnit(unit_code=f"JJ{n + 1:02}", unit_name=name) for n, name in enumerate(AGENCIES)
    )
    rows = tuple(
        HeatRow(
            indicator_code=f"C{n + 1:02}",
            indicator_name=name,
            full=D(full),
            cells=tuple(
                HeatCell(got=D(full) * share / 100, share_pct=share)
                for share in (D(55 + (n * 31 + m * 17) % 46) for m in range(len(AGENCIES)))
            ),
        )
        for n, (name, full) in enumerate(
            (
                ("党风廉政建设责任制落实", 3),
                ("依法行政", 2),
                ("服务企业与基层满意度", 5),
            )
        )
    )
    return HeatBook(heading=agency_ranking().heading, units=units, rows=rows)


def income_progress(*, plan: str | None = "76.0") -> ProgressBook:
    done = ["84.3", "79.9", "78.0", "77.2", "76.0", "74.9", "71.3", "66.5", "58.1", None]
    lines = []
    for n, ((code, name, _), pct) in enumerate(zip(TOWNS, done, strict=True)):
        lines.append(
            ProgressLine(
                unit_code=code,
                unit_name=name,
                completion_pct=None if pct is None else D(pct),
                value=None if pct is None else D("33.15") - n * 3,
                target=D("40.2") - n * 3,
                gap_pp=None if pct is None or plan is None else D(pct) - D(plan),
                place=n + 1,
                state="missing" if pct is None else "reported",
                is_own=code == "T05",
            )
        )
    return ProgressBook(
        heading=heading(),
        indicator_code="K02",
        indicator_name="公共财政预算收入",
        measure="亿元",
        plan_pct=None if plan is None else D(plan),
        lines=tuple(lines),
    )


def monthly() -> MonthlyBook:
    figures = tuple(
        FigureLine(
            category="区镇",
            indicator_code=code,
            indicator_name=name,
            measure=measure,
            unit_code=town,
            unit_name=town_name,
            state="reported" if n else "missing",
            value=D("126.0200") + n if n else None,
            base=D("113.20") if n else None,
            growth_pct=D("11.32") if n else None,
            target=D(165),
            completion_pct=D("76.38") if n else None,
            plan_pct=D(76),
            gap_pp=D("0.38") if n else None,
            place=n or None,
            is_restated=n == 3,
        )
        for code, name, measure, _ in INDICATORS[:3]
        for n, (town, town_name, _) in enumerate(TOWNS)
    )
    return MonthlyBook(
        heading=heading(),
        rankings=(town_ranking(), agency_ranking()),
        points=(town_heat(), agency_heat()),
        figures=figures,
        filings=(
            FilingLine(
                reporter_code="ZH25",
                reporter_name="市统计局",
                due=80,
                on_time=80,
                late=0,
                missing=0,
            ),
            FilingLine(
                reporter_code="JJ03",
                reporter_name="市商务局",
                due=30,
                on_time=20,
                late=10,
                missing=0,
                late_days=3,
                card="yellow",
            ),
            FilingLine(
                reporter_code="JJ01",
                reporter_name="市发改委",
                due=10,
                on_time=0,
                late=0,
                missing=10,
                late_days=2,
                card="red",
            ),
        ),
        observations=tuple(
            ObservationLine(
                unit_code=code,
                unit_name=name,
                reported=9 - n % 4,
                verified=6 - n % 3,
                refuted=1,
                settled=4 - n % 3,
                overdue=n % 2,
            )
            for n, (code, name, _) in enumerate(TOWNS)
        ),
        methods=tuple(
            MethodLine(
                indicator_code=code,
                indicator_name=name,
                full=D(full),
                method="progress:50|growth:30|contribution:20",
                reporter_name="市统计局",
                source='=HYPERLINK("http://example.org")',
            )
            for code, name, _, full in INDICATORS
        ),
        versions_digest="9f2c41d07b",
        versions_count=951,
        remarks=("注册外资实际到账进度偏慢，请商务局会同各区镇逐项对账。", "+cmd|' /C calc'!A0"),
    )


def revenue_season() -> SeasonBook:
    """A plan from two full years beside one in force, which ends in December."""
    proposed = ["8.3", "14.9", "23.5", "31.9", "41.0", "51.2", "59.8", "67.4", "75.6", "84.3"]
    current = ["9.5", "16", "24.5", "33", "42", "52", "60.5", "68", "76", None, None, None]
    return SeasonBook(
        heading=heading(),
        indicator_code="K02",
        indicator_name="公共财政预算收入",
        months=tuple(
            SeasonMonth(
                period=f"2013-{month:02}",
                proposed=D(share),
                current=None if now is None else D(now),
            )
            for month, (share, now) in enumerate(
                zip([*proposed, "91.4", "100"], current, strict=True), start=1
            )
        ),
        years=(2011, 2012),
    )


BOOKS = {
    "ranking-towns": town_ranking,
    "ranking-towns-own": lambda: town_ranking(own="T07", blocks=False, provisional=True),
    "ranking-agencies": agency_ranking,
    "unit": unit_card,
    "trend-rate": rate_trend,
    "trend-indicator": indicator_trend,
    "places-towns": town_places,
    "places-towns-own": lambda: town_places(own="T05"),
    "places-agencies": agency_places,
    "heat-towns": town_heat,
    "heat-agencies": agency_heat,
    "progress": income_progress,
    "season": revenue_season,
}
