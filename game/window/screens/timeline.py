"""The timeline of the desk: a row a paper, then what perishes; legend; the rows in words."""

from functools import lru_cache
from typing import TYPE_CHECKING

from engine import Calendar, RequestView, SeatView
from game.window.brush import Brush
from game.window.pictures.strips import Bar, Line, TimelineModel, rows_in
from game.window.screens.region import number_of
from game.window.theme import ICONS

if TYPE_CHECKING:
    from game.window.app import App

BEFORE, AHEAD = 16, 120
"""Days shown before today and, at most, after it: a matter of looks, not of law."""


def lines_of(app: "App", view: SeatView, day: float) -> tuple[tuple[Line, str], ...]:
    """The rows with the id of what each is about: open papers, what perishes, then papers that are over."""
    open_ones = [paper_line(app, view, r, day) for r in view.requests if not r.ended]
    over = [paper_line(app, view, r, day) for r in view.requests if r.ended]
    return (*open_ones, *perishing(app, view), *over)


def paper_line(app: "App", view: SeatView, r: RequestView, day: float) -> tuple[Line, str]:
    """One paper: its stages so far, those usually ahead, its limits."""
    words = app.words
    bars = [*past(app, r, day), *(Bar(a, b, stage_word(app, stage), False) for stage, a, b in r.ahead if b > a)]
    limits = tuple(
        (limit, words(f"date.short.{kind}")) for limit, kind in ((r.may_end, "may_end"), (r.must_end, "must_end")) if limit
    )
    name = app.tell.names(r.about) if len(r.about) == 1 else ", ".join(r.about)
    after = words("line.done", stage=words(f"stage.{r.stage}"), days=r.since - r.history[0][1]) if r.ended else ""
    calendar = app.sitting.scenario.law.calendar(r.country)
    closed = holidays(calendar, view.today - BEFORE, view.today + AHEAD) if not r.ended else ()
    line = Line(
        ICONS[r.instrument], r.country, name or words(f"procedure.{r.procedure}"), r.instrument, tuple(bars),
        limits if not r.ended else (), r.latest, number_of(view, r), closed, after,
    )  # fmt: skip
    return line, r.id


@lru_cache(maxsize=64)
def holidays(calendar: Calendar, first: int, last: int) -> tuple[int, ...]:
    """The holidays of a State between two days."""
    return calendar.holidays_between(first, last)


def stage_word(app: "App", stage: str) -> str:
    """The short name of a stage, as it stands in a bar."""
    short = f"stage.short.{stage}"
    return app.words(short if app.words.has(short) else f"stage.{stage}")


def past(app: "App", r: RequestView, day: float) -> list[Bar]:
    """The stages that are over, and the one that goes on, up to a day."""
    bars = []
    for (stage, since), following in zip(r.history, [*r.history[1:], None], strict=True):
        end = following[1] if following else (since if r.ended else max(since, int(day)))
        if end > since and since <= day:
            bars.append(Bar(since, min(end, int(day) + 1), stage_word(app, stage), True, stage == "returned"))
    return bars


def perishing(app: "App", view: SeatView) -> list[tuple[Line, str]]:
    """What is deleted or gone after a day, and until when it is kept."""
    found = []
    for i in view.items:
        if not i.perishes or i.status == "held" or i.lost or view.today > max(i.perishes, i.kept_until or 0):
            continue
        until = min(max(i.perishes, i.kept_until or 0), view.deadline)
        kept = (i.kept_until or 0) >= i.perishes
        words = app.words("line.kept" if kept else "line.gone", date=app.words.short_date(until))
        bar = Bar(view.start, until, words, False)
        found.append((Line("hourglass", i.country, i.title, "per", (bar,), ((until, ""),), None, i.id), i.id))
    return found


def timeline_model(
    app: "App", view: SeatView, lines: tuple[tuple[Line, str], ...], day: float, selected: str, top: int, span: int
) -> TimelineModel:
    """What the timeline shows."""
    first = max(view.start - 4, int(day) - BEFORE)
    ids = [id for _, id in lines]
    chosen = ids.index(selected) if selected in ids else -1
    return TimelineModel(
        first, first + span, day, tuple(line for line, _ in lines), chosen, top, app.words("desk.today")
    )


def top_for(lines: int, selected: int, top: int, height: float) -> int:
    """The first row shown, so that the chosen one is seen."""
    room = rows_in(height)
    top = min(top, max(0, lines - room))
    if selected >= 0:
        top = min(selected, max(top, selected - room + 1))
    return top


def spoken(app: "App", lines: tuple[tuple[Line, str], ...], selected: str) -> str:
    """The chosen row, or all of them, in words."""
    wanted = [line for line, id in lines if id == selected] or [line for line, _ in lines]
    return ". ".join(say(app, line) for line in wanted) or app.words("desk.quiet_line")


def say(app: "App", line: Line) -> str:
    """One row in words."""
    ahead = [f"{bar.words} {app.words.date(bar.end)}" for bar in line.bars if not bar.done and bar.words]
    limits = [f"{words} {app.words.date(day)}" for day, words in line.limits]
    return ", ".join(each for each in (line.short, line.country, line.name, *ahead, *limits, line.after) if each)


def draw_key(app: "App", brush: Brush, x: float, y: float, room: float) -> None:
    """The legend in the head of the panel, as much of it as there is room for, from the right."""
    at = x + room
    for kind in ("deadline", "holiday", "later", "expected", "done"):
        text = app.words(f"line.key.{kind}")
        need = brush.width(text, "second") + 34
        if at - need < x:
            return
        at -= need
        swatch(brush, kind, at, y + 12)
        brush.text(at + 18, y + 10, text, "second", "ink2")


def swatch(brush: Brush, kind: str, x: float, y: float) -> None:
    """The small sign before the words of the legend."""
    from game.window.pictures.strips import diamond

    if kind == "done":
        brush.box((x, y + 2, 13, 9), "domestic", None, 2)
    elif kind == "expected":
        brush.box((x, y + 2, 13, 9), "domestic~", "domestic", 2)
    elif kind == "later":
        brush.line(x, y + 6, 10, "ctl")
        brush.upright(x + 11, y + 1, 11, "domestic")
    elif kind == "holiday":
        brush.fill((x + 3, y, 8, 13), "hol")
    else:
        diamond(brush, x + 7, y + 6)
