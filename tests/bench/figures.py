"""What every benchmark shares: the cases, a stopwatch that takes the median, and how a figure is printed."""

import os
import sys
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

ROOT = Path(__file__).parent.parent.parent
SCENARIOS = ROOT / "scenarios"


def seconds(what, runs=5):
    """The median time of a call."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        what()
        times.append(time.perf_counter() - begun)
    return median(times)


def tell(name, figure, unit, target=""):
    """One line: the figure and its target."""
    print(f"{name:<64} {figure:>12,.2f} {unit:<16} {'target: ' + target if target else ''}", file=sys.stdout, flush=True)
