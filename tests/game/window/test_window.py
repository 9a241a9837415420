"""The window: a whole case by keys alone and by mouse alone, the same log as in text; nothing makes it fall over."""

import io
from random import Random

import pygame
import pytest

from engine import mark
from game import saves, session
from game.text.app import TextGame
from game.window.app import App
from game.window.screens.asking import Asking
from game.window.screens.debrief import DebriefScreen
from game.window.screens.desk import Desk
from game.window.screens.paper import Paper
from game.window.screens.picker import Picker
from game.window.screens.story import Story
from game.window.screenshot import settle
from game.words import load_words
from tests.conftest import SCENARIOS


def key(code, mod=0, scancode=0):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=scancode, unicode="")


def opened(tmp_path, size=(1366, 768)):
    """The application at the picker."""
    app = App(size)
    app.scenarios, app.saves = SCENARIOS, tmp_path
    app.reset(Picker(app))
    settle(app)
    return app


def type_(app, *codes):
    """Press keys, one after the other; the picture follows each."""
    for code in codes:
        app.feed(key(code))
        app.render()


def click(app, widget):
    """Press the mouse on a widget."""
    x, y, w, h = widget.box
    app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round((x + w / 2) * app.k), round((y + min(h, 20) / 2) * app.k))))
    app.render()


def by_keys(app, beat, choice):
    """Take a choice with keys only: to the beat by its number, to the choice by its number, Enter."""
    type_(app, pygame.K_ESCAPE) if app.toast else None
    cards = {each.key: each for each in app.able()}
    type_(app, ord(cards[f"beat {beat}"].number))
    number = [c.id for c in app.sitting.scenario.beats[beat].choices].index(choice) + 1
    assert isinstance(app.screen, Story)
    type_(app, ord(str(number)), pygame.K_RETURN)


def by_mouse(app, beat, choice):
    """The same with the mouse only."""
    if app.toast:
        click(app, app.root)
    click(app, next(each for each in app.able() if each.key == f"beat {beat}"))
    number = [c.id for c in app.sitting.scenario.beats[beat].choices].index(choice) + 1
    click(app, next(each for each in app.able() if each.key == f"choice {number}"))


LINE = [("corridor", "safety", 0), ("across-the-lake", "go", 1), ("six-months", "preserve", 1), ("the-camera", "keep", 1), ("one-request", "direct", 1),
        ("receipts", "order", 1), ("ready-to-talk", "monday", 10), ("decide", "trafficking", 45)]  # fmt: skip


def play_line(app, take, wait, sit):
    """The line of play, by whatever hands."""
    for beat, choice, day in LINE:
        while (before := app.sitting.play.today) - app.sitting.scenario.start < day:
            wait(app)
            assert app.sitting.play.today > before, "no day has gone by"
        seat = next(c.seat for c in app.sitting.scenario.beats[beat].choices if c.id == choice)
        if app.seat != seat:
            sit(app, seat)
        take(app, beat, choice)


def key_wait(app):
    type_(app, pygame.K_ESCAPE) if app.toast else None
    type_(app, pygame.K_PERIOD)
    if isinstance(app.screen, Asking):
        type_(app, pygame.K_RETURN)


def key_sit(app, seat):
    type_(app, pygame.K_ESCAPE) if app.toast else None
    type_(app, getattr(pygame, f"K_F{app.sitting.play.seats.index(seat) + 1}"), pygame.K_RETURN)


def mouse_wait(app):
    if app.toast:
        click(app, app.root)
    click(app, next(each for each in app.able() if each.key == "wait day"))
    if isinstance(app.screen, Asking):
        click(app, next(each for each in app.able() if each.key == "yes"))


def mouse_sit(app, seat):
    if app.toast:
        click(app, app.root)
    click(app, next(each for each in app.able() if each.key == f"seat {seat}"))
    click(app, next(each for each in app.able() if each.key == "first yes"))


def begin(app, monkeypatch):
    """Open the first case with a known seed."""
    monkeypatch.setattr("os.urandom", lambda n: (2).to_bytes(n, "big"))
    type_(app, pygame.K_RETURN)
    assert app.sitting.play.seed == 2
    type_(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Desk)


@pytest.mark.parametrize(("take", "wait", "sit"), [(by_keys, key_wait, key_sit), (by_mouse, mouse_wait, mouse_sit)], ids=["keys", "mouse"])
def test_a_case_is_played_to_the_debrief(tmp_path, monkeypatch, take, wait, sit):
    app = opened(tmp_path)
    begin(app, monkeypatch)
    play_line(app, take, wait, sit)
    assert app.sitting.play.is_over
    assert isinstance(app.screen, DebriefScreen)
    score = mark(app.sitting.scenario, app.sitting.play.world.earned).score
    app.sitting.close()
    proof = session.verify(next(tmp_path.glob("*.rogatory.json")))
    assert (proof.row, proof.score) == (None, score)


def test_the_log_of_the_window_is_the_log_of_the_text_game(tmp_path, monkeypatch, first_contact):
    app = opened(tmp_path / "window")
    begin(app, monkeypatch)
    play_line(app, by_keys, key_wait, key_sit)
    app.sitting.close()
    shown = saves.read_log(next((tmp_path / "window").glob("*.rogatory.json")))

    again = session.begin(first_contact, 2, tmp_path / "text")
    game = TextGame(again, load_words(), source=io.StringIO(), sink=io.StringIO())
    for row in shown.rows:
        game.seat = row["seat"]
        game.decide(session.decision_of(row))
    again.close()
    told = saves.read_log(next((tmp_path / "text").glob("*.rogatory.json")))
    own = ("day", "seat", "act", "on", "terms", "digest")
    assert [[row[name] for name in own] for row in told.rows] == [[row[name] for name in own] for row in shown.rows]
    assert told.result["score"] == shown.result["score"]


def test_a_letter_is_composed_and_sent_by_keys(tmp_path, monkeypatch):
    app = opened(tmp_path)
    begin(app, monkeypatch)
    by_keys(app, "corridor", "safety")
    key_sit(app, "prosecutor")
    type_(app, pygame.K_l)
    card = next(each for each in app.able() if each.key.startswith("offer ") and "Montenegro" in each.says and each.enabled)
    app.screen.focus = card.key
    for candidate in [each for each in app.able() if each.key.startswith("offer ") and each.enabled]:
        app.press(candidate)
        if isinstance(app.screen, Paper) and app.screen.choice.decision.on[0] == "mla":
            break
        app.pop()
        app.render()
    app.render()
    for prefix in ("items 0", "basis 0", "basis 1", "channel 0"):
        app.screen.focus = prefix
        type_(app, pygame.K_SPACE)
    app.feed(key(pygame.K_RETURN, pygame.KMOD_CTRL))
    app.render()
    assert [r.procedure for r in app.sitting.play.view("prosecutor").requests] == ["mla"]


def test_ten_thousand_random_events_make_nothing_fall_over(tmp_path, monkeypatch):
    app = opened(tmp_path)
    dice = Random(7)
    codes = [*range(97, 123), *range(48, 58), pygame.K_SPACE, pygame.K_RETURN, pygame.K_TAB, pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT,
             pygame.K_RIGHT, pygame.K_PAGEDOWN, pygame.K_PERIOD, pygame.K_F1, pygame.K_F2, pygame.K_BACKSPACE, pygame.K_PLUS, pygame.K_MINUS]  # fmt: skip
    failed = []
    monkeypatch.setattr(app, "fail", failed.append)
    monkeypatch.setattr("game.window.speech.speak", lambda text: False)
    monkeypatch.setattr("game.window.app.clipboard", lambda text=None: text or "")
    for number in range(10_000):
        roll = dice.random()
        w, h = app.surface.get_size()
        if roll < 0.55:
            app.feed(key(dice.choice(codes), dice.choice((0, 0, 0, 0, pygame.KMOD_CTRL, pygame.KMOD_SHIFT))))
        elif roll < 0.8:
            app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(dice.randrange(w), dice.randrange(h))))
        elif roll < 0.9:
            app.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=(dice.randrange(w), dice.randrange(h)), rel=(0, 0), buttons=(0, 0, 0)))
        elif roll < 0.97:
            app.feed(pygame.event.Event(pygame.TEXTINPUT, text=dice.choice(("a", "č", "Љ", " ", "\U0001f642", "x" * 40))))
        elif roll < 0.98:
            app.feed(pygame.event.Event(pygame.VIDEORESIZE, w=dice.choice((640, 1280, 1366)), h=dice.choice((400, 720, 768))))
        else:
            app.feed(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=dice.choice((-3, 3)), precise_y=1.0, pos=(w // 2, h // 2)))
        if not app.running:
            app.running = True
        if number % 12 == 0:
            app.render()
        assert failed == [], number


def test_a_damaged_and_a_newer_log_are_shown_and_explained_and_the_rest_works(tmp_path):
    (tmp_path / "a.rogatory.json").write_bytes(b"")
    (tmp_path / "b.rogatory.json").write_text('{"header": {"1": {"kind": "rogatory-log", "format": 99}}}')
    app = opened(tmp_path)
    bad = [each for each in app.able() if each.key.startswith("log ")]
    assert len(bad) == 2
    assert any("damaged" in each.says for each in bad)
    app.feed(key(pygame.K_TAB))
    app.screen.focus = bad[0].key
    type_(app, pygame.K_RETURN)
    assert app.root.walk()
    type_(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Picker)


def test_a_scenario_that_cannot_be_read_is_a_card_and_not_a_crash(tmp_path):
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "broken.yaml").write_text("id: broken\ntitle: [\n")
    app = App((1366, 768))
    app.scenarios, app.saves = tmp_path / "scenarios", tmp_path
    app.reset(Picker(app))
    settle(app)
    assert any(each.key.startswith("broken") for each in app.able())


def test_a_cyrillic_layout_finds_the_shortcuts_by_the_place_of_the_key(tmp_path, monkeypatch):
    app = opened(tmp_path)
    begin(app, monkeypatch)
    app.feed(key(0x43A, scancode=pygame.KSCAN_R))
    app.render()
    assert app.screen.leaf == "requests"
