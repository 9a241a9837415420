"""What is pressed: buttons, ticks, tabs, cards; by Enter, by Space, by the mouse; and what each says."""

import pygame
import pytest

from game.window.app import App, Screen
from game.window.desk_widgets import Tab, Tabs
from game.window.widgets import Button, Card, Column, Label, Panel, Tick

LEAVES = ("People", "Requests", "Ledger")


class Things(Screen):
    """Three tabs over a button, a tick and a card."""

    def __init__(self):
        super().__init__()
        self.leaf, self.on, self.pressed = "People", False, []

    def build(self, app, brush, w, h):
        def press(what):
            return lambda: self.pressed.append(what)

        tabs = Tabs(children=[Tab(key=f"leaf {leaf}", text=leaf, selected=leaf == self.leaf, press=lambda leaf=leaf: setattr(self, "leaf", leaf))
                              for leaf in LEAVES])  # fmt: skip
        tick = Tick(key="tick", text="Confidential", note="ask for it in the letter", on=self.on, press=lambda: setattr(self, "on", not self.on))
        card = Card(key="card", words="1", body=Column(children=[Label(text="Narrow it to one account"), Label(text="2 days")]), press=press("card"))
        return Panel(tabs=tabs, body=Column(pad=12, children=[Button(key="send", text="Send", cap="S", press=press("send")), tick, card]))


@pytest.fixture
def app():
    made = App((800, 600))
    made.reset(Things())
    made.render()
    return made


def press(app, *codes):
    for code in codes:
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode=""))
        app.render()


def to(app, key):
    app.screen.focus = key
    app.render()
    return app.focused()


def click(app, key):
    x, y, w, h = to(app, key).box
    app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round(x + w / 2), round(y + h / 2))))
    app.render()


@pytest.mark.parametrize("key", ["send", "card"])
def test_enter_space_and_the_mouse_press_the_same(app, key):
    to(app, key)
    press(app, pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER)
    click(app, key)
    assert app.screen.pressed == [key] * 4


def test_a_tick_is_turned_and_says_its_state_and_small_print(app):
    assert to(app, "tick").says == "Confidential, off. ask for it in the letter"
    press(app, pygame.K_SPACE)
    assert app.screen.on
    assert app.focused().says.startswith("Confidential, on.")
    click(app, "tick")
    assert not app.screen.on


def test_arrows_go_from_tab_to_tab_and_enter_turns_to_the_leaf(app):
    to(app, "leaf People")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT)
    assert (app.screen.focus, app.screen.leaf) == ("leaf Ledger", "People")
    press(app, pygame.K_RETURN)
    assert app.screen.leaf == "Ledger"
    press(app, pygame.K_LEFT, pygame.K_RETURN)
    assert app.screen.leaf == "Requests"
    click(app, "leaf People")
    assert app.screen.leaf == "People"


def test_a_card_says_everything_that_stands_on_it(app):
    assert to(app, "card").says == "1. Narrow it to one account. 2 days"


def test_tab_goes_through_everything_in_reading_order_and_round(app):
    seen = []
    to(app, "leaf People")
    for _ in range(7):
        seen.append(app.screen.focus)
        press(app, pygame.K_TAB)
    assert seen == ["leaf People", "leaf Requests", "leaf Ledger", "send", "tick", "card", "leaf People"]


def test_everything_that_can_be_pressed_says_something_and_is_high_enough_for_a_hand(app):
    assert all(each.says and each.box[3] >= 28 for each in app.able())
