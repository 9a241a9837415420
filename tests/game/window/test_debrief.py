"""The debrief in the window: it opens at once, works out the rest afterwards, and goes back only into a new log."""

import pygame
import pytest

from game import saves
from game.session import begin, decision_of, verify
from game.window.app import App
from game.window.screens.debrief import DebriefScreen
from game.window.screens.desk import Desk
from game.window.screenshot import played


def key(code):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode="")


@pytest.fixture
def over(budva, tmp_path):
    """A play of the flagship that is over, kept in a log, at its debrief."""

    def opened(line="lost", kept=False):
        sitting = played(budva, line, None, lambda s: False)
        if kept:
            again = begin(budva, sitting.play.seed, tmp_path, player="K7")
            for decision in sitting.play.decisions:
                again.decide(decision)
            sitting = again
        app = App((1366, 768))
        app.scenarios, app.saves = tmp_path, tmp_path
        app.sit(sitting)
        app.reset(Desk(), DebriefScreen())
        app.render()
        return app

    return opened


def computed(app):
    while app.tick(16):
        app.render()
    app.render()


def regrets(app):
    return [each for each in app.able() if each.key.startswith("regret ")]


def test_the_first_picture_does_not_wait_for_what_else_could_have_happened(over):
    app = over()
    assert not app.sitting.compared
    assert regrets(app) == []
    assert any("other decisions" in each.says for each in app.root.walk() if each.says)
    computed(app)
    largest = app.sitting.debrief().regrets[0]
    assert regrets(app)[0].key == f"regret {largest.decision} {largest.points}"


def test_the_tabs_can_be_read_while_it_is_worked_out(over):
    app = over()
    for cap, tab in ((pygame.K_s, "points"), (pygame.K_t, "timeline"), (pygame.K_e, "ledger"), (pygame.K_f, "law")):
        app.feed(key(cap))
        app.render()
        assert app.screen.tab == tab
    assert not app.sitting.compared


def test_leaving_stops_the_working_out(over):
    app = over()
    app.tick(16)
    debrief = app.screen
    before = debrief.done
    app.feed(key(pygame.K_ESCAPE))
    app.render()
    app.tick(16)
    assert (debrief.done, app.screen is debrief) == (before, False)


def test_replaying_from_a_decision_begins_a_new_log_and_leaves_the_old_one(over, tmp_path):
    app = over(kept=True)
    computed(app)
    old = app.sitting.log.path
    before = saves.read_log(old)
    number = int(regrets(app)[0].key.split()[1])
    app.screen.focus = regrets(app)[0].key
    app.feed(key(pygame.K_RETURN))
    app.render()
    app.press(next(each for each in app.able() if "Play on" in each.says))
    app.render()
    new = app.sitting.log.path
    app.sitting.close()
    assert new != old
    assert isinstance(app.screen, Desk)
    after, branch = saves.read_log(old), saves.read_log(new)
    assert (after.rows, after.result) == (before.rows, before.result)
    assert [decision_of(r) for r in branch.rows] == [decision_of(r) for r in before.rows[: number - 1]]
    assert branch.header["branch_of"] == before.rows[-1]["hash"]
    assert branch.header["player"] == "K7"
    assert (verify(old).row, verify(new).row) == (None, None)


def test_a_play_without_a_regret_says_so(over):
    app = over("textbook")
    computed(app)
    assert app.sitting.debrief().regrets == ()
    assert app.words("debrief.no_regrets") in [getattr(each, "text", "") for each in app.root.walk()]


def test_a_criterion_without_a_point_says_what_was_not_earned(over):
    app = over()
    none = [m.criterion for m in app.screen.found(app).mark.criteria if m.points == 0]
    cards = {each.key: each.says for each in app.able()}
    assert none
    assert any("Not earned" in cards[f"criterion {each}"] for each in none)
