"""What unfolds over the page: drop-downs and the sheet of a month; and that nothing below hears of it while it is open."""

from datetime import date

import pygame
import pytest

from game.cli import run
from game.window import screenshot
from game.window.app import App, Screen
from game.window.days import DayButton, DayField
from game.window.dropdown import DropDown
from game.window.months import Almanac, day_of, turned
from game.window.theme import THEMES
from game.window.widgets import Button, Column, Scroll, Space
from game.window.writing import Writing
from tests.conftest import SCENARIOS, case

STATES = ["Albania", "Bosnia and Herzegovina", "Croatia", "Greece", "Italy", "Montenegro", "North Macedonia", "Serbia", "Slovenia", "Šavnik", "Türkiye"]
WINDOWS = [((1366, 768), 100), ((1280, 720), 150), ((1280, 720), 200), ((640, 400), 200)]
TODAY, LAST = date(2009, 10, 14).toordinal(), date(2009, 12, 31).toordinal()


def ordinal(text):
    return date.fromisoformat(text).toordinal()


def almanac():
    """Days from tomorrow to the end of the year; a holiday on 29 October."""

    def tint(day):
        when = date.fromordinal(day)
        return "hol" if (when.month, when.day) == (10, 29) else "wk" if when.weekday() > 4 else ""

    def barred(day):
        return "past" if day <= TODAY else "late" if day > LAST else ""

    return Almanac(TODAY, lambda day: date.fromordinal(day).isoformat(), lambda day: date.fromordinal(day).isoformat()[:7], tuple("MTWTFSS"),
                   tint, lambda day: {"hol": "public holiday", "wk": "weekend", "": ""}[tint(day)], barred, "Enter takes it.")  # fmt: skip


class Form(Screen):
    """A button, a drop-down, a day, a button that asks for a day; `low` moves them down the window."""

    begins_at = ("state",)

    def __init__(self, low=0.0):
        super().__init__()
        self.low, self.state, self.on, self.asked, self.pressed, self.heard = low, "Serbia", Writing(), [], [], []

    def build(self, app, brush, w, h):
        rows = [Space(height=self.low), Button(key="on", text="On", press=lambda: self.pressed.append("on")), self.states(), self.day(),
                DayButton(key="ask", text="Until", almanac=almanac(), pick=self.asked.append), Space(height=2000)]  # fmt: skip
        return Scroll(key="form", body=Column(children=rows), at=self.scrolls)

    def states(self):
        return DropDown(key="state", name="State", options=[(s, s) for s in STATES], chosen=self.state, pick=lambda v: setattr(self, "state", v))

    def day(self):
        return DayField(key="day", name="On", writing=self.on, hint="2009-10-14", almanac=almanac())

    def keys(self, app):
        return {letter: (lambda letter=letter: self.heard.append(letter)) for letter in "abcdefghijklmnopqrstuvwxyz123"}

    def escape(self, app):
        self.heard.append("escape")


def opened(focus="state", size=(1366, 768), scale=100, theme="paper", low=0.0):
    app = App(size, text_scale=scale, theme=theme)
    app.reset(Form(low))
    app.screen.focus = focus
    app.render()
    return app


def press(app, *codes, mod=0, scancode=0):
    for code in codes:
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=scancode, unicode=""))
        app.render()


def type_(app, text, scancode=0):
    """A key and the text it makes."""
    press(app, ord(text.casefold()), scancode=scancode)
    app.feed(pygame.event.Event(pygame.TEXTINPUT, text=text))
    app.render()


def click(app, x, y):
    app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round(x * app.k), round(y * app.k))))
    app.render()


def middle(widget):
    x, y, w, h = widget.box
    return x + w / 2, y + h / 2


def found(app, key):
    return next(each for each in app.able() if each.key == key)


def under_cursor(app):
    """The option under the cursor."""
    return STATES[app.over.layer.cursor]


# -- a drop-down --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_DOWN])
def test_a_drop_down_is_opened_at_its_choice(code):
    app = opened()
    press(app, code)
    assert under_cursor(app) == "Serbia"


def test_arrows_home_and_end_move_the_cursor_and_stop_at_the_ends():
    app = opened()
    press(app, pygame.K_RETURN, pygame.K_UP)
    assert under_cursor(app) == "North Macedonia"
    press(app, pygame.K_HOME, pygame.K_UP)
    assert under_cursor(app) == "Albania"
    press(app, pygame.K_END, pygame.K_DOWN)
    assert under_cursor(app) == "Türkiye"
    assert app.screen.state == "Serbia"


def test_enter_takes_the_option_and_the_focus_is_on_the_field():
    app = opened()
    press(app, pygame.K_RETURN, pygame.K_DOWN, pygame.K_RETURN)
    assert (app.screen.state, app.screen.focus, app.over.layer) == ("Slovenia", "state", None)


def test_escape_closes_the_list_and_leaves_choice_and_page_as_they_are():
    app = opened()
    press(app, pygame.K_RETURN, pygame.K_HOME, pygame.K_ESCAPE)
    assert (app.screen.state, app.screen.focus, app.over.layer, app.screen.heard) == ("Serbia", "state", None, [])
    press(app, pygame.K_ESCAPE)
    assert app.screen.heard == ["escape"]


def test_tab_closes_the_list_and_goes_on():
    app = opened()
    press(app, pygame.K_RETURN, pygame.K_TAB)
    assert (app.screen.focus, app.over.layer) == ("day", None)


def test_letters_go_to_what_begins_with_them_and_no_shortcut_hears_them(monkeypatch):
    app = opened()
    now = [1000]
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: now[0])
    press(app, pygame.K_RETURN)
    type_(app, "s")
    assert under_cursor(app) == "Slovenia"
    type_(app, "s")
    assert under_cursor(app) == "Šavnik"
    now[0] += 5000
    type_(app, "b")
    assert under_cursor(app) == "Bosnia and Herzegovina"
    now[0] += 5000
    for letter in "mon":
        type_(app, letter)
    assert under_cursor(app) == "Montenegro"
    assert app.screen.heard == []


def test_a_cyrillic_layout_finds_latin_names_by_the_place_of_the_key():
    app = opened()
    press(app, pygame.K_RETURN)
    type_(app, "г", scancode=pygame.KSCAN_G)
    assert under_cursor(app) == "Greece"


def test_a_press_outside_closes_the_list_and_presses_nothing_else():
    app = opened()
    press(app, pygame.K_RETURN)
    click(app, *middle(found(app, "on")))
    assert (app.over.layer, app.screen.pressed, app.screen.focus) == (None, [], "state")
    click(app, *middle(found(app, "on")))
    assert app.screen.pressed == ["on"]


def test_a_press_on_an_option_takes_it():
    app = opened()
    click(app, *middle(found(app, "state")))
    x, y, _, _ = app.over.layer.box
    click(app, x + 30, y + 4 + 28 * (1.5 - app.over.layer.top))
    assert (app.screen.state, app.over.layer) == ("Bosnia and Herzegovina", None)


def test_the_wheel_moves_the_list_and_not_the_page():
    app = opened()
    press(app, pygame.K_RETURN)
    app.over.layer.go(0)
    app.feed(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0, pos=(5, 5)))
    assert app.over.layer.top == 1
    assert app.screen.scrolls["form"] == 0


def test_left_and_right_change_the_choice_without_opening_it():
    app = opened()
    press(app, pygame.K_LEFT)
    assert (app.screen.state, app.over.layer) == ("North Macedonia", None)
    press(app, pygame.K_RIGHT, pygame.K_RIGHT)
    assert app.screen.state == "Slovenia"


def test_a_drop_down_says_its_name_and_choice_and_open_it_says_the_option_under_the_cursor(monkeypatch):
    said = []
    monkeypatch.setattr("game.window.speech.speak", said.append)
    app = opened()
    press(app, pygame.K_F9)
    press(app, pygame.K_RETURN, pygame.K_DOWN, pygame.K_F9)
    assert said == ["State: Serbia (8 / 11)", "Slovenia (9 / 11)"]


def test_a_barred_drop_down_says_why_and_stays_closed():
    app = opened()
    widget = found(app, "state")
    widget.enabled, widget.tip = False, "Only one State is in the case."
    app.press(widget)
    assert (app.toast, app.over.layer) == (["Only one State is in the case."], None)


def test_a_layer_is_gone_with_its_screen():
    app = opened()
    press(app, pygame.K_RETURN, pygame.K_F10)
    assert (app.screen is app.stack[0], app.over.layer) == (False, None)
    app.pop()
    app.render()
    assert app.over.layer is None


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("size", "scale"), WINDOWS)
@pytest.mark.parametrize("low", [0, 120, 600])
@pytest.mark.parametrize("key", ["state", "day"])
def test_a_layer_is_kept_inside_the_window(key, low, size, scale, theme):
    app = opened(key, size, scale, theme, low)
    press(app, pygame.K_RETURN)
    x, y, w, h = app.over.layer.box
    assert x >= 0 and y >= 0
    assert x + w <= size[0] / app.k and y + h <= size[1] / app.k


@pytest.mark.parametrize(("size", "scale"), WINDOWS)
def test_the_option_under_the_cursor_is_seen_in_a_long_list(size, scale):
    app = opened("state", size, scale)
    press(app, pygame.K_RETURN)
    for code in [pygame.K_HOME, *[pygame.K_DOWN] * 10, *[pygame.K_UP] * 10]:
        press(app, code)
        layer = app.over.layer
        assert layer.top <= layer.cursor <= layer.top + layer.seen - 1 + 1e-6 or layer.seen < 1.6


# -- a day --------------------------------------------------------------------------------------------------------------


def cursor(app):
    """The day under the cursor."""
    return date.fromordinal(app.over.layer.cursor).isoformat()


def month(app):
    """Open the month at a day that is written."""
    app.screen.on = Writing("2009-10-15")
    app.render()
    press(app, pygame.K_RETURN)


@pytest.mark.parametrize(
    ("codes", "day"),
    [
        ([pygame.K_RIGHT], "2009-10-16"), ([pygame.K_LEFT], "2009-10-14"), ([pygame.K_DOWN], "2009-10-22"), ([pygame.K_UP], "2009-10-08"),
        ([pygame.K_PAGEDOWN], "2009-11-15"), ([pygame.K_PAGEUP], "2009-09-15"), ([pygame.K_HOME], "2009-10-12"), ([pygame.K_END], "2009-10-18"),
    ],
)  # fmt: skip
def test_keys_move_a_day_a_week_a_month(codes, day):
    app = opened("day")
    month(app)
    press(app, *codes)
    assert cursor(app) == day


def test_a_month_shorter_than_the_day_ends_it():
    assert turned(ordinal("2009-12-31"), 2) == ordinal("2010-02-28")
    assert turned(ordinal("2008-01-31"), 1) == ordinal("2008-02-29")


def test_enter_writes_the_day_and_the_focus_is_on_the_field():
    app = opened("day")
    month(app)
    press(app, pygame.K_RIGHT, pygame.K_RETURN)
    assert (app.screen.on.text, app.screen.focus, app.over.layer) == ("2009-10-16", "day", None)


@pytest.mark.parametrize(("day", "why"), [("2009-10-14", "past"), ("2010-01-01", "late")])
def test_a_day_that_cannot_be_taken_says_why_and_is_not_taken(day, why):
    app = opened("day")
    month(app)
    app.over.layer.go(ordinal(day))
    press(app, pygame.K_RETURN)
    assert app.over.layer.says.endswith(why)
    assert app.screen.on.text == "2009-10-15"


def test_weekends_and_holidays_are_tinted_and_said():
    app = opened("day")
    month(app)
    app.over.layer.go(ordinal("2009-10-28"))
    app.render()
    layer = app.over.layer

    def ground(day):
        x, y, _, _ = layer.cell_of(ordinal(day))
        return app.surface.get_at((round(x) + 1, round(y) + 1))[:3]

    grounds = [ground(day) for day in ("2009-10-29", "2009-10-24", "2009-10-27")]
    assert grounds == [app.theme[token][:3] for token in ("hol", "wk", "card")]
    assert layer.told(ordinal("2009-10-29")) == ["2009-10-29", "public holiday"]


def test_a_day_is_typed_into_the_field_and_into_the_open_month():
    app = opened("day")
    for letter in "2009-11-02":
        app.feed(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    app.render()
    assert found(app, "day").day == ordinal("2009-11-02")
    press(app, pygame.K_RETURN)
    for letter in "2009-12-24":
        app.feed(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    app.render()
    assert cursor(app) == "2009-12-24"


def test_only_a_whole_date_is_a_day():
    assert [day_of(text) for text in ("2009-10-14", " 2009-10-14 ", "2009-10", "20091014", "2009-13-01", "")] == [TODAY, TODAY, None, None, None, None]


def test_the_mouse_takes_a_day_turns_the_month_and_among_the_letters_only_places_the_caret():
    app = opened("day")
    x, y, w, h = found(app, "day").box
    click(app, x + 20, y + h / 2)
    assert app.over.layer is None
    click(app, x + w - 10, y + h / 2)
    left, top, wide, _ = app.over.layer.box
    click(app, left + wide - 15, top + 15)
    assert cursor(app)[:7] == "2009-11"
    x, y, w, h = app.over.layer.cell_of(ordinal("2009-11-20"))
    click(app, x + w / 2, y + h / 2)
    assert (app.screen.on.text, app.over.layer) == ("2009-11-20", None)


def test_a_button_that_asks_for_a_day_is_told_it():
    app = opened("ask")
    press(app, pygame.K_RETURN, pygame.K_RIGHT, pygame.K_RETURN)
    assert app.screen.asked == [TODAY + 1]


def test_nothing_of_the_month_is_cut():
    app = opened("day")
    month(app)
    assert [text for text, _ in app.render().overflows] == []


def test_a_notice_is_read_before_the_layer_goes_on():
    app = opened("day")
    month(app)
    app.toast = ["Saved."]
    press(app, pygame.K_RETURN)
    assert (app.toast, app.screen.on.text) == ([], "2009-10-15")
    assert isinstance(app.over.layer.of, DayField)


def test_a_picture_shows_what_a_thing_unfolds_and_names_what_there_is(capsys, tmp_path):
    def shot(key):
        return run(["screenshot", "desk", "--scenario", "first-contact", "--scenarios", str(SCENARIOS), "--open", key, "-o", str(tmp_path / "desk.png")])

    assert shot("wait date") == 0
    closed = screenshot.picture("desk", case("first-contact"), SCENARIOS).surface
    assert pygame.image.tobytes(pygame.image.load(str(tmp_path / "desk.png")), "RGB") != pygame.image.tobytes(closed, "RGB")
    assert shot("tomorrow") == 2
    assert "wait date" in capsys.readouterr().out


@pytest.fixture
def desk():
    app = screenshot.picture("desk", case("first-contact"), SCENARIOS)
    press(app, pygame.K_d)
    return app


def test_on_the_desk_a_day_to_come_is_waited_for(desk):
    today = desk.view.today
    press(desk, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN)
    assert [d.terms["until"] for d in desk.sitting.play.decisions[-1:]] == [date.fromordinal(today + 2).isoformat()]
    assert today < desk.sitting.play.today <= today + 2


def test_on_the_desk_today_and_what_is_past_or_after_the_deadline_are_barred_with_the_reason(desk):
    count, layer = len(desk.sitting.play.decisions), desk.over.layer
    for day in (desk.view.today, desk.view.today - 1, desk.view.deadline + 1):
        layer.go(day)
        press(desk, pygame.K_RETURN)
        assert layer.told(day)[-1] not in ("", desk.words.date(day), desk.words("days.wk"), desk.words("days.hol"))
        assert desk.over.layer is layer
    assert layer.told(desk.view.deadline + 1)[-1] == desk.words("days.late", date=desk.words.short(desk.view.deadline))
    assert len(desk.sitting.play.decisions) == count
    assert not layer.seen.barred(desk.view.deadline)


def test_on_the_desk_the_holidays_are_those_of_home(desk):
    calendar = desk.sitting.scenario.law.calendar(desk.view.home)
    holidays = calendar.holidays_between(desk.view.start, desk.view.deadline)
    assert holidays
    assert {desk.over.layer.seen.tint(day) for day in holidays} == {"hol"}


def test_a_day_that_goes_by_while_the_month_is_open_can_no_longer_be_taken(desk):
    tomorrow = desk.view.today + 1
    assert not desk.over.layer.seen.barred(tomorrow)
    desk.screen.wait(desk, "day")
    desk.toast = []
    desk.render()
    assert desk.over.layer.seen.barred(tomorrow) == desk.words("days.today")
