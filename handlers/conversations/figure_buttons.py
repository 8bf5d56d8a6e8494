"""What can be done about one figure wherever it is shown: dispute it, look, have it put right."""

from handlers.buttons import Button, go
from handlers.city import City
from handlers.operations.disputes.dispute_terms import may_see
from handlers.operations.disputes.raise_dispute import figures_of
from handlers.operations.matters.issue_rectification import may_issue
from handlers.talk import Talk
from scoring.model import Period
from scoring.permissions import may_answer_for
from storage.schemes import IndicatorRow
from storage.units import UnitRow


async def figure_buttons(
    talk: Talk, city: City, unit: UnitRow, row: IndicatorRow, period: Period
) -> list[Button]:
    """Return the way to the figure's dispute, or to raising one while there is time."""
    found = (await figures_of(talk.conn, city, unit.id, period)).get(row.id)
    if found is None:
        return []
    if found.dispute is not None:
        if not may_see(talk.person, city, found.dispute):
            return []
        number = str(found.dispute.id)
        return [go("dispute", "button-dispute-number", number, number=number)]
    mine = may_answer_for(talk.person.roles, unit_id=unit.id)
    if not mine or not found.is_disputable(talk.now):
        return []
    figure = f"{unit.code}.{row.indicator.code}.{period}"
    return [go("dispute-figure", "check-dispute-one", figure, code=row.indicator.code)]


def issue_button(talk: Talk, unit: UnitRow, row: IndicatorRow, period: Period) -> list[Button]:
    """Return the office's way from a weak indicator to a rectification; nothing for others."""
    if not may_issue(talk.person, unit.id):
        return []
    return [go("issue-rectification", "button-issue", f"i{row.id}.{unit.code}.{period}")]
