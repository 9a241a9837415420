"""Which page is shown for an action: the one place that knows all pages."""

from game.cohort import Group, group_beside
from game.pages import desk
from game.pages.debrief import debrief_page
from game.pages.page import Go, Page
from game.pages.telling import Telling
from game.session import Session


def page_for(session: Session, seat: str, go: Go, tell: Telling) -> Page:
    """The page an action leads to, for a seat."""
    view = session.play.view(seat)
    if go.page == "debrief":
        return debrief_page(session.debrief(), session.play, tell, go.about or "summary", group_of(session))
    if go.page in ("beat", "rulebook"):
        return getattr(desk, go.page)(view, tell, go.about)  # type: ignore[no-any-return]
    if go.page == "request":
        return desk.request(view, tell, go.about, session.play.choices(seat))
    if go.page == "start":
        return desk.start(view, tell, session.play.choices(seat), go.about)
    if go.page == "help":
        return desk.help_page(view, tell)
    return getattr(desk, go.page)(view, tell)  # type: ignore[no-any-return]


def group_of(session: Session) -> Group | None:
    """The other finished plays beside the log of a sitting; None where there are too few, or no log."""
    return None if session.log is None else group_beside(session.log.path, session.scenario.id, session.mode)
