"""What can be read in the debrief: every point, what else could have happened, luck, the rules, the days, the ledger.

Every line opens what is behind it: a day, an entry of the ledger, or a rule.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from engine import Debrief, Outcome, Regret, items_behind, span
from game.pages.debrief import decision_told, left_told, luck_lines, missed_points, more, reasons_given, stands, why
from game.pages.telling import UNCHECKED
from game.window.pictures.luck import LuckModel, draw_luck
from game.window.screens.acts import Flush, inset
from game.window.screens.rule_sheet import bound_since, cited
from game.window.theme import ICONS, STATE_ICONS, TINTS
from game.window.widgets import Card, Column, Label, Picture, Rich, Row, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

MOST_RULES, MOST_ITEMS = 6, 2
LUCK_HEIGHT = 190.0
MINUS = "\u2212"


class Doors(Protocol):
    """What a line of the debrief can open."""

    def day(self, number: int, day: int) -> None:
        """The desk as it stood after a decision, on a day."""

    def item(self, id: str) -> None:
        """The entry of the ledger."""

    def rule(self, reference: str) -> None:
        """The rule."""

    def back(self, number: int) -> None:
        """Back to before a decision, to play on from there."""


@dataclass
class Leaf:
    """A leaf as it is built: its rows, the key that has the focus, and the rule behind each key."""

    app: "App"
    found: Debrief
    doors: Doors
    focus: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    memory: dict[Any, Any] = field(default_factory=dict)
    rows: list[Widget] = field(default_factory=list)
    unchecked: bool = False

    def cited(self, reference: str | None) -> str:
        """A source as it stands in a leaf; that some are not re-checked is explained once, at its end."""
        said = self.app.tell.signed(reference)
        self.unchecked = self.unchecked or bool(self.app.tell.unchecked(said))
        return said

    def line(self, key: str, lines: list[Widget], press: Any, rule: str | None = None, pad: float = 10,
             barred: str = "") -> None:  # fmt: skip
        """A line that can be pressed; `rule` = what F opens on it; `barred` = why there is nothing behind it."""
        if rule and self.app.tell.source(rule) is not None:
            self.rules[key] = rule
        self.rows.append(Card(key=key, pad=pad, flat=True, fill="panel", ring_inside=True, selected=self.focus == key,
                              body=Column(gap=2, children=lines), press=press, enabled=not barred, tip=barred))  # fmt: skip

    def say(self, *widgets: Widget) -> None:
        """Something between the lines."""
        self.rows.append(inset(Space(height=4), *widgets, Space(height=2)))

    def news(self, number: int, outcome: Outcome) -> str:
        """What an outcome says; put into words once, for a leaf of a hundred lines is built for every picture."""
        told = self.memory.setdefault(("news", self.app.words.language), {})
        if number not in told:
            told[number] = self.app.tell.news(outcome)
        return str(told[number])

    def opens(self, key: str, what: str) -> list[tuple[str, Any]]:
        """At the end of the line that has the focus: what Enter opens."""
        if self.focus != key:
            return []
        return [("end words", (self.app.words(f"debrief.opens.{what}"), "ink2")), ("end cap", "Enter")]


# -- points -------------------------------------------------------------------------------------------------------------


def points(leaf: Leaf, criterion: str) -> None:
    """Every point with day, decision, reason, source; then what was not earned."""
    earned = [p for p in leaf.found.mark.points if criterion in ("", p.criterion)]
    missed = [p for p in missed_points(leaf.found) if criterion in ("", p.criterion)]
    if not earned:
        leaf.say(Label(text=leaf.app.words("debrief.no_points"), token="ink2"))
    for p in earned:
        point(leaf, p)
    if missed:
        leaf.say(Label(text=leaf.app.words("debrief.missed"), role="card"))
    for p in missed:
        point(leaf, p, True)


def point(leaf: Leaf, p: Any, missed: bool = False) -> None:
    """One point: how many, of which criterion, when and after which decision, why, who says so."""
    app, words, key = leaf.app, leaf.app.words, f"point {p.rule}"
    what, press = behind(leaf, p, missed)
    token, tint = ("ink3", "sunken") if missed else ("adm", "admB") if p.points > 0 else ("exc", "excB")
    sign = str(p.points) if missed else f"{p.points:+d}".replace("-", MINUS)
    pieces = [("chip", (sign, token, tint)), ("second ink2", words(f"criterion.{p.criterion}")), *leaf.opens(key, what)]
    lacking = stands(leaf.found, p, app.tell) if missed else ""
    lines: list[Widget] = [Rich(pieces=pieces, height=20), Label(text=f"{p.because}{lacking}")]
    if not missed:
        told = decision_told(p.day, p.decision, app.sitting.play, app.tell)
        lines.append(Label(text=f"{words.date(p.day)}, {told}", role="second", token="ink2"))
    if cite := leaf.cited(p.source):
        lines.append(Label(text=cite, role="second", token="ink3", most=2))
    leaf.line(key, lines, press, p.source)


def behind(leaf: Leaf, p: Any, missed: bool) -> tuple[str, Any]:
    """What a point opens: the entry of the ledger it hangs on, else its day, else its rule."""
    seen = {item.id for item in leaf.app.view.items}
    item = next((id for id in items_behind(leaf.app.sitting.scenario, p.rule) if id in seen), None)
    if item is not None:
        return "ledger", lambda: leaf.doors.item(item)
    if not missed:
        return "day", lambda: leaf.doors.day(p.decision, p.day)
    return "rule", lambda: leaf.doors.rule(p.source)


# -- what else ----------------------------------------------------------------------------------------------------------


def what_else(leaf: Leaf, done: int | None) -> None:
    """What one other decision would have changed, with the same luck; `done` = so many are worked out, None = all."""
    words, found = leaf.app.words, leaf.found
    if done is not None:
        leaf.say(computing(leaf.app, "debrief.computing", done))
        return
    if not found.regrets:
        leaf.say(Label(text=words("debrief.no_regrets"), token="ink2"))
    for r in found.regrets:
        regret(leaf, r)
    if found.right:
        leaf.say(Label(text=words("debrief.right"), role="label"))
    for r in found.right:
        regret(leaf, r)
    left(leaf)
    lessons(leaf)


def left(leaf: Leaf) -> None:
    """What nobody did; pressed, the day."""
    app, words = leaf.app, leaf.app.words
    if leaf.found.left_open:
        leaf.say(Label(text=words("debrief.left_open"), role="card"))
    for number, each in enumerate(leaf.found.left_open):
        key = f"left {number}"
        small = Rich(pieces=[("icon", ("hourglass", "exc")), ("second ink3", words.date(each.day)), *leaf.opens(key, "day")])
        said = Label(text=f"{left_told(each, app.tell)}.", role="body")
        leaf.line(key, [small, said], lambda d=each.day: leaf.doors.day(taken_by(app, d), d))


def taken_by(app: "App", day: int) -> int:
    """The number of the last decision that had been taken by a day."""
    return sum(taken <= day for taken in app.sitting.play.days)


def reason(leaf: Leaf, number: int) -> list[Widget]:
    """The reason that was written down with a decision, if one was."""
    said = why(number, leaf.app.sitting.play, leaf.app.tell).strip()
    return [Label(text=said, role="second", token="ink2")] if said else []


def computing(app: "App", name: str, done: int) -> Widget:
    """So much is worked out."""
    line = Rich(pieces=[("icon", ("hourglass", "ink2")), ("body ink2", app.words(name, n=done))], height=24)
    return Column(gap=2, children=[line, Label(text=app.words("debrief.meanwhile"), role="second", token="ink3")])


def regret(leaf: Leaf, r: Regret) -> None:
    """Another decision: points, what was and what would have been, the days, the items; pressed, one plays on from there."""
    app, words, tell = leaf.app, leaf.app.words, leaf.app.tell
    key, play = f"regret {r.decision} {r.points}", app.sitting.play
    when = words("debrief.day", day=r.day - play.scenario.start, date=words.short_date(r.day))
    again = [("end words", (words("debrief.from_there"), "ink2")), ("end cap", "Enter")] if leaf.focus == key else []
    icon = instrument_of(app, r.instead or play.decisions[r.decision - 1])
    lines: list[Widget] = [
        Rich(pieces=[*([("icon", (ICONS[icon], icon))] if icon else []), ("second ink3", when), *again]),
        Label(text=tell.decision(r.instead) if r.instead else words("debrief.left_out"), role="label"),
        Label(text=words("debrief.was", what=tell.decision(play.decisions[r.decision - 1])), role="second", token="ink2"),
        *reason(leaf, r.decision),
        Label(text=effect(app, r), role="second", token="ink2"),
        Label(text=" · ".join(differences(app, r)), role="axis", token="ink3"),
    ]
    number = Label(text=f"{r.points:+d}".replace("-", MINUS), role="big", token="adm" if r.points > 0 else "exc", align="right")
    leaf.line(key, [Row(widths=(46, -1), gap=12, children=[number, Column(gap=2, children=lines)])], lambda: leaf.doors.back(r.decision))


def differences(app: "App", r: Regret) -> list[str]:
    """By how many points each criterion would differ."""
    return [app.words("debrief.points_by", criterion=app.words(f"criterion.{name}"), points=f"{points:+d}".replace("-", MINUS))
            for name, points in r.criteria]  # fmt: skip


def instrument_of(app: "App", decision: Any) -> str:
    """The instrument of a decision, if it has one."""
    scenario = app.sitting.scenario
    if decision.act == "start":
        return scenario.procedures[decision.on[0]].instrument
    if decision.act == "choose":
        return next((c.instrument for c in scenario.beats[decision.on[0]].choices if c.id == decision.on[1]), "")
    return ""


def effect(app: "App", r: Regret) -> str:
    """What it would have changed besides the points: days, items, ending."""
    words = app.words
    title = next((e.title for e in app.sitting.scenario.endings if e.id == r.ending), r.ending)
    said = [more(-r.days, "longer", "shorter", app.tell)]
    if r.gained:
        said.append(words("debrief.gained", items=some(app, r.gained)))
    if r.lost:
        said.append(words("debrief.lost", items=some(app, r.lost)))
    return "; ".join(each for each in (*said, words("debrief.ending", ending=title)) if each)


def some(app: "App", ids: tuple[str, ...]) -> str:
    """Some items by name, of many the rest by its number."""
    if len(ids) <= MOST_ITEMS + 1:
        return app.tell.names(ids)
    return app.words("debrief.and_more", items=app.tell.names(ids[:MOST_ITEMS]), n=len(ids) - MOST_ITEMS)


def lessons(leaf: Leaf) -> None:
    """What the choices taken teach; pressed, the day of the choice."""
    app, play = leaf.app, leaf.app.sitting.play
    if leaf.found.lessons:
        leaf.say(Label(text=app.words("debrief.lessons"), role="card"))
    for number, _, text, source in leaf.found.lessons:
        key = f"lesson {number}"
        small = f"{app.words.date(play.days[number - 1])}, {app.words('debrief.decision', n=number)}"
        lines: list[Widget] = [Rich(pieces=[("second ink3", small), *leaf.opens(key, "day")]),
                               Label(text=app.tell.decision(play.decisions[number - 1]), role="second", token="ink2"),
                               *reason(leaf, number),
                               Label(text=text, role="letter")]  # fmt: skip
        if source:
            lines.append(Label(text=leaf.cited(source), role="second", token="ink3", most=2))
        leaf.line(key, lines, lambda n=number: leaf.doors.day(n, play.days[n - 1]), source)


# -- luck ---------------------------------------------------------------------------------------------------------------


def luck(leaf: Leaf, done: int | None) -> None:
    """The same decisions under other luck: a strip of dots, and the same in sentences."""
    app, found = leaf.app, leaf.found
    if done is not None:
        leaf.say(computing(app, "debrief.luck_computing", done))
        return
    words, where = app.words, span(found.mark.score, found.luck)
    if where is None:
        return
    model = LuckModel(found.mark.score, tuple((run.score, run.left_out > 0) for run in found.luck), (where.quarter, where.three_quarters),
                      words("debrief.this_play"), words("debrief.luck_legend"), words("debrief.luck_hollow"),
                      words("debrief.luck_half"))  # fmt: skip
    told = luck_lines(found, app.tell)
    picture = Picture(key="", height=LUCK_HEIGHT, draw=lambda b, box: draw_luck(b, box, model), words=told[0] if told else "",
                      memory=leaf.memory, state=("luck", model))  # fmt: skip
    leaf.say(picture, Space(height=6), *(Label(text=each, role="body", gap=5) for each in told))


# -- the rules ----------------------------------------------------------------------------------------------------------


def rules(leaf: Leaf) -> None:
    """The rules that decided most: name, text, what they decided here, since when they bind, how sure that is."""
    app = leaf.app
    shown = [(ref, n) for ref, n in leaf.found.law if app.tell.source(ref) is not None]
    first = [pair for pair in shown if pair[0].split(" ")[0] in app.sitting.scenario.law.treaties]
    ordered = [*first, *(pair for pair in shown if pair not in first)][:MOST_RULES]
    for reference, _ in ordered:
        rule(leaf, reference)
    if not ordered:
        leaf.say(Label(text=app.words("debrief.no_rules"), token="ink2"))


def rule(leaf: Leaf, reference: str) -> None:
    """One rule."""
    app, key = leaf.app, f"rule {reference}"
    source = app.tell.source(reference)
    assert source is not None
    title = app.tell.called(reference, source)
    lines: list[Widget] = [] if title == source.says else [Rich(pieces=[("label ink", title), *leaf.opens(key, "rule")])]
    lines.append(Label(text=source.says, role="letter"))
    if here := cited(app, reference):
        told = f"{app.words.short_date(here[0].day)}: {app.tell.moment(here[0])}"
        lines.append(Label(text=f"{app.words('debrief.decided_here')} {told}", role="second", token="ink2", most=2))
    if since := bound_since(app, reference.split(" ")[0]):
        lines.append(Label(text=app.words("debrief.since", since=since), role="axis", token="ink3"))
    if source.confidence != "sourced":
        lines.append(Label(text=app.words(f"confidence.{source.confidence}"), role="axis", token="ink3"))
    leaf.line(key, lines, lambda: leaf.doors.rule(reference), reference)


def law(leaf: Leaf) -> None:
    """All the law that mattered, with how often."""
    app = leaf.app
    for reference, times in leaf.found.law:
        source, key = app.tell.source(reference), f"law {reference}"
        often = ("end words", (app.words("debrief.times", n=times), "ink3"))
        name = app.tell.called(reference, source) if source else reference
        lines: list[Widget] = [Rich(pieces=[("icon", ("book-open", "ink2")), ("label ink", name), *leaf.opens(key, "rule"), often])]
        if source and source.says != name:
            lines.append(Label(text=source.says, role="letter"))
        if source and source.confidence != "sourced":
            lines.append(Label(text=app.words(f"confidence.{source.confidence}"), role="axis", token="ink3"))
        leaf.line(key, lines, lambda r=reference: leaf.doors.rule(r), reference)


# -- the days, the ledger -----------------------------------------------------------------------------------------------


def timeline(leaf: Leaf) -> None:
    """Day by day, the hidden things too; pressed, the desk on that day."""
    app, before = leaf.app, 0
    reasons = reasons_given(app.sitting.play, app.tell)
    for number, o in enumerate(leaf.found.timeline):
        when = app.words.date(o.day) if o.day != before else ""
        before = o.day
        happened(leaf, number, o, when, reasons.pop(o.because, ""))
    for number, given in reasons.items():
        unanswered(leaf, number, given)


def unanswered(leaf: Leaf, number: int, given: str) -> None:
    """A decision that nothing followed from which could be told, with the reason that was written down for it."""
    play, tell = leaf.app.sitting.play, leaf.app.tell
    line: list[Widget] = [Label(text=tell.words.date(play.days[number - 1]), role="second", token="ink3"),
                          Label(text=f"{tell.decision(play.decisions[number - 1])}{given}")]  # fmt: skip
    leaf.line(f"reason {number}", [Row(widths=(120, -1), children=line)], lambda: leaf.doors.day(number, play.days[number - 1]), pad=6)


def happened(leaf: Leaf, number: int, o: Outcome, when: str, given: str = "") -> None:
    """One thing that happened; `given` = the reason written down with the decision it followed from first."""
    app, key, hidden = leaf.app, f"day {number}", not o.seen_by
    text = leaf.news(number, o) + (f" {app.words('debrief.hidden')}" if hidden else "") + given
    said = Label(text=text, token="per" if hidden else "ink")
    line: list[Widget] = [Label(text=when, role="second", token="ink3"), said]
    row = Row(widths=(120, -1), children=line)
    if leaf.focus == key:
        row = Row(widths=(120, -1, 150), children=[*line, Rich(pieces=leaf.opens(key, "day"))])
    leaf.line(key, [row], lambda: leaf.doors.day(o.because, o.day), o.source, 6)


def ledger(leaf: Leaf) -> None:
    """What the court said to each item; pressed, the entry of the ledger."""
    app, seen = leaf.app, {item.id for item in leaf.app.view.items}
    for ruling in leaf.found.ledger:
        key, known = f"entry {ruling.item}", ruling.item in seen
        barred = "" if known or ruling.source else app.words("debrief.never_known")
        token, tint = TINTS.get(ruling.verdict, ("intl", "intlB"))
        what = "ledger" if known else "rule"
        pieces: list[tuple[str, Any]] = [
            ("icon", (STATE_ICONS.get(ruling.verdict, "eye"), token)),
            ("chip", (app.words(f"verdict.{ruling.verdict}"), token, tint)),
            ("body ink", app.tell.name(ruling.item)),
            *([] if barred else leaf.opens(key, what)),
        ]
        lines: list[Widget] = [Rich(pieces=pieces, height=20)]
        if ruling.source:
            lines.append(Label(text=leaf.cited(ruling.source), role="second", token="ink3", most=2))
        press = (lambda r=ruling: leaf.doors.item(r.item)) if known else (lambda r=ruling: leaf.doors.rule(r.source or ""))
        leaf.line(key, lines, press, ruling.source, barred=barred)


def flush(leaf: Leaf) -> Widget:
    """The rows of a leaf from edge to edge, and what the sign at its sources means."""
    if leaf.unchecked:
        leaf.say(*(Label(text=note, role="axis", token="ink3") for note in leaf.app.tell.unchecked(UNCHECKED)))
        leaf.unchecked = False
    return Flush(gap=0, children=leaf.rows)


