"""The debrief: score with reasons, timeline, ledger, messages, the law that mattered, and what else could have been."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from engine.casefile.ledger import Ruling
from engine.debrief.left_open import LeftOpen, left_open
from engine.debrief.luck import OtherLuck, same_decisions
from engine.debrief.standing import Holdings, growth
from engine.debrief.what_ifs import Regret, alternatives
from engine.outcomes import Outcome
from engine.play.decisions import CHOOSE
from engine.play.playthrough import Playthrough
from engine.scenario import Scenario
from engine.score import Mark, mark

MOST_REGRETS = 3


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that is said after a play.

    What takes other replays (`regrets`, `right`, `luck`) is empty until they are made; `tried` says whether they were.
    """

    scenario: str
    seed: int
    ending: str
    mark: Mark
    timeline: tuple[Outcome, ...]
    ledger: tuple[Ruling, ...]
    messages: tuple[tuple[str, str], ...]
    lessons: tuple[tuple[int, str, str, str | None], ...]
    law: tuple[tuple[str, int], ...]
    regrets: tuple[Regret, ...]
    right: tuple[Regret, ...]
    luck: tuple[OtherLuck, ...] = ()
    growth: tuple[Holdings, ...] = ()
    left_open: tuple[LeftOpen, ...] = ()
    tried: bool = False


def debrief(play: Playthrough, progress: Callable[[int, int], None] | None = None, what_ifs: bool = True) -> Debrief:
    """The debrief of a play that is over; `progress` is told (done, of) while what-ifs are replayed."""
    world, scenario = play.world, play.scenario
    own = mark(scenario, world.earned)
    found = Debrief(
        scenario.id, play.seed, play.ending or "", own, timeline(play), tuple(world.rulings().values()),
        tuple((m.id, m.text) for m in scenario.messages if m.when.holds(world)), lessons(play), law_that_mattered(play), (), (),
        growth=growth(play), left_open=left_open(play),
    )  # fmt: skip
    return compared(found, alternatives(play, progress), same_decisions(play)) if what_ifs else found


def compared(found: Debrief, tried: Iterable[Regret], luck: Iterable[OtherLuck] = ()) -> Debrief:
    """A debrief with what other decisions would have changed: the biggest regrets, and where the play chose best; and luck.

    Of decisions that would have changed the same by the same, the last is told: the one nearest to its effect. A decision
    for which something else would have been better is nowhere said to have been right.
    """
    tried = tuple(tried)
    regrets = sorted((r for r in tried if r.points > 0), key=lambda r: (-r.points, -r.decision))
    worse = {r.decision for r in regrets}
    right = sorted((r for r in tried if r.points < 0 and r.decision not in worse), key=lambda r: (r.points, -r.decision))
    return replace(found, regrets=one_an_effect(best_each(regrets))[:MOST_REGRETS],
                   right=one_an_effect(worst_each(right))[:MOST_REGRETS], luck=tuple(luck), tried=True)  # fmt: skip


def items_behind(scenario: Scenario, rule: str) -> tuple[str, ...]:
    """The items of evidence that a rule of the score asks about, in written order."""
    asked = (arg for each in scenario.rules if each.id == rule for _, args in each.when.asks for arg in args)
    return tuple(dict.fromkeys(arg for arg in asked if arg in scenario.items))


def timeline(play: Playthrough) -> tuple[Outcome, ...]:
    """What happened, day by day, the hidden things too."""
    return tuple(o for o in play.outcomes if o.kind not in ("stage",))


def lessons(play: Playthrough) -> tuple[tuple[int, str, str, str | None], ...]:
    """What each choice taken teaches: (decision, beat.choice, text, source)."""
    found = []
    for number, decision in enumerate(play.decisions, 1):
        if decision.act == CHOOSE:
            beat = play.scenario.beats[decision.on[0]]
            choice = next(c for c in beat.choices if c.id == decision.on[1])
            if choice.teaches:
                found.append((number, f"{beat.id}.{choice.id}", choice.teaches, choice.source))
    return tuple(found)


def law_that_mattered(play: Playthrough) -> tuple[tuple[str, int], ...]:
    """The sources that decided something in this play, with how often, most often first."""
    tally: dict[str, int] = {}
    cited = [o.source for o in play.outcomes] + [r.source for r in play.world.rulings().values()]
    cited += [point.source for point in mark(play.scenario, play.world.earned).points]
    for source in cited:
        if source is not None:
            tally[source] = tally.get(source, 0) + 1
    return tuple(sorted(tally.items(), key=lambda pair: (-pair[1], pair[0])))


def best_each(regrets: list[Regret]) -> tuple[Regret, ...]:
    """Of several ways to change one decision, only the best."""
    seen: dict[int, Regret] = {}
    for regret in regrets:
        seen.setdefault(regret.decision, regret)
    return tuple(seen.values())


def one_an_effect(regrets: tuple[Regret, ...]) -> tuple[Regret, ...]:
    """Of several decisions that would have changed the same, only the first named."""
    seen: dict[object, Regret] = {}
    for regret in regrets:
        seen.setdefault((regret.points, regret.rules, regret.gained, regret.lost, regret.ending), regret)
    return tuple(seen.values())


def worst_each(right: list[Regret]) -> tuple[Regret, ...]:
    """The decisions that were right, each with the worst that could have been done instead."""
    return best_each(right)
