"""A moment of the story: what happens at the left, what can be done at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine import Decision
from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, bar_for
from game.window.screens.reading import after, going, perform
from game.window.theme import ICONS, SEAT_ICONS
from game.window.widgets import Button, Card, Column, Flow, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App


class Story(Screen):
    """One beat with its choices."""

    begins_at = ("choice ",)

    def __init__(self, beat: str) -> None:
        super().__init__()
        self.beat = beat
        self.chosen = ""

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Letter and choices."""
        view = app.sitting.play.view(app.seat)
        found = next((b for b in view.beats if b.id == self.beat), None)
        if found is None:
            return Sheet(
                bar=bar_for(app, app.words("page.decisions")),
                body=Panel(body=Column(pad=24, children=[Label(text=app.words("refused.not_on_the_table"))])),
                notice=app.toast,
            )
        head: list[Widget] = [
            Rich(
                pieces=[
                    ("icon", (SEAT_ICONS[app.seat], "ink3")),
                    ("second ink3", f"{app.words.date(found.since)}, {app.words('seat.' + app.seat)}"),
                ]
            ),
            Label(text=found.title or found.id, role="story_title"),
            Space(height=4),
        ]
        paragraphs: list[Widget] = [
            Label(text=" ".join(part.split()), role="story", gap=8)
            for part in found.text.strip().split("\n\n")
            if part.strip()
        ]
        if found.by:
            paragraphs.append(
                Rich(
                    pieces=[
                        ("icon", ("hourglass", "per")),
                        ("label per", app.words("beat.by", date=app.words.date(found.by))),
                    ]
                )
            )
        letter = Scroll(key="letter", body=Column(gap=4, children=[*head, *paragraphs]), at=self.scrolls, pad=44)
        cards = [self.card(app, number, choice) for number, choice in enumerate(found.choices, 1)]
        others = list(dict.fromkeys(c.seat for c in found.choices if not c.mine))
        buttons = [
            Button(
                key=f"seat {seat}",
                text=app.words("desk.change_seat", seat=app.words(f"seat.{seat}")),
                icon=SEAT_ICONS[seat],
                press=lambda s=seat: perform(app, self, Go("seat", f"{s} {self.beat}")),
            )
            for seat in others
        ]
        right: list[Widget] = [
            Label(text=app.words("beat.what"), role="screen"),
            Scroll(key="choices", body=Column(gap=12, children=cards), at=self.scrolls, pad=4),
        ]
        if buttons:
            right.append(Flow(children=list(buttons)))
        right.append(Label(text=app.words("beat.undone"), role="second", token="ink2"))
        body = Row(widths=(-0.9, -1), gap=12, children=[Panel(body=letter, fill="card"), Column(gap=8, children=right)])
        foot = Foot(
            keys=[
                ("1-9", app.words("foot.choose")),
                ("Enter", app.words("foot.decide")),
                ("Esc", app.words("foot.back")),
            ],
            note=app.words("app.invented"),
        )
        return Sheet(bar=bar_for(app, found.title or found.id), body=body, foot=foot, notice=app.toast)

    def card(self, app: "App", number: int, choice: "object") -> Card:
        """One choice."""
        c = choice
        able = c.possible and c.mine
        why = c.why_not or ("" if c.mine else app.words("refused.wrong_seat", seat=app.words(f"seat.{c.seat}")))
        token = c.instrument if c.instrument != "domestic" else "ink2"
        pieces = [
            ("icon", (ICONS[c.instrument], token)),
            (f"second {token}", app.words(f"instrument.{c.instrument}")),
            ("icon", (SEAT_ICONS[c.seat], "ink2")),
            ("second ink2", app.words(f"seat.{c.seat}")),
        ]
        if c.takes:
            pieces += [("icon", ("calendar", "ink2")), ("second ink2", f"{c.takes} {app.words('unit.working_days')}")]
        rows: list[Widget] = [
            Label(text=c.text, role="label" if able else "body", token="ink" if able else "ink3"),
            Rich(pieces=pieces),
        ]
        if not able:
            rows.append(Rich(pieces=[("icon", ("lock", "exc")), ("second exc", why)]))
        return Card(
            key=f"choice {number}",
            number=str(number),
            body=Column(gap=6, children=rows),
            enabled=able,
            tip=why,
            press=lambda: self.take(app, c.seat, c.id),
        )

    def take(self, app: "App", seat: str, choice: str) -> None:
        """Decide; what the author says at once is told first."""
        beat = app.sitting.scenario.beats[self.beat]
        if app.decide(Decision(seat, "choose", (self.beat, choice))):
            said = next((c.after for c in beat.choices if c.id == choice), "")
            if said:
                app.toast.insert(0, said)
            after(app)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits press choices; F opens the rules."""
        cards = {each.key: each for each in app.able()}
        digits = {
            str(n): (lambda each=cards[f"choice {n}"]: self.focus_or_press(app, each))
            for n in range(1, 10)
            if f"choice {n}" in cards
        }
        return {**going(app), **digits}

    def focus_or_press(self, app: "App", card: Widget) -> None:
        """A digit moves the focus to the choice; the same digit again, or Enter, takes it."""
        if self.focus == card.key:
            app.press(card)
        self.focus = card.key
        app.dirty = True
