"""The plan for categories of observations and ready answers, and their writing."""

from collections.abc import Iterable, Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.operations.imports.import_plan import (
    CategoryDeed,
    Item,
    Plan,
    Seen,
    TemplateDeed,
    differences,
    state_of,
)
from storage import answer_templates, observation_categories
from storage.answer_templates import Template
from storage.city_folder import CityFolder


def plan_categories(
    plan: Plan, folder: CityFolder, there: Mapping[str, Mapping[str, object]]
) -> None:
    """Plan the categories of observations; what was observed under one keeps its code."""
    seen = Seen()
    for found in folder.categories:
        code, columns = found.line.code, found.line.model_dump()
        twice = seen.twice(code, file=found.file, line=found.number, column="code", value=code)
        if twice is not None:
            plan.faults.append(twice)
            continue
        old = there.get(code)
        changes = differences(old, columns) if old is not None else ()
        state = state_of(is_new=old is None, changes=changes)
        deed = CategoryDeed(columns)
        subject = f"{code} {found.line.name}"
        plan.items.append(
            Item("observation_category", state, found.file, found.number, subject, deed, changes)
        )


def plan_templates(plan: Plan, folder: CityFolder, there: Iterable[Template]) -> None:
    """Plan the ready answers, each by its deed and name."""
    known = {(each.deed, each.name): each.text for each in there}
    seen = Seen()
    for found in folder.templates:
        line = found.line
        key = f"{line.deed} {line.name}"
        twice = seen.twice(key, file=found.file, line=found.number, column="name", value=line.name)
        if twice is not None:
            plan.faults.append(twice)
            continue
        old = known.get((line.deed, line.name))
        changes = differences({"text": old}, {"text": line.text}) if old is not None else ()
        state = state_of(is_new=old is None, changes=changes)
        deed = TemplateDeed(line.deed, line.name, line.text)
        plan.items.append(
            Item("answer_template", state, found.file, found.number, key, deed, changes)
        )


async def write_observing(conn: AsyncConnection, todo: Iterable[Item]) -> None:
    """Write the categories and the ready answers that are new or changed."""
    for item in todo:
        match item.deed:
            case CategoryDeed(columns):
                await observation_categories.put(conn, dict(columns))
            case TemplateDeed(deed, name, text):
                await answer_templates.put(conn, deed=deed, name=name, text=text)
            case _:
                pass
