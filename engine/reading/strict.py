"""Strict YAML: strings, whole numbers, decimals, true and false, null, ISO dates; nothing else, and every mark kept.

Repeated keys, anchors, tags, merge keys, excess size and depth are errors with a place. Nothing in a file is ever run:
only the parser's events are used, and no object is built from a tag.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from engine.errors import ContentError, Unreadable

MOST_BYTES = 2_000_000
MOST_DEPTH = 40
MOST_NODES = 200_000
MOST_ERRORS = 50

INT = re.compile(r"[-+]?(0|[1-9]\d*)$")
DECIMAL = re.compile(r"[-+]?(0|[1-9]\d*)\.\d+$")
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
LEADING_ZERO = re.compile(r"[-+]?0\d+$")
WORD_MINUS = re.compile(r"[\u2212\u2013\u2014]\d+$")
SWALLOWED = re.compile(r"^[ ]*(- )?[a-z_]+:( |$)", re.M)
"""A line within quotes that looks like a key of its own."""
CURLY = re.compile(r"[\u201c\u201d\u201e\u2018\u2019].*[\u201c\u201d\u201f\u2018\u2019]$")
Path_ = tuple[str | int, ...]
Mark = tuple[int, int]

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Document:
    """A file as read: its tree of plain values, and the place (line, column, from 1) of every value and key."""

    file: str
    tree: Any = None
    marks: dict[Path_, Mark] = field(default_factory=dict)
    key_marks: dict[Path_, Mark] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    plain: set[Path_] = field(default_factory=set)
    owners: dict[Path_, str] = field(default_factory=dict)
    under: dict[Path_, list[Path_]] = field(default_factory=dict)

    def file_of(self, path: Path_) -> str:
        """The file in which a value was written: this one, or one that was included."""
        return self.owners.get(path[:2]) or self.owners.get(path[:1]) or self.file

    def include(self, other: "Document") -> list[Path_]:
        """Add another file's keys: lists are continued, mappings joined; answers the places written twice."""
        twice: list[Path_] = []
        other = other.indexed()
        for key, value in other.tree.items():
            mine = self.tree.get(key)
            if mine is None:
                self.tree[key] = value
                self._take(other, (key,), (key,))
            elif isinstance(mine, list) and isinstance(value, list):
                for number, each in enumerate(value):
                    self._take(other, (key, number), (key, len(mine)))
                    mine.append(each)
            elif isinstance(mine, dict) and isinstance(value, dict):
                for inner, each in value.items():
                    if inner in mine:
                        twice.append((key, inner))
                    else:
                        mine[inner] = each
                        self._take(other, (key, inner), (key, inner))
            else:
                twice.append((key,))
        return twice

    def _take(self, other: "Document", there: Path_, here: Path_) -> None:
        """The places of everything under one place of another file, under their new names."""
        self.owners[here] = other.file
        for path in other.under[there]:
            new = (*here, *path[len(there) :])
            if path in other.marks:
                self.marks[new] = other.marks[path]
            if path in other.key_marks:
                self.key_marks[new] = other.key_marks[path]
            if path in other.plain:
                self.plain.add(new)

    def indexed(self) -> "Document":
        """This document with the places under each of its first two levels looked up once."""
        self.under = {}
        for path in {**self.marks, **self.key_marks}:
            for length in (1, 2):
                if len(path) >= length:
                    self.under.setdefault(path[:length], []).append(path)
        return self

    def place(self, path: Path_) -> tuple[int | None, int | None]:
        """The place of a value, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.marks:
                return self.marks[path[:length]]
        return (1, 1) if self.lines else (None, None)

    def is_plain(self, path: Path_) -> bool:
        """Is the value written without quotes on one line (so that columns inside it can be counted)?"""
        return path in self.plain


class _Stop(Exception):
    """Reading cannot go on; the errors so far are all there will be."""


def read_yaml(path: str | Path, text: bytes | str | None = None) -> Document:
    """The document in a file (or in `text`, named after the path); raises `Unreadable` with every mistake."""
    name = str(path)
    raw = Path(path).read_bytes() if text is None else text
    reader = _Reader(name)
    try:
        return reader.read(raw)
    except _Stop:
        raise Unreadable(tuple(reader.errors)) from None


class _Reader:
    """Reads one text; collects what is wrong with it."""

    def __init__(self, name: str) -> None:
        self.document = Document(name)
        self.errors: list[ContentError] = []
        self.nodes = 0
        self.long_quote: Any = None

    def wrong(self, problem: str, mark: Mark | None = None, fix: str | None = None, code: str = "yaml",
              where: Path_ = ()) -> None:  # fmt: skip
        """Note a mistake."""
        line, column = mark or (None, None)
        dotted = ".".join(str(part) for part in where)
        self.errors.append(ContentError(self.document.file, line, column, dotted, problem, fix, "error", code))
        if len(self.errors) >= MOST_ERRORS:
            raise _Stop

    def read(self, raw: bytes | str) -> Document:
        """The whole document."""
        text = self.decode(raw)
        self.document.lines = text.split("\n")
        events = self.events(text)
        self.expect(next(events), yaml.StreamStartEvent)
        first = next(events)
        if isinstance(first, yaml.StreamEndEvent):
            self.wrong("the file is empty", (1, 1), code="empty")
            raise _Stop
        self.document.tree = self.node(next(events), events, (), 0)
        self.more_documents(events)
        if self.errors:
            raise _Stop
        return self.document

    def expect(self, event: Any, kind: type) -> None:
        """The parser keeps its own grammar; anything else is a bug."""
        assert isinstance(event, kind)

    def more_documents(self, events: Iterator[Any]) -> None:
        """One document a file."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.wrong("a second document begins here (---)", at(event), "one document a file", "documents")
                raise _Stop

    def decode(self, raw: bytes | str) -> str:
        """The text, checked for size and encoding."""
        if len(raw) > MOST_BYTES:
            self.wrong(f"the file has {len(raw):,} bytes; at most {MOST_BYTES:,} are read", None, "split it", "size")
            raise _Stop
        if isinstance(raw, bytes):
            try:
                raw = raw.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                read: bytes = error.object
                line = read[: error.start].count(b"\n") + 1
                shown = read[max(0, error.start - 8) : error.start + 1].decode("latin-1").strip()
                self.wrong(f"the file is not saved as UTF-8 (first strange character after {shown!r})", (line, 1),
                           'choose "Save as ... encoding UTF-8" in your editor', "encoding")  # fmt: skip
                raise _Stop from None
        text = raw.replace("\r\n", "\n")
        for number, row in enumerate(text.split("\n"), 1):
            if row.startswith("\t") or (row.lstrip(" ").startswith("\t") and row.strip()):
                self.wrong("this line begins with a tab", (number, len(row) - len(row.lstrip("\t ")) + 1),
                           "use spaces, two a level", "tab")  # fmt: skip
        if self.errors:
            raise _Stop
        return text

    def events(self, text: str) -> Iterator[Any]:
        """The parser's events; its own complaints in our words. Depth is watched here, before anything recurses."""
        depth = 0
        try:
            for event in yaml.parse(text, Loader=Loader):
                if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                    depth += 1
                    if depth > MOST_DEPTH:
                        self.wrong(f"more than {MOST_DEPTH} levels inside one another", at(event), None, "depth")
                        raise _Stop
                elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                    depth -= 1
                elif isinstance(event, yaml.ScalarEvent) and event.style in QUOTES and at(event)[0] < ended(event):
                    self.over_lines(event)
                yield event
        except yaml.MarkedYAMLError as error:
            self.complain(error)
            raise _Stop from None
        except yaml.YAMLError as error:
            self.wrong(f"a character that may not stand in such a file: {error}", None, None, "character")
            raise _Stop from None

    def over_lines(self, quoted: Any) -> None:
        """A quoted text that goes on over several lines: one that holds lines like keys was surely not closed where it should be."""
        self.long_quote = quoted
        inside = self.document.lines[at(quoted)[0] : ended(quoted)]
        if SWALLOWED.search("\n".join(inside)):
            self.not_closed(at(quoted))
            raise _Stop

    def not_closed(self, mark: Mark) -> None:
        """Say where a quote opens that is not closed."""
        row = self.document.lines[mark[0] - 1][mark[1] - 1 :].strip()
        self.wrong(f"a quote opened at line {mark[0]} is not closed ({row[:60]!r})", mark,
                   "close the quote on its line; a text of several lines stands after |", "syntax")  # fmt: skip

    def complain(self, error: Any) -> None:
        """The parser's complaint, as a sentence for the author."""
        mark = error.problem_mark or error.context_mark
        if mark and self.long_quote is not None and mark.line + 1 <= ended(self.long_quote):
            return self.not_closed(at(self.long_quote))
        if error.context_mark is not None and "quoted scalar" in str(error.context):
            return self.not_closed((error.context_mark.line + 1, error.context_mark.column + 1))
        place = (mark.line + 1, mark.column + 1) if mark else None
        row = self.document.lines[mark.line].strip() if mark and mark.line < len(self.document.lines) else ""
        problem = str(error.problem or error.context or "cannot be read")
        for words, said, fix in COMPLAINTS:
            if words in problem:
                return self.wrong(f"{said} ({row[:60]!r})" if row else said, place, fix, "syntax")
        return self.wrong(f"{problem} ({row[:60]!r})" if row else problem, place, None, "syntax")

    def node(self, event: Any, events: Iterator[Any], path: Path_, depth: int) -> Any:
        """The value that an event begins."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.wrong(f"more than {MOST_NODES:,} values", at(event), None, "nodes")
            raise _Stop
        self.refuse(event, path)
        self.document.marks.setdefault(path, at(event))
        if isinstance(event, yaml.ScalarEvent):
            if not event.style and at(event)[0] == ended(event):
                self.document.plain.add(path)
            return self.scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, path, depth)
        return None

    def refuse(self, event: Any, path: Path_) -> None:
        """Anchors, aliases and tags are not part of this language."""
        if isinstance(event, yaml.AliasEvent):
            self.wrong(
                f"*{event.anchor} stands for something written elsewhere; write it out", at(event), None, "alias", path
            )
        elif getattr(event, "anchor", None):
            self.wrong(
                f"&{event.anchor} names a value for later; write values out where they are used",
                at(event),
                None,
                "anchor",
                path,
            )
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self.wrong(f"{tag!r} asks for a special kind of value; only plain values are read", at(event),
                       'for "not" in a condition write: not preserved(E2)', "tag", path)  # fmt: skip

    def sequence(self, events: Iterator[Any], path: Path_, depth: int) -> list[Any]:
        """A list."""
        found: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.node(event, events, (*path, len(found)), depth + 1))
        return found

    def mapping(self, events: Iterator[Any], path: Path_, depth: int) -> dict[str, Any]:
        """A mapping; a key that appears twice is an error, since only one would count."""
        found: dict[str, Any] = {}
        in_list, twice = bool(path) and isinstance(path[-1], int), 0
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, events, path)
            place = (*path, key)
            if key in found:
                first = self.document.key_marks[place][0]
                twice += 1
                # In a list the second of two entries whose dash is missing repeats every key: said once.
                if twice == 1 or not in_list:
                    self.wrong(f"{key!r} appears twice here (lines {first} and {at(event)[0]}); only one would count", at(event),
                               "merge the two" + (", or begin a new entry with a dash" if in_list else ""), "duplicate", place)  # fmt: skip
                self.node(next(events), events, (*place, "again"), depth + 1)
                continue
            self.document.key_marks[place] = at(event)
            found[key] = self.node(next(events), events, place, depth + 1)
        return found

    def key(self, event: Any, events: Iterator[Any], path: Path_) -> str:
        """A key: always a word."""
        if not isinstance(event, yaml.ScalarEvent):
            self.wrong("a key has to be a word", at(event), "quote texts that begin with { or [", "key", path)
            raise _Stop
        self.refuse(event, path)
        if event.value == "<<" and not event.style:
            self.wrong("<< merges other mappings; write values out", at(event), None, "merge", path)
        return str(event.value)

    def scalar(self, event: Any, path: Path_) -> Any:
        """A plain value: only unquoted text can be anything but a string."""
        text: str = event.value
        if event.style or not text:
            return text if event.style else None
        if text in ("true", "false"):
            return text == "true"
        if text in ("null", "~"):
            return None
        if INT.match(text):
            return int(text)
        if DECIMAL.match(text):
            return float(text)
        if found := ISO_DATE.match(text):
            return self.date(found, event, path)
        self.suspicious(text, event, path)
        return text

    def date(self, found: re.Match[str], event: Any, path: Path_) -> date | str:
        """A date, if the calendar has it."""
        year, month, day = (int(part) for part in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            self.wrong(f"there is no day {found.group()}", at(event), "write dates as year-month-day, such as 2024-02-29",
                       "date", path)  # fmt: skip
            return found.group()

    def suspicious(self, text: str, event: Any, path: Path_) -> None:
        """Text that was surely meant as something else."""
        if WORD_MINUS.match(text):
            self.wrong(f"{text!r} uses a long dash from a word processor", at(event), f"write -{text[1:]} with the minus key",
                       "dash", path)  # fmt: skip
        elif LEADING_ZERO.match(text):
            self.wrong(
                f"{text!r} has a leading zero",
                at(event),
                f"write {int(text)}, or quote it if it is a text",
                "zero",
                path,
            )
        elif CURLY.match(text) and " " not in text:
            self.wrong(f"{text} has typographic quotes around it", at(event), f"write {text[1:-1]}", "quotes", path)


QUOTES = ("'", '"')
COMPLAINTS = (
    ("mapping values are not allowed", 'this text contains a colon, and here a colon means "key: value"',
     "put the text in quotes, or start it on the next line after |"),
    ("did not find expected key", "this line does not fit its neighbours: its first letter stands in another column",
     "lines of the same list or mapping start in the same column"),
    ("did not find expected '-' indicator", "this line does not fit the list around it",
     "entries of the same list start in the same column, with a dash"),
    ("found character that cannot start any token", "this character cannot begin a value", "put the text in quotes"),
    ("did not find expected ',' or", "a comma or the closing bracket is missing here",
     "put a comma between two entries; a text that holds commas, brackets or quotes stands in quotes"),
    ("could not find expected ':'", "a key without a colon", "write key: value"),
    ("exceeded maximum nesting depth", f"more than {MOST_DEPTH} levels inside one another", None),
    ("undefined alias", "an asterisk stands for something written elsewhere", "put the text in quotes"),
    ("undefined tag handle", "an exclamation mark asks for a special kind of value",
     'for "not" in a condition write: not preserved(E2)'),
)  # fmt: skip


def at(event: Any) -> Mark:
    """The place where an event begins, counted from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def ended(event: Any) -> int:
    """The line on which an event ends, counted from 1."""
    return int(event.end_mark.line) + 1
