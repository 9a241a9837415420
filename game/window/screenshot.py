"""Any screen as a picture, without a display: a written line of play leads there."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from engine import Decision, Refused, Scenario, player
from game.pages.page import Fill, Go
from game.session import Session, begin
from game.window.app import App, Screen
from game.window.screens.asking import Failure, Leaving, Passing
from game.window.screens.briefing import Briefing
from game.window.screens.debrief import DebriefScreen
from game.window.screens.desk import Desk
from game.window.screens.evidence import Evidence
from game.window.screens.ledger import Ledger
from game.window.screens.paper import Paper
from game.window.screens.picker import Picker
from game.window.screens.reading import screen_of
from game.window.screens.request import RequestScreen
from game.window.screens.rulebook import Rulebook
from game.window.screens.settings import SettingsScreen
from game.window.screens.story import Story
from game.words import load_words

PAGES = ("briefing", "inbox", "casefile", "requests", "ledger", "contacts", "start", "wait", "seats", "help")
SCREENS = (
    "picker",
    "desk",
    "composer",
    "evidence",
    "story",
    "rulebook",
    "request",
    "debrief",
    "seat-change",
    "settings",
    "quit",
    "failure",
    *PAGES,
)
MOST = 2000


class NoSuchMoment(Exception):
    """The play has nothing to show for a screen on that day; the words of `key` say what is lacking."""

    def __init__(self, key: str, day: int) -> None:
        super().__init__(key)
        self.key, self.day = key, day


def played(scenario: Scenario, name: str, seed: int | None, until: Callable[[Session], bool]) -> Session:
    """A sitting, played by a line or a bot until something is so; nothing is written."""
    line = scenario.plays.get(name)
    luck = seed if seed is not None else line.seed if line else 1
    session = begin(scenario, luck, None)
    who = player(scenario, name, luck)
    for _ in range(MOST):
        if session.play.is_over or until(session) or who is None:
            break
        decision = who.next(session.play)
        if decision is None or isinstance(session.decide(decision), Refused):
            session.decide(Decision(session.play.seats[0], "wait", (), {"until": "day"}))
    return session


def telling(screen: str, day: int | None) -> Callable[[Session], bool]:
    """When a play has come to a telling moment for a screen."""

    def busy(session: Session) -> bool:
        return sum(1 for r in session.play.view(session.play.seats[0]).requests if not r.ended) >= 2

    moments: dict[str, Callable[[Session], bool]] = {
        "debrief": lambda s: False,
        "story": lambda s: any(len(b.choices) > 2 for seat in s.play.seats for b in s.play.view(seat).beats),
        "request": lambda s: any(len(r.history) > 2 and not r.ended for r in s.play.view(s.play.seats[0]).requests),
        "briefing": lambda s: True,
        "picker": lambda s: True,
        "evidence": lambda s: sum(1 for i in s.play.view(s.play.seats[0]).items if i.status == "held") >= 2,
        "ledger": lambda s: sum(1 for i in s.play.view(s.play.seats[0]).items if i.status == "held") >= 2,
        "composer": lambda s: (
            any(i.country != s.play.scenario.home for i in s.play.view(s.play.seats[0]).items)
            and s.play.today > s.play.scenario.start
        ),
    }
    if day is not None and screen != "debrief":
        return lambda s: s.play.today - s.play.scenario.start >= day
    return moments.get(screen, busy)


def screens(app: App, screen: str) -> list[Screen]:
    """The stack of screens that shows a screen."""
    view = app.sitting.play.view(app.seat)
    if screen == "story":
        for seat in app.sitting.play.seats:
            found = [b for b in app.sitting.play.view(seat).beats if b.choices]
            if found:
                app.seat = max((len(b.choices), seat) for b in found)[1]
                return [Desk(), Story(max(found, key=lambda b: len(b.choices)).id)]
    if screen == "composer":
        for seat in ("prosecutor", *app.sitting.play.seats):
            for choice in app.sitting.play.choices(seat) if seat in app.sitting.play.seats else ():
                if choice.decision.act == "start" and choice.decision.on[0] == "mla" and choice.terms:
                    app.seat = seat
                    paper = Paper(choice)
                    items = tuple(
                        i.id for i in view.items if i.country == choice.decision.on[1] and i.status != "held"
                    )[:2]
                    paper.terms |= {"items": items, "basis": ("ETS30", "ETS182"), "channel": "direct"}
                    return [Desk(), paper]
    if screen in ("story", "composer"):
        raise NoSuchMoment(f"screenshot.no_{screen}", app.sitting.play.today - app.sitting.play.scenario.start)
    makers: dict[str, Callable[[], Screen]] = {
        "picker": lambda: Picker(app),
        "desk": Desk,
        "evidence": Evidence,
        "ledger": Ledger,
        "debrief": DebriefScreen,
        "briefing": Briefing,
        "quit": Leaving,
        "settings": SettingsScreen,
        "seat-change": lambda: Passing(app.sitting.play.seats[-1], lambda: None),
        "failure": lambda: Failure(app.words("save.damaged", path="x.rogatory.json", why="empty")),
        "rulebook": lambda: Rulebook(f"{view.countries[0]} mla"),
        "request": lambda: RequestScreen(
            next((r.id for r in view.requests if not r.ended), view.requests[0].id if view.requests else "")
        ),
    }
    made = makers[screen]() if screen in makers else screen_of(Go(screen))
    return [made] if screen in ("picker", "desk") else [Desk(), made]


def picture(
    screen: str,
    scenario: Scenario,
    folder: Path,
    *,
    play: str = "textbook",
    day: int | None = None,
    seed: int | None = None,
    size: tuple[int, int] = (1366, 768),
    scale: int = 100,
    theme: str = "paper",
    language: str = "en",
    saves: Path | None = None,
) -> App:
    """The application, showing a screen, drawn once."""
    app = App(size, theme=theme, text_scale=scale, language=language)
    app.scenarios, app.saves = folder, saves or Path("no-such-folder")
    app.sit(played(scenario, play, seed, telling(screen, day)))
    app.reset(*screens(app, screen))
    app.render()
    if screen in ("debrief", "picker"):
        settle(app)
    return app


def unfold(app: App, key: str) -> bool:
    """Press the thing of this key, and show what that unfolds; answers whether there is such a thing."""
    if key not in {each.key for each in app.able()}:
        return False
    app.screen.focus = key
    app.render()
    focused = app.focused()
    if focused is not None:
        app.press(focused)
    app.render()
    return True


def settle(app: App) -> None:
    """Let the debrief work out what else could have been, the picker read its cases; then show it."""
    while app.tick(0):
        pass
    app.render()


def take(args: argparse.Namespace, scenario: Scenario, folder: Path) -> int:
    """The command."""
    words: Any = load_words(args.lang)
    if args.screen not in SCREENS:
        print(words("screenshot.unknown", name=args.screen, known=", ".join(sorted(SCREENS))))
        return 2
    try:
        width, height = (int(part) for part in args.size.lower().split("x"))
    except ValueError:
        print(words("screenshot.size", size=args.size))
        return 2
    try:
        app = picture(
            args.screen,
            scenario,
            folder,
            play=args.play,
            day=args.day,
            seed=args.seed,
            size=(width, height),
            scale=args.scale,
            theme=args.theme,
            language=args.lang,
        )
    except NoSuchMoment as error:
        print(words(error.key, day=error.day, play=args.play))
        return 2
    if args.open and not unfold(app, args.open):
        print(words("screenshot.open", name=args.open, known=", ".join(each.key for each in app.able())))
        return 2
    pygame.image.save(app.surface, args.output)
    print(args.output)
    return 0


__all__ = ["SCREENS", "Fill", "picture", "take"]
