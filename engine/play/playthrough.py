"""A playthrough: a scenario, a seed and the decisions taken. The contract every front end, player and test uses."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.casefile.evidence import HELD, HIDDEN
from engine.casefile.ledger import Ruling
from engine.outcomes import Outcome
from engine.play import course
from engine.play.checklist import Point, checklist, preview
from engine.play.decisions import START, WAIT, Choice, Decision, Refused, check
from engine.play.matter import Matter
from engine.play.offers import Table
from engine.play.story import Story
from engine.play.timing import expected
from engine.play.views import ItemView, SeatView, item_views, lost_items, view
from engine.play.world import World
from engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper before it is sent: its checklist, and twenty equally likely numbers of calendar days until the answer."""

    points: tuple[Point, ...]
    days: tuple[int, ...]


class Playthrough:
    """One play of a scenario. `replay` of its scenario, seed and decisions gives an equal one, with an equal digest."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario = scenario
        self.seed = seed
        self.decisions: list[Decision] = []
        self.days: list[int] = []
        self._world = World(scenario, seed)
        self._story = Story(self._world)
        self._tables: dict[str, Table] = {}
        course.open_world(self._world, self._story)

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats of the scenario."""
        return self.scenario.seats

    @property
    def today(self) -> int:
        """Today, a proleptic ordinal."""
        return self._world.today

    @property
    def is_over(self) -> bool:
        """Has it ended?"""
        return self._world.is_over

    @property
    def ending(self) -> str | None:
        """The id of the ending, or None."""
        return self._world.ending

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Everything that has followed so far, hidden outcomes too (for the debrief)."""
        return tuple(self._world.outcomes)

    @property
    def world(self) -> World:
        """The world behind it: for score and debrief, never for a front end."""
        return self._world

    def choices(self, seat: str) -> tuple[Choice, ...]:
        """Everything the seat could do now: possible ones first, then impossible ones with the reason."""
        if seat not in self._tables:
            self._tables[seat] = Table(self._world, seat)
        return self._tables[seat].choices(self._world)

    def check(self, decision: Decision) -> Refused | None:
        """Would this decision be refused? Nothing happens. Raises `Unplayable` when it is none at all."""
        return check(self._world, decision)

    def decide(self, decision: Decision) -> tuple[Outcome, ...] | Refused:
        """Take a decision: what follows at once, or why it cannot be taken. Waiting is a decision too."""
        refusal = check(self._world, decision)
        if refusal is not None:
            return refusal
        self.decisions.append(decision)
        self.days.append(self._world.today)
        number = len(self.decisions)
        if decision.act == WAIT:
            return course.pass_days(self._world, self._story, str(decision.terms.get("until", "day")), number)
        return course.take(self._world, self._story, decision, number)

    def wait(self, seat: str, until: str) -> tuple[Outcome, ...] | Refused:
        """Let time pass: one `day`, until `something`, or until an ISO date."""
        return self.decide(Decision(seat, WAIT, (), {"until": until}))

    def view(self, seat: str) -> SeatView:
        """What the seat may know."""
        return view(self._world, seat, len(self.decisions))

    def items(self) -> tuple[ItemView, ...]:
        """The items of the file, the same for every seat: a view's, without the rest of the view."""
        return item_views(self._world)

    def still_wanted(self, country: str) -> tuple[str, ...]:
        """The items known to be in a country that the file does not hold and does not know to be lost."""
        world, lost = self._world, lost_items(self._world)
        return tuple(id for id, item in self.scenario.items.items() if item.country == country
                     and world.items[id].status not in (HIDDEN, HELD) and id not in lost)  # fmt: skip

    def if_filed(self, item: str) -> Ruling:
        """What the home court would answer on an item if the police copy of it were put before it today; nothing happens."""
        return self._world.ruling_if_filed(item)

    def preview(self, decision: Decision) -> Preview:
        """What a paper would still lack, and how long it would usually be away, if it were sent today as it stands."""
        matter = self._previewed(decision)
        return Preview(checklist(matter), expected(matter))

    def _previewed(self, decision: Decision) -> Matter:
        terms = dict(decision.terms)
        items = tuple(terms.pop("items", None) or ())
        if decision.act == START:
            procedure, country, *about = decision.on
            return preview(self._world, procedure, country, (*about, *(i for i in items if i not in about)), terms)
        paper = self._world.requests[decision.on[0]]
        step = self.scenario.procedures[paper.procedure].step(paper.stage, decision.on[1])
        matter = preview(self._world, paper.procedure, paper.country, (*paper.about, *items), {**paper.terms, **terms})
        if step is not None:
            matter.request.stage = step.to
        return matter

    def digest(self) -> str:
        """A fingerprint of the world as it stands."""
        return self._world.digest()


def replay(scenario: Scenario, seed: int, decisions: Iterable[Decision]) -> Playthrough:
    """Play the same decisions again; raises `ReplayDiverged` at the first that is refused now."""
    from engine.errors import ReplayDiverged

    playthrough = Playthrough(scenario, seed)
    for number, decision in enumerate(decisions, 1):
        if isinstance(playthrough.decide(decision), Refused):
            raise ReplayDiverged(number, "taken", "refused")
    return playthrough
