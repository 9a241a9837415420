"""Saving, verifying, starting."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from engine import load_scenario, player
from game import session
from tests.bench.figures import ROOT, SCENARIOS, seconds, tell


def saved_decision(others=5000):
    """What putting a decision on the disk adds, with no other log beside it and with many."""
    scenario = load_scenario(SCENARIOS, "first-contact")
    for count in (0, others):
        with tempfile.TemporaryDirectory() as folder:
            for n in range(count):
                (Path(folder) / f"other-{n}.rogatory.json").write_text("{}")
            sitting = session.begin(scenario, 2, Path(folder))
            append, times = sitting.log.append, []

            def timed(row, append=append, times=times):
                begun = time.perf_counter()
                append(row)
                times.append(time.perf_counter() - begun)

            sitting.log.append = timed
            finish(sitting, "textbook", 2)
            tell(f"a saved decision with {count:,} other logs (median)", 1000 * median(times), "ms", "under 5")


def finish(sitting, bot, seed):
    """Play to the end."""
    who = player(sitting.scenario, bot, seed)
    while not sitting.play.is_over and (decision := who.next(sitting.play)) is not None:
        sitting.decide(decision)
    sitting.close()


def verifying(logs=200):
    """`rogatory verify` of many logs of the flagship, as a command."""
    scenario = load_scenario(SCENARIOS, "budva-2009")
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, logs + 1):
            finish(session.begin(scenario, seed, None, path=Path(folder) / f"l{seed}.rogatory.json"), "textbook", seed)
        files = sorted(str(path) for path in Path(folder).glob("*.rogatory.json"))
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "game", "verify", *files], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        took = time.perf_counter() - begun
        tell(f"verify {logs} logs of the flagship", took, "s")
        tell("  as for 1,000 logs", took * 1000 / logs, "s", "20, then 5 (2 cores)")


def starting(runs=5):
    """A command from nothing to its answer."""
    tell("rogatory list", seconds(lambda: subprocess.run([sys.executable, "-m", "game", "list"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL), runs), "s")
