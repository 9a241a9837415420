"""The map: its lines, what is under a point, the hint beside it, and the drawn map of invented countries."""

import shutil
from dataclasses import replace
from itertools import pairwise

import pygame
import pytest

from engine import load_lawbook, load_scenario
from game import session
from game.window.app import App
from game.window.brush import Brush
from game.window.pictures.chart import frame, pointed, stops, under
from game.window.pictures.hints import Hint, draw_hint, fitted
from game.window.pictures.labels import draw_legend, overlap
from game.window.pictures.land import Frame, land_of, region, rough
from game.window.pictures.plate import dashes, owner_at
from game.window.screens import region as sheet
from game.window.screens.desk import Desk
from game.window.screens.picker import Picker
from game.window.screenshot import played, settle, telling
from game.window.theme import load_theme
from tests.conftest import ROOT, SCENARIOS, case

SIZE = (1366, 768)
FERRY = ROOT / "tests" / "cases" / "last-ferry"


@pytest.fixture(scope="module")
def ferry(tmp_path_factory):
    """The case among invented countries."""
    folder = tmp_path_factory.mktemp("cases")
    for pack in ("law", "invented"):
        (folder / pack).symlink_to(SCENARIOS / pack, target_is_directory=True)
    shutil.copytree(FERRY, folder / "last-ferry")
    return load_scenario(folder, "last-ferry")


def desk(scenario, day=40, seat="prosecutor"):
    """The desk on a day of the intended line."""
    app = App(SIZE)
    app.sit(played(scenario, "textbook", None, telling("desk", day)))
    app.seat = seat
    app.reset(Desk())
    settle(app)
    return app


@pytest.fixture(scope="module")
def budva_desk():
    """The flagship on its fortieth day."""
    return desk(case("budva-2009"))


@pytest.fixture(scope="module")
def ferry_desk(ferry):
    """The invented case, with letters on their way."""
    return desk(ferry, 20)


def point_at(app, part):
    """Move the mouse over a State or a paper."""
    x, y = sheet.spot_of(app.screen.model, app.screen.picture.box, app.k, part)
    app.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=(round(x * app.k), round(y * app.k)), buttons=(0, 0, 0), rel=(0, 0)))
    app.render()


def hint(app, part):
    """What the map says of a part."""
    return sheet.hint_of(app, app.view, app.screen.model, part)


def type_(app, code):
    """Press a key."""
    app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode=""))
    app.render()


# -- lines ------------------------------------------------------------------------------------------------------------------


def test_the_whole_boundary_of_kosovo_is_dashed_and_no_other_line_is():
    land = region()
    assert land.dashed
    assert land.dashed == land.lines_of("XK")
    assert {owner for owner in land.shapes if land.lines_of(owner) & land.dashed} == {"XK", "AL", "ME", "MK", "RS"}


def test_a_border_belongs_to_two_shapes_and_a_coast_to_one():
    land = region()
    owners = [land.lines_of(owner) for owner in land.shapes]
    times = {number: sum(number in own for own in owners) for number in range(len(land.lines))}
    assert {number for number, n in times.items() if n > 1} <= land.borders
    assert not (land.lines_of("CY") | land.lines_of("Malta")) & land.borders
    assert land.lines_of("XK") <= land.borders


@pytest.mark.parametrize("land", [region(), land_of(load_lawbook(SCENARIOS / "invented").pack)], ids=["region", "invented"])
def test_every_outline_is_closed(land):
    for owner in land.shapes:
        for ring in land.rings_of(owner):
            assert ring[0] == pytest.approx(ring[-1]), owner


def test_dashes_cover_their_share_of_a_line_and_leave_gaps():
    line = [(0.0, 0.0), (30.0, 0.0), (30.0, 70.0)]
    pieces = list(dashes(line, 6, 4))
    drawn = sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for piece in pieces for a, b in pairwise(piece))
    assert len(pieces) == 10
    assert drawn == pytest.approx(60)


def test_crimea_is_drawn_in_ukraine_and_cyprus_whole():
    land = region()
    view = Frame((800.0, 300.0), 1.0, (2000, 2000))
    places = {"UA": (44.95, 34.1), "CY": (35.28, 33.6)}
    assert {id: owner_at(land, view, view.at(land.at(place))) for id, place in places.items()} == dict(zip(places, places, strict=True))


# -- hints ------------------------------------------------------------------------------------------------------------------


def test_the_hint_of_a_state_tells_trust_its_open_papers_and_its_contacts(budva_desk):
    app = budva_desk
    view, rows = app.view, [text for _, _, text in hint(app, "IT").rows]
    open_ones = [r for r in view.requests if r.country == "IT" and not r.ended]
    contacts = [c for c in view.contacts if c.country == "IT"]
    assert open_ones and contacts
    assert rows[0] == f"trust between you: {dict(view.relations)['IT']:+d}"
    assert sum(app.words(f"stage.{r.stage}") in row for r in open_ones for row in rows) >= len(open_ones)
    assert [f"{c.name}, {c.post}" for c in contacts] == rows[-len(contacts):]


def test_a_hint_holds_nothing_that_the_view_of_the_seat_does_not(budva_desk):
    app = budva_desk
    known = {c.id for c in app.view.contacts}
    unknown = [c for id, c in app.sitting.scenario.contacts.items() if id not in known]
    said = " ".join(hint(app, country).says for country in app.view.countries)
    assert unknown
    assert [c.name for c in unknown if c.name in said] == []


def test_the_name_in_a_hint_bears_its_footnote_mark(budva_desk, ferry_desk):
    assert hint(budva_desk, "XK").title == "Kosovo*"
    assert all(hint(ferry_desk, id).title.endswith("*") for id in ferry_desk.screen.model.land.shapes)


def test_a_state_outside_the_case_has_its_name_and_no_more(budva_desk):
    assert (hint(budva_desk, "BG").title, hint(budva_desk, "BG").rows) == ("Bulgaria", ())
    assert hint(budva_desk, "") is None


def test_the_mouse_over_a_state_tints_it_and_shows_what_the_keyboard_shows(budva_desk):
    app = budva_desk
    app.screen.focus, app.screen.place = "wait day", ""
    point_at(app, "HR")
    assert (app.hover, app.part, app.screen.model.hovered) == ("map", "HR", "HR")
    over = app.screen.picture.says
    app.screen.focus = "map"
    app.part = app.hover = ""
    app.screen.place = "HR"
    app.render()
    assert over == app.screen.picture.says
    assert over.startswith("Croatia. ")
    app.screen.place = ""


def test_the_picture_differs_where_a_state_is_pointed_at_and_nowhere_else_on_land(budva_desk):
    app = budva_desk
    app.screen.focus, app.screen.place, app.part, app.hover = "wait day", "", "", ""
    app.render()
    before = app.surface.copy()
    app.hover, app.part = "map", "HR"
    app.render()
    box, model, land = app.screen.picture.box, app.screen.model, region()
    view = frame(model, (round(box[2] * app.k), round(box[3] * app.k)), app.k)

    def changed(lat, lon):
        x, y = view.at(land.at((lat, lon)))
        spot = (round(box[0] * app.k + x), round(box[1] * app.k + y))
        return before.get_at(spot) != app.surface.get_at(spot)

    assert changed(45.2, 13.9)
    assert not changed(46.0, 14.5)
    app.part = app.hover = ""


def test_a_hint_stays_inside_the_map_however_much_there_is_to_say():
    brush = Brush(pygame.Surface((600, 300)), load_theme("paper"), 1.0)
    long = Hint("Montenegro", "ME", tuple(("phone", "informal", f"contact {n}") for n in range(40)))
    for spot in ((10.0, 10.0), (590.0, 290.0), (300.0, 150.0)):
        x, y, w, h = draw_hint(brush, (5, 5, 590, 290), long, spot)
        assert 5 <= x <= x + w <= 595
        assert 5 <= y <= y + h <= 295
    assert fitted(long, 290).rows[-1][2] == f"+{41 - len(fitted(long, 290).rows)}"
    assert fitted(Hint("Italy"), 290) == Hint("Italy")


# -- papers on the map ------------------------------------------------------------------------------------------------------


def test_a_token_is_under_the_mouse_and_says_what_it_is_about(budva_desk):
    app = budva_desk
    tokens = [id for id in stops(app.screen.model) if id not in app.screen.model.names]
    assert tokens
    point_at(app, tokens[0])
    assert app.part == tokens[0]
    request = next(r for r in app.view.requests if r.id == tokens[0])
    assert app.words(f"stage.{request.stage}") in app.screen.picture.says
    app.part = app.hover = ""


def test_the_arrows_reach_every_state_and_every_token_and_enter_opens_the_paper(budva_desk):
    app = budva_desk
    app.screen.focus, app.screen.place = "map", ""
    wanted, reached, ahead = set(stops(app.screen.model)), set(), [app.screen.model.home]
    while ahead:
        here = ahead.pop()
        reached.add(here)
        for code in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN):
            app.screen.focus, app.screen.place = "map", here
            type_(app, code)
            if app.screen.focus == "map" and app.screen.place not in reached | set(ahead):
                ahead.append(app.screen.place)
    assert reached == wanted
    token = min(wanted - set(app.screen.model.names))
    app.screen.focus, app.screen.place = "map", token
    depth = len(app.stack)
    type_(app, pygame.K_RETURN)
    assert len(app.stack) == depth + 1
    app.pop()


def test_a_paper_chosen_on_the_map_is_chosen_in_the_other_panels(budva_desk):
    app = budva_desk
    token = min(id for id in stops(app.screen.model) if id not in app.screen.model.names)
    app.screen.take_place(token)
    assert app.screen.paper == token


# -- the drawn map ----------------------------------------------------------------------------------------------------------


def test_the_countries_of_a_drawing_meet_in_lines_kept_once():
    land = land_of(load_lawbook(SCENARIOS / "invented").pack)
    for one, other in (("XU", "XD"), ("XU", "XT"), ("XU", "XM"), ("XD", "XM"), ("XT", "XM")):
        assert land.lines_of(one) & land.lines_of(other) & land.borders, (one, other)
    assert not land.lines_of("XF") & land.borders
    assert land.dashed == frozenset()


def test_a_straight_edge_is_bent_always_the_same_way_and_keeps_its_ends():
    bent = rough((0.0, 0.0), (100.0, 0.0))
    assert bent == rough((0.0, 0.0), (100.0, 0.0)) != rough((0.0, 0.0), (100.0, 1.0))
    assert (bent[0], bent[-1]) == ((0.0, 0.0), (100.0, 0.0))
    assert max(abs(y) for _, y in bent) > 1


def test_the_seat_of_every_invented_country_lies_on_its_own_land(ferry_desk):
    model = ferry_desk.screen.model
    book = load_lawbook(SCENARIOS / "invented")
    land = land_of(book.pack)
    view = frame(model, (2000, 1500))
    assert {id: owner_at(land, view, view.at(land.at(c.place))) for id, c in book.countries.items()} == {id: id for id in book.countries}


def test_points_keys_and_hints_work_on_the_drawn_map_as_on_the_real_one(ferry_desk):
    app = ferry_desk
    model = app.screen.model
    view = frame(model, SIZE)
    assert under(model, SIZE, view.at(model.land.at(model.places["XU"])), 1.0) == "XU"
    assert pointed(model, SIZE, view.at(model.land.labels["XT"]), 1.0) == "XT"
    assert (hint(app, "XT").title, hint(app, "XT").rows) == ("Threelakes*", ())
    app.screen.focus, app.screen.place = "map", "XU"
    type_(app, pygame.K_DOWN)
    assert app.screen.place in stops(model)
    assert app.screen.place != "XU"


def test_the_drawn_map_has_none_of_the_real_ones_land_and_says_that_it_is_invented(ferry_desk):
    model = ferry_desk.screen.model
    assert set(model.land.shapes) == {"XU", "XD", "XT", "XM", "XF"}
    assert model.footnote == ""
    assert ferry_desk.tell.footnotes() == ("* An invented country with invented law, for training; it stands for no country there is.",)


@pytest.mark.parametrize("theme", ["paper", "contrast"])
def test_a_country_without_a_flag_has_its_letter_in_the_same_room(theme):
    surface = pygame.Surface((200, 40))
    brush = Brush(surface, load_theme(theme), 1.0)
    surface.fill(brush.theme["bar"])
    assert brush.flag(4, 4, "XU") == brush.flag(60, 4, "ME")
    inked = {surface.get_at((x, y))[:3] for x in range(5, 17) for y in range(5, 14)}
    assert len(inked) > 3


def test_the_words_of_an_invented_case_end_with_it(ferry, tmp_path):
    app = desk(ferry, 20)
    app.scenarios, app.saves = tmp_path, tmp_path
    assert app.words("channel.interpol") == "World Police Office"
    app.reset(Picker(app))
    assert app.words("channel.interpol") == "INTERPOL"


def test_where_kosovo_has_no_part_the_note_on_the_resolution_stands_on_the_map(budva_desk):
    app = App(SIZE)
    app.sit(session.begin(case("first-contact"), 1, None))
    app.reset(Desk())
    settle(app)
    assert app.screen.model.others["XK"] == "Kosovo*"
    assert "1244" in app.screen.model.footnote
    assert budva_desk.screen.model.footnote == ""
    assert any("1244" in note for note in budva_desk.tell.footnotes())


@pytest.mark.parametrize("width", [280, 420, 900])
def test_the_note_on_the_resolution_stands_on_a_map_of_any_width(width, budva_desk, monkeypatch):
    brush = Brush(pygame.Surface((width, 260)), load_theme("paper"), 1.0)
    model = replace(budva_desk.screen.model, footnote="* UN Security Council resolution 1244")
    said = []
    monkeypatch.setattr(Brush, "text", lambda self, x, y, text, *rest: said.append(text) or self.width(text, "axis"))
    taken = []
    draw_legend(brush, (0, 0, width, 260), model, frame(model, (width, 260)), taken)
    assert "* UN Security Council resolution 1244" in said
    assert all(x >= 0 and x + w <= width for x, _, w, _ in taken)
    assert not any(overlap(one, other) for number, one in enumerate(taken) for other in taken[:number])
