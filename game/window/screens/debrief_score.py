"""The score at the left of the debrief: criteria with the reason that mattered most, the group's median, the proof."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import Debrief
from game.cohort import Group
from game.pages.debrief import left_aside, missed_points
from game.window.brush import Box, Brush
from game.window.screens.acts import Flush, Inset, inset
from game.window.widgets import Card, Column, Growing, Label, Panel, Picture, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.session import Proof
    from game.window.app import App

Why = Callable[[str], None]
FIGURE, BAR = 118.0, 8.0


def score_panel(app: "App", found: Debrief, group: Group | None, criterion: str, why: Why, scrolls: dict[str, float],
                foot: Widget, high: bool) -> Panel:  # fmt: skip
    """Score and ending above, criteria and the author's words in the middle, median and proof below; all scrolls where it is low."""
    cards = [criterion_card(app, found, group, mark, number, criterion, why) for number, mark in enumerate(found.mark.criteria, 1)]
    above, line, said = head(app, found), Space(height=2, line=True), [Flush(gap=0, children=list(cards)), *told(app, found)]
    if not high:
        return Panel(fill="card", body=Scroll(key="score", body=Column(gap=0, children=[above, line, *said, foot]), at=scrolls, pad=0))
    middle = Scroll(key="score", body=Column(gap=0, children=said), at=scrolls, pad=0)
    return Panel(fill="card", body=Column(gap=0, children=[above, line, Growing(middle), foot]))


def head(app: "App", found: Debrief) -> Widget:
    """The score, of a hundred; how it ended, and when."""
    words, play = app.words, app.sitting.play
    ending = next((e.title for e in app.sitting.scenario.endings if e.id == found.ending), words("debrief.unfinished_short"))
    day = words("debrief.day", day=play.today - play.scenario.start, date=words.date(play.today))
    beside = Column(
        gap=1,
        children=[
            Space(height=9),
            Label(text=words("debrief.of_hundred"), role="second", token="ink2"),
            Label(text=ending, role="label", most=2),
            Label(text=day[:1].upper() + day[1:], role="second", token="ink2"),
        ],
    )
    number = Label(text=str(found.mark.score), role="score")
    width = FIGURE if found.mark.score > 99 else FIGURE * 0.72
    return Inset(gap=0, children=[Space(height=8), Row(widths=(width, -1), gap=12, children=[number, beside]), Space(height=8)])


def criterion_card(app: "App", found: Debrief, group: Group | None, mark: Any, number: int, chosen: str, why: Why) -> Card:
    """One criterion: points of its weight, a bar with the others' median, the reason that mattered most."""
    words = app.words
    middle = group.criteria.get(mark.criterion) if group is not None else None
    name = words(f"criterion.{mark.criterion}")
    of = words("debrief.of_weight", weight=mark.weight)
    rows: list[Widget] = [
        Rich(pieces=[("label ink", name), ("end label ink", str(mark.points)), ("end words", (of, "ink3"))]),
        Picture(height=BAR + 6, draw=lambda b, box: meter(b, box, mark.points, mark.weight, middle),
                words=words("debrief.group_criterion", points=f"{middle:g}") if middle is not None else ""),
        Row(widths=(-1, 60), gap=6, children=[
            Label(text=main_reason(app, found, mark.criterion), role="second", token="ink2", most=3),
            Rich(pieces=[("end words", (words("debrief.why_short"), "ink2")), ("end cap", str(number))]),
        ]),
    ]  # fmt: skip
    return Card(key=f"criterion {mark.criterion}", pad=13, flat=True, fill="card", ring_inside=True, body=Column(gap=3, children=rows),
                selected=chosen == mark.criterion, press=lambda: why(mark.criterion))  # fmt: skip


def told(app: "App", found: Debrief) -> list[Widget]:
    """How the author ends the story, and what the author says of such a play."""
    ending = next((e for e in app.sitting.scenario.endings if e.id == found.ending), None)
    rows: list[Widget] = [Space(height=8)]
    if ending is not None:
        rows.append(inset(Label(text=" ".join(ending.text.split()), role="letter", gap=4)))
    if found.messages:
        rows.append(inset(Label(text=app.words("debrief.messages"), role="label", gap=2)))
    rows += [inset(Label(text=" ".join(text.split()), role="letter", token="ink2", gap=4)) for _, text in found.messages]
    return [*rows, Space(height=8)]


def score_foot(app: "App", group: Group | None, unread: bool, proof: "Proof | None", wide: bool) -> Widget:
    """The median of the others, where there are enough; whether the score is proved; two lines where it is narrow."""
    words = app.words
    pieces: list[tuple[str, Any]] = []
    if group is not None:
        short = words("debrief.group_short", n=group.plays, score=f"{group.score:g}", mode=words(f"mode.{group.mode}"))
        pieces.append(("second per", f"|  {short}"))
    elif unread:
        pieces.append(("second ink2", words("debrief.group_unread")))
    icon, token, said = proof_told(app, proof)
    proved = [("icon", (icon, token)), (f"second {token}", said)]
    lines = [Rich(pieces=[*pieces, ("end icon", (icon, token)), ("end words", (said, token))])]
    if pieces and not wide:
        lines = [Rich(pieces=pieces), Rich(pieces=proved)]
    rows: list[Widget] = [Space(height=1, line=True), Inset(gap=0, children=[Space(height=7), *lines, *aside(app, group), Space(height=7)])]
    return Sunken(gap=0, children=rows)


def aside(app: "App", group: Group | None) -> list[Widget]:
    """How many logs were left out of the median."""
    said = left_aside(group, app.tell) if group is not None else []
    return [Label(text=each, role="axis", token="ink3") for each in said]


def proof_told(app: "App", proof: "Proof | None") -> tuple[str, str, str]:
    """The sign, its colour, and the words of a proof."""
    words = app.words
    if proof is None:
        return "circle", "ink3", words("debrief.not_proved")
    if proof.row is None:
        return "check", "adm", words("debrief.proved_short")
    return "x", "exc", words("debrief.bad_row", row=proof.row, why=words(f"verify.{proof.why}"))


class Sunken(Column):
    """The strip at the foot of the sheet."""

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Sunken, inside the border of the sheet."""
        x, y, w, h = self.box
        brush.fill((x + 1, y, w - 2, h - 2), "sunken")
        super().paint(brush, focus, hover)


def meter(brush: Brush, box: Box, points: int, weight: int, middle: float | None = None) -> None:
    """Points of a criterion as a bar, with a mark where the others' median stands."""
    x, y, w, _ = box
    brush.box((x, y + 3, w, BAR), "sunken", "line2", 2)
    if points and weight:
        brush.box((x, y + 3, max(4.0, w * points / weight), BAR), "pri", None, 2)
    if middle is not None and weight:
        here = x + min(w - 2, w * middle / weight)
        brush.fill((here - 2, y - 1, 5, BAR + 8), "card")
        brush.fill((here - 1, y, 3, BAR + 6), "per")


def main_reason(app: "App", found: Debrief, criterion: str) -> str:
    """The reason that moved a criterion most: what was lost before what was not earned, then what was won."""
    earned = [p for p in found.mark.points if p.criterion == criterion]
    missed = [p for p in missed_points(found) if p.criterion == criterion]
    if lost := [p for p in earned if p.points < 0]:
        return min(lost, key=lambda p: p.points).because
    if missed:
        return app.words("debrief.not_earned", what=max(missed, key=lambda p: p.points).because)
    return max(earned, key=lambda p: p.points).because if earned else ""
