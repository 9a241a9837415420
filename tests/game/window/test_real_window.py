"""A real window on a virtual screen: a case played to the debrief by keys alone, and by mouse alone; the log is that of the text game."""

import os
import shutil
import subprocess
import sys
import time

import pygame
import pytest

from game import saves
from game.session import verify
from game.window.app import App
from game.window.screens.desk import Desk
from game.window.screens.picker import Picker
from tests.conftest import SCENARIOS
from tests.game.window import test_window as hands

needs_screen = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="no Xvfb and xdotool here (.ci/run installs them)"
)
NAMES = {pygame.K_ESCAPE: "Escape", pygame.K_RETURN: "Return", pygame.K_PERIOD: "period", pygame.K_SPACE: "space"}
PATIENCE = 60
SEED = 2


def said_to(app, monkeypatch, tmp_path, take, wait, sit):
    """Play the line in a window without a screen; answers every key and press in order, as words for xdotool."""
    told = []
    feed = app.feed

    def listen(happened):
        if happened.type == pygame.KEYDOWN:
            name = NAMES.get(happened.key) or pygame.key.name(happened.key).upper().removeprefix("KEY ")
            told.append(["key", name if len(name) > 1 else name.lower()])
        elif happened.type == pygame.MOUSEBUTTONDOWN:
            told.append(["mousemove", str(happened.pos[0]), str(happened.pos[1]), "click", "1"])
        feed(happened)

    app.scenarios, app.saves = SCENARIOS, tmp_path / "rehearsal"
    picker = Picker(app)
    app.reset(picker)
    app.render()
    picker.begin(app, "first-contact", SEED)
    app.render()
    monkeypatch.setattr(app, "feed", listen)
    hands.type_(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Desk)
    hands.play_line(app, take, wait, sit)
    assert app.sitting.play.is_over
    app.sitting.close()
    return told


@pytest.fixture
def screen():
    """A virtual screen of the least size."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    yield ":" + server.stdout.readline().strip()
    server.terminate()
    server.wait(PATIENCE)


def until(so, what):
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def rows_of(path):
    """What each decision of a log is and leads to."""
    own = ("day", "seat", "act", "on", "terms", "digest")
    return [[row[name] for name in own] for row in saves.read_log(path).rows]


def only_log(folder):
    """The one log of a folder."""
    return next(folder.glob("*.rogatory.json"))


@needs_screen
@pytest.mark.parametrize(
    ("take", "wait", "sit"),
    [(hands.by_keys, hands.key_wait, hands.key_sit), (hands.by_mouse, hands.mouse_wait, hands.mouse_sit)],
    ids=["keys", "mouse"],
)
def test_a_case_is_played_to_the_debrief_in_a_real_window(tmp_path, monkeypatch, screen, take, wait, sit):
    told = said_to(App((1366, 768)), monkeypatch, tmp_path, take, wait, sit)
    real = tmp_path / "real"
    env = {**os.environ, "DISPLAY": screen, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
    game = subprocess.Popen(
        [sys.executable, "-m", "game", "play", "first-contact", "--seed", str(SEED), "--saves", str(real), "--scenarios", str(SCENARIOS)],
        env=env, cwd=SCENARIOS.parent, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        until(lambda: list(real.glob("*.rogatory.json*")), "the log of the new play")
        until(lambda: "Rogatory" in subprocess.run(["xwininfo", "-root", "-tree"], env=env, capture_output=True, text=True).stdout
              if shutil.which("xwininfo") else time.sleep(1) is None, "the window")  # fmt: skip
        time.sleep(0.5)
        subprocess.run(["xdotool", "mousemove", "700", "400"], env=env, check=True)
        for words in told:
            subprocess.run(["xdotool", *words], env=env, check=True)
            time.sleep(0.12)
        until(lambda: saves.read_log(only_log(real)).result is not None, "the end of the play")
    finally:
        game.terminate()
        error = game.communicate(timeout=PATIENCE)[1]
    assert "Traceback" not in error
    assert rows_of(only_log(real)) == rows_of(only_log(tmp_path / "rehearsal"))
    assert verify(only_log(real)).row is None
