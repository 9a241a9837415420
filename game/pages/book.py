"""Which page is shown for an action: the one place that knows all pages."""

from collections.abc import Callable

from engine import Choice, SeatView
from game.cohort import Group, group_beside
from game.pages.casefile import casefile, ledger
from game.pages.days import wait
from game.pages.debrief import debrief_page
from game.pages.desk import beat, briefing, desk, help_page, inbox, seats
from game.pages.footnotes import with_footnotes
from game.pages.page import Go, Page
from game.pages.papers import contacts, request, requests, start
from game.pages.rulebook import rulebook
from game.pages.telling import Telling
from game.session import Session

PAGES: dict[str, Callable[[SeatView, Telling], Page]] = {
    "desk": desk, "briefing": briefing, "inbox": inbox, "casefile": casefile, "ledger": ledger, "requests": requests,
    "contacts": contacts, "wait": wait, "seats": seats, "help": help_page,
}  # fmt: skip
ABOUT: dict[str, Callable[[SeatView, Telling, str], Page]] = {"beat": beat, "rulebook": rulebook}
WITH_CHOICES: dict[str, Callable[[SeatView, Telling, tuple[Choice, ...], str], Page]] = {"request": request, "start": start}


def page_for(session: Session, seat: str, go: Go, tell: Telling) -> Page:
    """The page an action leads to, for a seat, with the footnotes of the countries it names."""
    return with_footnotes(page_without(session, seat, go, tell), tell.scenario.law)


def page_without(session: Session, seat: str, go: Go, tell: Telling) -> Page:
    """The page without its footnotes."""
    view = session.play.view(seat)
    if go.page == "debrief":
        return debrief_page(session.debrief(), session.play, tell, go.about or "summary", group_of(session))
    if go.page in ABOUT:
        return ABOUT[go.page](view, tell, go.about)
    if go.page in WITH_CHOICES:
        return WITH_CHOICES[go.page](view, tell, session.play.choices(seat), go.about)
    return PAGES[go.page](view, tell)


def group_of(session: Session) -> Group | None:
    """The other finished plays beside the log of a sitting; None where there are too few, or no log."""
    return None if session.log is None else group_beside(session.log.path, session.scenario.id, session.mode)
