"""Killed at a hundred random instants of play: nothing that was shown is lost, and the game goes on."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from random import Random

import pytest

from game import saves, session
from tests.conftest import ROOT

KILLS = int(os.environ.get("ROGATORY_KILLS", "100"))
PLAYER = textwrap.dedent("""
    import os, sys, time, traceback
    from pathlib import Path
    from engine import load_scenario, player
    from game import session
    scenario = load_scenario(Path("scenarios"), "first-contact")
    print("ready", flush=True)
    for line in sys.stdin:
        path = Path(line.strip())
        if os.fork() == 0:
            print("pid", os.getpid(), flush=True)
            try:
                sitting = session.resume(path) if path.exists() else session.begin(scenario, 2, None, path=path)
                who = player(scenario, "random", 5)
                while not sitting.play.is_over:
                    sitting.decide(who.next(sitting.play))
                    print("shown", len(sitting.play.decisions), flush=True)
            except BaseException:
                print("failed", traceback.format_exc().replace(chr(10), " / "), flush=True)
            time.sleep(60)
        os.wait()
        print("gone", flush=True)
""")


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_kill_at_any_instant_loses_nothing_that_was_shown(tmp_path):
    dice = Random(4711)
    child = subprocess.Popen([sys.executable, "-c", PLAYER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "ready\n"
    resumed, span = 0, 0.05
    for number in range(KILLS):
        path = tmp_path / f"play-{number // 2}.rogatory.json"
        resumed += path.exists()
        child.stdin.write(f"{path}\n")
        child.stdin.flush()
        shown = 0
        pid = int(child.stdout.readline().split()[1])
        time.sleep(dice.random() * span)
        os.kill(pid, signal.SIGKILL)
        while not (line := child.stdout.readline()).endswith("gone\n"):
            assert line
            assert not line.startswith("failed"), line
            shown = int(line.split()[1]) if line.startswith("shown ") else shown
        if not path.exists():
            assert shown == 0
            span = min(5.0, span * 1.5)  # a busy machine takes longer to begin; instants in which nothing is written prove little
            continue
        log = saves.read_log(path)
        assert len(log.rows) >= shown
        assert saves.check_chain(log) is None
        session.replay_log(log)
    child.stdin.close()
    child.wait()
    assert resumed >= KILLS // 4
