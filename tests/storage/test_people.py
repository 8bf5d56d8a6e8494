"""Who may act, for whom, and from when to when."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from scoring.model import Unit
from storage import deputies, invitations, people, units
from storage.invitations import Expired, Redeemed, Revoked, Taken, Unknown, Used
from storage.schema import invitation


@pytest.fixture
async def finance(conn):
    return await units.add(conn, Unit("JJ04", "市财政局"), track="agency")


@pytest.fixture
async def lin(conn, finance, now):
    person_id = await people.add(conn, name="林晓燕", title="科员", user_id=1001)
    await people.grant(conn, person_id, "reporter", unit_id=finance, at=now)
    return person_id


@pytest.fixture
async def wang(conn):
    return await people.add(conn, name="王建国", user_id=1002, lang="en")


async def test_a_person_is_known_by_their_account_with_their_roles(conn, lin, finance, now):
    found = await people.by_user(conn, 1001, at=now)
    assert found is not None
    assert (found.id, found.row.name, found.row.lang) == (lin, "林晓燕", "zh")
    assert found.holds("reporter")
    assert found.holds("reporter", unit_id=finance)
    assert not found.holds("reporter", unit_id=finance + 1)
    assert not found.holds("reviewer")
    assert found.units_as("reporter") == (finance,)
    assert await people.by_user(conn, 999, at=now) is None


async def test_a_role_given_twice_is_one_role_and_a_revoked_one_is_none(conn, lin, finance, now):
    assert not await people.grant(conn, lin, "reporter", unit_id=finance, at=now)
    (only,) = await people.roles_of(conn, lin)
    assert await people.revoke(conn, only.id, at=now)
    assert not await people.revoke(conn, only.id, at=now)
    assert await people.roles_of(conn, lin) == []
    assert await people.with_role(conn, "reporter", finance) == []


async def test_a_deputy_has_the_roles_while_the_row_is_in_force(conn, lin, wang, finance, now):
    until = now + timedelta(days=3)
    await deputies.add(conn, lin, wang, from_at=now, until_at=until)
    before, first, last, after = (
        now - timedelta(seconds=1),
        now,
        until - timedelta(seconds=1),
        until,
    )
    seen = [(await people.by_user(conn, 1002, at=at)).roles for at in (before, first, last, after)]
    assert [len(roles) for roles in seen] == [0, 1, 1, 0]
    assert seen[1][0].deputising_for == lin
    assert [e.id for e in await people.with_role(conn, "reporter", finance)] == [lin]
    assert [e.id for e in await people.with_role(conn, "reporter", finance, at=now)] == [lin, wang]


async def test_whoever_has_left_has_no_role_no_deputy_and_no_account(conn, lin, wang, finance, now):
    await deputies.add(conn, lin, wang, from_at=now, until_at=None)
    later = now + timedelta(hours=1)
    await people.leave(conn, lin, at=later)
    assert await people.by_user(conn, 1001, at=later) is None
    assert (await people.by_user(conn, 1002, at=later)).roles == ()
    assert await people.with_role(conn, "reporter", finance, at=later) == []
    assert (await people.one(conn, lin)).left_at == later
    assert [each.id for each in await people.everybody(conn)] == [wang]


async def test_leaders_of_a_unit_come_before_those_of_the_whole_city(conn, finance, now):
    mayor = await people.add(conn, name="市长")
    deputy_mayor = await people.add(conn, name="副市长")
    other = await people.add(conn, name="另一位副市长")
    elsewhere = await units.add(conn, Unit("JJ01", "市发改委"), track="agency")
    await people.grant(conn, mayor, "leader", at=now)
    await people.grant(conn, deputy_mayor, "leader", unit_id=finance, at=now)
    await people.grant(conn, other, "leader", unit_id=elsewhere, at=now)
    assert [each.id for each in await people.leaders_for(conn, finance, at=now)] == [
        deputy_mayor,
        mayor,
    ]


async def test_language_hours_and_reach_are_kept(conn, lin, now):
    await people.set_lang(conn, lin, "en")
    await people.set_hours(conn, lin, quiet_from="18:00", quiet_until="08:30")
    await people.set_unreachable(conn, lin, at=now, why="bot was blocked by the user")
    await people.set_unreachable(conn, lin, at=now + timedelta(days=1), why="again")
    kept = await people.one(conn, lin)
    assert (kept.lang, kept.quiet_from, kept.quiet_until) == ("en", "18:00", "08:30")
    assert kept.unreachable_at == now
    await people.set_reachable(conn, lin)
    assert (await people.one(conn, lin)).unreachable_at is None


async def test_one_account_cannot_be_two_people(conn, lin, wang):
    with pytest.raises(IntegrityError):
        await people.bind(conn, wang, 1001)


async def invited(conn, now, **given):
    person_id = await people.add(conn, name="陈静")
    token = await invitations.create(
        conn,
        person_id,
        invited_by=None,
        now=now,
        expires_at=given.get("expires_at", now + timedelta(days=7)),
    )
    return person_id, token


async def test_an_invitation_binds_once_and_its_word_is_not_kept(conn, now):
    person_id, token = await invited(conn, now)
    assert len(token) <= 48
    assert token.replace("-", "").replace("_", "").isalnum()
    kept = (await conn.execute(sa.select(invitation))).one()
    assert token not in str(kept)
    assert len(await invitations.all_open(conn, at=now)) == 1
    assert await invitations.redeem(conn, token, 2001, now=now) == Redeemed(person_id)
    assert (await people.by_user(conn, 2001, at=now)).id == person_id
    assert await invitations.redeem(conn, token, 2001, now=now) == Used(person_id, by_same=True)
    assert await invitations.redeem(conn, token, 2002, now=now) == Used(person_id, by_same=False)
    assert await invitations.all_open(conn, at=now) == []


async def test_an_invitation_ends_at_its_moment(conn, now):
    end = now + timedelta(days=1)
    _, token = await invited(conn, now, expires_at=end)
    assert await invitations.redeem(conn, token, 2001, now=end) == Expired(end)
    almost = end - timedelta(seconds=1)
    assert isinstance(await invitations.redeem(conn, token, 2001, now=almost), Redeemed)


async def test_an_invitation_taken_back_or_never_given_opens_nothing(conn, now):
    person_id, token = await invited(conn, now)
    assert await invitations.revoke_open(conn, person_id, at=now) == 1
    assert await invitations.redeem(conn, token, 2001, now=now) == Revoked()
    assert await invitations.redeem(conn, "never-given", 2001, now=now) == Unknown()
    assert await people.by_user(conn, 2001, at=now) is None


async def test_an_account_of_somebody_else_leaves_the_invitation_unused(conn, lin, now):
    person_id, token = await invited(conn, now)
    assert await invitations.redeem(conn, token, 1001, now=now) == Taken(lin)
    assert await invitations.redeem(conn, token, 2001, now=now) == Redeemed(person_id)


async def test_of_two_who_redeem_at_once_one_wins(engine, now):
    async with engine.begin() as conn:
        _, token = await invited(conn, now)

    async def one(user_id):
        async with engine.begin() as conn:
            return await invitations.redeem(conn, token, user_id, now=now)

    outcomes = await asyncio.gather(*(one(user_id) for user_id in range(3000, 3006)))
    assert sorted(type(each).__name__ for each in outcomes) == ["Redeemed", *["Used"] * 5]
