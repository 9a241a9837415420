"""A paper with its way, the ledger with its rulings, the rule book with its articles: what they say and how they are used."""

import pygame
import pytest

from game.pages.page import Go
from game.window import screenshot
from game.window.chains import Chain
from game.window.pictures.journey import Journey
from game.window.screens.asking import Asking
from game.window.screens.evidence import Evidence
from game.window.screens.ledger import RULINGS, Ledger, ruling_of
from game.window.screens.reading import show
from game.window.screens.request import RequestScreen
from game.window.screens.rulebook import Rulebook
from game.window.widgets import Card, Label, Rich
from tests.conftest import SCENARIOS, case

SIZES = [((1366, 768), 100), ((1366, 768), 150), ((1280, 720), 200), ((1280, 720), 90), ((3840, 2160), 100)]


def picture(screen, day, **how):
    how = {"play": "textbook", **how}
    return screenshot.picture(screen, case("budva-2009"), SCENARIOS, day=day, **how)


def paper(app, id):
    """Look at one paper."""
    app.screen.id, app.screen.focus = id, ""
    app.render()
    return next(r for r in app.view.requests if r.id == id)


def found(app, kind):
    return [each for each in app.root.walk() if isinstance(each, kind)]


def texts(app):
    """Every word on the screen."""
    said = [each.text for each in found(app, Label)] + [each.says for each in found(app, Rich)]
    return "\n".join(said)


def press(app, *codes):
    for code in codes:
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode=""))
        app.render()


# -- a paper ------------------------------------------------------------------------------------------------------------


def test_a_paper_shows_the_stages_gone_the_one_it_is_at_and_those_ahead():
    app = picture("request", 20)
    request = paper(app, "mla-RS-1")
    states = [s.state for s in found(app, Chain)[0].stations]
    assert states == ["past"] * (len(request.history) - 1) + ["now"] + ["ahead"] * sum(1 for s, _, _ in request.ahead if s != request.stage)


def test_the_days_of_a_paper_go_from_its_first_to_the_one_by_which_nine_in_ten_are_back():
    app = picture("request", 20)
    request = paper(app, "mla-RS-1")
    assert found(app, Journey)[0].ends == (request.history[0][1], request.latest)


def test_a_paper_that_is_over_has_nothing_ahead_and_says_how_long_it_took():
    app = picture("request", 60)
    request = paper(app, "mla-RS-1")
    assert request.ended
    assert not [s for s in found(app, Chain)[0].stations if s.state in ("now", "ahead")]
    assert str(request.history[-1][1] - request.history[0][1]) in found(app, Journey)[0].says
    assert app.words("requests.state.answered") in texts(app)


def test_a_paper_says_who_holds_it_and_how_long_the_stage_usually_takes():
    app = picture("request", 20)
    request = paper(app, "mla-RS-1")
    here = next(s for s in found(app, Chain)[0].stations if s.state == "now")
    assert app.words(f"held_by.{request.held_by}").capitalize() in here.note
    assert str(request.spread[1]) in here.note


def test_of_what_travels_no_holder_is_named():
    app = picture("request", 8)
    paper(app, "mla-RS-1")
    travelling = [s for s in found(app, Chain)[0].stations if s.text == app.words("stage.transmission").capitalize()]
    assert [(s.state, s.note) for s in travelling] == [("ahead", "")]


def test_what_came_back_stands_on_the_paper():
    app = picture("request", 60)
    paper(app, "mla-RS-1")
    answer = next(o for o in app.view.inbox if o.kind == "answered" and "mla-RS-1" in o.about)
    assert app.tell.outcome(answer) in texts(app)


def test_left_and_right_take_the_paper_beside():
    app = picture("request", 20)
    paper(app, "mla-RS-1")
    press(app, pygame.K_RIGHT)
    ids = [r.id for r in app.view.requests]
    assert app.screen.id == ids[ids.index("mla-RS-1") + 1]
    press(app, pygame.K_LEFT)
    assert app.screen.id == "mla-RS-1"


def test_an_item_of_a_paper_opens_in_the_table_and_a_basis_in_the_rule_book():
    app = picture("request", 20)
    paper(app, "mla-RS-1")
    app.press(next(each for each in app.able() if each.key == "item E5"))
    assert isinstance(app.screen, Evidence)
    assert app.screen.item == "E5"
    app.pop()
    app.render()
    app.press(next(each for each in app.able() if each.key == "rule ETS182"))
    app.render()
    assert isinstance(app.screen, Rulebook)
    assert (app.screen.country, app.screen.purpose, app.screen.chosen) == ("RS", "mla", "ETS182")


def test_a_digit_takes_the_act_of_a_paper_that_waits():
    app = picture("request", 20)
    app.seat = "prosecutor"
    acts = [c.decision for c in app.choices if c.decision.act == "step" and c.possible and not c.terms and c.decision.on[0].startswith("mla")]
    paper(app, acts[0].on[0])
    taken = []
    app.decide = lambda decision: taken.append(decision.on)
    press(app, pygame.K_1)
    assert isinstance(app.screen, Asking)
    assert taken == []
    press(app, pygame.K_TAB, pygame.K_RETURN)
    assert taken == [acts[0].on]


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("screen", ["request", "ledger", "rulebook"])
def test_nothing_leaves_the_window_and_the_focus_is_seen(screen, size, scale):
    app = picture(screen, 20, size=size, scale=scale)
    brush = app.render()
    wide = size[0] / app.k
    assert not [text for text, box in brush.overflows if box[0] < -1 or box[0] + box[2] > wide + 1]
    focused = app.focused()
    assert focused is not None
    assert focused.box[0] >= 0
    assert focused.box[0] + focused.box[2] <= wide


# -- the ledger -----------------------------------------------------------------------------------------------------------


def test_every_item_stands_in_the_ledger_under_its_ruling():
    app = picture("ledger", 20)
    rows = [each.key.removeprefix("ruling ") for each in app.able() if each.key.startswith("ruling ")]
    order = [RULINGS.index(ruling_of(next(i for i in app.view.items if i.id == id))) for id in rows]
    assert set(rows) == {i.id for i in app.view.items}
    assert order == sorted(order)


def test_a_ruling_that_rests_on_a_rule_cites_it():
    app = picture("ledger", 200, play="informal-only")
    ruled = [i for i in app.view.items if i.source]
    assert ruled
    said = texts(app)
    for i in ruled:
        assert app.tell.source(i.source).says.rstrip(".") in said


def test_the_other_leaf_says_what_is_proved_against_whom():
    app = picture("ledger", 60)
    press(app, pygame.K_RIGHT)
    said = texts(app)
    for p in app.view.proofs:
        assert f"strength {p.halves / 2:g}, sources {p.sources}" in said
    press(app, pygame.K_LEFT)
    assert app.screen.focus.startswith("ruling ")


def test_enter_on_the_item_looked_at_opens_it_in_the_table():
    app = picture("ledger", 20)
    press(app, pygame.K_DOWN)
    item = app.screen.item
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Evidence)
    assert app.screen.item == item


def test_the_key_of_the_ledger_opens_it_from_the_table():
    app = picture("evidence", 20)
    press(app, pygame.K_e)
    assert isinstance(app.screen, Ledger)


# -- the rule book ----------------------------------------------------------------------------------------------------------


def entries(app):
    return {each.key[4:]: each for each in found(app, Card) if each.key.startswith("law ")}


def test_the_rule_book_lists_what_binds_and_what_almost_does_with_the_reason():
    app = picture("rulebook", 7)
    answer = app.sitting.scenario.law.bases("ME", app.screen.country, "mla", app.view.today)
    listed = entries(app)
    assert list(listed) == [*(b.treaty for b in answer.binding), *(n.treaty for n in answer.almost)]
    near = answer.almost[0]
    app.screen.choose(app, near.treaty)
    app.render()
    assert app.words("rulebook.almost") in texts(app)


def test_another_day_has_another_law():
    app = picture("rulebook", 7)
    before = app.sitting.scenario.law.bases("ME", app.screen.country, "mla", app.view.today)
    app.screen.on.put("2004-06-01")
    app.render()
    later = {e.id: e.state for e in app.screen.entries(app)}
    assert later["ETS182"] == "almost"
    assert "ETS182" in {b.treaty for b in before.binding}


def test_a_day_that_is_none_is_said_and_today_is_answered():
    app = picture("rulebook", 7)
    app.screen.on.put("soon")
    app.render()
    assert app.words("rulebook.no_day") in texts(app)
    assert app.screen.asked(app).day == app.view.today


def test_a_word_of_an_article_finds_its_instrument_and_quotes_it():
    app = picture("rulebook", 7)
    app.screen.find.put("video")
    app.render()
    notes = {e.id: e.note for e in app.screen.entries(app)}
    assert "ETS182" in notes
    assert all("video" in app.screen.searched(app, e) for e in app.screen.entries(app))
    assert notes["ETS182"].startswith("art. ")


def test_the_two_states_change_places_where_one_is_chosen_twice():
    app = picture("rulebook", 7)
    other = app.screen.country
    app.screen.from_state(other)
    app.render()
    assert (app.screen.first, app.screen.country) == (other, "ME")


def test_arrows_move_in_the_list_and_right_reads_the_sheet():
    app = picture("rulebook", 7)
    first = app.screen.chosen
    press(app, pygame.K_DOWN)
    assert app.screen.chosen != first
    press(app, pygame.K_RIGHT)
    assert app.screen.focus == "sheet"
    press(app, pygame.K_DOWN, pygame.K_DOWN)
    assert app.screen.scrolls[f"sheet {app.screen.chosen}"] > 0
    press(app, pygame.K_LEFT)
    assert app.screen.focus == f"law {app.screen.chosen}"


def test_who_is_bound_since_when_is_said_for_both():
    app = picture("rulebook", 7)
    app.screen.choose(app, "ETS182")
    app.render()
    law, words = app.sitting.scenario.law, app.words
    said = texts(app)
    for country in ("ME", app.screen.country):
        assert words.short(law.country(country).party_on("ETS182", app.view.today).start) in said


def test_a_page_leads_to_each_of_these_screens():
    app = picture("desk", 20)
    for go, kind in ((Go("ledger"), Ledger), (Go("request", "mla-RS-1"), RequestScreen), (Go("rulebook", "RS mla"), Rulebook)):
        show(app, go)
        app.render()
        assert isinstance(app.screen, kind)
