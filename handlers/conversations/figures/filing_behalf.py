"""Whose figures lie on the desk: one's own unit's, or those of a unit the office files for."""

from handlers.operations.figures import file_readings
from handlers.operations.figures.behalf import Behalf
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from storage.schemes import IndicatorRow


def behalf_of(talk: Talk) -> Behalf | None:
    """Return for whom the office files here, None for a reporter at the own desk."""
    unit_id = talk.data.get("for")
    return Behalf(unit_id, talk.data["why"]) if unit_id else None


def units_filed_for(talk: Talk) -> tuple[int, ...]:
    """Return the monitoring units whose indicators lie on this desk."""
    behalf = behalf_of(talk)
    return talk.person.units_as("reporter") if behalf is None else (behalf.unit_id,)


async def check_open(talk: Talk, row: IndicatorRow) -> None:
    """Raise unless this person may file this indicator for the month on the desk now."""
    await file_readings.check_open(
        talk.conn,
        await talk.city(),
        talk.person,
        row,
        Period.parse(talk.data["period"]),
        now=talk.now,
        behalf=behalf_of(talk),
    )


async def heading(talk: Talk) -> Msg:
    """Return the line that says for whom one files, and why; nothing at one's own desk."""
    behalf = behalf_of(talk)
    if behalf is None:
        return msg("nothing")
    city = await talk.city()
    unit = city.unit(behalf.unit_id).short_name
    return msg("behalf-heading", unit=unit, why=behalf.why)
