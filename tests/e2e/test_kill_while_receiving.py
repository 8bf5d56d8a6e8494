"""Killed again and again with updates waiting: none is lost, none takes effect twice."""

import random
from collections import Counter

import pytest

# Eight replies on their way, and eight turns that have committed and wait to hand theirs over.
IN_DOUBT_A_KILL = 16


def speak(world, *, people, each):
    """Let everybody write a few messages; return their texts."""
    for user_id in range(1001, 1001 + people):
        world.add_user(user_id, f"联络员{user_id}")
        world.start(user_id)
    world.updates.drop_all()
    texts = []
    for number in range(each):
        for user_id in range(1001, 1001 + people):
            texts.append(f"{user_id} 第{number}条")
            world.say(user_id, texts[-1])
    return texts


async def play(world, process, *, people, each, kills, dice):
    texts = speak(world, people=people, each=each)
    moments = sorted(dice.sample(range(len(texts) // 10, len(texts) * 9 // 10), kills))
    for moment in moments:
        await process.start()
        await process.until(lambda m=moment: len(world.journal.of("sendMessage")) >= m)
        await process.kill()
    await process.start()
    await process.until(lambda: not world.updates.pending)
    await process.until(
        lambda: not process.ask("SELECT 1 FROM outbox WHERE state IN ('pending', 'sending')")
    )
    return texts


def check(world, process, texts, *, kills, people):
    told = Counter(subject for (subject,) in process.ask("SELECT subject FROM journal"))
    assert told == Counter(texts)

    answers = Counter()
    for user_id in range(1001, 1001 + people):
        said = [m.text.splitlines()[-1] for m in world.chat(user_id).messages if m.from_bot]
        answers.update(said)
        # One person's messages take effect in the order they were written.
        query = f"SELECT subject FROM journal WHERE subject LIKE '{user_id} %' ORDER BY id"
        mine = [subject for (subject,) in process.ask(query)]
        assert mine == [text for text in texts if text.startswith(f"{user_id} ")]
    repeats = sum(count - 1 for count in answers.values())
    assert max(answers.values()) <= 2
    assert repeats <= IN_DOUBT_A_KILL * kills
    # A reply in doubt is repeated once; one that two kills hit is shown to the office instead.
    states = Counter(state for (state,) in process.ask("SELECT state FROM outbox"))
    assert set(states) <= {"sent", "unknown"}
    assert states["unknown"] <= IN_DOUBT_A_KILL * (kills - 1)
    unanswered = {f"收到 {text}" for text in texts} - set(answers)
    assert len(unanswered) <= states["unknown"]


@pytest.mark.slow
async def test_one_kill_among_sixty_updates(world, process):
    texts = await play(world, process, people=10, each=6, kills=1, dice=random.Random(1))

    check(world, process, texts, kills=1, people=10)


@pytest.mark.slow
async def test_four_kills_among_a_thousand_updates(world, process):
    texts = await play(world, process, people=50, each=20, kills=4, dice=random.Random())

    check(world, process, texts, kills=4, people=50)
