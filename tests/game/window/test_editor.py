"""A field that is written in: caret, selection, clipboard, undo, accents, dead keys and input methods, keys of other layouts."""

import pygame
import pytest

from game.window.app import App, Screen
from game.window.brush import Brush
from game.window.editor import Field
from game.window.widgets import Button, Column
from game.window.writing import Writing

CTRL, SHIFT = pygame.KMOD_CTRL, pygame.KMOD_SHIFT


class Sheet(Screen):
    """A field of one line, one of several, a button."""

    def __init__(self):
        super().__init__()
        self.one, self.many, self.pressed = Writing(), Writing(), 0

    def build(self, app, brush, w, h):
        def press():
            self.pressed += 1

        return Column(children=[Field(key="one", writing=self.one, press=lambda: None), Field(key="many", writing=self.many, rows=3),
                                Button(key="button", text="On", press=press)])  # fmt: skip

    def keys(self, app):
        return {"s": lambda: setattr(self, "pressed", 100)}


@pytest.fixture
def app():
    made = App((800, 600))
    made.reset(Sheet())
    made.screen.focus = "many"
    made.render()
    return made


def feed(app, kind, **told):
    app.feed(pygame.event.Event(kind, **told))
    app.render()


def press(app, *codes, mod=0, scancode=0):
    for code in codes:
        feed(app, pygame.KEYDOWN, key=code, mod=mod, scancode=scancode, unicode="")


def type_(app, text):
    feed(app, pygame.TEXTINPUT, text=text)


def begin(app, text, start=None):
    feed(app, pygame.TEXTEDITING, text=text, start=len(text) if start is None else start, length=0)


def ink_under(app, box):
    """How many pixels of the line under a box are of the colour of ink."""
    rect = Brush(app.surface, app.theme, app.k).real(box)
    return sum(app.surface.get_at((x, rect.y))[:3] == app.theme["ink"][:3] for x in range(rect.left, rect.right))


def test_what_is_written_is_taken_back_step_by_step_and_made_again(app):
    writing = app.screen.many
    type_(app, "Višji")
    type_(app, " sud")
    press(app, pygame.K_BACKSPACE)
    press(app, pygame.K_z, mod=CTRL)
    assert writing.text == "Višji sud"
    press(app, pygame.K_z, pygame.K_z, mod=CTRL)
    assert writing.text == ""
    press(app, pygame.K_z, mod=CTRL)
    assert writing.text == ""
    press(app, pygame.K_y, pygame.K_y, pygame.K_y, mod=CTRL)
    assert writing.text == "Višji su"
    press(app, pygame.K_z, mod=CTRL)
    press(app, pygame.K_z, mod=CTRL | SHIFT)
    assert writing.text == "Višji su"


def test_a_selection_is_replaced_by_what_is_typed_and_comes_back_with_undo(app):
    writing = app.screen.many
    type_(app, "letter of request")
    press(app, pygame.K_LEFT, mod=CTRL | SHIFT)
    assert writing.text[slice(*writing.selection)] == "request"
    type_(app, "thanks")
    assert writing.text == "letter of thanks"
    press(app, pygame.K_z, mod=CTRL)
    assert writing.text == "letter of request"


def test_cut_and_paste_go_through_the_clipboard(app, monkeypatch):
    kept = [""]
    monkeypatch.setattr("game.window.editor.clipboard", lambda text=None: kept.__setitem__(0, text) or text if text is not None else kept[0])
    type_(app, "Skadar\nShkodër")
    press(app, pygame.K_a, pygame.K_x, mod=CTRL)
    assert (app.screen.many.text, kept[0]) == ("", "Skadar\nShkodër")
    press(app, pygame.K_TAB, mod=SHIFT)
    press(app, pygame.K_v, mod=CTRL)
    assert app.screen.one.text == "Skadar Shkodër"


def test_an_accent_that_stands_on_a_letter_goes_with_it(app):
    type_(app, "S\u0301")
    assert app.screen.many.caret == 2
    press(app, pygame.K_LEFT)
    assert app.screen.many.caret == 0
    press(app, pygame.K_DELETE)
    assert app.screen.many.text == ""


@pytest.mark.parametrize(("letter", "place", "text"), [(0x444, pygame.KSCAN_A, ""), (0x44F, pygame.KSCAN_Z, "Суд")], ids=["all", "undo"])
def test_commands_find_their_letter_by_its_place_on_a_cyrillic_layout(app, letter, place, text):
    type_(app, "Суд")
    type_(app, "ија")
    press(app, letter, mod=CTRL, scancode=place)
    if not text:
        press(app, pygame.K_BACKSPACE)
    assert app.screen.many.text == text


def test_cyrillic_text_is_typed_and_no_shortcut_takes_its_letters(app):
    press(app, 0x441, scancode=pygame.KSCAN_S)
    type_(app, "с")
    assert app.screen.many.text == "с"
    assert app.screen.pressed == 0


# -- dead keys and input methods ----------------------------------------------------------------------------------------


def test_what_a_dead_key_begins_is_seen_at_the_caret_and_is_not_yet_text(app):
    writing = app.screen.many
    type_(app, "Budva")
    press(app, pygame.K_LEFT)
    begin(app, "´")
    assert (writing.text, writing.seen, writing.shown_caret) == ("Budva", "Budv´a", 5)
    type_(app, "á")
    assert (writing.text, writing.preview) == ("Budváa", "")
    press(app, pygame.K_z, mod=CTRL)
    assert writing.text == "Budva"


def test_what_is_begun_is_underlined(app):
    field = next(each for each in app.able() if each.key == "many")
    below = (field.box[0] + 9, field.box[1] + 6 + 16, 40, 1)
    type_(app, "ab")
    before = ink_under(app, below)
    begin(app, "´´")
    assert ink_under(app, below) > before + 5


def test_a_begun_character_stands_for_the_selection_and_gives_it_back_when_it_is_given_up(app):
    writing = app.screen.many
    type_(app, "Bar")
    press(app, pygame.K_a, mod=CTRL)
    begin(app, "か")
    assert writing.seen == "か"
    begin(app, "")
    assert (writing.seen, writing.selection) == ("Bar", (0, 3))


def test_keys_that_go_on_with_what_is_begun_do_not_touch_the_text(app):
    writing = app.screen.many
    type_(app, "Bar")
    begin(app, "か")
    press(app, pygame.K_BACKSPACE, pygame.K_RETURN, pygame.K_LEFT)
    assert (writing.text, writing.caret) == ("Bar", 3)
    press(app, pygame.K_ESCAPE)
    assert (writing.preview, len(app.stack)) == ("", 1)


def test_what_is_begun_is_given_up_when_the_focus_goes_on(app):
    begin(app, "´")
    press(app, pygame.K_TAB)
    assert (app.screen.focus, app.screen.many.preview) == ("button", "")


def test_text_is_asked_of_the_keyboard_only_where_it_can_be_written(app, monkeypatch):
    asked = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: asked.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: asked.append("stop"))
    press(app, pygame.K_TAB)
    assert asked == ["stop"]
    press(app, pygame.K_TAB)
    assert (app.screen.focus, asked) == ("one", ["stop", "stop", "start"])
    app.render()
    press(app, pygame.K_TAB)
    assert asked[3:] == ["stop", "start"]


def test_an_input_method_is_told_where_the_caret_is(app, monkeypatch):
    told = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", told.append)
    type_(app, "Bar\nUlcinj")
    field = next(each for each in app.able() if each.key == "many")
    real = Brush(app.surface, app.theme, app.k).real(field.box)
    assert real.contains(told[-1])
    assert told[-1].y > real.y + 18


# -- lines --------------------------------------------------------------------------------------------------------------


def test_letters_typed_one_after_the_other_are_one_step_back():
    writing = Writing()
    for letter in "Viši sud u Baru":
        writing.put(letter)
    writing.back()
    assert writing.text == "Viši sud u"
    writing.back()
    writing.again()
    writing.put("!")
    writing.back()
    assert writing.text == "Viši sud u"


def test_a_letter_typed_elsewhere_is_a_step_of_its_own():
    writing = Writing()
    for letter in "Bar":
        writing.put(letter)
    writing.go(0, False)
    writing.put("U")
    writing.back()
    assert (writing.text, writing.caret) == ("Bar", 0)


LONG = "The operator in Serbia keeps billing data for twelve months and no longer than that, as the letter of the ministry says. " * 3


def test_the_caret_keeps_its_column_through_a_shorter_line(app):
    type_(app, "Podgorica\nBar\nHerceg Novi")
    press(app, pygame.K_HOME, *[pygame.K_RIGHT] * 7, pygame.K_UP)
    assert app.screen.many.caret == len("Podgorica\nBar")
    press(app, pygame.K_UP)
    assert app.screen.many.caret == 7


def test_home_and_end_stay_on_the_line_where_a_text_is_broken_for_want_of_room(app):
    type_(app, LONG)
    field = next(each for each in app.able() if each.key == "many")
    lines = field.laid(Brush(app.surface, app.theme, app.k))
    assert len(lines) > 2
    press(app, pygame.K_HOME, mod=CTRL)
    press(app, pygame.K_END, pygame.K_END)
    assert app.screen.many.caret == lines[1][0] - 1
    press(app, pygame.K_DOWN, pygame.K_HOME)
    assert app.screen.many.caret == lines[1][0]


def test_a_press_behind_a_line_puts_the_caret_at_its_end(app):
    type_(app, LONG)
    press(app, pygame.K_HOME, mod=CTRL)
    field = next(each for each in app.able() if each.key == "many")
    lines = field.laid(Brush(app.surface, app.theme, app.k))
    x, y, w, _ = field.box
    feed(app, pygame.MOUSEBUTTONDOWN, button=1, pos=(round(x + w - 3), round(y + 10)))
    assert app.screen.many.caret == lines[1][0] - 1


def test_up_at_the_first_line_and_down_at_the_last_leave_the_field(app):
    type_(app, "Bar\nUlcinj")
    press(app, pygame.K_UP)
    assert app.screen.focus == "many"
    press(app, pygame.K_UP)
    assert app.screen.focus == "one"
