"""The questions of a category, one at a time: tapped, typed or skipped."""

from typing import Literal

from handlers.buttons import pairs, step
from handlers.conversations import gathered
from handlers.conversations.observing.observe_steps import Step
from handlers.errands import with_way_back
from handlers.operations.observing.observation_terms import in_both
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.observation_categories import InBoth, Question
from scoring.refusals import NotFound
from storage.observations import Answered

ANSWER_MAX = 120
SKIP = ((step("skip", "observe-skip"),),)


async def question_of(talk: Talk) -> Question | None:
    """Return the next question of the category, None if all were asked."""
    asked = (await talk.city()).category(talk.data["category"]).questions
    number = len(talk.data["answers"])
    return asked[number] if number < len(asked) else None


async def ask_question(talk: Talk) -> None:
    question = await question_of(talk)
    if question is None:  # The categories were brought anew meanwhile.
        talk.say("observe-questions-over", buttons=with_way_back(talk, SKIP))
        return
    rows = pairs(
        step("choose", "in-both", str(number), zh=each.zh, en=each.en)
        for number, each in enumerate(question.choices)
    )
    talk.say(
        "observe-question",
        unit=(await talk.city()).unit(talk.data["unit"]).short_name,
        question=in_both(question.asked),
        choices=len(question.choices),
        buttons=with_way_back(talk, [*rows, *SKIP]),
    )


async def choose(talk: Talk, arg: str) -> Literal[Step.QUESTION, Step.CONTENT]:
    question = await question_of(talk)
    if question is None or arg not in map(str, range(len(question.choices))):
        raise NotFound("button-outdated")
    return await _take_answer(talk, question.choices[int(arg)])


async def answer_typed(talk: Talk, typed: str) -> Literal[Step.QUESTION, Step.CONTENT]:
    line = gathered.shortened(typed, ANSWER_MAX)
    return await _take_answer(talk, InBoth(line, line))


async def skip(talk: Talk, _: str) -> Literal[Step.QUESTION, Step.CONTENT]:
    return await _take_answer(talk, None)


async def _take_answer(talk: Talk, answer: InBoth | None) -> Literal[Step.QUESTION, Step.CONTENT]:
    question = await question_of(talk)
    given = None
    if question is not None and answer is not None:
        given = [question.asked.zh, question.asked.en, answer.zh, answer.en]
    talk.data["answers"] = [*talk.data["answers"], given]
    return Step.QUESTION if await question_of(talk) else Step.CONTENT


def answers_of(talk: Talk) -> list[Answered]:
    """Return what was answered of the questions asked so far."""
    given: list[list[str] | None] = talk.data["answers"]
    return [Answered(InBoth(*each[:2]), InBoth(*each[2:])) for each in given if each]


def answer_lines(talk: Talk) -> list[Msg]:
    """Return the answers given, a line each."""
    return [
        msg("observe-received-answer", question=in_both(each.asked), answer=in_both(each.answer))
        for each in answers_of(talk)
    ]
