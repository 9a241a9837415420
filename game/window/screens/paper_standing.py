"""How a paper stands: its headings, its checklist, its days, what it lacks; asked of the engine once between two changes."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine import Choice, Decision, ItemView, Point, Refused
from game.pages import form
from game.words import Words

if TYPE_CHECKING:
    from game.window.app import App

FAR_FROM_HOME = ("mla", "eio", "extradition", "eaw", "jit", "transfer")


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper at one moment.

    Attributes:
        title: as the desk names it. to: the country it goes to. refusal: why it cannot be sent at all.
        lacking: names of headings that are missing (in an assessed play only those without which nothing can be sent).
        days: twenty equally likely numbers of days. by_channel: the same for every channel of the form.
        lost: the item that perishes first, in how many days.
    """

    decision: Decision
    procedure: str
    instrument: str
    title: str
    to: str
    practice: bool
    fields: tuple[form.Field, ...]
    sections: tuple[form.Section, ...]
    refusal: Refused | None
    points: tuple[Point, ...]
    lacking: frozenset[str]
    days: tuple[int, ...]
    by_channel: tuple[tuple[str, tuple[int, ...]], ...]
    lost: tuple[ItemView, int] | None

    @property
    def limit(self) -> int | None:
        """In how many days the first thing asked for is lost."""
        return self.lost[1] if self.lost else None

    @property
    def barred(self) -> Refused | None:
        """Why it cannot be sent for another reason than an empty heading."""
        return None if understood(self.refusal) else self.refusal

    @property
    def missing(self) -> int:
        """How many points are missing."""
        return len(self.lacking)

    def words_key(self, words: Words, key: str) -> str:
        """The key of words for this kind of paper, where it has its own."""
        own = f"{key}.{self.procedure}"
        return own if words.has(own) else key

    def lacking_in_order(self) -> list[form.Field]:
        """The headings that are missing, in the order of the form."""
        return [f for section in self.sections for f in section.fields if f.name in self.lacking]

    def value(self, name: str) -> Any:
        """What is filled in under a heading."""
        return dict(self.decision.terms).get(name)


def standing(app: "App", choice: Choice, decision: Decision, terms: dict[str, Any]) -> Standing:
    """How the paper stands now."""
    play, view, tell = app.sitting.play, app.view, app.tell
    practice = app.sitting.mode == "practice"
    fields = tuple(f for f in form.fields(choice, view, tell, terms) if (f.options or not f.many) and form.is_asked(f.name, terms))
    refusal = play.check(decision)
    preview = play.preview(decision) if understood(refusal) else None
    points = preview.points if preview else ()
    lacking = {f.name for f in fields if f.required and empty(terms.get(f.name))}
    if practice:
        lacking |= {p.key for p in points if p.state == "missing"}
    title = tell.begun(decision.on) if decision.act == "start" else tell.decision(decision)
    return Standing(
        decision, procedure_of(app, decision), choice.instrument, title, form.country_of(decision, view), practice, fields,
        form.sections(fields), refusal, points, frozenset(lacking), preview.days if preview else (),
        by_channel(app, decision, fields) if preview else (), form.first_lost(decision, view),
    )  # fmt: skip


def understood(refusal: Refused | None) -> bool:
    """Can the paper be weighed as it stands? Also while a heading that has to be filled in is still empty."""
    return refusal is None or refusal.why == "term_missing"


def empty(value: Any) -> bool:
    """Is nothing filled in?"""
    return value in (None, (), "", [])


def procedure_of(app: "App", decision: Decision) -> str:
    """Which procedure the paper belongs to."""
    if decision.act == "start":
        return decision.on[0]
    return next((r.procedure for r in app.view.requests if r.id == decision.on[0]), "")


def by_channel(
    app: "App", decision: Decision, fields: tuple[form.Field, ...]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The expected days of the same paper by every channel."""
    field = next((f for f in fields if f.name == "channel"), None)
    if field is None or len(field.options) < len(("this", "that")):
        return ()
    found = []
    for option in field.options:
        other = replace(decision, terms={**decision.terms, "channel": option.value})
        days = app.sitting.play.preview(other).days if understood(app.sitting.play.check(other)) else ()
        found.append((option.value, days))
    return tuple(found)
