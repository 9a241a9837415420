"""Strategies that fit any scenario: the lazy ones a trainer wants to see beaten, and chance, lawful and unlawful."""

from collections.abc import Callable, Mapping

from engine.luck import Luck
from engine.play.decisions import CHOOSE, FILE, FURTHER, START, STEP, WAIT, Choice, Decision, further_counts
from engine.play.playthrough import Playthrough
from engine.players.written import Player, WrittenLine
from engine.procedures import Term
from engine.scenario import Scenario


class Strategy:
    """Takes, of everything possible, what it likes best; waits when it likes nothing; indicts when it thinks it can."""

    likes: tuple[str, ...] = ()
    shuns: tuple[str, ...] = ()

    def __init__(self, seed: int) -> None:
        self.luck = Luck(seed)
        self.done: set[tuple[str, str, tuple[str, ...]]] = set()
        self.passed_over: dict[str, tuple[Choice, ...]] = {}

    def next(self, play: Playthrough) -> Decision | None:
        """The next decision; what a seat was offered and did not like is not looked at again until it changes."""
        for seat in play.seats:
            offered = play.choices(seat)
            if offered is self.passed_over.get(seat):
                continue
            options = [c for c in offered if c.possible and self.wanted(play, c) and c.key not in self.done]
            if options:
                best = max(options, key=lambda choice: self.rank(play, choice))
                self.done.add(best.key)
                return self.filled(play, best)
            self.passed_over[seat] = offered
        return self.indictment(play) or Decision(play.seats[0], WAIT, (), {"until": self.patience(play)})

    def patience(self, play: Playthrough) -> str:
        """How long to wait."""
        return "something"

    def wanted(self, play: Playthrough, choice: Choice) -> bool:
        """Is this something the strategy would do at all?"""
        act, on = choice.decision.act, choice.decision.on
        if act == CHOOSE:
            return True
        if act == START:
            return on[0] in self.likes
        return act == STEP and on[1] in ("supplement", "send_papers", "share", "open_investigation")

    def rank(self, play: Playthrough, choice: Choice) -> tuple[int, int]:
        """How much it likes a choice: its own instruments first, then written order."""
        instrument = choice.instrument
        liked = instrument in self.likes or choice.decision.on[0] in self.likes
        return (2 if liked else 0 if instrument in self.shuns else 1, -self.place(play, choice))

    def place(self, play: Playthrough, choice: Choice) -> int:
        """The written place of a story's choice."""
        if choice.decision.act != CHOOSE:
            return 0
        beat = play.scenario.beats[choice.decision.on[0]]
        return [c.id for c in beat.choices].index(choice.decision.on[1])

    def filled(self, play: Playthrough, choice: Choice) -> Decision:
        """The choice with its form filled in as the strategy would."""
        decision = choice.decision
        terms = {term.name: value for term in choice.terms if (value := self.fill(play, decision, term)) is not None}
        return Decision(decision.seat, decision.act, decision.on, {**decision.terms, **terms})

    def fill(self, play: Playthrough, decision: Decision, term: Term) -> object:
        """What the strategy writes under one heading of a form."""
        country = decision.on[1] if decision.act == START else play.scenario.home
        if term.kind == "items":
            return tuple(id for id in play.still_wanted(country) if play.scenario.may_name(term, id))
        if term.kind == "basis":
            found = play.scenario.law.bases(play.scenario.home, country, term.purpose or "mla", play.today).binding
            return (found[0].treaty,) if found else ("national-law",)
        if term.kind == "language":
            accepted = play.scenario.law.country(country).languages_accepted(play.today)
            return accepted[0] if accepted else None
        if term.kind == "counts":
            return tuple(play.scenario.counts)
        if term.kind == FURTHER:
            return further_counts(play.world, play.world.requests[decision.on[0]].about)
        if term.kind == "formalities":
            return tuple(play.scenario.law.formalities)
        return None

    def indictment(self, play: Playthrough) -> Decision | None:
        """Go to court near the end, or earlier if the strategy thinks it has enough."""
        if not self.enough(play):
            return None
        decision = Decision("prosecutor", STEP, (f"proceedings-{play.scenario.home}-1", "indict"), {})
        return decision if "prosecutor" in play.seats and play.check(decision) is None else None

    def enough(self, play: Playthrough) -> bool:
        """All counts proved, or nine tenths of the time gone."""
        scenario = play.scenario
        late = (play.today - scenario.start) * 10 >= (scenario.deadline - scenario.start) * 9
        return late or (bool(scenario.counts) and all(play.world.proved(count) for count in scenario.counts))


class Textbook(Strategy):
    """Care first, preserve, ask informally, then request; takes the first written choice of each beat."""

    likes = ("protection", "preservation", "spontaneous", "informal", "measure", "mla", "eio")


class InformalOnly(Strategy):
    """Only police channels; treats every answer as evidence; arrests and indicts when everything is known."""

    likes = ("informal",)
    shuns = ("mla", "jit", "extradition")

    def wanted(self, play: Playthrough, choice: Choice) -> bool:
        """Files whatever the police sent."""
        return choice.decision.act == FILE or super().wanted(play, choice)

    def enough(self, play: Playthrough) -> bool:
        """Everything the view shows is known."""
        items = play.items()
        return super().enough(play) or (bool(items) and all(i.status in ("known", "held") or i.lost for i in items))


class LetterForEverything(Strategy):
    """One letter of request for every item abroad, through the ministries; no preservation, no call beforehand."""

    likes = ("mla",)
    shuns = ("informal", "jit")

    def fill(self, play: Playthrough, decision: Decision, term: Term) -> object:
        """Always through the ministries."""
        return "ministries" if term.kind == "channel" else super().fill(play, decision, term)


class TeamFirst(Strategy):
    """Proposes a joint team to every country on the first day and waits for it."""

    likes = ("jit",)
    shuns = ("informal", "mla")


class Chance(Strategy):
    """Takes anything possible, by the dice: lawful play."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.turn = 0

    def next(self, play: Playthrough) -> Decision | None:
        """Anything possible."""
        self.turn += 1
        seat = play.seats[self.luck.draw("seat", str(self.turn)) % len(play.seats)]
        options = [choice for choice in play.choices(seat) if choice.possible]
        choice = options[self.luck.draw("choice", str(self.turn)) % len(options)]
        if choice.decision.act == WAIT or self.luck.chance(RESTLESSNESS, "wait", str(self.turn)):
            return Decision(seat, WAIT, (), {"until": ("day", "something")[self.turn % 2]})
        return self.filled(play, choice)

    def fill(self, play: Playthrough, decision: Decision, term: Term) -> object:
        """Anything the form would take."""
        roll = self.luck.draw("fill", str(self.turn), term.name)
        if term.kind == "yes_no":
            return bool(roll % 2)
        if term.options:
            return term.options[roll % len(term.options)]
        found = super().fill(play, decision, term)
        if isinstance(found, tuple) and found and roll % 2:
            return found[: roll % len(found) + 1]
        return found


RESTLESSNESS = 40
"""Chances in a hundred that the player of chance waits although it could act."""


class Mischief(Chance):
    """Unlawful play: other people's seats, things that do not exist, forms filled in with nonsense."""

    def next(self, play: Playthrough) -> Decision | None:
        """Every third time something that should be refused; otherwise chance."""
        decision = super().next(play)
        if decision is None or self.turn % 3:
            return decision
        roll = self.luck.draw("mischief", str(self.turn)) % 5
        wrong = {
            0: Decision("judge" if decision.seat != "judge" else "investigator", decision.act, decision.on, decision.terms),
            1: Decision(decision.seat, CHOOSE, ("no-such-beat", "x")),
            2: Decision(decision.seat, START, ("mla", "ZZ")),
            3: Decision(decision.seat, STEP, ("mla-ZZ-9", "send"), {"channel": "pigeon"}),
            4: Decision(decision.seat, decision.act, decision.on, {**decision.terms, "nonsense": "x"}),
        }  # fmt: skip
        return wrong[roll]


BOTS: Mapping[str, Callable[[int], Player]] = {
    "textbook": Textbook, "informal-only": InformalOnly, "mla-for-everything": LetterForEverything,
    "jit-first": TeamFirst, "random": Chance, "mischief": Mischief,
}  # fmt: skip


def player(scenario: Scenario, name: str, seed: int) -> Player | None:
    """The player of this name: the scenario's own line of play first, else a strategy; None = there is none."""
    written = scenario.plays.get(name)
    if written is not None and written.steps:
        return WrittenLine(written)
    bot = BOTS.get(written.bot if written is not None and written.bot else name)
    return None if bot is None else bot(seed)
