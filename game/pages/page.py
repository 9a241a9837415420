"""Pages: what a screen says, without saying how. Pure data that the window paints and the text mode reads aloud."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine import Choice, Decision


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `tone`: body, story, note, warn or good."""

    text: str
    tone: str = "body"


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `keys` are the ids behind the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Go:
    """An action: show another page, about something."""

    page: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Fill:
    """An action: fill in the form of a choice, then decide."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class Until:
    """An action: ask for a day, then wait until it."""


@dataclass(frozen=True, slots=True)
class Leave:
    """An action: save and leave."""


Action = Decision | Go | Fill | Until | Leave


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to press: its words, what follows, whether it is possible, and if not why not.

    `key` is a letter that presses it; `seat`, `instrument`, `takes` (working days) and `source` for its small print;
    `procedure` is the kind of paper it begins or concerns, more exact than the instrument, where there is one.
    """

    text: str
    action: Action
    possible: bool = True
    why_not: str = ""
    key: str = ""
    seat: str = ""
    instrument: str = ""
    takes: int = 0
    source: str = ""
    procedure: str = ""


Block = Heading | Para | Facts | Table | Offer


@dataclass(frozen=True, slots=True)
class Page:
    """A page: id, title, blocks in reading order."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    about: str = ""

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be pressed, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Offer))


@dataclass(slots=True)
class Draft:
    """A page being written."""

    id: str
    title: str
    about: str = ""
    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str) -> None:
        """Add a heading."""
        self.blocks.append(Heading(text))

    def say(self, text: str, tone: str = "body") -> None:
        """Add paragraphs; an empty line in the text begins a new one."""
        for part in text.strip().split("\n\n"):
            if part.strip():
                self.blocks.append(Para(" ".join(part.split()), tone))

    def facts(self, *rows: tuple[str, str]) -> None:
        """Add labelled values."""
        if rows:
            self.blocks.append(Facts(rows))

    def table(
        self, title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], keys: tuple[str, ...] = ()
    ) -> None:
        """Add a table, unless it is empty."""
        if rows:
            self.blocks.append(Table(title, columns, tuple(rows), keys))

    def offer(self, *offers: Offer) -> None:
        """Add things to press."""
        self.blocks.extend(offers)

    def done(self) -> Page:
        """The page."""
        return Page(self.id, self.title, tuple(self.blocks), self.about)
