"""Questions over everything: leave? And the friendly page for a failure."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine import Decision
from game.pages.caution import caution
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Modal
from game.window.widgets import Button, Widget

if TYPE_CHECKING:
    from game.window.app import App


class Leaving(Screen):
    """Leave the game, or go on."""

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Two buttons."""
        return Modal(
            title=app.words("leave.title"),
            text=" ".join(stands(app)),
            behind=behind(self, app, brush, w, h),
            buttons=[
                Button(key="first stay", text=app.words("leave.stay"), cap="Esc", press=lambda: self.escape(app)),
                Button(key="leave", text=app.words("page.quit"), kind="primary", press=lambda: self.leave(app)),
            ],
        )

    def leave(self, app: "App") -> None:
        """Close the window."""
        app.running = False

    def escape(self, app: "App") -> None:
        """Stay."""
        app.stack.remove(self)
        app.dirty = True


def stands(app: "App") -> list[str]:
    """What leaving means: where the play is kept, and how many papers are under way."""
    words, session = app.words, app.session
    if session is None:
        return [words("leave.nothing")]
    kept = words("leave.kept", path=session.log.path.name) if session.log is not None else words("leave.not_kept")
    papers = sum(1 for r in app.view.requests if not r.ended)
    if session.log is None or session.play.is_over or not papers:
        return [kept]
    return [kept, words("leave.papers", n=papers) if papers > 1 else words("leave.paper")]


class Asking(Screen):
    """A question with yes and no; the focus begins at yes, or at no for what cannot be taken back."""

    def __init__(self, title: str, text: str, yes: str, do: Callable[[], None], *, final: bool = False) -> None:
        super().__init__()
        self.asked, self.text, self.yes, self.do = title, text, yes, do
        self.begins_at = ("no",) if final else ("yes",)

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Two buttons."""

        def go() -> None:
            app.stack.remove(self)
            self.do()

        return Modal(
            title=self.asked,
            text=self.text,
            behind=behind(self, app, brush, w, h),
            scrolls=self.scrolls,
            buttons=[
                Button(key="no", text=app.words("page.back"), cap="Esc", press=lambda: app.pop()),
                Button(key="yes", text=self.yes, kind="primary", press=go),
            ],
        )


def with_care(app: "App", decision: Decision, do: Callable[[], None]) -> bool:
    """Do it, or ask first, once, where it cannot be taken back or loses something; was it done at once?"""
    found = caution(app.sitting.play, app.view, decision, app.sitting.mode, app.tell)
    if found is None or (found.about and found.about <= app.asked):
        do()
        return True
    app.asked |= found.about
    text = "\n\n".join((*found.lines, found.question)) if found.about or found.lines else found.question
    app.push(Asking(found.title, text, found.yes, do, final=not found.about))
    return False


class Passing(Screen):
    """Pass the laptop: nothing of a seat is seen until the next one says that it sits there."""

    def __init__(self, seat: str, then: Callable[[], None]) -> None:
        super().__init__()
        self.seat, self.then = seat, then

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """One button."""

        def go() -> None:
            app.stack.remove(self)
            app.seat = self.seat
            self.then()

        seat = app.words(f"seat.{self.seat}")
        return Modal(
            title=app.words("pass.title", seat=seat),
            text=app.words("pass.text", seat=seat),
            buttons=[
                Button(key="no", text=app.words("page.back"), cap="Esc", press=lambda: app.pop()),
                Button(key="first yes", text=app.words("pass.here", seat=seat), kind="primary", press=go),
            ],
        )


class Failure(Screen):
    """What went wrong, and that the play is safe."""

    def __init__(self, what: str, title: str = "") -> None:
        super().__init__()
        self.what, self.title = what, title

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """The words, and on."""
        path = str(app.session.log.path) if app.session is not None and app.session.log is not None else ""
        text = (app.words("window.failed", path=path) + "\n\n" if path else "") + self.what
        return Modal(
            title=self.title or app.words("fail.title"),
            text=text,
            scrolls=self.scrolls,
            buttons=[
                Button(
                    key="first on", text=app.words("fail.on"), kind="primary", cap="Esc", press=lambda: self.escape(app)
                ),
            ],
        )

    def escape(self, app: "App") -> None:
        """Go on with what lies below; with nothing below, leave."""
        app.stack.remove(self)
        app.running = bool(app.stack)
        app.dirty = True


def behind(screen: Screen, app: "App", brush: Brush, w: float, h: float) -> Widget | None:
    """The screen a question lies over, as something to see."""
    place = app.stack.index(screen)
    return app.stack[place - 1].build(app, brush, w, h) if place else None
