"""What can be read in the debrief: every point, what else could have happened, the rules, the days, the ledger."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import Debrief, Regret
from game.window.theme import STATE_ICONS, TINTS
from game.window.widgets import Card, Column, Label, Rich, Row, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

MOST_RULES, MOST_ITEMS = 4, 2
GoBack = Callable[[int], None]


def entry(pieces: list[tuple[str, Any]], text: str, source: str) -> Card:
    """A reason: small print, sentence, source."""
    rows: list[Widget] = [Rich(pieces=pieces)]
    if text:
        rows.append(Label(text=text, role="body"))
    if source and source != text:
        rows.append(Label(text=source, role="second", token="ink3", most=2))
    return Card(pad=8, border="line", fill="panel", body=Column(gap=2, children=rows))


def points(app: "App", found: Debrief, criterion: str) -> list[Widget]:
    """Every point with day, decision, reason, source; then what was not earned."""
    words = app.words
    earned = [p for p in found.mark.points if criterion in ("", p.criterion)]
    missed = [p for p in found.mark.missed if criterion in ("", p.criterion)]
    rows: list[Widget] = [point(app, p) for p in earned]
    if not earned:
        rows.append(Label(text=words("debrief.no_points"), token="ink2"))
    if missed:
        rows += [Space(height=6), Label(text=words("debrief.missed"), role="card"), *(point(app, p, True) for p in missed)]
    return rows


def point(app: "App", p: Any, missed: bool = False) -> Card:
    """One point: how many, of which criterion, when and after which decision, why, who says so."""
    words = app.words
    token, tint = ("ink3", "sunken") if missed else ("adm", "admB") if p.points > 0 else ("exc", "excB")
    pieces: list[tuple[str, Any]] = [
        ("chip", (f"{p.points:+d}", token, tint)), ("second ink2", words(f"criterion.{p.criterion}")),
    ]  # fmt: skip
    if not missed:
        when = f"{words.date(p.day)}, {words('debrief.decision', n=p.decision)}"
        pieces.append(("right", (when, "second", "ink3")))
    return entry(pieces, p.because, app.tell.cite(p.source))


def what_else(app: "App", found: Debrief, done: int | None, go_back: GoBack) -> list[Widget]:
    """What one other decision would have changed, with the same luck; `done` = so many are worked out, None = all."""
    words = app.words
    if done is not None:
        of = words("debrief.computing", n=done)
        return [Rich(pieces=[("icon", ("hourglass", "ink2")), ("body ink2", of)], height=28)]
    rows: list[Widget] = []
    if not found.regrets:
        rows.append(Label(text=words("debrief.no_regrets"), token="ink2"))
    rows += [regret(app, r, go_back) for r in found.regrets]
    if found.right:
        rows.append(Label(text=words("debrief.right"), role="label"))
        rows += [regret(app, r, go_back) for r in found.right]
    return [*rows, *lessons(app, found)]


def regret(app: "App", r: Regret, go_back: GoBack) -> Card:
    """Another decision: points, what was and what would have been, the days, the items; pressed, one plays on from there."""
    words, tell = app.words, app.tell
    play = app.sitting.play
    when = words("debrief.day", day=r.day - play.scenario.start, date=words.short_date(r.day))
    was = words("debrief.was", what=tell.decision(play.decisions[r.decision - 1]))
    inner = Column(
        gap=3,
        children=[
            Rich(pieces=[("second ink3", when), ("end cap", "Enter"), ("end words", (words("debrief.from_there"), "ink2"))]),
            Label(text=tell.decision(r.instead) if r.instead else words("debrief.left_out"), role="label"),
            Label(text=was, role="second", token="ink2"),
            Label(text=effect(app, r), role="second", token="ink2"),
        ],
    )
    number = Label(text=f"{r.points:+d}".replace("-", "\u2212"), role="big", token="adm" if r.points > 0 else "exc", align="right")
    return Card(key=f"regret {r.decision} {r.points}", pad=10, body=Row(widths=(46, -1), gap=12, children=[number, inner]),
                press=lambda: go_back(r.decision))  # fmt: skip


def effect(app: "App", r: Regret) -> str:
    """What it would have changed besides the points: days, items, ending."""
    words = app.words
    said = []
    if r.days:
        name = "shorter" if r.days > 0 else "longer"
        said.append(words(f"debrief.{name}.one") if abs(r.days) == 1 else words(f"debrief.{name}", n=abs(r.days)))
    if r.gained:
        said.append(words("debrief.gained", items=some(app, r.gained)))
    if r.lost:
        said.append(words("debrief.lost", items=some(app, r.lost)))
    title = next((e.title for e in app.sitting.scenario.endings if e.id == r.ending), r.ending)
    return "; ".join([*said, words("debrief.ending", ending=title)])


def some(app: "App", ids: tuple[str, ...]) -> str:
    """Some items by name, of many the rest by its number."""
    if len(ids) <= MOST_ITEMS + 1:
        return app.tell.names(ids)
    return app.words("debrief.and_more", items=app.tell.names(ids[:MOST_ITEMS]), n=len(ids) - MOST_ITEMS)


def lessons(app: "App", found: Debrief) -> list[Widget]:
    """What the choices taken teach."""
    if not found.lessons:
        return []
    rows: list[Widget] = [Space(height=4), Label(text=app.words("debrief.lessons"), role="label")]
    for number, _, text, source in found.lessons:
        small: list[tuple[str, Any]] = [("second ink3", app.words("debrief.decision", n=number))]
        rows.append(entry(small, text, app.tell.cite(source) if source else ""))
    return rows


def rules(app: "App", found: Debrief) -> list[Widget]:
    """The rules that decided most: name, text, since when they bind the States of the case, how sure that is."""
    shown = [(ref, n) for ref, n in found.law if app.tell.source(ref) is not None]
    first = [pair for pair in shown if pair[0].split(" ")[0] in app.sitting.scenario.law.treaties]
    ordered = [*first, *(pair for pair in shown if pair not in first)][:MOST_RULES]
    rows: list[Widget] = []
    for reference, _ in ordered:
        rows += [*rule(app, reference), Space(height=9, line=True)]
    return rows[:-1] or [Label(text=app.words("debrief.no_rules"), token="ink2")]


def rule(app: "App", reference: str) -> list[Widget]:
    """One rule."""
    source = app.tell.source(reference)
    if source is None:
        return []
    shown = [app.words(f"confidence.{source.confidence}")] if source.confidence != "sourced" else []
    if since := bound_since(app, reference.split(" ")[0]):
        shown.insert(0, f"{app.words('law.in_force').capitalize()}: {since}")
    title = app.tell.called(reference, source)
    rows: list[Widget] = [] if title == source.says else [Label(text=title, role="label")]
    rows.append(Label(text=source.says, role="letter"))
    return [*rows, *(Label(text=each, role="axis", token="ink3") for each in shown)]


def bound_since(app: "App", treaty: str) -> str:
    """Since when a treaty binds each State of the case, on the last day of the play; empty for what is no treaty."""
    scenario, today = app.sitting.scenario, app.sitting.play.today
    if treaty not in scenario.law.treaties:
        return ""
    found = []
    for country in (scenario.home, *scenario.countries):
        accepted = scenario.law.country(country).party_on(treaty, today)
        if accepted is not None and accepted.start:
            found.append(f"{app.tell.country(country)} {app.words.short(accepted.start)}")
    return ", ".join(found)


def timeline(app: "App", found: Debrief) -> list[Widget]:
    """Day by day, the hidden things too."""
    rows: list[Widget] = []
    for o in found.timeline:
        hidden = not o.seen_by
        text = app.tell.outcome(o) + (f" {app.words('debrief.hidden')}" if hidden else "")
        when = Label(text=app.words.date(o.day), role="second", token="ink3")
        rows.append(Row(widths=(120, -1), children=[when, Label(text=text, token="per" if hidden else "ink")]))
    return rows


def ledger(app: "App", found: Debrief) -> list[Widget]:
    """What the court said to each item."""
    rows: list[Widget] = []
    for ruling in found.ledger:
        token, tint = TINTS.get(ruling.verdict, ("intl", "intlB"))
        pieces: list[tuple[str, Any]] = [
            ("icon", (STATE_ICONS.get(ruling.verdict, "eye"), token)),
            ("chip", (app.words(f"verdict.{ruling.verdict}"), token, tint)),
            ("body ink", app.tell.name(ruling.item)),
        ]
        rows.append(entry(pieces, "", app.tell.cite(ruling.source) if ruling.source else ""))
    return rows


def law(app: "App", found: Debrief) -> list[Widget]:
    """All the law that mattered, with how often."""
    rows: list[Widget] = []
    for reference, times in found.law:
        source = app.tell.source(reference)
        often = (app.words("debrief.times", n=times), "second", "ink3")
        pieces: list[tuple[str, Any]] = [("icon", ("book-open", "ink2")), ("label ink", reference), ("right", often)]
        rows.append(entry(pieces, source.says if source else "", app.words(f"confidence.{source.confidence}") if source else ""))
    return rows
