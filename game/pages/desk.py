"""The desk: how things stand, what is to be decided, what this seat was told, who sits there, what the keys do."""

from engine import BeatView, Decision, SeatView
from game.pages.days import date_line, weekday
from game.pages.page import Draft, Go, Leave, Offer, Page
from game.pages.papers import request_line, waits
from game.pages.telling import Telling

KEYS = {"desk": "d", "inbox": "i", "casefile": "f", "requests": "r", "ledger": "l", "contacts": "c", "rulebook": "k",
        "start": "n", "wait": "w", "seats": "s", "briefing": "b", "help": "h"}  # fmt: skip
PLACES = ("inbox", "casefile", "requests", "ledger", "contacts", "rulebook", "start", "wait", "briefing", "help")


def briefing(view: SeatView, tell: Telling) -> Page:
    """What the trainee is told at the start."""
    s, words = tell.scenario, tell.words
    page = Draft("briefing", s.title)
    page.say(s.briefing, "story")
    if s.aims:
        page.heading(words("briefing.aims"))
        for aim in s.aims:
            page.say(f"- {aim}")
    page.facts(
        (words("briefing.from"), words.date(s.start)),
        (words("briefing.until"), words.date(s.deadline)),
        (words("briefing.home"), tell.country(s.home)),
        (words("briefing.countries"), ", ".join(tell.country(c) for c in s.countries)),
        (words("briefing.seats"), ", ".join(words(f"seat.{seat}") for seat in s.seats)),
        (words("briefing.length"), words("briefing.minutes", n=s.minutes)),
    )
    page.say(words("app.disclaimer"), "note")
    page.offer(Offer(words("page.desk"), Go("desk"), key="d"))
    return page.done()


def desk(view: SeatView, tell: Telling) -> Page:
    """Where things stand: date, clocks, what waits for a decision, what is under way, dates ahead."""
    page = Draft("desk", view.title)
    standing(page, view, tell)
    to_decide(page, view, tell)
    under_way(page, view, tell)
    days_ahead(page, view, tell)
    for name in PLACES:
        page.offer(Offer(tell.words(f"page.{name}"), Go(name), key=KEYS[name]))
    if len(view.seats) > 1:
        page.offer(Offer(tell.words("page.seats"), Go("seats"), key="s"))
    page.offer(Offer(tell.words("page.save"), Leave(), key="q"))
    return page.done()


def standing(page: Draft, view: SeatView, tell: Telling) -> None:
    """The day, the seat, the clocks."""
    words, of = tell.words, view.deadline - view.start
    page.say(words("desk.day", day=view.day, of=of, weekday=weekday(view.today), date=words.date(view.today)[4:]))
    page.say(words("desk.seat", seat=words(f"seat.{view.seat}")))
    page.say(words("desk.alert", lamps=view.alert))
    for person in view.people:
        if person.danger is not None and not person.safe:
            tone = "warn" if person.danger >= 3 else "body"
            page.say(words("desk.danger", who=person.name, lamps=person.danger), tone)
    if view.busy_until:
        page.say(words("desk.busy", date=words.date(view.busy_until)), "note")


def to_decide(page: Draft, view: SeatView, tell: Telling) -> None:
    """What waits for a decision, here and at other seats."""
    words = tell.words
    page.heading(words("page.decisions"))
    papers = [r for r in view.requests if waits(r)]
    if not view.beats and not papers:
        page.say(words("desk.nothing_here"))
    for beat in view.beats:
        page.offer(Offer(beat_line(beat, tell), Go("beat", beat.id)))
    for request in papers:
        page.offer(Offer(request_line(request, view.today, tell), Go("request", request.id)))
    for seat, count in view.elsewhere:
        page.offer(Offer(words("desk.elsewhere", seat=words(f"seat.{seat}"), n=count), Go("seat", seat)))


def under_way(page: Draft, view: SeatView, tell: Telling) -> None:
    """The papers that others have to go on with."""
    found = [r for r in view.requests if not r.ended and not waits(r)]
    if found:
        page.heading(tell.words("desk.waiting_for", n=len(found)))
    for request in found:
        page.say(request_line(request, view.today, tell))


def days_ahead(page: Draft, view: SeatView, tell: Telling) -> None:
    """The next dates that matter."""
    found = [each for each in view.dates if each.kind != "usual" and each.day <= view.deadline]
    if found:
        page.heading(tell.words("page.calendar"))
    for each in found[:5]:
        page.say(f"{tell.words.date(each.day)}: {date_line(each.kind, each.about, tell)}")


def beat_line(found: BeatView, tell: Telling) -> str:
    """Something to decide, and until when where it decides itself."""
    said = found.title or found.id
    return f"{said} ({tell.words('beat.by', date=tell.words.date(found.by))})" if found.by else said


def beat(view: SeatView, tell: Telling, about: str) -> Page:
    """A moment of the story with its choices."""
    words = tell.words
    found = next((b for b in view.beats if b.id == about), None)
    if found is None:
        return desk(view, tell)
    page = Draft("beat", found.title or found.id, about)
    page.say(found.text, "story")
    for heading, lines in (("beat.known", found.known), ("beat.open", found.open)):
        if lines:
            page.heading(words(heading))
            for line in lines:
                page.say(f"- {line}")
    if found.by:
        page.say(words("beat.by", date=words.date(found.by)), "warn")
    if found.known or found.open:
        page.heading(words("beat.what"))
    for choice in found.choices:
        page.offer(Offer(choice.text, Decision(choice.seat, "choose", (found.id, choice.id)), choice.possible and choice.mine,
                         choice.why_not or ("" if choice.mine else words("refused.wrong_seat", seat=words(f"seat.{choice.seat}"))),
                         seat=choice.seat, instrument=choice.instrument, takes=choice.takes,
                         procedure=tell.begins(found.id, choice.id)))  # fmt: skip
    for seat in dict.fromkeys(c.seat for c in found.choices if not c.mine):
        page.offer(Offer(words("desk.change_seat", seat=words(f"seat.{seat}")), Go("seat", f"{seat} {found.id}")))
    page.offer(Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def inbox(view: SeatView, tell: Telling) -> Page:
    """What this seat was told, latest first."""
    page = Draft("inbox", tell.words("page.inbox"))
    if not view.inbox:
        page.say(tell.words("inbox.empty"))
    for outcome in reversed(view.inbox):
        if outcome.kind in ("stage",):
            continue
        source = f" [{tell.cite(outcome.source)}]" if outcome.source and outcome.kind != "chosen" else ""
        sender = outcome.get("sender")
        text = tell.news(outcome)
        page.say(f"{tell.words.date(outcome.day)}: {f'{sender}: ' if sender else ''}{text}{source}")
    page.offer(Offer(tell.words("page.back"), Go("desk"), key="d"))
    return page.done()


def seats(view: SeatView, tell: Telling) -> Page:
    """Who sits at the desk."""
    words = tell.words
    page = Draft("seats", words("page.seats"))
    for seat in view.seats:
        here = words("seats.here") if seat == view.seat else ""
        page.offer(Offer(words(f"seat.{seat}"), Go("seat", seat), not here, here))
    page.offer(Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def help_page(view: SeatView, tell: Telling) -> Page:
    """What the keys do."""
    page = Draft("help", tell.words("page.help"))
    for each in ("work", "wait", "clocks", "signs", "unlawful"):
        page.say(tell.words(f"help.{each}"))
    page.say(tell.words("text.keys"))
    page.say(tell.words("app.disclaimer"), "note")
    page.offer(Offer(tell.words("page.back"), Go("desk"), key="d"))
    return page.done()
