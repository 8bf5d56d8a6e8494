"""Roles as people read them: what somebody is here, and where."""

from collections.abc import Iterable

from handlers.city import City
from handlers.texts import Msg, msg
from storage.people import RoleRow


def role_words(city: City, roles: Iterable[RoleRow]) -> list[Msg]:
    """Return a line a role; lent roles say so."""
    points = {point.id: point for point in city.points}
    named: list[Msg] = []
    for role in roles:
        where = ""
        if role.unit_id is not None:
            where = city.unit(role.unit_id).short_name
        elif role.point_id is not None and role.point_id in points:
            where = points[role.point_id].name
        named.append(
            msg(
                "role",
                kind="city-leader" if role.kind == "leader" and not where else role.kind,
                where=where,
                lent=int(role.deputising_for is not None),
            )
        )
    return named
