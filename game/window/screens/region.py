"""The map of the desk: which papers it shows, where they are, and the same in words."""

from typing import TYPE_CHECKING

from engine import RequestView, SeatView
from game.window.pictures.atlas import Arc, MapModel

if TYPE_CHECKING:
    from game.window.app import App

LATELY = 14
"""An answered paper is still shown for so many days: a matter of looks, not of law."""
MOST = 12
NEAR, FAR = 0.14, 0.86
BACK = ("return", "handover")
RETURNED = ("returned", "supplementing")
BAD = ("refused", "declined", "not_bound", "empty", "silent", "noted", "closed")
NEEDS = ("returned", "arrested", "released", "delivered")


def stage_on(request: RequestView, day: float) -> tuple[str, int, float]:
    """The stage a paper was at on a day, since when, and until when it was or usually is."""
    found, until = request.history[0], float(request.usual_until or day)
    for number, (stage, since) in enumerate(request.history):
        if since <= day:
            found = (stage, since)
            later = request.history[number + 1 : number + 2]
            until = float(later[0][1]) if later else float(request.usual_until or day)
    return found[0], found[1], until


def way(app: "App", request: RequestView, day: float) -> float:
    """Where a paper is between home (0) and the State that was asked (1), on a day."""
    stage, since, until = stage_on(request, day)
    held = app.sitting.scenario.procedures[request.procedure].stages[stage]
    part = min(1.0, max(0.0, (day - since) / max(1.0, until - since)))
    if held.ends:
        return 1.0
    if stage in RETURNED:
        return FAR - (FAR - NEAR) * 0.5
    if held.takes in BACK:
        return FAR - (FAR - NEAR) * part
    if held.held_by.startswith("home"):
        return NEAR
    return NEAR + (FAR - NEAR) * part if held.held_by == "channel" else 1.0


def turn(request: RequestView, day: float) -> float:
    """Which share of the usual delay of the whole paper is over."""
    first = request.history[0][1]
    last = request.ahead[-1][2] if request.ahead else request.since
    return min(1.0, max(0.0, (day - first) / max(1, last - first)))


def state_of(request: RequestView) -> str:
    """What the token of a paper shows."""
    if request.stage in RETURNED:
        return "returned"
    if request.ground or request.stage in BAD:
        return "refused"
    return "answered" if request.ended else "travelling"


def number_of(view: SeatView, request: RequestView) -> str:
    """The short name of a paper: R and its number in the order in which they were begun."""
    return f"R{[r.id for r in view.requests].index(request.id) + 1}"


def needs_you(request: RequestView, today: int) -> bool:
    """Is it late, or does it wait for a seat at home?"""
    late = request.usual_until is not None and today > request.usual_until
    return not request.ended and (late or (request.stage in NEEDS and bool(request.acts)))


def shown(view: SeatView) -> list[RequestView]:
    """The papers abroad that are under way, and those answered lately."""
    abroad = [r for r in view.requests if r.country != view.home]
    return [r for r in abroad if not r.ended or view.today - r.since <= LATELY][-MOST:]


def note_for(app: "App", view: SeatView, country: str) -> str:
    """How the papers to one State stand, in few words."""
    said = []
    for r in shown(view):
        if r.country != country or r.procedure == "measure":
            continue
        name, state = number_of(view, r), state_of(r)
        if state != "travelling":
            said.append(f"{name} {app.words('map.' + state)}")
        elif r.ahead:
            first = r.history[0][1]
            said.append(app.words("map.days", name=name, day=view.today - first, of=r.ahead[-1][2] - first))
    return "  ".join(said[-2:])


def map_model(app: "App", view: SeatView, selected: str, day: float, paper: str = "") -> MapModel:
    """What the map shows on a day (a part of a day while days go by)."""
    law = app.sitting.scenario.law
    ids = (view.home, *view.countries)
    places = {id: country.place for id, country in law.countries.items() if country.place is not None}
    names = {c: short_name(app, c) for c in ids}
    arcs = tuple(
        Arc(r.country, r.instrument, way(app, r, day), state_of(r), r.id, turn(r, day), needs_you(r, view.today), r.id == paper)
        for r in shown(view)
    )
    notes = {c: note for c in view.countries if (note := note_for(app, view, c))}
    others = {c: short_name(app, c) for c in places if c not in ids}
    return MapModel(view.home, view.countries, places, names, arcs, selected, notes, others, app.words("map.legend"))


def short_name(app: "App", country: str) -> str:
    """The name on the map; the asterisk leads to the footnote below it."""
    return app.tell.country(country).replace(" (UNSCR 1244)", "")


def map_words(app: "App", model: MapModel) -> str:
    """The map in words."""
    under_way = "; ".join(
        f"{model.names[a.country]}, {app.words('instrument.' + a.instrument)}, {app.words('map.' + a.state)}"
        for a in model.arcs
        if a.country in model.names
    )
    here = f"{model.names[model.selected]}. " if model.selected else ""
    return f"{here}{app.words('desk.map', home=model.names[model.home])} {under_way or app.words('desk.map_quiet')}"
