"""Everything one seat may know today, and the days ahead that matter."""

from engine.play.views.evidence import item_views, proof_views
from engine.play.views.papers import request_view
from engine.play.views.seen import DateView, ItemView, RequestView, SeatView
from engine.play.views.story import beat_views, contact_views, lamps, person_view, waiting_elsewhere
from engine.play.world import World


def view(world: World, seat: str, decisions: int) -> SeatView:
    """What the seat may know today."""
    scenario = world.scenario
    course = next((r for r in world.requests.values() if r.procedure == "proceedings"), None)
    requests = tuple(request_view(world, r, seat) for r in world.requests.values() if r.procedure != "proceedings")
    items = item_views(world)
    return SeatView(
        seat=seat, seats=scenario.seats, scenario=scenario.id, title=scenario.title, home=scenario.home,
        countries=scenario.countries, today=world.today, day=world.day, start=scenario.start,
        deadline=scenario.deadline, is_over=world.is_over, ending=world.ending, alert=lamps(world.alert),
        inbox=tuple(o for o in world.outcomes if seat in o.seen_by), beats=beat_views(world, seat),
        people=tuple(person_view(world, id) for id, w in world.people.items() if w.met),
        items=items, requests=requests, contacts=contact_views(world), proofs=proof_views(world),
        dates=date_views(world, items, requests), relations=tuple(sorted(world.relation.items())),
        partner_cases=tuple(sorted(world.own_case)), busy_until=busy(world, seat),
        phase=course.stage if course else "", decisions=decisions,
        elsewhere=waiting_elsewhere(world, seat),
    )  # fmt: skip


def busy(world: World, seat: str) -> int | None:
    """Until which day the seat's desk is taken, None = free."""
    until = world.busy_until.get(seat)
    return until if until is not None and until > world.today else None


def date_views(world: World, items: tuple[ItemView, ...], requests: tuple[RequestView, ...]) -> tuple[DateView, ...]:
    """The days ahead that matter, soonest first."""
    dates = [DateView(world.scenario.deadline, "deadline", world.scenario.id)]
    for item in items:
        if item.status != "held" and not item.lost:
            last = max(item.perishes or 0, item.kept_until or 0) if item.perishes else 0
            if last and last < world.scenario.deadline + 400:
                dates.append(DateView(last, "perishes", item.id))
    for request in requests:
        if not request.ended:
            for day, kind in ((request.may_end, "may_end"), (request.must_end, "must_end"),
                              (request.usual_until, "usual")):  # fmt: skip
                if day is not None:
                    dates.append(DateView(day, kind, request.id))
    return tuple(sorted((d for d in dates if d.day >= world.today), key=lambda d: (d.day, d.kind, d.about)))
