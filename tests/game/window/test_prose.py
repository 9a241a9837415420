"""A text with links: broken like any text, each link pressed by keys and mouse, leading to the item or the rule it names."""

import pygame
import pytest

from game.window import screenshot
from game.window.app import App, Screen
from game.window.brush import Brush
from game.window.prose import Prose
from game.window.screens.evidence import Evidence
from game.window.screens.links import linked, with_links
from game.window.screens.rulebook import Rulebook
from game.window.theme import load_theme
from game.window.widgets import Column, Label
from tests.conftest import SCENARIOS, case

TEXT = ("The telephone records (", "E4", ") arrive on Monday; they rest on ", "ETS182 art. 4", ", in force since 2006, and reach the file the same day.")


class Page(Screen):
    """A text with two links."""

    def __init__(self, wide=300.0):
        super().__init__()
        self.wide, self.pressed = wide, []

    def build(self, app, brush, w, h):
        pieces = [(text, f"see {n}" if n in (1, 3) else "", (lambda n=n: self.pressed.append(n)) if n in (1, 3) else None) for n, text in enumerate(TEXT)]
        self.prose = Prose(pieces=pieces)
        return Column(pad=(w - self.wide) / 2, children=[self.prose])


def opened(wide=300.0):
    app = App((800, 600))
    app.reset(Page(wide))
    app.render()
    return app


def runs(prose):
    """Everything that is written, line by line."""
    found = [*prose.runs, *(run for link in prose.children for run in link.runs)]
    return sorted(found, key=lambda run: (run[0][1], run[0][0]))


@pytest.mark.parametrize("wide", [90, 140, 300, 700])
def test_no_word_is_lost_and_no_line_is_wider_than_it_may_be(wide):
    prose = opened(wide).screen.prose
    x, _, w, _ = prose.box
    written = runs(prose)
    assert "".join(words for _, words in written).replace(" ", "") == "".join(TEXT).replace(" ", "")
    assert all(left >= x and left + own <= x + w + 0.5 for (left, _, own, _), _ in written)


def test_a_text_with_links_is_broken_where_the_same_text_without_them_is():
    pygame.display.init()
    pygame.font.init()
    brush = Brush(pygame.Surface((800, 600)), load_theme("paper"), 1.0)
    with_links = Prose(pieces=[(text, str(n), None) for n, text in enumerate(TEXT)])
    without = Label(text="".join(TEXT))
    assert with_links.place(brush, 0, 0, 260) == without.place(brush, 0, 0, 260)


def test_tab_goes_from_link_to_link_and_enter_presses():
    app = opened()
    assert app.screen.focus == "see 1"
    app.feed(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, scancode=0, unicode=""))
    app.feed(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, scancode=0, unicode=""))
    assert (app.screen.focus, app.screen.pressed) == ("see 3", [3])


def test_every_part_of_a_link_on_two_lines_is_pressed_by_the_mouse_and_nothing_between():
    app = opened()
    link = next(each for wide in range(120, 400, 5) for each in [found(app, wide)] if len(each.runs) == 2)
    for (x, y, w, h), _ in link.runs:
        app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round(x + w / 2), round(y + h / 2))))
    assert app.screen.pressed == [3, 3]
    (x, y, _, h), _ = link.runs[0]
    app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round(x - 20), round(y + h / 2))))
    assert app.screen.pressed == [3, 3]


def found(app, wide):
    """The second link, in a column of this width."""
    app.screen.wide = float(wide)
    app.render()
    return app.screen.prose.children[1]


def test_a_link_is_underlined_and_what_is_none_is_not():
    app = opened(700)
    link = app.screen.prose.children[1]
    app.screen.focus = "see 1"
    app.render()
    (x, y, w, h), _ = link.runs[0]
    under = [app.surface.get_at((round(x) + n, round(y + h) - 2))[:3] for n in range(2, int(w) - 2)]
    beside = [app.surface.get_at((round(x + w) + 10 + n, round(y + h) - 2))[:3] for n in range(40)]
    assert set(under) == {app.theme["ink3"][:3]}
    assert app.theme["ink3"][:3] not in beside


# -- in the case --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def inbox():
    return screenshot.picture("inbox", case("budva-2009"), SCENARIOS, day=60)


def test_an_item_the_seat_knows_and_an_instrument_of_the_pack_become_links(inbox):
    pieces = linked(inbox, "Under ETS24 art. 16(4) and ETS182, E5 and E99 came; XE5 did not, nor ETS1820.", "x")
    assert [text for text, _, press in pieces if press] == ["ETS24 art. 16(4)", "ETS182", "E5"]
    assert "".join(text for text, _, _ in pieces) == "Under ETS24 art. 16(4) and ETS182, E5 and E99 came; XE5 did not, nor ETS1820."


def test_a_text_that_names_nothing_stays_a_plain_text(inbox):
    assert isinstance(with_links(inbox, "Nothing has come in.", "x"), Label)


def follow(app, text):
    """Press the one link of a text."""
    (press,) = [press for _, _, press in linked(app, text, "x") if press]
    press()
    app.render()


def test_a_link_to_an_item_opens_the_table_at_it(inbox):
    follow(inbox, "In the file: E5 The advertisement")
    assert isinstance(inbox.screen, Evidence)
    assert inbox.screen.item == "E5"
    inbox.pop()
    inbox.render()


def test_a_link_to_a_rule_opens_the_book_at_its_instrument(inbox):
    follow(inbox, "The clock runs [ETS24 art. 16(4)]")
    assert isinstance(inbox.screen, Rulebook)
    assert (inbox.screen.chosen, inbox.screen.purpose) == ("ETS24", "extradition")
    inbox.pop()
    inbox.render()


def test_the_rule_behind_an_item_leads_to_the_rule_book():
    app = screenshot.picture("evidence", case("budva-2009"), SCENARIOS, day=3)
    app.screen.look(app, "E4")
    app.render()
    link = next(each for each in app.able() if each.key == "see cited 0")
    assert link.text == "ETS30 art. 1"
    app.press(link)
    app.render()
    assert (type(app.screen), app.screen.chosen) == (Rulebook, "ETS30")
