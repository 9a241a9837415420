"""The course of events: `take` a decision, `pass_days` until something. The only two doors that change a World."""

from datetime import date
from typing import Any

from engine.outcomes import Outcome
from engine.play.decisions import CHOOSE, FILE, START, STEP, UNTIL_DAY, UNTIL_SOMETHING, Decision
from engine.play.effects import secure
from engine.play.matter import Matter
from engine.play.story import Story, last_ending, take_choice
from engine.play.story_effects import apply, put_before_court, vanish
from engine.play.timing import time_stage
from engine.play.world import World
from engine.procedures import Request


def take(world: World, story: Story, decision: Decision, number: int) -> tuple[Outcome, ...]:
    """What follows at once from a decision that has been checked; `number` is its place in the log."""
    before = len(world.outcomes)
    world.because = number
    DOORS[decision.act](world, decision)
    happen(world, story)
    story.settle(world)
    end_if_over(world, story)
    return tuple(world.outcomes[before:])


def pass_days(world: World, story: Story, until: str, number: int) -> tuple[Outcome, ...]:
    """Let days pass, one by one: one `day`, until `something`, or until an ISO date; stop at what concerns a seat."""
    before = len(world.outcomes)
    world.because = number
    last = last_day(world, until)
    while world.today < last and not world.is_over:
        mark = len(world.outcomes)
        new_day(world, story)
        if len(world.outcomes) > mark and any(outcome.stops for outcome in world.outcomes[mark:]):
            break
    return tuple(world.outcomes[before:])


def last_day(world: World, until: str) -> int:
    """The last day a waiting may reach; the play closes on the day after its deadline."""
    if until == UNTIL_DAY:
        return world.today + 1
    if until == UNTIL_SOMETHING:
        return world.scenario.deadline + 1
    return min(date.fromisoformat(until).toordinal(), world.scenario.deadline + 1)


def new_day(world: World, story: Story) -> None:
    """The clock moves on by one day, and everything due happens in its fixed order."""
    world.today += 1
    story.morning = True
    if story.is_due(world.today):
        world.touch("day")
    drift(world)
    happen(world, story)
    story.settle(world)
    end_if_over(world, story)


def drift(world: World) -> None:
    """Danger rises or falls by itself; a quiet week calms the network."""
    for id in world.danger:
        clock = world.scenario.people[id].danger
        if clock.a_day and id not in world.stopped_drift and (clock.condition is None or clock.condition.holds(world)):
            world.endanger(id, clock.a_day)
    quiet = world.today - world.quiet_since
    if world.scenario.quiet_week and quiet > 0 and quiet % DAYS_IN_A_WEEK == 0:
        world.alarm(world.scenario.quiet_week)


DAYS_IN_A_WEEK = len(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))


def happen(world: World, story: Story) -> None:
    """Everything on the agenda that is due happens."""
    while not world.is_over and (due := world.clock.due(world.today)) is not None:
        _, _, _, kind, about, turn = due
        HAPPENINGS[kind](world, about, turn)
        story.settle(world)


def end_if_over(world: World, story: Story) -> None:
    """Has the play come to an end: at once, because it is closed, or because the deadline is past?"""
    if world.is_over:
        return
    ending = story.ending(world)
    if ending is None and world.today > world.scenario.deadline:
        ending = last_ending(world)
    if ending is not None:
        close(world, ending)


def close(world: World, ending: str) -> None:
    """The play ends this way; the points asked for at the end are given."""
    world.ending = ending
    world.touch("ending")
    for rule in world.scenario.rules:
        if rule.id not in world.earned and rule.when.holds(world):
            world.earned[rule.id] = (world.today, world.because)
    world.tell("ended", ending, stops=True)


# -- papers -----------------------------------------------------------------------------------------------------------


def begin(world: World, procedure: str, country: str, about: tuple[str, ...], terms: dict[str, Any],
          seat: str) -> Request:  # fmt: skip
    """A new journey begins: the paper lies at the first stage of its procedure."""
    same = [r for r in world.requests.values() if r.procedure == procedure and r.country == country]
    attempt = sum(1 for other in same if set(other.about) == set(about))
    written = world.scenario.procedures[procedure]
    filled = {term.name: term.default for term in written.terms if term.default is not None} | terms
    request = Request(f"{procedure}-{country}-{len(same) + 1}", procedure, country, about, filled, written.begins,
                      world.today, seat, attempt, world.because)  # fmt: skip
    world.requests[request.id] = request
    matter = Matter(world, request)
    matter.tell("begun")
    enter(matter)
    return request


def enter(matter: Matter) -> None:
    """A stage is entered: its term starts to run, its consequences happen."""
    request, world = matter.request, matter.world
    stage = matter.procedure.stages[request.stage]
    request.turn += 1
    request.entered = world.today
    world.touch(f"requests {request.procedure}")
    timing = time_stage(matter, stage)
    request.due = None if timing is None else timing.until
    if timing is not None:
        request.marks[f"timing.{stage.name}"] = [
            *timing.spread, timing.unit, timing.country, timing.drawn, timing.days, timing.own,
            [list(factor) for factor in timing.factors],
        ]  # fmt: skip
        if stage.at_desk:
            world.busy_until[request.seat] = timing.until
        world.clock.put(timing.until, "time", request.id, request.turn)
    elif stage.takes is not None or (not stage.ends and matter.procedure.moves_by_time(stage.name)):
        world.clock.put(world.today, "time", request.id, request.turn)
    for effect in stage.does:
        effect(matter)


def advance(matter: Matter, act: str) -> bool:
    """Move the paper one step; False when no step is open to it."""
    if not matter.procedure.move(matter, act):
        return False
    matter.request.history.append((matter.request.stage, matter.world.today))
    enter(matter)
    return True


def run_out(world: World, about: str, turn: int) -> None:
    """The term of a stage has run out."""
    request = world.requests[about]
    if request.turn == turn:
        advance(Matter(world, request), "time")


def forced(world: World, about: str, turn: int) -> None:
    """The law moves a paper by itself (a provisional arrest that must end), if such a step is open from where it is."""
    id, act = about.split(" ")
    request = world.requests[id]
    matter = Matter(world, request)
    event = matter.procedure.machine.events.get(act)
    if event is not None and request.stage in event.transitions:
        advance(matter, act)


def marked(world: World, about: str, turn: int) -> None:
    """A day that matters to a paper has come (the treaty allows release from now on)."""
    id, what = about.split(" ")
    request = world.requests[id]
    # Once the request and its papers have arrived, the treaty no longer allows release for want of them.
    if "papers" not in request.marks and not world.scenario.procedures[request.procedure].stages[request.stage].ends:
        Matter(world, request).tell(what, stops=True)


def secured(world: World, about: str, turn: int) -> None:
    """The turn of one item has come in the execution of a request."""
    id, item = about.split(" ")
    secure(Matter(world, world.requests[id]), item)


def perish(world: World, about: str, turn: int) -> None:
    """The last day of an item is over: it is gone, unless it is kept."""
    holding = world.items[about]
    if holding.gone is not None or holding.secured:
        return
    if holding.until_decided and in_hand(world, about):
        world.clock.put(world.today + 1, "perish", about, priority=8)
    elif holding.kept_until is not None and holding.kept_until >= world.today:
        world.clock.put(holding.kept_until + 1, "perish", about, priority=8)
    else:
        holding.until_decided = False
        vanish(world, about)


def in_hand(world: World, item: str) -> bool:
    """Is a request for the item in the hands of the requested State and not yet decided?"""
    return any(
        item in request.about and "arrived" in request.marks and item not in request.secured
        and not world.scenario.procedures[request.procedure].stages[request.stage].ends
        for request in world.requests.values()
    )  # fmt: skip


def default_choice(world: World, about: str, turn: int) -> None:
    """Nobody has decided: the choice that falls by default is taken."""
    beat = world.scenario.beats[about]
    if world.beats[about].state == "open" and beat.default is not None:
        take_choice(world, about, beat.default[0], by_default=True)


def put_off(world: World, about: str, turn: int) -> None:
    """What the story put off happens."""
    apply(world, world.scenario.deferred[about], about)


HAPPENINGS = {"time": run_out, "act": forced, "mark": marked, "secure": secured, "perish": perish,
              "default": default_choice, "story": put_off}  # fmt: skip


# -- doors ------------------------------------------------------------------------------------------------------------


def choose(world: World, decision: Decision) -> None:
    """A choice of a beat."""
    take_choice(world, decision.on[0], decision.on[1])


def start(world: World, decision: Decision) -> None:
    """An instrument is begun."""
    procedure, country, *about = decision.on
    terms = dict(decision.terms)
    extra = terms.pop("items", ())
    begin(world, procedure, country, (*about, *(item for item in extra if item not in about)), terms, decision.seat)


def step(world: World, decision: Decision) -> None:
    """A step on a paper already begun."""
    id, act = decision.on
    request = world.requests[id]
    terms = dict(decision.terms)
    request.about += tuple(item for item in terms.pop("items", ()) if item not in request.about)
    request.terms.update(terms)
    world.touch(f"requests {request.procedure}")
    advance(Matter(world, request), act)


def file(world: World, decision: Decision) -> None:
    """A police copy is put before the court."""
    put_before_court(world, decision.on[0])


DOORS = {CHOOSE: choose, START: start, STEP: step, FILE: file}


def open_world(world: World, story: Story) -> None:
    """The first morning: what perishes is put on the agenda, the course of the case begins, the first beats come up."""
    for id, item in world.scenario.items.items():
        if item.perishes is not None:
            world.clock.put(item.perishes + 1, "perish", id, priority=8)
    if "proceedings" in world.scenario.instruments:
        begin(world, "proceedings", world.scenario.home, (), {}, world.scenario.seats[0])
    apply(world, world.scenario.begins, "begins")
    world.touch("day", "alert", "danger", "trust", "relation", "flags", "beats", "contacts", "own_case", "items",
               "ledger", "people", "requests", "indicted", "score", "ending")  # fmt: skip
    happen(world, story)
    story.settle(world)


__all__ = ["begin", "open_world", "pass_days", "take"]
