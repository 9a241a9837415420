"""The cases, and the plays that can be gone on with."""

import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import Scenario, Unreadable, load_scenario
from game import saves
from game.pages.page import Go
from game.places import scenario_ids
from game.session import begin, resume
from game.window.app import Screen
from game.window.brush import Brush
from game.window.pictures.atlas import MapModel, draw_map
from game.window.screens.common import Foot, Sheet, TopBar
from game.window.widgets import Button, Card, Column, Flow, Label, Panel, Picture, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

MOST_LOGS = 40


class Picker(Screen):
    """The first screen."""

    def __init__(self, app: "App") -> None:
        super().__init__()
        self.cases: list[Scenario] = []
        self.broken: list[Unreadable] = []
        self.chosen = ""
        for id in scenario_ids(app.scenarios) if app.scenarios.is_dir() else []:
            try:
                self.cases.append(load_scenario(app.scenarios, id))
            except Unreadable as error:
                self.broken.append(error)
        self.cases.sort(key=lambda s: (s.level, s.id))
        self.logs = list(islice(saves.list_logs(app.saves), MOST_LOGS))

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Cards at the left, the case chosen at the right."""
        self.chosen = self.chosen or (self.cases[0].id if self.cases else "")
        columns = 2 if w < 1500 else 3
        cards = [self.card(app, s) for s in self.cases]
        rows: list[Widget] = [Label(text=app.words("picker.title"), role="big")]
        for start in range(0, len(cards), columns):
            group = cards[start : start + columns]
            rows.append(
                Row(widths=[-1.0] * columns, gap=12, children=[*group, *[Space() for _ in range(columns - len(group))]])
            )
        for error in self.broken:
            rows.append(
                Card(
                    key=f"broken {error.errors[0].file}",
                    border="exc",
                    body=Column(
                        gap=3,
                        children=[
                            Rich(
                                pieces=[
                                    ("icon", ("triangle-alert", "exc")),
                                    ("label exc", app.words("picker.broken", n=len(error.errors))),
                                ]
                            ),
                            *[Label(text=str(each), role="second", token="ink2", most=2) for each in error.errors[:4]],
                        ],
                    ),
                    press=lambda: None,
                )
            )
        if self.logs:
            rows += [Space(height=6), Label(text=app.words("picker.logs"), role="card")]
            rows += [self.log(app, each) for each in self.logs]
        left = Panel(body=Scroll(key="cases", body=Column(gap=10, children=rows), at=self.scrolls, pad=18))
        scenario = next((s for s in self.cases if s.id == self.chosen), None)
        body = Row(widths=(-1, min(448.0, w * 0.36)), gap=10, children=[left, self.about(app, scenario)])
        bar = TopBar(
            title=app.words("app.name"),
            second=app.words("app.tagline"),
            buttons=[
                Button(
                    key="theme",
                    text=app.words("picker.theme"),
                    kind="bar",
                    icon="eye",
                    cap="Ctrl K",
                    press=app.other_theme,
                ),
                Button(key="larger", text="A+", kind="bar", cap="+", press=lambda: app.zoom(1)),
                Button(key="smaller", text="A-", kind="bar", cap="-", press=lambda: app.zoom(-1)),
            ],
        )
        foot = Foot(
            keys=[("Tab", app.words("foot.next")), ("Enter", app.words("foot.open")), ("Esc", app.words("page.quit"))],
            note=app.words("app.invented"),
        )
        return Sheet(bar=bar, body=body, foot=foot, notice=app.toast)

    def card(self, app: "App", s: Scenario) -> Card:
        """One case."""
        names = dict.fromkeys((s.home, *s.countries), "")
        places = {c: p for c in names if (p := s.law.country(c).place) is not None}
        model = MapModel(
            s.home, s.countries, places, {c: s.law.country(c).name.replace(" (UNSCR 1244)", "*") for c in names}
        )
        best = max((log.score for log in self.logs if log.scenario == s.id and log.score is not None), default=None)
        flags: list[tuple[str, Any]] = [("flag", c) for c in (s.home, *s.countries)]
        inner = Column(
            gap=6,
            children=[
                Picture(height=150, draw=lambda b, box: draw_map(b, box, model)),
                Label(text=s.title, role="card"),
                Rich(pieces=[*flags, ("right", (app.words("briefing.minutes", n=s.minutes), "second", "ink3"))]),
                Rich(
                    pieces=[
                        ("second ink3", app.words("picker.level")),
                        ("lamps", (s.level, "pri")),
                        *(
                            [("right", (app.words("picker.best", score=best), "label", "adm"))]
                            if best is not None
                            else []
                        ),
                    ]
                ),
            ],
        )
        return Card(
            key=f"first case {s.id}" if s.id == self.chosen else f"case {s.id}",
            body=inner,
            selected=s.id == self.chosen,
            words=s.title,
            press=lambda: self.choose(app, s.id),
        )

    def choose(self, app: "App", id: str) -> None:
        """Look at a case; the same one again begins it."""
        if self.chosen == id:
            self.begin(app, id, None)
        self.chosen = id
        self.focus = f"first case {id}"
        app.dirty = True

    def log(self, app: "App", found: saves.Summary) -> Card:
        """A play that is kept."""
        if found.trouble is not None:
            text = app.words(found.trouble, path=found.path.name, why="")
            return Card(
                key=f"log {found.path.name}",
                pad=8,
                border="exc",
                body=Rich(pieces=[("icon", ("triangle-alert", "exc")), ("second exc", text)]),
                press=lambda: self.resume(app, found.path),
            )
        title = next((s.title for s in self.cases if s.id == found.scenario), found.scenario)
        state = (
            app.words("picker.over", score=found.score)
            if found.score is not None
            else app.words("picker.resume", n=found.rows)
        )
        pieces: list[tuple[str, Any]] = [
            ("icon", ("file-text", "ink2")),
            ("label ink", title),
            ("second ink3", found.player),
            ("second ink3", found.started[:16].replace("T", " ")),
            ("right", (state, "second", "ink2")),
        ]
        return Card(
            key=f"log {found.path.name}",
            pad=8,
            border="line2",
            body=Rich(pieces=pieces),
            press=lambda: self.resume(app, found.path),
        )

    def about(self, app: "App", s: Scenario | None) -> Panel:
        """The case chosen: its briefing, its aims, and the button."""
        if s is None:
            return Panel(body=Column(pad=20, children=[Label(text=app.words("picker.none", folder=app.scenarios))]))
        rows: list[Widget] = [Label(text=s.title, role="big")]
        rows += [Label(text=" ".join(part.split()), role="letter", gap=6) for part in s.briefing.strip().split("\n\n")]
        if s.aims:
            rows.append(Label(text=app.words("briefing.aims"), role="label"))
            rows += [Row(widths=(16, -1), gap=4, children=[Label(text="•"), Label(text=aim)]) for aim in s.aims]
        for country in (s.home, *s.countries):
            note = s.law.country(country).footnote
            if note:
                rows.append(Label(text=f"* {note}", role="axis", token="ink3"))
        begin_button = Row(
            widths=(12, -1, 12),
            gap=0,
            children=[
                Space(),
                Flow(
                    children=[
                        Button(
                            key="begin",
                            text=app.words("picker.begin"),
                            kind="primary",
                            icon="folder",
                            height=36,
                            press=lambda: self.begin(app, s.id, None),
                        )
                    ]
                ),
                Space(),
            ],
        )
        return Panel(
            fill="card",
            body=Column(
                gap=8,
                children=[
                    Scroll(key="about", body=Column(gap=7, children=rows), at=self.scrolls, pad=22),
                    begin_button,
                    Space(height=4),
                ],
            ),
        )

    # -- acts -----------------------------------------------------------------------------------------------------------

    def begin(self, app: "App", id: str, seed: int | None) -> None:
        """A new play, at its briefing."""
        from game.window.screens.desk import Desk
        from game.window.screens.reading import PageScreen

        scenario = next((s for s in self.cases if s.id == id), None)
        if scenario is None:
            app.toast = [app.words("picker.unknown", id=id)]
            return
        luck = seed if seed is not None else int.from_bytes(os.urandom(3), "big")
        app.sit(begin(scenario, luck, app.saves, mode=app.mode, player=app.player))
        app.reset(self, Desk(), PageScreen(Go("briefing")))

    def resume(self, app: "App", path: Path) -> None:
        """Go on with a play, or read its debrief when it is over."""
        from game.window.screens.debrief import DebriefScreen
        from game.window.screens.desk import Desk

        app.sit(resume(path))
        app.reset(self, Desk(), *([DebriefScreen()] if app.sitting.play.is_over else []))

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}
