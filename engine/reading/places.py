"""From a model's complaints to places in the file, in the author's words, with near matches."""

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from engine.errors import ContentError
from engine.reading.strict import Document, Path_


def suggest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to this one, or None when none is near."""
    words = {each.lower(): each for each in known}
    found = get_close_matches(word.lower(), list(words), 1, 0.6)
    return words[found[0]] if found else None


def from_pydantic(document: Document, error: ValidationError, model: type[BaseModel]) -> list[ContentError]:
    """Every complaint of a model as an error with a place; one problem, one message."""
    found: dict[Path_, ContentError] = {}
    for complaint in error.errors(include_url=False):
        path = known_path(document, complaint["loc"])
        key = (*path, f"missing {complaint['loc'][-1]}") if complaint["type"] == "missing" else path
        said = say(document, complaint, path, model)
        if key not in found:
            found[key] = said
    return without_echoes(found)


def without_echoes(found: dict[Path_, ContentError]) -> list[ContentError]:
    """One message for a misspelt key: that the right one is missing goes without saying."""
    unknown = {path: error for path, error in found.items() if error.code == "unknown-key"}
    missing = {path: quoted(error.problem) for path, error in found.items() if error.code == "missing"}
    for path, error in unknown.items():
        absent = {where: key for where, key in missing.items() if where[:-1] == path[:-1]}
        alone = len(absent) == 1 and sum(other[:-1] == path[:-1] for other in unknown) == 1
        for where, key in absent.items():
            if alone or (error.fix or "").startswith(f"did you mean {key!r}"):
                found[path] = replace(error, fix=f"did you mean {key!r}?")
                found.pop(where, None)
    return list(found.values())


def quoted(problem: str) -> str:
    """The first word of a message that stands in quotes."""
    return problem.split("'")[1]


def known_path(document: Document, loc: tuple[Any, ...]) -> Path_:
    """The part of a complaint's location that is a place of the file (names of models and unions are left out)."""
    path: Path_ = ()
    for part in loc:
        if (*path, part) in document.marks or (*path, part) in document.key_marks:
            path = (*path, part)
    return path


def say(document: Document, complaint: Any, path: Path_, model: type[BaseModel]) -> ContentError:
    """One complaint, in the author's terms."""
    kind, loc, ctx = complaint["type"], complaint["loc"], complaint.get("ctx", {})
    where = ".".join(str(part) for part in path)
    line, column = document.place(path)
    value = complaint.get("input")
    if kind == "extra_forbidden":
        line, column = document.key_marks.get(path, (line, column))
        fields = fields_at(model, loc[:-1])
        close = suggest(str(loc[-1]), (name for name in fields if name != loc[-1]))
        fix = f"did you mean {close!r}?" if close else f"known here: {', '.join(sorted(fields))}" if fields else None
        return ContentError(
            document.file_of(path), line, column, where, f"unknown key {str(loc[-1])!r}", fix, "error", "unknown-key"
        )
    if kind == "missing":
        return ContentError(
            document.file_of(path), line, column, where, f"{str(loc[-1])!r} is missing here", None, "error", "missing"
        )
    if kind in ("literal_error", "enum"):
        expected = str(ctx.get("expected", ""))
        words = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
        close = suggest(str(value), words)
        return ContentError(document.file_of(path), line, column, where, f"expected one of {expected}, not {value!r}",
                            f"did you mean {close!r}?" if close else None, "error", "choice")  # fmt: skip
    if kind == "string_pattern_mismatch" and ctx.get("pattern") in PATTERNS:
        pattern = ctx["pattern"]
        return ContentError(document.file_of(path), line, column, where, f"{PATTERNS[pattern]}, not {shown(value)}",
                            in_shape(pattern, str(value)), "error", "type")  # fmt: skip
    if kind in ("too_short", "too_long"):
        return ContentError(document.file_of(path), line, column, where, how_many(kind, ctx), None, "error", "length")
    return ContentError(
        document.file_of(path),
        line,
        column,
        where,
        f"{expectation(complaint)}, not {shown(value)}",
        None,
        "error",
        "type",
    )


EXPECTED = {
    "string_type": "expected a text", "int_type": "expected a whole number", "bool_type": "expected true or false",
    "date_type": "expected a date such as 2024-03-25", "list_type": "expected a list",
    "dict_type": "expected a mapping", "model_type": "expected a mapping", "float_type": "expected a number",
    "dict_attributes_type": "expected a mapping", "model_attributes_type": "expected a mapping",
    "string_pattern_mismatch": "expected letters, digits and hyphens", "is_instance_of": "expected another kind of value",
}  # fmt: skip


COUNTRY, BOUND = r"^[A-Z]{2}$", r"^(>=|<=) ?\d+$"
PATTERNS = {COUNTRY: "expected two capital letters", BOUND: "expected a bound for the score"}
"""What has a shape of its own: what was expected."""


def in_shape(pattern: str, written: str) -> str:
    """How to write what has a shape of its own."""
    if pattern == BOUND:
        return 'write it like ">= 85"'
    return f"write {written.upper()}" if re.fullmatch("[A-Za-z]{2}", written) else "write it like ME"


def how_many(kind: str, ctx: Any) -> str:
    """How many entries there should be, in words."""
    least = kind == "too_short"
    number = ctx["min_length" if least else "max_length"]
    word = "entry" if number == 1 else "entries"
    return f"expected at {'least' if least else 'most'} {number} {word}; found {ctx['actual_length']}"


def expectation(complaint: Any) -> str:
    """What was expected, in words."""
    said = EXPECTED.get(complaint["type"])
    if said is not None:
        return said
    words = str(complaint["msg"])
    return "expected " + words.removeprefix("Input should be ").removeprefix("Value should ").rstrip(".")


def shown(value: Any) -> str:
    """A value as the author would recognise it, cut short."""
    text = repr(value) if isinstance(value, str | int | float | bool) or value is None else f"a {kind_of(value)}"
    return text if len(text) <= 60 else text[:57] + "..."


def kind_of(value: Any) -> str:
    """The kind of a value in an author's words."""
    return {"dict": "mapping", "list": "list", "date": "date"}.get(type(value).__name__, type(value).__name__)


def fields_at(model: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    """The keys that the model takes at a location."""
    here: Any = model
    for part in loc:
        here = inside(here, part)
        if here is None:
            return []
    here = as_model(here)
    if here is None:
        return []
    return [str(field.alias or name) for name, field in here.model_fields.items()]


def inside(kind: Any, part: Any) -> Any:
    """The kind of what lies inside a kind under a key or number."""
    model = as_model(kind)
    if model is not None:
        for name, field in model.model_fields.items():
            if part in (name, field.alias):
                return field.annotation
    for argument in get_args(kind):
        if get_origin(argument) not in (list, dict) and as_model(argument) is None:
            continue
        if get_origin(kind) in (list, dict):
            return argument
        if not isinstance(part, int) or get_origin(argument) is list:
            return inside(argument, part) or argument
    return kind if as_model(kind) is not None else None


def as_model(kind: Any) -> type[BaseModel] | None:
    """The kind as a model, looking into optional and annotated kinds."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    for argument in get_args(kind):
        if isinstance(argument, type) and issubclass(argument, BaseModel):
            return argument
    return None
