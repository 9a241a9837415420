"""The papers under way, as home may know them: never the day drawn."""

from engine.play.matter import Matter
from engine.play.timing import ahead, late_days, usual_end
from engine.play.views.seen import RequestView
from engine.play.world import World
from engine.procedures import Request


def is_open(world: World, request: Request) -> bool:
    """Is the paper still on its way?"""
    return not world.scenario.procedures[request.procedure].stages[request.stage].ends


def request_view(world: World, request: Request, seat: str) -> RequestView:
    """A paper as home may know it: the stage, the usual term of the stage; never the day drawn."""
    matter = Matter(world, request)
    procedure, stage = matter.procedure, matter.procedure.stages[request.stage]
    timing = request.marks.get(f"timing.{stage.name}")
    spread = (timing[0], timing[1], timing[2]) if timing else None
    usual = usual_end(matter)
    coming = () if stage.ends else ahead(matter, usual)
    return RequestView(
        request.id, request.procedure, procedure.instrument, request.country, request.about, request.stage,
        stage.held_by, request.entered, usual, stage.ends, stage.good,
        tuple(request.history), tuple(sorted(request.terms.items())), spread, timing[3] if timing else "",
        bool(timing and timing[7]), tuple((f[0], f[1]) for f in timing[8]) if timing else (),
        tuple(request.marks.get("returned_for", ())), request.marks.get("ground"),
        request.marks.get("ground_source") or request.marks.get("void_source"),
        tuple(step.act for step in procedure.acts_from[request.stage] if seat in step.by),
        *arrest_limits(request),
        coming, coming[-1][2] + late_days(matter) if coming else None,
    )  # fmt: skip


def arrest_limits(request: Request) -> tuple[int | None, int | None]:
    """From when a provisional arrest may end, and when it must; once the papers are in, neither."""
    if "papers" in request.marks:
        return None, None
    return request.marks.get("may_end"), request.marks.get("must_end")
