"""The window, without a screen: redraw, motion, the first picture and all of it, idling, memory."""

import subprocess
import sys

from tests.bench.figures import ROOT, SCENARIOS, seconds, tell

PEAK = """
import resource, sys, time
begun = time.perf_counter()
from pathlib import Path

def peak():
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
"""
"""The most memory a process has had, in MB. What `resource` answers on Linux counts also what its parent had."""

PROGRAM = PEAK + """
from game.window.app import App
from game.window.screens.picker import Picker
app = App((1366, 768))
app.scenarios, app.saves = Path(sys.argv[1]), Path(sys.argv[2])
app.reset(Picker(app))
app.show()
print(time.perf_counter() - begun)
while app.tick(0):
    app.show()
print(time.perf_counter() - begun)
spent, until = time.process_time(), time.perf_counter() + float(sys.argv[3])
import pygame
show = app.tick
def tick(passed):
    if time.perf_counter() > until:
        app.running = False
    return show(passed)
app.tick = tick
app.run()
print((time.process_time() - spent) / float(sys.argv[3]))
print(peak())
"""

LARGE = PEAK + """
import pygame
from engine import load_scenario
from game.pages.page import Go
from game.window import screenshot
from game.window.screens.evidence import Evidence
from game.window.screens.reading import PageScreen
folder, size = Path(sys.argv[1]), (int(sys.argv[2]), int(sys.argv[3]))
app = screenshot.picture("desk", load_scenario(folder, "budva-2009"), folder, day=40)
app.window = pygame.display.set_mode(size)
app.fresh()
for screen in (app.screen, Evidence(), PageScreen(Go("inbox")), PageScreen(Go("requests"))):
    app.push(screen)
    app.show()
print(peak())
"""


def desk(size=(1366, 768)):
    """The desk of the flagship on a busy day."""
    return shown("desk", size, 40)


def shown(screen, size=(1366, 768), day=None):
    """A screen of the flagship, at its telling moment."""
    from engine import load_scenario
    from game.window import screenshot, tidy

    app = screenshot.picture(screen, load_scenario(SCENARIOS, "budva-2009"), SCENARIOS, day=day, size=size)
    tidy.set_aside()
    return app


def redraw(runs=40):
    """The whole desk: what is kept between decisions, and everything anew. Then other screens, and a large window."""
    app = desk()
    tell("full redraw of the desk, 1366x768", 1000 * seconds(app.render, runs), "ms", "under 4")

    def anew():
        app.screen.made.update({name: (None, kept) for name, (_, kept) in app.screen.made.items()})
        app.render()

    tell("  with map, timeline, rows and mail made anew, as after a decision", 1000 * seconds(anew, runs), "ms")
    for name in ("evidence", "composer", "request"):
        tell(f"full redraw: {name}, 1366x768", 1000 * seconds(shown(name).render, runs), "ms", "4")
    tell("full redraw of the desk, 3840x2160", 1000 * seconds(desk((3840, 2160)).render, runs), "ms")


def motion(runs=60):
    """Days going by on the picture, papers travelling."""
    from game.window.screens.desk import Slide

    app = desk()
    app.screen.slide = Slide(app.view.today - 30, app.view.today)

    def frame():
        app.screen.slide.gone_ms = (app.screen.slide.gone_ms + 16) % app.screen.slide.lasts_ms
        app.render()

    took = seconds(frame, runs)
    tell("a frame while days go by", 1000 * took, "ms")
    tell("  frames a second", 1 / took, "fps", "60")


def loop(idle=4):
    """A process of its own: first picture, idling, memory."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, "-c", PROGRAM, str(SCENARIOS), folder, str(idle)], cwd=ROOT, capture_output=True, text=True, check=True)
    first, whole, share, memory = numbers(done.stdout)
    tell("first picture, imports included", first, "s", "under 0.5")
    tell("  with all cases read", whole, "s")
    tell("idle", 100 * share, "% of a core", "under 1")
    tell("memory", memory, "MB", "under 150")


def memory():
    """A process of its own: what it takes at most, in windows of two sizes, with several screens looked at."""
    for width, height in ((1366, 768), (3840, 2160)):
        words = [sys.executable, "-c", LARGE, str(SCENARIOS), str(width), str(height)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
        tell(f"memory, desk and three screens, {width}x{height}", numbers(done.stdout)[0], "MB", "under 150")


def numbers(text):
    """The numbers a program printed."""
    return [float(line) for line in text.splitlines() if line[:1].isdigit()]
