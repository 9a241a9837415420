"""The picker, the way to begin, and the briefing, read from what is on the screen."""

import pygame
import pytest

from engine import load_scenario
from game import saves, session
from game.window.app import App
from game.window.screens.briefing import Briefing
from game.window.screens.desk import Desk
from game.window.screens.opening import Opening
from game.window.screens.picker import Picker
from game.window.screenshot import settle
from tests.conftest import SCENARIOS


def key(code, mod=0):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=0, unicode="")


def press(app, *codes):
    for code in codes:
        app.feed(key(code))
        app.render()


def write(app, text):
    app.feed(pygame.event.Event(pygame.TEXTINPUT, text=text))
    app.render()


@pytest.fixture
def picker(tmp_path):
    def opened(size=(1366, 768), scale=100):
        app = App(size, text_scale=scale)
        app.scenarios, app.saves = SCENARIOS, tmp_path
        app.reset(Picker(app))
        settle(app)
        return app

    return opened


def test_seats_luck_and_code_are_chosen_before_the_file_is_opened(picker, tmp_path):
    app = picker()
    app.screen.look(app, "budva-2009")
    app.render()
    press(app, pygame.K_o)
    assert isinstance(app.screen, Opening)
    app.screen.focus = "seat judge"
    press(app, pygame.K_SPACE)
    app.screen.focus = "luck"
    write(app, "4417")
    app.screen.focus = "player"
    write(app, "K7")
    app.feed(key(pygame.K_RETURN, pygame.KMOD_CTRL))
    app.render()
    header = app.sitting.log.header
    assert isinstance(app.screen, Briefing)
    assert (header["seed"], header["player"], "judge" in header["seats"]) == (4417, "K7", False)
    app.sitting.close()


def test_a_seed_that_is_no_number_opens_nothing_and_says_why(picker):
    app = picker()
    press(app, pygame.K_o)
    app.screen.focus = "luck"
    write(app, "five")
    app.feed(key(pygame.K_RETURN, pygame.KMOD_CTRL))
    app.render()
    assert isinstance(app.screen, Opening)
    assert app.toast == [app.words("opening.luck_wrong", n=9)]


def test_the_last_seat_of_a_table_stays(picker):
    app = picker()
    press(app, pygame.K_o)
    seats = app.screen.scenario.seats
    for seat in seats:
        app.screen.focus = f"seat {seat}"
        press(app, pygame.K_SPACE)
    assert app.screen.terms.seats(app.screen.scenario) == seats[-1:]


def test_the_newest_unfinished_play_of_a_case_is_offered_with_its_day(picker, tmp_path):
    scenario = load_scenario(SCENARIOS, "first-contact")
    kept = session.begin(scenario, 2, tmp_path)
    kept.decide(kept.play.choices(kept.play.seats[0])[0].decision)
    kept.close()
    again = session.begin(scenario, 3, tmp_path)
    again.decide(again.play.choices(again.play.seats[0])[0].decision)
    again.close()
    app = picker()
    app.screen.look(app, "first-contact")
    app.render()
    assert any("Resume after day 0" in each.says for each in app.able())
    press(app, pygame.K_r)
    assert app.sitting.play.seed == 3
    app.sitting.close()


def test_a_finished_play_gives_its_score_to_the_card(picker, tmp_path):
    from game.window.screenshot import played

    scenario = load_scenario(SCENARIOS, "first-contact")
    rehearsal = played(scenario, "textbook", None, lambda s: False)
    kept = session.begin(scenario, rehearsal.play.seed, tmp_path)
    for decision in rehearsal.play.decisions:
        kept.decide(decision)
    kept.close()
    best = next(saves.list_logs(tmp_path)).score
    app = picker()
    card = next(each for each in app.able() if each.key.endswith("case first-contact"))
    assert app.words("picker.best", score=best) in card.says


def test_with_twelve_cases_every_card_is_reached_and_scrolled_into_view(picker):
    app = picker()
    app.screen.cases = app.screen.cases * 6
    app.render()
    cards = [each for each in app.root.walk() if "case " in each.key]
    assert len(cards) == 12
    assert max(each.box[1] for each in cards) > 768


def test_the_briefing_says_where_when_with_whom_and_what_for_and_enter_leads_to_the_desk(picker):
    app = picker()
    app.screen.begin(app, "budva-2009", 1)
    app.render()
    said = " ".join(getattr(each, "text", "") or each.says for each in app.root.walk())
    scenario = app.sitting.scenario
    for each in (scenario.title, "Montenegro", "Italy", *scenario.aims, "about 90 minutes"):
        assert each in said
    assert "* " in said
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Desk)
    app.sitting.close()


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 100), ((1280, 720), 200), ((1366, 768), 150), ((3840, 2160), 100)])
def test_the_choice_of_how_to_play_holds_at_every_size(picker, size, scale):
    app = picker(size, scale)
    press(app, pygame.K_o)
    brush = app.render()
    assert [text for text, _ in brush.overflows] == []
