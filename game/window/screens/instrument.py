"""One instrument of the rule book: how it stands between two States on a day, its articles, its parties, its source."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import Almost, Basis
from game.pages.rulebook import almost
from game.window.brush import Brush
from game.window.screens.acts import band, inset
from game.window.widgets import Label, Rich, Row, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

TONES = {"binds": ("check", "adm", "admB"), "almost": ("x", "exc", "excB"), "other": ("circle", "ink3", "sunken")}
NUMBERS = 78.0


@dataclass(frozen=True, slots=True)
class Question:
    """What the rule book is asked: between whom, for what, on which day."""

    first: str
    second: str
    purpose: str
    day: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An instrument in the list: how it stands between the two on that day, and a line on that."""

    id: str
    title: str
    state: str
    note: str
    basis: Basis | None = None
    near: Almost | None = None


@dataclass
class Title(Label):
    """The title of the sheet; it takes the focus, so that the sheet can be read and scrolled by keys."""

    spoken: str = ""

    @property
    def says(self) -> str:
        """How it stands, and its articles."""
        return self.spoken

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The words, and the ring."""
        super().paint(brush, focus, hover)
        if focus == self.key:
            brush.focus(self.box, out=5)


def treaty_of(app: "App", id: str) -> Any:
    """An instrument of the pack, of many States or of two; None where it is neither (national law)."""
    law = app.sitting.scenario.law
    return law.treaties.get(id) or next((b.treaty for b in law.bilaterals if b.treaty.id == id), None)


def title_of(app: "App", id: str) -> str:
    """The title of any instrument of the pack."""
    treaty = treaty_of(app, id)
    return treaty.title if treaty else id


def told_since(app: "App", country: str, treaty: str, start: int | None) -> str:
    """Since when a State is bound: a day, or the month or year the source gives."""
    period = app.sitting.scenario.law.period(country, treaty)
    return period or (app.words.short(start) if start else "")


def since(app: "App", basis: Basis) -> str:
    """Since when it is in force for each of the two."""
    return "; ".join(f"{country} {told_since(app, country, basis.treaty, day)}" for country, day in basis.in_force if day)


# -- the sheet ----------------------------------------------------------------------------------------------------------


def sheet(app: "App", asked: Question, entry: Entry | None) -> list[Widget]:
    """How it stands, its articles, in force for whom since when, declarations, who says so."""
    if entry is None:
        return [Space(height=10), inset(Label(text=app.words("rulebook.nothing"), role="card"))]
    return [*head(app, asked, entry), *parties(app, asked, entry), *articles(app, asked, entry), *reservations(app, entry),
            *source(app, entry), Space(height=10)]  # fmt: skip


def head(app: "App", asked: Question, entry: Entry) -> list[Widget]:
    """Its state as a chip, its title, its reference; the reason where it does not apply; by which channels it goes."""
    words, treaty = app.words, treaty_of(app, entry.id)
    icon, token, tint = TONES[entry.state]
    chip = (icon, words(f"rulebook.{entry.state}"), token, tint, "")
    reference = treaty.reference if treaty and treaty.reference != entry.title else ""
    rows: list[Widget] = [
        Space(height=8),
        inset(Rich(pieces=[("chip", (entry.id, "ink2", "sunken")), ("second ink2", reference), ("end chip", chip)], height=22)),
        inset(Title(key="sheet", text=entry.title, role="big", press=nothing, spoken=spoken(app, entry))),
    ]
    if entry.near is not None:
        rows.append(inset(Rich(pieces=[("icon", ("triangle-alert", "exc")), ("label exc", almost(entry.near, app.tell))])))
    if entry.basis is not None and entry.basis.channels:
        channels = ", ".join(words(f"channel.{c}") for c in entry.basis.channels)
        rows.append(inset(Label(text=f"{words('law.channels').capitalize()}: {channels}", role="second", token="ink2")))
    if entry.basis is not None and entry.basis.supporting:
        rows.append(inset(Label(text=words("law.supporting").capitalize(), role="second", token="ink2")))
    return rows


def nothing() -> None:
    """The title takes the focus to be read; there is nothing to press."""


def spoken(app: "App", entry: Entry) -> str:
    """The instrument read aloud: how it stands, then its articles."""
    treaty = treaty_of(app, entry.id)
    told = [entry.title, app.words(f"rulebook.{entry.state}"), entry.note]
    return ". ".join([*told, *(f"{number}: {text}" for number, text in (treaty.articles.items() if treaty else ()))])


def parties(app: "App", asked: Question, entry: Entry) -> list[Widget]:
    """Since when each State is bound on this day: the two first, then the others of the case."""
    view, law = app.view, app.sitting.scenario.law
    if entry.id not in law.treaties:
        return two_only(app, entry)
    others = [c for c in (view.home, *view.countries) if c not in (asked.first, asked.second)]
    rows = [party(app, asked, entry.id, country, n < 2) for n, country in enumerate((asked.first, asked.second, *others))]
    return [band(app.words("law.in_force").capitalize(), app.words.date(asked.day)), *rows]


def two_only(app: "App", entry: Entry) -> list[Widget]:
    """An instrument between two States: since when it applies."""
    if entry.basis is None or not any(day for _, day in entry.basis.in_force):
        return []
    pieces: list[Any] = [("body ink", since(app, entry.basis))]
    return [band(app.words("law.in_force").capitalize()), inset(Rich(pieces=pieces))]


def party(app: "App", asked: Question, treaty: str, country: str, of_the_two: bool) -> Widget:
    """One State: bound since when and how sure that is, or not bound on this day."""
    found = app.sitting.scenario.law.country(country)
    bound = found.party_on(treaty, asked.day)
    known = found.accepts.get(treaty)
    told = told_since(app, country, treaty, bound.start) if bound else app.words("rulebook.not_party")
    sure = f" ({app.words('confidence.' + known.confidence)})" if known and known.confidence != "sourced" else ""
    icon, token = ("check", "adm") if bound else ("x", "exc")
    role = "label ink" if of_the_two else "body ink2"
    pieces: list[Any] = [("icon", (icon, token)), ("flag", country), (role, app.tell.country(country)),
                         ("end words", (f"{told}{sure}", "ink2" if bound else "ink3"))]  # fmt: skip
    return inset(Rich(pieces=pieces, height=20))


def articles(app: "App", asked: Question, entry: Entry) -> list[Widget]:
    """The articles that matter for this purpose first, then the others the pack holds."""
    treaty = treaty_of(app, entry.id)
    if treaty is None or not treaty.articles:
        return []
    use = treaty.uses.get(asked.purpose)
    wanted = entry.basis.articles if entry.basis else use.articles if use else ()
    first = [number for number in wanted if number in treaty.articles]
    rest = [number for number in treaty.articles if number not in first]
    rows: list[Widget] = [band(app.words("rulebook.for_this", purpose=app.words(f"rulebook.{asked.purpose}").lower()))] if first else []
    rows += [article(treaty, number, True) for number in first]
    if rest:
        rows.append(band(app.words("rulebook.other_articles" if first else "law.articles").capitalize()))
    return [*rows, *(article(treaty, number, False) for number in rest)]


def article(treaty: Any, number: str, strong: bool) -> Widget:
    """One article: its number, its text."""
    return inset(
        Row(
            widths=(NUMBERS, -1),
            children=[
                Label(text=f"art. {number}", role="label" if strong else "second", token="ink" if strong else "ink3"),
                Label(text=treaty.articles[number], role="letter", token="ink" if strong else "ink2"),
            ],
        )
    )


def reservations(app: "App", entry: Entry) -> list[Widget]:
    """Declarations and reservations of the two that are in effect, with how sure they are."""
    if entry.basis is None or not entry.basis.reservations:
        return []
    rows: list[Widget] = []
    for whose, r in entry.basis.declared:
        where = f", {app.words('law.article')} {r.article}" if r.article else ""
        said = f"{app.tell.countries(whose)}{where} ({app.words('confidence.' + r.confidence)})"
        rows += [inset(Label(text=said, role="label")), inset(Label(text=r.effect, role="letter", token="ink2"))]
    return [band(app.words("rulebook.reservations")), *rows]


def source(app: "App", entry: Entry) -> list[Widget]:
    """Who says so, how sure that is, and when somebody last looked; what this book is good for."""
    words, treaty = app.words, treaty_of(app, entry.id)
    confidence = entry.basis.confidence if entry.basis else treaty.dates_confidence if treaty else ""
    link = entry.basis.source.link if entry.basis else treaty.link if treaty else None
    checked = treaty.checked if treaty else entry.basis.source.checked if entry.basis else ""
    said = [words(f"confidence.{confidence}").capitalize() if confidence else "",
            words("rulebook.checked", date=checked) if checked else "", link or words("rulebook.no_link").capitalize()]  # fmt: skip
    return [band(words("rulebook.source")), inset(Label(text=". ".join(each for each in said if each), role="second", token="ink2")),
            inset(Label(text=words("rulebook.training"), role="second", token="ink3"))]  # fmt: skip
