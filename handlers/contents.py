"""EVERYTHING a person can do here, in the order a newcomer is shown it: the table of contents."""

from handlers.conversations import (
    analyst,
    answer_alert,
    answer_observation,
    confirm_fixed,
    deputy,
    extend,
    extend_answer,
    extension,
    file_readings,
    freeze_month,
    history,
    invite,
    moves,
    observation,
    observe,
    office,
    office_lists,
    people_desk,
    preferences,
    ranking,
    release_month,
    reminders,
    review_readings,
    start,
    unit_card,
    verify,
    what_if,
    why,
)
from handlers.errands import Contents, Router

WORK: Contents = (
    *start.VIEWS,
    file_readings.ERRAND,
    extend.ERRAND,
    *extension.VIEWS,
    extend_answer.ERRAND,
    *review_readings.VIEWS,
    review_readings.ERRAND,
    observe.ERRAND,
    *observation.VIEWS,
    *verify.ERRANDS,
    answer_observation.ERRAND,
    confirm_fixed.ERRAND,
    *ranking.VIEWS,
    unit_card.VIEW,
    why.VIEW,
    *moves.VIEWS,
    what_if.VIEW,
    history.VIEW,
    *analyst.VIEWS,
    *answer_alert.CONTENTS,
    *reminders.CONTENTS,
    *office.VIEWS,
    *office_lists.VIEWS,
    *freeze_month.CONTENTS,
    *release_month.CONTENTS,
    *invite.CONTENTS,
    *people_desk.CONTENTS,
    deputy.ERRAND,
    *preferences.VIEWS,
)
EVERYTHING: Contents = (*WORK, preferences.help_view(WORK))


def build_router() -> Router:
    """Return the router over everything there is."""
    return Router(EVERYTHING, unknown=start.unknown, stranger=start.stranger)
