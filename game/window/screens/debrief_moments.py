"""The moments of a play on one line: each can be reached, says what happened, and reopens its day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from engine import Debrief, Outcome
from game.window.brush import Box, Brush
from game.window.pictures.moments import (
    Moment,
    MomentsModel,
    Spot,
    Step,
    draw_line,
    draw_moment,
    draw_stem,
    ranked,
    spots,
)
from game.window.widgets import Picture, Widget

if TYPE_CHECKING:
    from game.window.app import App

MATTERS = {
    "ended": (9, "flag", "ink"), "surrendered": (8, "plane-landing", "extradition"), "team_signed": (8, "users", "jit"),
    "arrested": (7, "lock", "domestic"), "indicted": (7, "gavel", "domestic"), "taken_over": (7, "check", "mla"),
    "partner_case_opened": (6, "link", "mla"), "answered": (5, "mail", "mla"), "contact_answered": (5, "phone", "informal"),
    "preserved": (5, "hourglass", "informal"), "safe": (6, "heart-handshake", "adm"),
}  # fmt: skip
"""Outcomes that make a moment: how much they matter, icon, colour."""
WRONG = {"item_lost": 8, "item_gone": 8, "too_late_to_preserve": 7, "returned": 7, "refused": 7, "released": 7, "declined": 6,
         "not_bound": 6, "fled": 8, "leaked": 6, "no_answer": 3}  # fmt: skip
MOST_MOMENTS = 16
Open = Callable[[Outcome], None]


@dataclass
class MomentDot(Widget):
    """One moment: a dot with its words; it takes the focus, and reopens its day."""

    moment: Moment | None = None
    spot: Spot | None = None
    spoken: str = ""
    dot: Box = (0, 0, 0, 0)

    @property
    def says(self) -> str:
        """What happened, when, and what a press does."""
        return self.spoken

    def stand(self, spot: Spot) -> None:
        """Take the place that the line gives."""
        self.spot = spot
        x, y, w, h = self.dot = (spot.x - 9, spot.y - 14, 18.0, 28.0)
        left, top, wide, high = spot.words or self.dot
        self.box = (min(x, left), min(y, top), max(x + w, left + wide) - min(x, left), max(y + h, top + high) - min(y, top))

    def holds(self, x: float, y: float) -> bool:
        """Is a point on the dot, or on its words?"""
        return self.spot is not None and any(inside(box, x, y) for box in (self.dot, self.spot.words) if box is not None)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The dot, its words, the ring round the dot."""
        if self.moment is None or self.spot is None:
            return
        draw_moment(brush, self.moment, self.spot, "sel" if focus == self.key else "hov" if hover == self.key else "")
        if focus == self.key:
            brush.focus(self.spot.dot)


def inside(box: Box, x: float, y: float) -> bool:
    """Is a point in a box?"""
    return box[0] <= x < box[0] + box[2] and box[1] <= y < box[1] + box[3]


@dataclass
class MomentLine(Picture):
    """The line with its dots; the line is drawn once, the dots each time."""

    model: MomentsModel = field(default_factory=lambda: MomentsModel(0, 1, (), ()))
    dots: list[MomentDot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.children = list(self.dots)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """The line takes its place, and gives each dot one."""
        used = super().place(brush, x, y, w, h)
        for dot, spot in zip(self.dots, spots(brush, self.box, self.model), strict=True):
            dot.stand(spot)
        return used

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Line, stems, then the dots; the one that is looked at on top."""
        self.children = []
        super().paint(brush, "", hover)
        for dot in self.dots:
            if dot.spot is not None:
                draw_stem(brush, dot.spot)
        for dot in sorted(self.dots, key=lambda each: each.key in (focus, hover)):
            dot.paint(brush, focus, hover)
        self.children = list(self.dots)


def line_of(app: "App", found: Debrief, memory: dict[str, Any], open_day: Open) -> MomentLine:
    """The line of a play with its moments."""
    state = (app.words.language, len(app.sitting.play.decisions))
    if memory.get("moments", (None,))[0] != state:
        memory["moments"] = (state, moments_of(app, found))
    outcomes, model = memory["moments"][1]
    dots = [
        MomentDot(key=f"moment {number}", moment=moment, spoken=spoken(app, outcome, moment), tip=spoken(app, outcome, moment),
                  press=partial(open_day, outcome))
        for number, (outcome, moment) in enumerate(zip(outcomes, model.moments, strict=True))
    ]  # fmt: skip

    def draw(brush: Brush, box: Box) -> None:
        draw_line(brush, box, model)

    return MomentLine(grows=True, draw=draw, model=model, dots=dots, words=f"{model.admitted}. {model.held}", memory=memory,
                      state=(len(app.sitting.play.decisions), model.admitted))  # fmt: skip


def spoken(app: "App", outcome: Outcome, moment: Moment) -> str:
    """A moment in full."""
    return f"{app.tell.outcome(outcome)}. {moment.note}"


def moments_of(app: "App", found: Debrief) -> tuple[list[Outcome], MomentsModel]:
    """The outcomes that made moments, and what is drawn of them."""
    play = app.sitting.play
    those = [(outcome, moment_of(app, outcome)) for outcome in play.outcomes if outcome.kind in MATTERS or outcome.kind in WRONG]
    kept = {id(moment) for moment in ranked([moment for _, moment in those], MOST_MOMENTS)}
    shown = [(outcome, moment) for outcome, moment in those if id(moment) in kept]
    last = max(play.today, play.scenario.start + 1)
    steps = tuple(Step(each.day, each.admitted, each.held) for each in found.growth)
    model = MomentsModel(play.scenario.start, last, tuple(moment for _, moment in shown), steps, *growth_told(app, found))
    return [outcome for outcome, _ in shown], model


def moment_of(app: "App", o: Outcome) -> Moment:
    """An outcome as a moment."""
    weight, icon, token = MATTERS.get(o.kind, (WRONG.get(o.kind, 1), "x", "exc"))
    note = app.words("debrief.day", day=o.day - app.sitting.scenario.start, date=app.words.short_date(o.day))
    return Moment(o.day, app.tell.moment(o), note, token, icon, weight, o.kind in WRONG)


def growth_told(app: "App", found: Debrief) -> tuple[str, str]:
    """How far the evidence came: what the court would admit, what lies in the file."""
    if not found.growth:
        return "", ""
    last = found.growth[-1]
    name = "debrief.growth_weighed" if last.weighed else "debrief.growth"
    return app.words(name, n=last.admitted, weighed=last.weighed), app.words("debrief.held_line", n=last.held)
