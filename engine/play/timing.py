"""How long a stage takes: the practice value, the named factors, the draw, and the calendar it is counted on."""

from dataclasses import dataclass

from engine.luck import Spread, quantile
from engine.play.guards import CHANCES
from engine.play.matter import Matter
from engine.procedures import Stage

WORKING, CALENDAR = "working_days", "calendar_days"


@dataclass(frozen=True, slots=True)
class Timing:
    """Why a stage takes as long as it does.

    Attributes:
        stage: its id.
        spread: (min, typical, max) days of practice, `unit` working or calendar days, counted in `country`.
        factors: (name, percent) that changed the draw.
        drawn: days drawn, before the factors. days: days after them.
        own: is the value this scenario's own (True) or the pack's training parameter (False)?
        until: the day it ends, a proleptic ordinal.
    """

    stage: str
    spread: Spread
    unit: str
    country: str
    factors: tuple[tuple[str, int], ...]
    drawn: int
    days: int
    own: bool
    until: int


def factors(matter: Matter, stage: Stage) -> tuple[tuple[str, int], ...]:
    """The named factors, in percent, that change how long this stage takes today."""
    book, world, found = matter.world.law.delays, matter.world, []
    if not stage.held_by.startswith("requested"):
        return ()
    relation = world.relation.get(matter.request.country, 0)
    if relation:
        found.append(("relation", 100 - relation * book.factor("relation_point")))
    if matter.term("urgent") is True and matter.term("urgency_reason"):
        called = called_ahead(matter)
        found.append(
            ("urgent_called", book.factor("urgent_and_called")) if called else ("urgent", book.factor("urgent"))
        )
    if matter.supported():
        found.append(("supported", book.factor("supported")))
    if book.in_court_vacation(world.today) and stage.takes in book.vacation_stages:
        found.append(("vacation", book.factor("court_vacation")))
    return tuple(found)


def called_ahead(matter: Matter) -> bool:
    """Has somebody in the requested State been spoken to before this paper was sent?"""
    return any(
        other.country == matter.request.country and other.procedure in ("informal", "spontaneous")
        and other.because <= matter.request.because
        for other in matter.world.requests.values()
    )  # fmt: skip


def time_stage(matter: Matter, stage: Stage) -> Timing | None:
    """How long the matter stays at this stage, or None when it lasts until somebody acts."""
    if stage.takes is None:
        return None
    delay = matter.delay(stage.takes)
    if delay is None:
        return None
    spread, unit, own = delay
    visit = sum(1 for name, _ in matter.request.history if name == stage.name)
    drawn = matter.world.luck.days(spread, *matter.luck_key(stage.name, str(visit)))
    changed = () if own else factors(matter, stage)
    days = scaled(drawn, changed)
    country = matter.holder(stage.held_by)
    begins = start_of_work(matter, stage)
    return Timing(
        stage.name, spread, unit, country, changed, drawn, days, own, ends_on(matter, country, unit, begins, days)
    )


def scaled(days: int, changed: tuple[tuple[str, int], ...]) -> int:
    """Days after the factors, rounded to the nearest whole day."""
    for _, percent in changed:
        days = (days * percent + 50) // 100
    return days


def start_of_work(matter: Matter, stage: Stage) -> int:
    """Today, or the day on which the seat's desk is free (one paper at a time)."""
    if not stage.at_desk:
        return matter.world.today
    return max(matter.world.today, matter.world.busy_until.get(matter.request.seat, matter.world.today))


def ends_on(matter: Matter, country: str, unit: str, begins: int, days: int) -> int:
    """The day on which so many days from `begins` are over, on that country's calendar."""
    if unit == CALENDAR:
        return begins + days
    return matter.world.calendar(country).add_working_days(begins, days)


def usual_end(matter: Matter) -> int | None:
    """The day on which the present stage ends if it takes the typical time; our own desk may first have to be free for it."""
    request = matter.request
    timed = request.marks.get(f"timing.{request.stage}")
    if timed is None:
        return None
    begun, days = request.entered, int(timed[1])
    if matter.procedure.stages[request.stage].at_desk and request.due is not None:
        begun, days = request.due, days - int(timed[6])
    if timed[3] == CALENDAR:
        return begun + days
    return matter.world.calendar(timed[4]).shifted(begun, days)


def journey(matter: Matter) -> list[tuple[str, Spread, str, str, tuple[tuple[str, int], ...]]]:
    """The stages a paper is expected to go through if nothing is missing: (stage, spread, unit, country, factors)."""
    path, here, seen = [], matter.procedure.stages[matter.request.stage], set()
    while here.name not in seen and not here.ends:
        seen.add(here.name)
        if here.takes is not None:
            delay = matter.delay(here.takes)
            if delay is not None:
                spread, unit, own = delay
                path.append((here.name, spread, unit, matter.holder(here.held_by), () if own else factors(matter, here)))
        here = matter.procedure.stages[next_good(matter, here.name)]
    return path


def next_good(matter: Matter, stage: str) -> str:
    """The stage that follows when all goes well: the last step by time whose known conditions hold, bad ends left out."""
    good = stage
    for step in matter.procedure.steps:
        if step.act == "time" and stage in step.origin and not matter.procedure.stages[step.to].ends:
            if step.to in ("returned", "refused") or not CHANCES.isdisjoint(step.conditions):
                continue
            if all(condition(matter) for condition in step.conditions) and not any(c(matter) for c in step.unless):
                return step.to
    for step in matter.procedure.steps:
        if step.act == "time" and stage in step.origin and matter.procedure.stages[step.to].good:
            return step.to
    return good


def expected(matter: Matter, shares: int = 20) -> tuple[int, ...]:
    """`shares` equally likely arrival days, counted in calendar days from today, for the strip of dots.

    The stages' quantiles are added up as independent draws would be on average: the typical journey is the median.
    """
    days, stages = [], journey(matter)
    for share in range(shares):
        total = {WORKING: 0, CALENDAR: 0}
        for number, (_, spread, unit, _, changed) in enumerate(stages):
            # Stages are independent: a late one seldom meets another late one, so each stage takes its turn.
            place = (share * 7 + number * 11) % shares
            total[unit] += scaled(quantile(spread, 2 * place + 1, 2 * shares), changed)
        days.append(total[WORKING] * 7 // 5 + total[CALENDAR])
    return tuple(sorted(days))


def ahead(matter: Matter, usual: int | None) -> tuple[tuple[str, int, int], ...]:
    """The stages a paper is usually still to go through: (stage, first day, last day), proleptic ordinals.

    `usual` is the day on which its present stage usually ends; one that is late is expected to end today.
    """
    today, found = matter.world.today, []
    day = today if usual is None else max(today, usual)
    for number, (stage, spread, unit, country, changed) in enumerate(journey(matter)):
        if number == 0 and stage == matter.request.stage and usual is not None:
            found.append((stage, today, day))
            continue
        end = ends_on(matter, country, unit, day, scaled(spread[1], changed))
        found.append((stage, day, end))
        day = end
    return tuple(found)


def late_days(matter: Matter, shares: int = 20) -> int:
    """How many calendar days later than usual the slowest tenth of such papers is back, from where this one stands."""
    days = expected(matter, shares)
    return days[(9 * shares) // 10] - days[shares // 2]
