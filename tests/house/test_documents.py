"""What the documents say is there: commands, files, decisions, words."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from bot.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
DECISIONS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
)
PACKAGES = ("bot", "handlers", "scoring", "storage", "scripts", "tests", "docs")
PARTS = ["Context", "Decision", "Consequence", "What would make us reverse it"]
IMAGE_BYTES_MAX = 250_000


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def targets():
    return set(re.findall(r"^([a-z0-9]+):", read("Makefile"), re.MULTILINE))


def make_calls(text):
    """Return what is called with make, where a text shows a command and not prose."""
    shown = [*re.findall(r"`make ([a-z0-9]+)`", text)]
    for block in blocks(text):
        shown += re.findall(r"^make ([a-z0-9]+)", block, re.MULTILINE)
    return shown


def blocks(text):
    return re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text):
    """Return the commands of a text's blocks without what is said about them."""
    lines = [line for block in blocks(text) for line in block.splitlines()]
    return [re.split(r"\s+#", line)[0] for line in lines]


def jixiao_calls(text):
    return re.findall(r"^jixiao (.+)", "\n".join(commands(text)), re.MULTILINE)


def headings(text):
    outside = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [len(marks) for marks in re.findall(r"^(#+) ", outside, re.MULTILINE)]


def glossary():
    """Return the rows of the glossary: the Chinese term, the noun, the file."""
    rows = re.findall(
        r"^\| (.+?) \| `(.+?)` \| `(.+?)` \| (.+?) \|$", read("docs/glossary.md"), re.MULTILINE
    )
    return [row[:3] for row in rows]


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_what_is_called_with_make_exists(name):
    called = make_calls(read(name))
    assert called
    assert set(called) <= targets()


def test_both_readmes_have_the_same_sections():
    first, second = (headings(read(name)) for name in READMES)
    assert first == second


def test_both_readmes_show_the_same_commands():
    first, second = (read(name) for name in READMES)
    assert commands(first) == commands(second)
    assert sorted(make_calls(first)) == sorted(make_calls(second))


def test_both_readmes_name_the_same_settings_and_files():
    first, second = (set(re.findall(r"`([^`\n]+)`", read(name))) for name in READMES)
    assert first == second


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_documented_and_no_other(name):
    documented = set(re.findall(r"^\| `jixiao ([a-z]+)`", read(name), re.MULTILINE))
    assert documented == set(COMMANDS)


@pytest.mark.parametrize("call", jixiao_calls(read("README.md")))
def test_options_that_are_shown_are_known(call):
    command, *rest = call.split()
    known = (ROOT / f"{COMMANDS[command].module.replace('.', '/')}.py").read_text(encoding="utf-8")
    unknown = [each for each in rest if each.startswith("--") and f'"{each}"' not in known]
    assert not unknown


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_that_are_named_exist(name):
    named = re.findall(rf"`((?:{'|'.join(PACKAGES)})/[\w/.-]+)`", read(name))
    assert [each for each in named if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name):
    text = read(name)
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    missing = [each for each in links if not ((ROOT / name).parent / each).exists()]
    assert missing == []


def test_files_of_the_code_map_exist_in_their_package():
    text = read("ARCHITECTURE.md").split("## Code map")[1].split("## Invariants")[0]
    missing = []
    for package, section in re.findall(r"\*\*`(\w+)/`\*\*(.*?)(?=\n\*\*`|\Z)", text, re.DOTALL):
        for named in re.findall(r"`([\w/]+\.py)`", section):
            found = [*(ROOT / package).glob(named), *(ROOT / package).rglob(named)]
            missing += [] if found else [f"{package}/{named}"]
    assert missing == []


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))
    titles = [path.read_text(encoding="utf-8").split("\n", 1)[0] for path in DECISIONS]
    assert [re.match(r"# (\d+)\. \S", title)[1] for title in titles] == [str(n) for n in numbers]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts_and_stands_in_the_list(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS
    title = text.split("\n", 1)[0].removeprefix("# ")
    assert f"- [{title}]({path.name})" in read("docs/adr/README.md")


@pytest.mark.parametrize("row", glossary(), ids=lambda row: row[1])
def test_a_word_of_the_glossary_is_used_where_it_says(row):
    _, noun, file = row
    code = read(file).lower()
    assert any(spelled in code for spelled in (noun.lower(), noun.lower().replace(" ", "_")))


def test_the_glossary_has_one_word_for_one_idea():
    terms = [term for term, _, _ in glossary()]
    assert len(terms) > 50
    assert sorted(terms) == sorted(set(terms))


def test_pictures_of_the_documents_are_small():
    images = [*(ROOT / "docs" / "images").iterdir()]
    assert images
    assert [each.name for each in images if each.stat().st_size > IMAGE_BYTES_MAX] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_module(name):
    module = import_module(COMMANDS[name].module)
    assert callable(module.run)
    assert callable(module.add_arguments)
