"""The debrief in the window names what was left open, gives the reasons that were written down, and cuts no words it has room for."""

from dataclasses import replace

import pytest

from engine import debrief
from game.session import Session
from game.window.app import App
from game.window.brush import Brush
from game.window.screens.debrief import DebriefScreen
from game.window.screens.desk import Desk
from game.window.screenshot import played

WHY = "Two lines in the margin"


@pytest.fixture
def at_the_debrief(budva):
    """The debrief of a line of the flagship, everything worked out, on a tab."""

    def opened(line, tab="regrets", reasons=False):
        sitting = played(budva, line, None, lambda s: False)
        if reasons:
            sitting.play.decisions[:] = [replace(each, rationale=WHY) for each in sitting.play.decisions]
        app = App((1366, 768))
        app.sit(Session(sitting.play, None))
        app.reset(Desk(), DebriefScreen())
        app.render()
        while app.tick(16):
            pass
        app.screen.turn(app, tab)
        app.render()
        return app

    return opened


def said(app):
    """Everything that is said on the screen, in one text."""
    return " ".join(" ".join(each.says.split()) for each in app.root.walk() if each.says)


def test_everything_left_open_has_a_line_that_reopens_its_day(at_the_debrief):
    app = at_the_debrief("mla-for-everything")
    lines = [each for each in app.able() if each.key.startswith("left ")]

    assert len(lines) == len(debrief(app.sitting.play, what_ifs=False).left_open) > 5
    app.press(lines[0])
    app.render()
    assert type(app.screen).__name__ == "AsItStood"


@pytest.mark.parametrize("tab", ["regrets", "timeline"])
def test_the_reason_that_was_written_down_stands_beside_its_decision(at_the_debrief, tab):
    assert WHY in said(at_the_debrief("mla-for-everything", tab, reasons=True))
    assert WHY not in said(at_the_debrief("mla-for-everything", tab))


@pytest.mark.parametrize("line", ["textbook", "mla-for-everything"])
def test_no_moment_is_cut_while_there_is_room_under_the_line(at_the_debrief, line):
    app = at_the_debrief(line)
    brush = Brush(app.surface, app.theme, app.k)
    dots = [each for each in app.root.walk() if getattr(each, "moment", None) is not None and each.spot and each.spot.words]
    cut = [each.moment.text for each in dots if each.spot.words[2] < brush.width(each.moment.text, "label")]

    assert len(dots) > 5
    assert cut == []
