"""The flagship in the window, by keys alone: a written line of play, in four seats, from the first coffee to the debrief."""

import pygame
import pytest

from engine import player
from game.session import begin
from game.window.app import App
from game.window.screens.asking import Asking
from game.window.screens.debrief import DebriefScreen
from game.window.screens.desk import Desk
from game.window.screens.paper import Paper
from game.window.screens.request import RequestScreen
from game.window.screens.story import Story

MOST = 900
NAMED = {"Esc": pygame.K_ESCAPE, "Enter": pygame.K_RETURN, "Space": pygame.K_SPACE, ".": pygame.K_PERIOD, "Tab": pygame.K_TAB}


class Keyboard:
    """Presses keys and nothing else; the picture follows each."""

    def __init__(self, app):
        self.app, self.pressed = app, 0

    def press(self, *names, mod=0):
        for name in names:
            code = NAMED.get(name) or (getattr(pygame, f"K_{name}") if name.startswith("F") else ord(name))
            self.app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=0, unicode=""))
            self.app.render()
            self.pressed += 1

    def to_the_desk(self):
        """Back, screen by screen, and nothing in the way."""
        while self.app.toast or not isinstance(self.app.screen, Desk):
            self.press("Esc")

    def sit(self, seat):
        """Pass the laptop, if somebody else sits there."""
        if self.app.seat != seat:
            self.press(f"F{self.app.sitting.play.seats.index(seat) + 1}", "Enter")
            self.to_the_desk()
        assert self.app.seat == seat

    def open(self, name):
        """Open what waits on the desk, by its number."""
        card = next(each for each in self.app.able() if each.key == name)
        self.press(card.number)

    def choose(self, beat, choice):
        """A choice of a beat: the number goes to it, Enter takes it."""
        self.open(f"beat {beat}")
        assert isinstance(self.app.screen, Story)
        shown = next(b for b in self.app.view.beats if b.id == beat).choices
        number = str([each.id for each in shown].index(choice) + 1)
        if self.app.screen.focus != f"choice {number}":
            self.press(number)
        self.press("Enter")

    def step(self, request, act):
        """An act on a paper that waits: its number, the number of the act, and send."""
        self.open(f"paper {request}")
        assert isinstance(self.app.screen, RequestScreen)
        self.press("1")
        if isinstance(self.app.screen, Paper):
            assert self.app.screen.choice.decision.on == (request, act)
            self.press("Enter", mod=pygame.KMOD_CTRL)

    def take(self, decision):
        """One decision."""
        self.to_the_desk()
        if decision.act == "wait":
            self.press("Space" if decision.terms["until"] == "something" else ".")
            if isinstance(self.app.screen, Asking):
                self.press("Enter")
            return
        self.sit(decision.seat)
        getattr(self, decision.act)(*decision.on)


@pytest.fixture
def played(budva, tmp_path):
    """A line of play by keys; answers the window and how many keys that took."""

    def to_the_end(name, size=(1366, 768)):
        app = App(size)
        app.scenarios, app.saves = tmp_path, tmp_path
        seed = budva.plays[name].seed
        app.sit(begin(budva, seed, None))
        app.reset(Desk())
        app.render()
        hands, who = Keyboard(app), player(budva, name, seed)
        for _ in range(MOST):
            if app.sitting.play.is_over:
                break
            hands.take(who.next(app.sitting.play))
        return app, hands.pressed

    return to_the_end


@pytest.mark.parametrize("name", ["textbook", "urgency"])
def test_a_line_of_the_flagship_is_played_to_its_ending_by_keys_alone(played, budva, name):
    app, pressed = played(name)
    expected = budva.plays[name].expect
    assert app.sitting.play.ending in (expected["endings"] or [expected["ending"]])
    while app.toast:
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, scancode=0, unicode=""))
    app.render()
    assert isinstance(app.screen, DebriefScreen)
    assert pressed < 4 * MOST
