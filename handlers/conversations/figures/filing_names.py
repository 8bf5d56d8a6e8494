"""The names a reporter may use while filing: own indicators, all others, and the units asked."""

from collections.abc import Sequence

from handlers.city import City
from scoring.model import Indicator, Period
from storage.schemes import IndicatorRow
from storage.units import UnitRow


def names_for(
    city: City, rows: Sequence[IndicatorRow], latest: Period
) -> tuple[list[UnitRow], list[Indicator], list[Indicator]]:
    """Return the units that *rows* ask, the indicators of *rows*, and all others of the year.

    The others are known so that a column of somebody else's indicator is not taken for one's own.
    """
    asked = {unit.id: unit for row in rows for unit in city.units_of(row)}
    own = [row.indicator for row in rows]
    names = {name for each in own for name in (each.code, each.name)}
    others = [
        row.indicator
        for scheme in city.schemes_of(latest.year)
        for row in scheme.indicators
        if not names & {row.indicator.code, row.indicator.name}
    ]
    return list(asked.values()), own, others
