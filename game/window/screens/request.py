"""One paper: where it is and who holds it, its way along the days, what it asks for and says, what can be done now."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine import ItemView, RequestView
from game.pages.book import page_for
from game.pages.page import Facts, Go, Offer
from game.window.app import Screen
from game.window.brush import Brush
from game.window.chains import Chain, Station
from game.window.pictures.journey import Journey, Leg
from game.window.pictures.matrix import SIGNS
from game.window.screens.acts import act_rows, band, flush, inset
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.instrument import title_of
from game.window.screens.item import sign_of, sure
from game.window.screens.links import with_links
from game.window.screens.reading import going, show
from game.window.screens.region import needs_you, number_of, state_of
from game.window.screens.rulebook import PURPOSES
from game.window.theme import ICONS
from game.window.widgets import Card, Column, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

SIDE, NARROW = 400.0, 940.0
HOLDERS = {"home.seat": "pencil", "home.translator": "languages", "home.ministry": "landmark", "home.court": "gavel",
           "home.police": "shield", "home.coordinator": "heart-handshake", "channel": "send", "requested.contact": "phone",
           "requested.contact_point": "phone", "requested.provider": "folder", "requested.authority": "scale",
           "requested.central_authority": "landmark", "requested.court": "gavel"}  # fmt: skip
CAME = ("answered", "contact_answered", "no_answer", "channel_closed", "preserved", "too_late_to_preserve", "not_bound", "returned",
        "refused", "nothing_left", "arrested", "arrest_clock", "may_end", "papers_arrived", "released",
        "not_found", "surrendered", "taken_over", "declined", "team_signed")  # fmt: skip
"""Kinds of outcome that come back to a paper, as against its own steps."""
CHIPS = {"returned": ("undo-2", "exc", "excB"), "refused": ("x", "exc", "excB"), "answered": ("check", "adm", "admB"),
         "travelling": ("send", "intl", "intlB")}  # fmt: skip


class RequestScreen(Screen):
    """A paper by its id."""

    begins_at: tuple[str, ...] = ("offer ", "days")

    def __init__(self, id: str) -> None:
        super().__init__()
        self.id = id

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Where it is and its way at the left; what can be done, what it asks for and says at the right."""
        found = next((r for r in app.view.requests if r.id == self.id), None)
        words = app.words
        foot = Foot(keys=[("1-9", words("foot.choose")), ("← →", words("requests.other")), ("Tab", words("foot.next")),
                          ("PgDn", words("foot.more")), ("F", words("page.rulebook")), ("Esc", words("foot.back"))],
                    note=kept(app))  # fmt: skip
        if found is None:
            body: Widget = Panel(body=Column(pad=24, children=[Label(text=words("requests.empty"))]))
            return Sheet(bar=bar_for(app, words("page.requests")), body=body, foot=foot, notice=app.toast)
        title = f"{number_of(app.view, found)} {words('procedure.' + found.procedure)}"
        bar = bar_for(app, title, app.tell.country(found.country))
        return Sheet(bar=bar, body=self.sheets(app, found, w), foot=foot, notice=app.toast)

    def sheets(self, app: "App", found: RequestView, w: float) -> Widget:
        """Two sheets side by side, or one, which begins at its top."""
        self.begins_at = ("days",) if w < NARROW else ("offer ", "days")
        way = [*head(app, found), *self.days(app, found), *self.chain(app, found)]
        side = [*self.acts(app), *self.items(app, found), *self.back(app, found), *self.says(app), *self.rules(app, found), Space(height=8)]
        if w < NARROW:
            one = Scroll(key="all", body=Column(gap=7, children=[*way, *side]), at=self.scrolls, pad=0)
            return Panel(fill="card", body=one)
        left = Scroll(key="way", body=Column(gap=7, children=way), at=self.scrolls, pad=0)
        right = Scroll(key="about", body=Column(gap=7, children=side), at=self.scrolls, pad=0)
        return Row(widths=(-1, SIDE), gap=10, children=[Panel(body=left, fill="card"), Panel(body=right, fill="card")])

    # -- the left sheet -------------------------------------------------------------------------------------------------

    @staticmethod
    def days(app: "App", found: RequestView) -> list[Widget]:
        """Its days as a bar, and in a sentence."""
        rows: list[Widget] = [Space(height=2), inset(journey(app, found))]
        if found.ahead and found.latest:
            told = app.words("requests.back", usual=app.words.date(found.ahead[-1][2]), latest=app.words.date(found.latest))
            rows.append(inset(Label(text=told, role="second", token="ink2")))
        return rows

    @staticmethod
    def chain(app: "App", found: RequestView) -> list[Widget]:
        """Its stages."""
        return [Space(height=2), band(app.words("requests.way")), Space(height=2), inset(Chain(stations=stations(app, found)))]

    # -- the right sheet ------------------------------------------------------------------------------------------------

    def acts(self, app: "App") -> list[Widget]:
        """What can be done now."""
        page = page_for(app.sitting, app.seat, Go("request", self.id), app.tell)
        offers = [block for block in page.blocks if isinstance(block, Offer) and not block.key]
        if not offers:
            return []
        return [band(app.words("evidence.you_can")), *act_rows(app, self, offers)]

    @staticmethod
    def items(app: "App", found: RequestView) -> list[Widget]:
        """What it asks for or is about, each with its standing; pressing one opens it in the table of evidence."""
        if not found.about:
            return []
        items = {i.id: i for i in app.view.items}
        rows = [item_row(app, items[id]) if id in items else named(app, id) for id in found.about]
        return [band(app.words("requests.about_what")), flush(rows)]

    @staticmethod
    def back(app: "App", found: RequestView) -> list[Widget]:
        """What came back: what was got, why it was returned or refused, by which rule."""
        words, tell = app.words, app.tell
        answers = [o for o in app.view.inbox if found.id in o.about and o.kind in CAME]
        rows: list[Widget] = [inset(with_links(app, f"{words.day(o.day)}: {tell.outcome(o)}", f"came {n}")) for n, o in enumerate(answers)]
        if not answers:
            rows += [inset(Label(text=words(f"reason.{each}"), token="exc")) for each in found.returned_for]
            rows += [inset(Label(text=words(f"ground.{found.ground}"), token="exc"))] if found.ground else []
        source = tell.source(found.source)
        if source is not None:
            cited = f"{tell.called(str(found.source), source)}. {sure(app, source.confidence, source.checked)}"
            rows += [inset(Label(text=source.says, role="letter")), inset(with_links(app, cited, "cited", "second", "ink3"))]
        return [band(words("requests.came")), *rows] if rows else []

    def says(self, app: "App") -> list[Widget]:
        """What is written in it."""
        page = page_for(app.sitting, app.seat, Go("request", self.id), app.tell)
        facts = [row for block in page.blocks if isinstance(block, Facts) for row in block.rows]
        rows = [inset(Row(widths=(-0.75, -1), children=[Label(text=a, role="second", token="ink3"), Label(text=b)])) for a, b in facts]
        return [band(app.words("requests.terms")), *rows] if rows else []

    @staticmethod
    def rules(app: "App", found: RequestView) -> list[Widget]:
        """The bases it cites, each opened in the rule book."""
        cited = dict(found.terms).get("basis") or ()
        cited = (cited,) if isinstance(cited, str) else tuple(cited)
        rows: list[Widget] = [rule_row(app, found, id) for id in cited]
        return [band(app.words("requests.bases")), flush(rows)] if cited else []

    # -- keys -----------------------------------------------------------------------------------------------------------

    def arrow(self, app: "App", direction: str) -> bool:
        """Left and right take the paper before or after."""
        if direction not in ("left", "right"):
            return False
        ids = [r.id for r in app.view.requests]
        here = (ids.index(self.id) if self.id in ids else 0) + (1 if direction == "right" else -1)
        if 0 <= here < len(ids):
            self.id, self.focus, app.dirty = ids[here], "", True
            self.scrolls.clear()
        return True

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits press the acts; F opens the rule book for this State and kind of paper."""
        able = [each for each in app.able() if each.key.startswith("offer ")]
        found = next((r for r in app.view.requests if r.id == self.id), None)
        acts = {str(n): (lambda each=each: app.press(each)) for n, each in enumerate(able[:9], 1)}
        return {**going(app), **acts, **({"f": lambda: show(app, Go("rulebook", book(app, found)))} if found else {})}


def head(app: "App", found: RequestView) -> list[Widget]:
    """Instrument, flag, how it stands; its name; who holds it since when; what is wrong."""
    words, state = app.words, state_of(found)
    icon, token, tint = CHIPS[state]
    chip = (icon, words(f"requests.state.{state}"), token, tint, "")
    kind = found.instrument
    pieces: list[Any] = [("icon", (ICONS[kind], kind)), (f"label {kind}", words(f"procedure.{found.procedure}")),
                         ("flag", found.country), ("body ink2", app.tell.country(found.country)), ("end chip", chip)]  # fmt: skip
    rows: list[Widget] = [Space(height=8), inset(Rich(pieces=pieces, height=22)), inset(Label(text=app.tell.name(found.id), role="big"))]
    if not found.ended:
        told = words("requests.held", who=holder(app, found, found.stage), date=words.date(found.since), n=app.view.today - found.since)
        rows.append(inset(Label(text=told, role="body", token="ink2")))
    if needs_you(found, app.view.today):
        rows.append(inset(Rich(pieces=[("icon", ("triangle-alert", "exc")), ("label exc", words("requests.late"))])))
    return rows


def holder(app: "App", found: RequestView, stage: str) -> str:
    """Who holds a paper at a stage; a contact by name, an office abroad with its State."""
    held_by = app.sitting.scenario.procedures[found.procedure].stages[stage].held_by
    contact = next((id for id in found.about if id in app.sitting.scenario.contacts), None)
    if held_by == "requested.contact" and contact:
        return app.tell.contact(contact)
    said = app.words(f"held_by.{held_by}").capitalize()
    return f"{said}, {app.tell.country(found.country)}" if held_by.startswith("requested") else said


def travels(app: "App", found: RequestView, stage: str) -> bool:
    """Is a paper in nobody's hands at a stage?"""
    return app.sitting.scenario.procedures[found.procedure].stages[stage].held_by == "channel"


def stations(app: "App", found: RequestView) -> tuple[Station, ...]:
    """The stages so far, the present one, and those it usually still goes through."""
    days = [day for _, day in found.history]
    gone = [past(app, found, stage, day, days[n + 1] - day) for n, (stage, day) in enumerate(found.history[:-1])]
    coming = [ahead(app, found, stage, end) for stage, _, end in found.ahead if stage != found.stage]
    return (*gone, present(app, found, *found.history[-1]), *coming)


def icon_of(app: "App", found: RequestView, stage: str) -> str:
    """The picture of a stage: who holds it then."""
    return HOLDERS.get(app.sitting.scenario.procedures[found.procedure].stages[stage].held_by, "file-text")


def past(app: "App", found: RequestView, stage: str, day: int, took: int) -> Station:
    """A stage gone, with the days it took."""
    days = app.words("act.days", n=took)
    note = days if travels(app, found, stage) else f"{holder(app, found, stage)}, {days}"
    return Station(app.words(f"stage.{stage}").capitalize(), note, app.words.day(day), "past", icon_of(app, found, stage), found.instrument)


def present(app: "App", found: RequestView, stage: str, day: int) -> Station:
    """The stage it is at: who holds it, how long that takes and why; or how it ended."""
    words = app.words
    notes = [] if found.ended or travels(app, found, stage) else [holder(app, found, stage)]
    if found.spread and not found.ended:
        low, usual, high = found.spread
        unit = words(f"unit.{found.unit}{'.one' if usual == 1 else ''}")
        notes.append(words("requests.takes", low=low, usual=usual, high=high, unit=unit))
        notes += [words("requests.factor", what=words(f"factor.{name}"), n=percent) for name, percent in found.factors]
    until = words("requests.until", date=words.day(found.usual_until)) if found.usual_until and not found.ended else ""
    icon = icon_of(app, found, stage) if not found.ended else "check" if found.good else "x"
    state = "now" if not found.ended else "past" if found.good else "bad"
    return Station(words(f"stage.{stage}").capitalize(), "; ".join(notes), f"{words.day(day)}{until}", state, icon, found.instrument)


def ahead(app: "App", found: RequestView, stage: str, end: int) -> Station:
    """A stage to come."""
    when = app.words("requests.about", date=app.words.day(end))
    note = "" if travels(app, found, stage) else holder(app, found, stage)
    return Station(app.words(f"stage.{stage}").capitalize(), note, when, "ahead", icon_of(app, found, stage))


def nothing() -> None:
    """The days take the focus to be read; there is nothing to press."""


def journey(app: "App", found: RequestView) -> Journey:
    """Its days as a bar."""
    words, today = app.words, app.view.today
    starts = [day for _, day in found.history]
    legs = [Leg(start, end, "past") for start, end in pairwise(starts)]
    if not found.ended:
        legs.append(Leg(starts[-1], max(found.usual_until or today, today), "now"))
        legs += [Leg(start, end, "ahead") for stage, start, end in found.ahead if stage != found.stage]
    legs = legs or [Leg(starts[0], starts[0] + 1, "past")]
    begun = words("requests.begun", date=words.short_date(starts[0]))
    if found.ended:
        over = words("requests.over", date=words.short_date(starts[-1]), n=starts[-1] - starts[0])
        return Journey(key="days", press=nothing, legs=tuple(legs), today=starts[-1], token=found.instrument, bad=not found.good,
                       words=(begun, "", "", over))  # fmt: skip
    usual = words("requests.usual", date=words.short_date(found.ahead[-1][2])) if found.ahead else ""
    late = words("requests.latest", date=words.short_date(found.latest)) if found.latest else ""
    here = words("requests.today", date=words.short_date(today), n=today - starts[0])
    return Journey(key="days", press=nothing, legs=tuple(legs), today=today, latest=found.latest, token=found.instrument,
                   words=(begun, here, usual, late))  # fmt: skip


def item_row(app: "App", i: ItemView) -> Widget:
    """An item with its standing."""
    from game.window.screens.evidence import Evidence

    sign = sign_of(app.view, i)
    icon, token, tint = SIGNS[sign]
    pieces: list[Any] = [("chip", (i.id, "ink2", "sunken")), ("flag", i.country), ("body ink", i.title),
                         ("end chip", (icon, app.words(f"evidence.sign.{sign}").capitalize(), token, tint or "sunken", ""))]  # fmt: skip
    return Card(key=f"item {i.id}", pad=7, flat=True, ring_inside=True, fill="card", body=Rich(pieces=pieces, height=20),
                press=lambda: app.push(Evidence(i.id)))  # fmt: skip


def named(app: "App", id: str) -> Widget:
    """Somebody or something by name."""
    said = app.tell.contact(id) if id in app.sitting.scenario.contacts else app.tell.name(id)
    return inset(Label(text=said, role="body", gap=6))


def book(app: "App", found: RequestView) -> str:
    """What the rule book opens at for a paper: the State, and what the paper is for."""
    purpose = app.sitting.scenario.procedures[found.procedure].purpose
    return f"{found.country} {purpose if purpose in PURPOSES else 'police'}"


def rule_row(app: "App", found: RequestView, id: str) -> Widget:
    """A basis it cites."""
    pieces: list[Any] = [("icon", ("book-open", "ink2")), ("label ink", app.tell.treaty(id)), ("second ink2", title_of(app, id))]
    return Card(key=f"rule {id}", pad=7, flat=True, ring_inside=True, fill="card", body=Rich(pieces=pieces, height=20),
                press=lambda: show(app, Go("rulebook", f"{book(app, found)} {id}")))  # fmt: skip
