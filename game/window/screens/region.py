"""The map of the desk: which papers it shows, where they are, and the same in words."""

from typing import TYPE_CHECKING

from engine import RequestView, SeatView
from game.window.brush import Box, Brush
from game.window.pictures.chart import Arc, MapModel, frame, stops
from game.window.pictures.hints import Hint, draw_hint
from game.window.pictures.land import Land, Point, land_of
from game.window.theme import ICONS

if TYPE_CHECKING:
    from game.window.app import App

KOSOVO = "XK"
"""Where it has no part in the case, the note on resolution 1244 stands on the map itself."""
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


def map_model(app: "App", view: SeatView, selected: str, day: float, paper: str = "", hovered: str = "") -> MapModel:
    """What the map shows on a day (a part of a day while days go by)."""
    law = app.sitting.scenario.law
    ids, land = (view.home, *view.countries), land_of(law.pack)
    places = {id: place for id in ids if (place := law.country(id).place) is not None}
    names = {c: short_name(app, c) for c in ids}
    arcs = tuple(
        Arc(r.country, r.instrument, way(app, r, day), state_of(r), r.id, turn(r, day), needs_you(r, view.today), r.id == paper)
        for r in shown(view)
    )
    notes = {c: note for c in view.countries if (note := note_for(app, view, c))}
    return MapModel(
        view.home, view.countries, places, names, arcs, selected, notes, others(app, land, ids), app.words("map.legend"),
        land=land, hovered=hovered, footnote="" if KOSOVO in ids or KOSOVO not in land.shapes else app.words("map.kosovo"),
    )  # fmt: skip


def others(app: "App", land: Land, ids: tuple[str, ...]) -> dict[str, str]:
    """The names of what is on the map and not in the case: its shapes', else those of the law pack."""
    return {id: name for id in land.shapes if id not in ids and (name := land.names.get(id) or known_name(app, id))}


def known_name(app: "App", id: str) -> str:
    """The name of a country that the law of this case knows; empty = it does not."""
    return short_name(app, id) if id in app.sitting.scenario.law.countries else ""


# -- what is pointed at or chosen -------------------------------------------------------------------------------------------


def hint_of(app: "App", view: SeatView, model: MapModel, part: str) -> Hint | None:
    """What this seat may know of a State or a paper on the map; None = there is nothing to say."""
    request = next((r for r in view.requests if r.id == part), None)
    if request is not None:
        return Hint(f"{number_of(view, request)} {app.words('procedure.' + request.procedure)}", request.country,
                    (standing(app, view, request), *about(app, request)))  # fmt: skip
    if part in (view.home, *view.countries):
        return Hint(model.names[part], part, tuple(known_of(app, view, part)))
    return Hint(model.others[part]) if part in model.others else None


def known_of(app: "App", view: SeatView, country: str) -> list[tuple[str, str, str]]:
    """Trust, papers under way and contacts of a State, as lines."""
    words = app.words
    if country == view.home:
        return [("house", "ink3", words("map.home"))]
    points = dict(view.relations).get(country, 0)
    rows = [("link", "ink3", words("map.trust", n=f"{points:+d}" if points else words("map.even")))]
    if country in view.partner_cases:
        rows.append(("folder", "ink3", words("map.own_case")))
    under_way = [r for r in view.requests if r.country == country and not r.ended]
    rows += [standing(app, view, r, number_of(view, r)) for r in under_way] or [("mail", "ink3", words("map.nothing"))]
    contacts = [c for c in view.contacts if c.country == country]
    return rows + [("phone", "informal", f"{c.name}, {c.post}") for c in contacts]


def standing(app: "App", view: SeatView, request: RequestView, name: str = "") -> tuple[str, str, str]:
    """Where a paper is, and on which day of how many."""
    said = app.words(f"stage.{request.stage}")
    if not request.ended and request.ahead:
        first = request.history[0][1]
        said = app.words("map.stage_days", stage=said, day=view.today - first, of=request.ahead[-1][2] - first)
    return ICONS[request.instrument], request.instrument, f"{name} {said}".strip()


def about(app: "App", request: RequestView) -> list[tuple[str, str, str]]:
    """What a paper is about."""
    return [("file-text", "ink3", app.tell.names(request.about))] if request.about else []


def draw_over(brush: Brush, box: Box, model: MapModel, hint: Hint | None, part: str) -> None:
    """The hint, if there is one, beside what it is about."""
    if hint is not None:
        draw_hint(brush, box, hint, spot_of(model, box, brush.k, part))


def spot_of(model: MapModel, box: Box, k: float, part: str) -> Point:
    """Where on the screen, in logical pixels, a State or a paper is: its seat, its token, or where its name stands."""
    view = frame(model, (round(box[2] * k), round(box[3] * k)), k)
    found = stops(model) | {id: km for id, km in model.land.labels.items() if id not in model.names}
    arc = next((a for a in model.arcs if a.label == part), None)
    km = found.get(part) or found.get(arc.country if arc else model.home) or (0.0, 0.0)
    x, y = view.at(km)
    return box[0] + x / k, box[1] + y / k


def short_name(app: "App", country: str) -> str:
    """The name on the map; the asterisk leads to the footnote below it."""
    return app.tell.country(country).replace(" (UNSCR 1244)", "")


def map_words(app: "App", model: MapModel, hint: Hint | None = None) -> str:
    """The map in words; first what is chosen on it."""
    under_way = "; ".join(
        f"{model.names[a.country]}, {app.words('instrument.' + a.instrument)}, {app.words('map.' + a.state)}"
        for a in model.arcs
        if a.country in model.names
    )
    here = f"{hint.says}. " if hint is not None else f"{model.names[model.selected]}. " if model.selected in model.names else ""
    return f"{here}{app.words('desk.map', home=model.names[model.home])} {under_way or app.words('desk.map_quiet')}"
