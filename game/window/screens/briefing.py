"""The briefing: the letter that opens the file, and beside it where, when, with whom, and what one will practise."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import going, show
from game.window.theme import SEAT_ICONS
from game.window.widgets import Button, Column, Flow, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

LETTER, SIDE, NARROW, MAP = 640.0, 400.0, 900.0, 190.0


class Briefing(Screen):
    """What the case is, read before the first decision and whenever one likes."""

    begins_at = ("begin",)

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[str, Any] = {}

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Letter and side panel; below one another in one column where the window is narrow."""
        letter, about = self.letter(app), self.about(app)
        if w < NARROW:
            one = Scroll(key="briefing", body=Column(gap=8, children=[*letter, Space(line=True), *about]), at=self.scrolls, pad=20)
            body: Widget = Column(gap=8, children=[Panel(fill="card", body=one), self.doors(app)])
        else:
            read = Scroll(key="briefing", body=Column(gap=8, children=letter), at=self.scrolls, pad=34)
            side = Scroll(key="about", body=Column(gap=7, children=about), at=self.scrolls, pad=18)
            right = Panel(fill="card", body=Column(gap=10, pad=0, children=[side, self.doors(app), Space(height=4)]))
            wide = min(LETTER + 68, w - 26 - SIDE)
            body = Row(widths=(-1, wide, SIDE, -1), gap=5, children=[Space(), Panel(fill="card", body=read), right, Space()])
        keys = [("Enter", app.words("briefing.to_desk")), ("F", app.words("page.rulebook")), ("?", app.words("page.help")),
                ("Esc", app.words("foot.back"))]  # fmt: skip
        bar = bar_for(app, app.words("page.briefing"))
        return Sheet(bar=bar, body=body, foot=Foot(keys=keys, note=kept(app)), notice=app.toast)

    @staticmethod
    def letter(app: "App") -> list[Widget]:
        """Place and day, the title, the text in paragraphs."""
        s = app.sitting.scenario
        head = f"{app.tell.country(s.home)}, {app.words.date(s.start)}"
        text = [Label(text=" ".join(part.split()), role="story", gap=6) for part in s.briefing.strip().split("\n\n")]
        return [Label(text=head, role="second", token="ink3"), Label(text=s.title, role="story_title"), Space(height=4), *text]

    def about(self, app: "App") -> list[Widget]:
        """Map, States, days, seats, aims, footnotes."""
        from game.window.screens.picker import Codes, aim_rows, case_map, footnotes

        s, words = app.sitting.scenario, app.words
        chips = Codes(codes=(s.home, *s.countries), names={c: app.tell.country(c) for c in (s.home, *s.countries)})
        rows: list[Widget] = [case_map(s, MAP, self.made, "briefing"), chips, Space(height=2)]
        for label, value in (
            ("from", words.date(s.start)), ("until", words.date(s.deadline)), ("length", words("briefing.minutes", n=s.minutes)),
        ):  # fmt: skip
            name = Label(text=words(f"briefing.{label}"), token="ink3")
            rows.append(Row(widths=(92, -1), children=[name, Label(text=value)]))
        rows += [Space(height=4, line=True), Label(text=words("briefing.seats"), role="label")]
        rows += [Rich(pieces=[("icon", (SEAT_ICONS[seat], "ink2")), ("body ink", words(f"seat.{seat}"))]) for seat in s.seats]
        rows.append(Space(height=4, line=True))
        return [*rows, *aim_rows(app, s), *footnotes(s)]

    @staticmethod
    def doors(app: "App") -> Widget:
        """To the desk, and to the law of that day."""
        day = date.fromordinal(app.sitting.play.today).year
        desk = Button(key="begin", text=app.words("briefing.to_desk"), kind="primary", icon="folder", cap="Enter", height=36, press=app.pop)
        law = Button(key="law", text=app.words("briefing.law", year=day), icon="book-open", cap="F", height=36,
                     press=lambda: show(app, Go("rulebook")))  # fmt: skip
        return Row(widths=(16, -1, 16), gap=0, children=[Space(), Flow(children=[desk, law]), Space()])

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """The letters that lead to pages."""
        return going(app)
