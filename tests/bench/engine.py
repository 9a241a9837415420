"""Bot play, reading, what-ifs, with all rules on."""

import tempfile
import time
from pathlib import Path

from engine import Playthrough, debrief, load_lawbook, load_scenario, play_out, player, read_yaml
from engine.reading.law.book import _lawbook
from tests.bench.figures import SCENARIOS, seconds, tell


def bot_play(runs=200):
    """Decisions a second on one core; the digest of the world is asked for only where it says so."""
    for id in ("first-contact", "budva-2009"):
        scenario = load_scenario(SCENARIOS, id)
        for bot in ("random", "textbook", "mla-for-everything"):
            decisions = others = 0
            begun = time.perf_counter()
            for seed in range(1, runs + 1):
                play = play_out(Playthrough(scenario, seed), player(scenario, bot, seed))
                decisions += len(play.decisions)
                others += sum(1 for d in play.decisions if d.act != "wait")
            took = time.perf_counter() - begun
            tell(f"bot play, {id}, {bot}", decisions / took, "decisions/s", "20,000, then 65,000")
            tell("  waiting not counted", others / took, "decisions/s")


def replay_speed(runs=20):
    """Decisions a second when a log is played again, with the digest of the whole world after each."""
    scenario = load_scenario(SCENARIOS, "budva-2009")
    done = play_out(Playthrough(scenario, 2), player(scenario, "textbook", 2)).decisions

    def again(digest):
        play = Playthrough(scenario, 2)
        for decision in done:
            play.decide(decision)
            if digest:
                play.digest()

    tell("replay of the flagship", len(done) / seconds(lambda: again(False), runs), "decisions/s")
    tell("replay of the flagship, digest after each row", len(done) / seconds(lambda: again(True), runs), "decisions/s")


def reading(runs=5):
    """Reading and checking, as a command does that has read nothing yet, and again with the law already read."""
    tell("law pack", 1000 * seconds(afresh(lambda: load_lawbook(SCENARIOS / "law")), runs), "ms")
    tell("flagship with its law", 1000 * seconds(afresh(lambda: load_scenario(SCENARIOS, "budva-2009")), runs), "ms")
    tell("flagship, its law already read", 1000 * seconds(lambda: load_scenario(SCENARIOS, "budva-2009"), runs), "ms")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.yaml"
        path.write_text("beats:\n" + "".join(
            f"  - id: b{n}\n    title: A title\n    when: day >= {n}\n    text: |\n      One line,\n      and another.\n    choices:\n"
            f"      - id: a\n        text: One\n        does: [{{flag: f{n}}}]\n" for n in range(1000)), "utf-8")  # fmt: skip
        lines = path.read_text("utf-8").count("\n")
        tell(f"strict YAML, {lines:,} lines, every position kept", seconds(lambda: read_yaml(path), runs), "s", "0.65, then 0.15")
        whole = long_case(Path(folder))
        tell("a case of 10,000 lines, read and checked, law included", seconds(afresh(lambda: load_scenario(whole, "quiet-farm")), max(1, runs // 2)), "s",
             "0.65, then 0.15")  # fmt: skip


def afresh(read):
    """The same reading, with no law kept from the reading before."""

    def ask():
        _lawbook.cache_clear()
        read()

    return ask


def long_case(folder):
    """The manual's case with beats added until it has ten thousand lines."""
    import os

    text = (Path(__file__).parent.parent / "broken" / "quiet-farm.yaml").read_text("utf-8")
    head, mark, rest = text.partition("\ncloses:")
    beats = "".join(
        f"\n  - id: more-{n}\n    title: More {n}\n    to: [investigator]\n    when: day > 900\n    text: |\n      One line.\n      Another.\n"
        f"    choices:\n      - id: a\n        text: One.\n        does: [{{note: one}}]" for n in range(820)
    )  # fmt: skip
    (folder / "quiet-farm").mkdir()
    (folder / "quiet-farm" / "scenario.yaml").write_text(head + beats + mark + rest, "utf-8")
    os.symlink(SCENARIOS / "law", folder / "law")
    return folder


def what_ifs(runs=3):
    """The debrief of a run of about forty decisions, every decision changed in turn."""
    scenario = load_scenario(SCENARIOS, "budva-2009")
    play = play_out(Playthrough(scenario, 2), player(scenario, "mla-for-everything", 2))
    tell(f"what-ifs of a run of {len(play.decisions)} decisions", seconds(lambda: debrief(play), runs), "s", "3, then 1")
