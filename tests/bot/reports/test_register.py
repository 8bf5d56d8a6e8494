"""The register of invitations, as a workbook: every cell, in both languages, and nothing runs."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from python_calamine import load_workbook

from bot.reports import register
from handlers.invitation_books import InvitationLine, RegisterBook

AS_OF = datetime(2013, 10, 8, 1, 0, tzinfo=UTC)


def line(**more):
    given = {
        "name": "林晓燕",
        "title": "科员",
        "roles": (("reporter", "财政局"), ("observer", "长江村")),
        "invited_by": "何敏",
        "created_at": AS_OF - timedelta(days=1),
        "expires_at": AS_OF + timedelta(days=6),
        "used_at": None,
        "state": "open",
    }
    return InvitationLine(**given | more)


def cells(texts, *lines, lang="zh"):
    """Return the rows of the first sheet as they would be read."""
    content = register.write(RegisterBook(as_of=AS_OF, lines=lines), lang, texts)
    rows = load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python()
    return [[str(cell) for cell in row] for row in rows]


def row_of(rows, name):
    return next(row for row in rows if name in row)


def test_a_line_has_whom_as_what_by_whom_and_until_when(texts):
    assert row_of(cells(texts, line()), "林晓燕") == [
        "林晓燕",
        "科员",
        "财政局 联络员（填报）\n长江村 观察员",
        "何敏",
        "2013年10月7日 09:00",
        "2013年10月14日 09:00",
        "",
        "待使用",
    ]


@pytest.mark.parametrize(("lang", "said"), [("zh", "钱伟（代何敏）"), ("en", "钱伟 (for 何敏)")])
def test_who_invited_as_a_deputy_is_named_with_whom_they_stood_in_for(texts, lang, said):
    made = line(invited_by="钱伟", invited_for="何敏")
    assert said in row_of(cells(texts, made, lang=lang), "林晓燕")


def test_the_heading_names_every_column_and_the_moment(texts):
    title, as_of, head, *_ = cells(texts, line())
    assert title[0] == "邀请名册"
    assert "2013年10月8日 09:00" in as_of[0]
    assert head == ["姓名", "职务", "角色", "邀请人", "发出时间", "有效期至", "使用时间", "状态"]


@pytest.mark.parametrize(
    ("state", "zh", "en"),
    [
        ("open", "待使用", "not used yet"),
        ("used", "已使用", "used"),
        ("expired", "已过期", "expired"),
        ("revoked", "已撤回", "taken back"),
    ],
)
def test_what_became_of_it_is_told_in_both_languages(texts, state, zh, en):
    used_at = AS_OF if state == "used" else None
    for lang, word in (("zh", zh), ("en", en)):
        row = row_of(cells(texts, line(state=state, used_at=used_at), lang=lang), "林晓燕")
        assert row[-1].lower() == word
        assert bool(row[-2]) is (state == "used")


def test_a_name_that_looks_like_a_formula_stays_a_name(texts):
    rows = cells(texts, line(name='=HYPERLINK("http://evil.example")', title="@SUM(A1)"))
    row = row_of(rows, '=HYPERLINK("http://evil.example")')
    assert "@SUM(A1)" in row


def test_an_empty_register_has_its_heading_alone(texts):
    assert len(cells(texts, line())) == len(cells(texts)) + 1
