"""The debrief's lines open what is behind them, the acts prove and print, and what is shown is what was worked out."""

from itertools import pairwise
from types import SimpleNamespace

import pygame
import pytest

from game import saves
from game.pages.dots import axis_of, piled
from game.session import begin
from game.window import browser
from game.window.app import App
from game.window.pictures.moments import APART, apart
from game.window.screens.as_it_stood import AsItStood
from game.window.screens.debrief import DebriefScreen
from game.window.screens.debrief_moments import moments_of
from game.window.screens.desk import Desk
from game.window.screens.ledger import Ledger
from game.window.screens.rule_sheet import RuleSheet
from game.window.screens.rulebook import Rulebook
from game.window.screenshot import played, settle
from game.window.widgets import Label


def key(code):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode="")


@pytest.fixture
def over(budva, tmp_path):
    """A play of the flagship that is over, at its debrief, with its log in a folder of logs; everything worked out."""

    def opened(line="mla-for-everything", others=0, kept=True, size=(1366, 768), scale=100):
        sitting = played(budva, line, None, lambda s: False)
        for number in range(others):
            other = begin(budva, number, tmp_path)
            other.log.finish({"ending": "x", "score": 20 * number, "criteria": {"victims": 4 * number}})
            other.close()
        if kept:
            again = begin(budva, sitting.play.seed, tmp_path, player="K7")
            for decision in sitting.play.decisions:
                again.decide(decision)
            sitting = again
        app = App(size, text_scale=scale)
        app.scenarios, app.saves = tmp_path, tmp_path
        app.sit(sitting)
        app.reset(Desk(), DebriefScreen())
        app.render()
        settle(app)
        return app

    return opened


def press(app, *codes):
    """Keys, one after the other, each with its picture."""
    for code in codes:
        app.feed(key(code))
        app.render()


def go_to(app, beginning):
    """Tab until something whose key begins so has the focus."""
    for _ in range(200):
        if app.screen.focus.startswith(beginning):
            return app.screen.focus
        press(app, pygame.K_TAB)
    raise AssertionError(f"Tab never reaches {beginning!r}")


def texts(app):
    """Everything that is written or said."""
    return [each.text if isinstance(each, Label) else each.says for each in app.root.walk()]


def test_a_moment_is_reached_by_tab_and_arrows_and_reopens_its_day(over):
    app = over()
    first = go_to(app, "moment ")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT)
    assert app.screen.focus == f"moment {int(first.split()[1]) + 2}"
    spoken = app.focused().says

    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, AsItStood)
    assert app.words.short_date(app.sitting.play.today) in spoken


def test_escape_comes_back_to_where_one_was(over):
    app = over()
    sitting, moment = app.sitting, go_to(app, "moment ")
    press(app, pygame.K_RETURN, pygame.K_RETURN, pygame.K_ESCAPE)

    assert isinstance(app.screen, DebriefScreen)
    assert (app.screen.focus, app.sitting is sitting, app.sitting.log is not None) == (moment, True, True)


def test_on_a_day_as_it_stood_nothing_can_be_decided_and_the_log_stays_as_it_is(over):
    app = over()
    path, before = app.sitting.log.path, saves.read_log(app.sitting.log.path)
    go_to(app, "moment ")
    press(app, pygame.K_RETURN, pygame.K_RETURN)
    stood = app.sitting.play.digest()
    press(app, pygame.K_SPACE)

    assert "nothing can be decided" in app.toast[0]
    assert app.sitting.play.digest() == stood
    assert saves.read_log(path).rows == before.rows


def test_from_a_day_as_it_stood_one_plays_on_in_a_log_of_its_own(over):
    app = over()
    old = app.sitting.log.path
    go_to(app, "moment ")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN, pygame.K_RETURN)
    decisions = len(app.sitting.play.decisions)
    press(app, pygame.K_g)
    app.press(next(each for each in app.able() if "Play on" in each.says))
    app.render()

    assert type(app.screen) is Desk
    assert len(app.sitting.play.decisions) == decisions
    assert app.sitting.log.path != old


def test_closing_the_window_on_a_day_as_it_stood_closes_the_log_behind_it(over):
    app = over()
    go_to(app, "moment ")
    press(app, pygame.K_RETURN)
    behind = app.screen.behind
    app.sitting.close()

    assert behind.log is None


def test_the_mouse_opens_a_moment_on_its_words_too(over):
    app = over()
    dot = next(each for each in app.able() if each.key.startswith("moment ") and each.spot.words)
    x, y, w, h = dot.spot.words
    app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(int(x + w / 2), int(y + h / 2))))
    app.render()

    assert isinstance(app.screen, AsItStood)


@pytest.mark.parametrize(("tab", "beginning", "screen"), [
    (pygame.K_s, "point BU-A2", Ledger), (pygame.K_s, "point BU-L3", AsItStood), (pygame.K_s, "point BU-C3b", RuleSheet),
    (pygame.K_t, "day ", AsItStood), (pygame.K_e, "entry E2", Ledger), (pygame.K_f, "law ", RuleSheet),
    (pygame.K_w, "rule ", RuleSheet), (pygame.K_w, "lesson ", AsItStood),
])  # fmt: skip
def test_every_line_opens_what_is_behind_it(over, tab, beginning, screen):
    app = over()
    press(app, tab)
    focus = go_to(app, beginning)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, screen)

    app.toast = []
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, DebriefScreen)
    assert app.screen.focus == focus


def test_an_item_the_file_never_learned_of_says_that_there_is_nothing_to_open(over):
    app = over()
    press(app, pygame.K_e)
    go_to(app, "entry E10")
    press(app, pygame.K_RETURN)

    assert "never learned of it" in app.toast[0]


def test_f_opens_the_rule_behind_the_line_and_from_there_the_rule_book(over):
    app = over()
    go_to(app, "rule CETS197")
    press(app, pygame.K_f)
    assert isinstance(app.screen, RuleSheet)
    assert any("Points that rest on it" in text for text in texts(app))
    press(app, pygame.K_f)

    assert isinstance(app.screen, Rulebook)
    assert app.screen.chosen == "CETS197"


def test_the_days_of_a_rule_reopen_that_day(over):
    app = over()
    go_to(app, "rule CETS197")
    press(app, pygame.K_RETURN)
    go_to(app, "day ")
    press(app, pygame.K_RETURN)

    assert isinstance(app.screen, AsItStood)


def test_the_steps_count_what_the_ledger_would_admit(over):
    app = over()
    rulings = [ruling.verdict for ruling in app.sitting.debrief().ledger]

    assert any(text.startswith(f"would be admitted, 0 to {rulings.count('admitted')} items") for text in texts(app))


def test_the_median_of_three_others_is_shown_on_every_bar_that_knows_it(over):
    app = over(others=4)

    assert any("median of 4 others (practice): 30" in text for text in texts(app))
    assert sum(text == "median 6" for text in texts(app)) == 1


def test_fewer_than_three_others_show_nothing(over):
    assert not any("median" in text for text in texts(over(others=2)))


def test_other_logs_are_read_after_the_first_picture(budva, tmp_path, over):
    app = over(others=3)
    app.reset(Desk(), DebriefScreen())
    app.render()
    assert any("not read yet" in text for text in texts(app))

    settle(app)
    assert any("median of 3 others" in text for text in texts(app))


def test_a_log_is_proved_where_it_is_debriefed(over):
    app = over()
    digest = app.sitting.play.digest()
    press(app, pygame.K_v)

    assert digest in app.toast[0]
    assert any("Score proved by replay" in text for text in texts(app))


def test_a_log_that_was_changed_names_the_row_that_does_not_hold(over):
    app = over()
    path = app.sitting.log.path
    path.write_bytes(path.read_bytes().replace(b'"seat":"judge"', b'"seat":"coordinator"', 1))
    press(app, pygame.K_v)

    assert "does not hold" in app.toast[0]
    assert any(text.startswith("Row ") for text in texts(app))


def test_print_writes_one_page_beside_the_log_and_says_where(over):
    app = over()
    path = app.sitting.log.path
    press(app, pygame.K_p)
    written = path.with_name(path.name.replace(saves.SUFFIX, ".debrief.html"))

    assert str(written) in app.toast[0]
    assert "<h1>" in written.read_text(encoding="utf-8")


def test_a_play_that_is_not_kept_says_why_it_cannot_be_printed_or_proved(over):
    app = over(kept=False)
    for code in (pygame.K_p, pygame.K_v):
        press(app, code)
        assert "Nothing of this play is kept" in app.toast[0]
        app.toast = []


def test_no_browser_is_opened_without_a_screen_and_a_broken_one_is_no_error(monkeypatch, tmp_path):
    monkeypatch.setattr(browser.webbrowser, "get", lambda: pytest.fail("a browser was asked for"))
    assert browser.show_page(tmp_path / "x.html") is False

    def broken(address):
        raise OSError(address)

    assert browser.opened(SimpleNamespace(open=broken), "file:///x") is False


def test_luck_is_shown_as_dots_and_in_sentences(over):
    app = over()
    press(app, pygame.K_l)

    assert any(text.startswith("With other luck (40 seeds)") for text in texts(app))
    assert len(app.sitting.debrief().luck) == 40


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 100), ((1366, 768), 150), ((1920, 1080), 100), ((1280, 720), 200)])
@pytest.mark.parametrize("tab", [pygame.K_w, pygame.K_s, pygame.K_l, pygame.K_t, pygame.K_e, pygame.K_f])
def test_nothing_leaves_the_window_at_any_size(over, tab, size, scale):
    app = over(others=3, size=size, scale=scale)
    press(app, tab)
    w, h = size[0] / app.k, size[1] / app.k
    outside = [each.key for each in app.able() if each.parent_clip is None and (each.box[0] < 0 or each.box[0] + each.box[2] > w + 1
                                                                              or each.box[1] + each.box[3] > h + 1)]  # fmt: skip
    assert outside == []


@pytest.mark.parametrize("line", ["textbook", "mla-for-everything", "no-court"])
def test_every_moment_has_its_own_outcome_also_on_a_day_that_is_full(over, line):
    app = over(line)
    outcomes, model = moments_of(app, app.sitting.debrief())

    assert [app.tell.moment(each) for each in outcomes] == [moment.text for moment in model.moments]
    assert [each.day for each in outcomes] == sorted(each.day for each in outcomes)


def test_dots_never_stand_on_one_another():
    places = apart([30.0, 31.0, 32.0, 990.0, 991.0], (0, 0, 1000, 200))

    assert all(b - a >= APART - 1e-6 for a, b in pairwise(places))
    assert places[-1] <= 1000


def test_the_scale_of_luck_holds_every_score_and_every_dot_has_its_own_place():
    runs = [(38, False), *[(39, False)] * 32, (39, True)]
    axis = axis_of([score for score, _ in runs], 0, 800)
    dots = list(piled(axis, runs, 8, 8.5, 120))

    assert axis.low <= 38 and axis.high >= 39
    assert len({(x, above) for x, above, _ in dots}) == len(runs)
    assert max(above for _, above, _ in dots) <= 120
    assert axis_of([100, 0], 0, 800).tens == range(0, 101, 10)
