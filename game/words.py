"""Words by key and language; dates and numbers as people write them. A missing key is a test failure, never a crash."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from engine import LawBook, read_yaml
from game.places import shipped

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Words:
    """The words of one language."""

    def __init__(self, language: str, table: Mapping[str, str]) -> None:
        self.language, self.table = language, table

    def __call__(self, key: str, **told: Any) -> str:
        """The words of a key, filled in; the key itself when there are none."""
        text = self.table.get(key)
        if text is None:
            return key
        if not told:
            return text
        try:
            return text.format(**told)
        except (KeyError, IndexError, ValueError):
            return text

    def of(self, law: LawBook) -> "Words":
        """The words for a law pack: those that it has of its own, over these."""
        own = law.pack.words
        return Words(self.language, {**self.table, **own}) if own else self

    def has(self, key: str) -> bool:
        """Are there words for this key?"""
        return key in self.table

    def together(self, names: Sequence[str]) -> str:
        """One name, or two in a sentence."""
        return self("law.and", a=names[0], b=names[1]) if len(names) > 1 else names[0]

    def date(self, day: int | None) -> str:
        """A proleptic ordinal as people write it: Thu 15 Oct 2009."""
        if day is None:
            return "-"
        when = date.fromordinal(day)
        return f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]} {when.year}"

    def day(self, day: int) -> str:
        """Without the year: Thu 15 Oct."""
        return self.date(day).rsplit(" ", 1)[0]

    def short(self, day: int) -> str:
        """Without the weekday: 15 Oct 2009."""
        return self.date(day).split(" ", 1)[1]

    def short_date(self, day: int) -> str:
        """Without weekday and year: 15 Oct."""
        when = date.fromordinal(day)
        return f"{when.day} {MONTHS[when.month - 1]}"


@lru_cache(maxsize=8)
def load_words(language: str = "en") -> Words:
    """The words of a language; what it lacks is taken from English."""
    folder = shipped("assets") / "words"
    table: dict[str, str] = {str(k): str(v) for k, v in read_yaml(folder / "en.yaml").tree.items()}
    own = folder / f"{language}.yaml"
    if language != "en" and own.is_file():
        table |= {str(k): str(v) for k, v in read_yaml(own).tree.items()}
    return Words(language, table)
