"""Links in what is told: an item leads to the table of evidence, an instrument to the rule book."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from game.window.prose import Piece, Prose
from game.window.widgets import Label, Widget

if TYPE_CHECKING:
    from game.window.app import App

ARTICLE = r"(?: art\. \d+[\da-z()]*)?"


@lru_cache(maxsize=32)
def pattern(items: tuple[str, ...], instruments: tuple[str, ...]) -> re.Pattern[str]:
    """What names an item the seat knows, or an instrument of the pack with its article; the longest name first."""

    def any_of(names: tuple[str, ...]) -> str:
        return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"

    return re.compile(rf"(?<![\w-])(?:(?P<item>{any_of(items)})|(?P<law>{any_of(instruments)}){ARTICLE})(?![\w-])")


def with_links(app: "App", text: str, key: str, role: str = "body", token: str = "ink", gap: float = 0) -> Widget:
    """A paragraph, with links where it names an item or an instrument; `key` begins the keys of its links."""
    pieces = linked(app, text, key)
    if len(pieces) < 2 and not any(press for _, _, press in pieces):
        return Label(text=text, role=role, token=token, gap=gap)
    return Prose(pieces=pieces, role=role, token=token, gap=gap)


def linked(app: "App", text: str, key: str) -> list[Piece]:
    """A text in pieces."""
    law = app.sitting.scenario.law
    known = pattern(tuple(i.id for i in app.view.items), (*law.treaties, *(b.treaty.id for b in law.bilaterals)))
    pieces: list[Piece] = []
    end = 0
    for number, found in enumerate(known.finditer(text)):
        if found.start() > end:
            pieces.append((text[end : found.start()], "", None))
        pieces.append((found.group(), f"see {key} {number}", leading(app, found)))
        end = found.end()
    if end < len(text):
        pieces.append((text[end:], "", None))
    return pieces


def leading(app: "App", found: re.Match[str]) -> Callable[[], None]:
    """What a link does."""
    item, law = found.group("item"), found.group("law")
    return (lambda: to_item(app, item)) if item else (lambda: to_rule(app, law))


def to_item(app: "App", id: str) -> None:
    """The table of evidence, at an item."""
    from game.window.screens.evidence import Evidence

    app.push(Evidence(id))


def to_rule(app: "App", id: str) -> None:
    """The rule book, at an instrument, found by its name so that it is listed whether it binds or not."""
    from game.window.screens.instrument import treaty_of
    from game.window.screens.rulebook import PURPOSES, Rulebook

    treaty = treaty_of(app, id)
    purpose = next((p for p in PURPOSES if treaty is not None and p in treaty.uses), "")
    book = Rulebook(f" {purpose} {id}")
    book.find.put(id)
    app.push(book)
