"""Golden playthroughs: every written line of play, told decision by decision, as it must stay.

    python tests/playthroughs/golden.py     writes them anew; look at the difference before you commit it
"""

import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from engine import Playthrough, load_scenario, mark, play_out, player  # noqa: E402

SCENARIOS = HERE.parents[1] / "scenarios"


def tell(scenario, name):
    """A line of play with its own seed, as text."""
    seed = scenario.plays[name].seed
    play = play_out(Playthrough(scenario, seed), player(scenario, name, seed))
    lines = [f"{scenario.id}, {name}, seed {seed}"]
    for number, (decision, day) in enumerate(zip(play.decisions, play.days, strict=True), 1):
        followed = [o for o in play.outcomes if o.because == number and o.kind not in ("chosen", "stage")]
        if decision.act == "wait" and not followed:
            continue
        what = " ".join((decision.act, *decision.on, str(decision.terms.get("until", "")) if decision.act == "wait" else ""))
        lines.append(f"{number}. {date.fromordinal(day)} {decision.seat}: {what.strip()}")
        lines += [f"   {date.fromordinal(o.day)} {o.kind} {' '.join(o.about)}{'' if o.seen_by else ' (hidden)'}" for o in followed]
    score = mark(scenario, play.world.earned)
    lines.append(f"ending {play.ending}, score {score.score}: " + ", ".join(f"{c.criterion} {c.points}" for c in score.criteria))
    lines.append(f"digest {play.digest()}")
    return "\n".join(lines) + "\n"


def path_of(scenario, name):
    """Where a golden playthrough is kept."""
    return HERE / scenario.id / f"{name}.txt"


if __name__ == "__main__":
    for id in sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml")):
        scenario = load_scenario(SCENARIOS, id)
        for name in scenario.plays:
            path_of(scenario, name).parent.mkdir(exist_ok=True)
            path_of(scenario, name).write_text(tell(scenario, name), encoding="utf-8")
