"""The manner of the code: the field's words for names, a docstring for what is public, no number of days in Python."""

import ast
import re
from pathlib import Path
from shutil import copytree

import pytest

from engine import check_law_pack
from tests.conftest import CASES, PACKS, ROOT, SCENARIOS, case

CODE = sorted([*(ROOT / "engine").rglob("*.py"), *(ROOT / "game").rglob("*.py")])
ENGINE = [path for path in CODE if path.relative_to(ROOT).parts[0] == "engine"]
BANNED = re.compile(r"(manager|handler|helper|util|data|info)s?$", re.I)
TIME = re.compile(
    r"(^|_)(days?|weeks?|months?|years?|until|deadline|today|terms?|perishes|since|late|lapses?)(_|$)", re.I
)

JUSTIFIED = {
    "day + 6": "the week has seven days, counted from an ordinal",
    "(day + 6) % 7": "the same",
    "days * percent + 50": "half of a hundred: a percentage rounded to the nearest day",
    "(days * percent + 50) // 100": "the same",
    "world.scenario.deadline + 400": "how far past the case the list of dates looks; nothing is decided by it",
    "(play.today - scenario.start) * 10": "nine tenths of the case, when a bot gives up waiting: a player's habit",
    "(scenario.deadline - scenario.start) * 9": "the same",
    "quiet_week: Points = -2": "points of alertness, the default of a scenario's own key",
}
"""Numbers beside a time that are no law, each with its reason."""


def shown(path):
    """A path as the reader of a failure wants it."""
    return str(path.relative_to(ROOT)) if isinstance(path, Path) else str(path)


def banned_names(path, text):
    """Classes and the module itself whose names say nothing."""
    names = [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]
    return [name for name in (Path(path).stem, *names) if BANNED.search(name)]


def undocumented(text):
    """The module, the public classes and their public methods, and the public functions without a docstring."""
    tree = ast.parse(text)
    nodes = [("the module", tree)]
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            nodes.append((node.name, node))
            inner = node.body if isinstance(node, ast.ClassDef) else ()
            nodes += [(f"{node.name}.{each.name}", each) for each in inner
                      if isinstance(each, ast.FunctionDef) and not each.name.startswith("_") and not is_setter(each)]  # fmt: skip
    return [name for name, node in nodes if not ast.get_docstring(node)]


def is_setter(node):
    """Is this the other half of a property, whose docstring stands above?"""
    return any(isinstance(each, ast.Attribute) and each.attr == "setter" for each in node.decorator_list)


def times_in_numbers(text):
    """Where a time meets a whole number above one: arithmetic, comparison, default, name, or argument."""
    found = []
    for node in ast.walk(ast.parse(text)):
        for part, numbers in meetings(node):
            if any(is_large(each) for each in numbers):
                found.append(ast.unparse(part))
    return found


def meetings(node):
    """The places of one node where a number would be a number of days: (what is shown, candidates)."""
    if isinstance(node, ast.BinOp | ast.Compare):
        operands = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.left, *node.comparators]
        if any(speaks_of_time(each) for each in operands):
            yield node, operands
    elif isinstance(node, ast.Call):
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in ("timedelta", "Term", "Delay", "add_working_days") or TIME.search(name):
            yield node, [*node.args, *(each.value for each in node.keywords)]
        elif name in ("min", "max") and any(speaks_of_time(each) for each in node.args):
            yield node, node.args
        yield from ((each.value, [each.value]) for each in node.keywords if each.arg and TIME.search(each.arg))
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if node.value is not None and any(speaks_of_time(each) for each in targets):
            yield node, numbers_of(node.value)
    elif isinstance(node, ast.arguments):
        yield from defaults(node)


def defaults(node):
    """The defaults of arguments that are named after a time."""
    named = [*zip(reversed([*node.posonlyargs, *node.args]), reversed(node.defaults), strict=False),
             *zip(node.kwonlyargs, node.kw_defaults, strict=True)]  # fmt: skip
    for argument, default in named:
        if default is not None and TIME.search(argument.arg):
            yield default, [default]


def numbers_of(value):
    """The numbers a name stands for: itself, or the entries of a table."""
    if isinstance(value, ast.Dict):
        return value.values
    return value.elts if isinstance(value, ast.Tuple | ast.List | ast.Set) else [value]


def speaks_of_time(node):
    """Is something in this expression named after a time?"""
    if isinstance(node, ast.Subscript):
        return speaks_of_time(node.value)
    if isinstance(node, ast.BinOp):
        return speaks_of_time(node.left) or speaks_of_time(node.right)
    if isinstance(node, ast.Call):
        return speaks_of_time(node.func)
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return bool(TIME.search(name))


def is_large(node):
    """Is this a whole number written out that is neither 0, 1 nor -1?"""
    if isinstance(node, ast.UnaryOp):
        return is_large(node.operand)
    return isinstance(node, ast.Constant) and type(node.value) is int and node.value > 1


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_names_are_the_fields_words(path):
    assert banned_names(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_what_is_public_says_what_it_is_or_answers(path):
    assert undocumented(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", ENGINE, ids=shown)
def test_the_engine_knows_no_number_of_days(path):
    found = times_in_numbers(path.read_text(encoding="utf-8"))

    assert [each for each in found if each not in JUSTIFIED] == []


def test_every_justified_number_still_stands_in_the_engine():
    found = {each for path in ENGINE for each in times_in_numbers(path.read_text(encoding="utf-8"))}

    assert set(JUSTIFIED) - found == set()


@pytest.mark.parametrize("line", [
    "REFLECTION_DAYS = 30", "until = 40", "days: int = 30", "TERM = {'me': 18}", "late = day > 20", "end = today + 40",
    "end = world.today + timedelta(18)", "x = Term(40)", "x = Term(days=40)", "calendar.add_working_days(start, 3)",
    "days = days * 3 // 2", "day = min(day, 60)", "put(until=30)", "def f(days=30): ...", "def f(*, until=30): ...",
    "if request.since - today > -18: ...", "months = row['x'] if x else 0; months > 6",
])  # fmt: skip
def test_a_number_of_days_is_found(line):
    assert times_in_numbers(line) != []


@pytest.mark.parametrize(
    "line", ["day = today + 1", "days = term.days", "x = items[3]", "until = None", "if day > 0: ..."]
)
def test_what_is_no_number_of_days_is_let_be(line):
    assert times_in_numbers(line) == []


def test_an_empty_word_and_a_missing_docstring_are_found():
    assert banned_names("engine/case_utils.py", "class CaseManager: ...") == ["case_utils", "CaseManager"]
    assert undocumented("class Case:\n    'A case.'\n    def open(self): ...") == ["the module", "Case.open"]


@pytest.mark.parametrize("id", CASES)
def test_every_score_rule_rests_on_a_source_that_may_decide(id):
    scenario = case(id)

    assert scenario.rules
    for rule in scenario.rules:
        assert rule.source is None or scenario.law.source(rule.source).confidence != "uncertain", rule.id


def grounds():
    """Ground -> the reference in `grounds.yaml`."""
    from engine import read_yaml

    return read_yaml(ROOT / "scenarios" / "law" / "grounds.yaml").tree


@pytest.mark.parametrize("ground", sorted(grounds()))
def test_every_ground_of_refusal_rests_on_a_source_that_may_decide(any_lawbook, ground):
    references = {any_lawbook.ground_source(ground, country) for country in any_lawbook.countries} - {None}
    sources = [any_lawbook.source(reference) for reference in references]

    left_out = any_lawbook.pack.invented and ground.endswith(".own")  # its treaties bind everybody it asks about
    assert left_out is not any(found.confidence != "uncertain" for found in sources), ground


def test_every_rule_of_evidence_rests_on_a_source_that_may_decide(any_lawbook):
    for country in any_lawbook.countries.values():
        assert country.evidence, country.id
        for rule in country.evidence:
            assert any_lawbook.source(rule.source).confidence != "uncertain", (country.id, rule.id)


@pytest.mark.parametrize("pack", PACKS)
def test_every_thing_to_fill_in_on_a_paper_names_a_source_that_exists(pack):
    # What the check of a pack asks of its papers; here, that it asks at all: a paper without its sources is found.
    assert check_law_pack(SCENARIOS / pack) == []


def test_a_paper_that_cites_nothing_there_is_is_found(tmp_path):
    copytree(SCENARIOS / "law", tmp_path / "law")
    path = tmp_path / "law" / "procedures" / "transfer.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"ETS73 art. 6"', '"ETS73 art. 600"'), encoding="utf-8")

    assert ["ETS73 art. 600" in str(error) for error in check_law_pack(tmp_path / "law")] == [True]
