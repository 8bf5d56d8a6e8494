"""Inviting, joining, leaving and standing in: who may, and what it leaves behind."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from handlers.city import CityShelf
from handlers.operations.people import deputise, invite, leave
from scoring.model import Unit
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import drafts, invitations, journal, outbox, people, units
from storage.invitations import Redeemed, Revoked, Taken
from storage.outbox import Owed
from storage.schema import access_request


@pytest.fixture
async def finance(conn):
    return await units.add(conn, Unit("JJ04", "市财政局"), track="agency")


@pytest.fixture
async def office(conn, now):
    """The office's head."""
    person_id = await people.add(conn, name="钱进", user_id=1)
    await people.grant(conn, person_id, "office", at=now)
    return await people.by_user(conn, 1, at=now)


@pytest.fixture
async def reporter(conn, finance, now):
    person_id = await people.add(conn, name="林晓燕", user_id=2)
    await people.grant(conn, person_id, "reporter", unit_id=finance, at=now)
    return await people.by_user(conn, 2, at=now)


async def city(conn, now):
    return await CityShelf().take(conn, now.date())


async def joining(conn, token, user_id, now):
    outcome, _ = await invite.redeem(conn, await city(conn, now), token, user_id, now=now)
    return outcome


async def acts(conn):
    return [entry.act for entry in reversed(await journal.latest(conn, limit=20))]


async def test_an_invited_person_joins_with_their_role(conn, office, finance, now):
    made = await invite.invite(
        conn, name=" 王建国 ", title="科长", role="reviewer", unit_id=finance, by=office, now=now
    )
    assert made.expires_at == now + invite.VALID_FOR
    await conn.execute(
        sa.insert(access_request).values(user_id=77, name="王", asked_at=now, state="open")
    )
    assert await joining(conn, made.token, 77, now) == Redeemed(made.person_id)
    joined = await people.by_user(conn, 77, at=now)
    assert (joined.row.name, joined.holds("reviewer", unit_id=finance)) == ("王建国", True)
    assert await conn.scalar(sa.select(access_request.c.state)) == "invited"
    assert await acts(conn) == ["invited", "invitation-redeemed"]


async def test_a_new_invitation_ends_the_one_before(conn, office, finance, now):
    first = await invite.invite(
        conn, name="王建国", role="contact", unit_id=finance, by=office, now=now
    )
    second = await invite.invite_again(conn, first.person_id, by=office, now=now)
    assert await joining(conn, first.token, 77, now) == Revoked()
    assert await joining(conn, second.token, 77, now) == Redeemed(first.person_id)


async def test_a_lost_account_is_replaced_by_a_new_invitation(conn, office, reporter, now):
    again = await invite.invite_again(conn, reporter.id, by=office, now=now)
    assert await joining(conn, again.token, 1, now) == Taken(office.id)
    assert await joining(conn, again.token, 99, now) == Redeemed(reporter.id)
    assert await people.by_user(conn, 2, at=now) is None


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"name": " ", "role": "office"}, "invite-nameless"),
        ({"name": "王", "role": "reporter"}, "invite-no-place"),
        ({"name": "王", "role": "observer"}, "invite-no-place"),
    ],
)
async def test_a_role_without_its_place_is_refused(conn, office, now, given, why):
    with pytest.raises(Refusal) as refused:
        await invite.invite(conn, by=office, now=now, **given)
    assert refused.value.message_id == why


async def test_nobody_but_the_office_lets_people_in_or_out(conn, office, reporter, now):
    with pytest.raises(NotAllowed):
        await invite.invite(conn, name="王", role="office", by=reporter, now=now)
    with pytest.raises(NotAllowed):
        await invite.invite_again(conn, office.id, by=reporter, now=now)
    with pytest.raises(NotAllowed):
        await leave.let_go(conn, await city(conn, now), office.id, by=reporter, now=now)
    assert await acts(conn) == []


def owed(key, chat_id, person_id, now):
    return Owed(
        key=key,
        chat_id=chat_id,
        person_id=person_id,
        lane="broadcast",
        method="text",
        message="{}",
        not_before=now,
    )


async def test_leaving_stops_every_message_in_the_same_transaction(engine, now):
    async with engine.begin() as conn:
        unit_id = await units.add(conn, Unit("JJ04", "市财政局"), track="agency")
        lin = await people.add(conn, name="林晓燕", user_id=2)
        wang = await people.add(conn, name="王建国", user_id=3)
        await people.grant(conn, lin, "reporter", unit_id=unit_id, at=now)
        await outbox.enqueue(conn, owed("a", 2, lin, now), now=now)
        await outbox.enqueue(conn, owed("b", 2, None, now), now=now)
        await outbox.enqueue(conn, owed("c", 3, wang, now), now=now)
        await drafts.begin(conn, 2, errand="file", version=1, step=1, now=now)
        again = await invite.invite_again(conn, lin, by=None, now=now)
    async with engine.begin() as conn:
        assert (await leave.let_go(conn, await city(conn, now), lin, by=None, now=now)).stopped == 2
    async with engine.begin() as conn:
        claimed = await outbox.claim(conn, owner="me", lane="broadcast", now=now, limit=9)
        assert [row.owed.key for row in claimed] == ["c"]
        assert await drafts.open_one(conn, 2) is None
        assert await people.by_user(conn, 2, at=now) is None
        assert await people.with_role(conn, "reporter", unit_id) == []
        assert await joining(conn, again.token, 2, now) == Revoked()
        assert await invitations.all_open(conn, at=now) == []
        with pytest.raises(NotFound):
            await leave.let_go(conn, await city(conn, now), lin, by=None, now=now)


async def test_a_person_names_their_own_deputy(conn, reporter, office, finance, now):
    wang = await people.add(conn, name="王建国", user_id=3)
    until = now + timedelta(days=5)
    await deputise.name_deputy(
        conn,
        await city(conn, now),
        reporter.id,
        wang,
        from_at=now,
        until_at=until,
        by=reporter,
        now=now,
    )
    acting = await people.by_user(conn, 3, at=now)
    assert acting.holds("reporter", unit_id=finance)
    assert acting.roles[0].deputising_for == reporter.id
    assert (await people.by_user(conn, 3, at=until)).roles == ()
    assert await acts(conn) == ["deputy-named"]


@pytest.mark.parametrize(
    ("who", "deputy", "days", "why"),
    [
        ("office", "reporter", 1, "staff-not-managed"),
        ("reporter", "reporter", 1, "deputy-self"),
        ("reporter", "office", 0, "deputy-over"),
        ("reporter", "nobody", 1, "person-gone"),
    ],
)
async def test_a_deputy_that_cannot_be_is_refused(
    conn, reporter, office, now, who, deputy, days, why
):
    ids = {"reporter": reporter.id, "office": office.id, "nobody": 999}
    with pytest.raises(Refusal) as refused:
        await deputise.name_deputy(
            conn,
            await city(conn, now),
            ids[who],
            ids[deputy],
            from_at=now,
            until_at=now + timedelta(days=days),
            by=reporter,
            now=now,
        )
    assert refused.value.message_id == why
