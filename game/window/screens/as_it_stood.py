"""The desk as it stood on a day of a play that is over: everything can be read, nothing decided."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine import Decision, Outcome, Playthrough, Refused, as_it_stood
from game.session import Session
from game.window.screens.common import Foot
from game.window.screens.desk import Desk

if TYPE_CHECKING:
    from game.window.app import App


class Past(Session):
    """A play as it stood; the sitting it belongs to waits behind it, and its log is only named, never written."""

    def __init__(self, behind: Session, play: Playthrough) -> None:
        super().__init__(play, behind.log, behind.mode)
        self.behind = behind

    def decide(self, decision: Decision) -> tuple[Outcome, ...] | Refused:
        """What is past cannot be decided."""
        return Refused("as_it_stood")

    def close(self) -> None:
        """The window is closed: the sitting behind it ends, too."""
        self.behind.close()
        self.log = None


class AsItStood(Desk):
    """The desk of that day; Escape goes back to where one was."""

    def __init__(self, app: "App", number: int, day: int, seat: str, go_on: Callable[[int], None]) -> None:
        super().__init__()
        self.behind, self.seat_behind, self.go_on = app.sitting, app.seat, go_on
        past = Past(app.sitting, as_it_stood(app.sitting.play, number, day))
        app.sit(past)
        app.seat = seat if seat in past.play.seats else past.play.seats[0]
        stood = app.words("debrief.stood", date=app.words.date(past.play.today))
        app.toast = [stood, app.words("debrief.stood_note"), app.words("debrief.stood_keys")]

    def foot(self, app: "App") -> Foot:
        """The keys that matter here; at the right, which day this is."""
        words = app.words
        named = (("Esc", "debrief.stood_back"), ("G", "debrief.go_on"), ("Tab", "foot.next"), ("Shift B", "page.evidence"),
                 ("F", "page.rulebook"))  # fmt: skip
        keys = [(cap, words(name)) for cap, name in named]
        return Foot(keys=keys, note=words("debrief.stood", date=words.date(app.sitting.play.today)))

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """As on the desk; G plays on from here, Q leaves only this day."""
        return {**super().keys(app), "g": lambda: self.play_on(app), "q": lambda: self.escape(app)}

    def escape(self, app: "App") -> None:
        """Back to the debrief, as it was left."""
        self.leave(app)
        app.pop()

    def leave(self, app: "App") -> None:
        """The sitting that is over takes its place again."""
        app.sit(self.behind)
        app.seat, app.toast = self.seat_behind, []

    def play_on(self, app: "App") -> None:
        """Play on from this day, in a log of its own."""
        number = len(app.sitting.play.decisions)
        self.escape(app)
        self.go_on(number + 1)
