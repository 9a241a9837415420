"""The papers: every one begun, one by itself with what can be done, what can be begun, and who can be asked without one."""

from dataclasses import replace

from engine import Choice, RequestView, SeatView
from game.pages.page import Draft, Fill, Go, Offer, Page
from game.pages.telling import Telling


def requests(view: SeatView, tell: Telling) -> Page:
    """Every paper begun."""
    words = tell.words
    page = Draft("requests", words("page.requests"))
    if not view.requests:
        page.say(words("requests.empty"))
    for request in view.requests:
        page.offer(Offer(request_line(request, view.today, tell), Go("request", request.id), instrument=request.instrument,
                         procedure=request.procedure))  # fmt: skip
    page.offer(Offer(words("page.start"), Go("start"), key="n"), Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def request(view: SeatView, tell: Telling, choices: tuple[Choice, ...], about: str) -> Page:
    """One paper: its stages, who holds it, why it waits, what can be done."""
    words = tell.words
    found = next((r for r in view.requests if r.id == about), None)
    if found is None:
        return requests(view, tell)
    page = Draft("request", tell.name(found.id), about)
    page.say(request_line(found, view.today, tell))
    if len(found.about) > 1:
        page.say(f"{words('term.items')}: {tell.names(found.about)}", "note")
    say_term(page, found, tell)
    if found.returned_for:
        page.say("; ".join(words(f"reason.{r}") for r in found.returned_for), "warn")
    if found.ground:
        page.say(words(f"ground.{found.ground}") + (f" [{tell.cite(found.source)}]" if found.source else ""), "warn")
    page.table(
        words("requests.history"), ("", ""), [(words.date(day), words(f"stage.{stage}")) for stage, day in found.history]
    )
    filled = filled_in(found, tell)
    if filled:
        page.heading(words("requests.terms"))
    page.facts(*((words(f"term.{name}"), term_value(name, value, tell)) for name, value in filled))
    for choice in choices:
        if choice.decision.act == "step" and choice.decision.on[0] == about:
            page.offer(choice_offer(choice, tell))
    page.offer(Offer(words("page.back"), Go("requests"), key="r"))
    return page.done()


def say_term(page: Draft, found: RequestView, tell: Telling) -> None:
    """How long the stage of a paper takes, and what changes that."""
    if not found.spread or found.ended:
        return
    words, (low, typical, high) = tell.words, found.spread
    own = "" if found.own else f" {words('form.training')}"
    unit = words(f"unit.{found.unit}")
    page.say(words("requests.spread", low=low, typical=typical, high=high, unit=unit) + own, "note")
    for name, percent in found.factors:
        page.say(f"{words('factor.' + name)}: {percent} %", "note")


def request_line(request: RequestView, today: int, tell: Telling) -> str:
    """A paper in one line: where it is, with whom, until when that usually takes or that it is late."""
    words, until = tell.words, ""
    if request.usual_until and not request.ended:
        late = request.usual_until < today
        until = f"; {words('date.overdue' if late else 'date.usual')}: {words.date(request.usual_until)}"
    about = f" ({some_names(request.about, tell)})" if request.about else ""
    stage, holder = words(f"stage.{request.stage}"), words(f"held_by.{request.held_by}")
    held = "" if request.ended or request.held_by == "channel" or holder in stage else f", {words('requests.with', holder=holder)}"
    return f"{tell.name(request.id)}{about}: {stage}{held}{until}"


def some_names(ids: tuple[str, ...], tell: Telling) -> str:
    """The first name in full, and how many more there are, so that a line stays a line."""
    more = len(ids) - 1
    return tell.name(ids[0]) if not more else tell.words("requests.and_more", first=tell.name(ids[0]), n=more)


def waits(request: RequestView) -> bool:
    """Does a paper wait for this seat: is there something to do that the paper cannot go on without?"""
    return bool(set(request.acts) - NEVER_URGENT)


NEVER_URGENT = frozenset(("withdraw", "close", "release", "extend", "ask_consent"))
"""Acts that are possible for long and that nobody has to take: to end a paper, or to ask for more than it brought."""


def filled_in(request: RequestView, tell: Telling) -> list[tuple[str, object]]:
    """What is filled in on a paper, in the order of its form."""
    order = [term.name for term in tell.scenario.procedures[request.procedure].terms]
    filled = [(name, value) for name, value in request.terms if value not in (None, (), "", [])]
    return sorted(filled, key=lambda each: order.index(each[0]) if each[0] in order else len(order))


def term_value(name: str, value: object, tell: Telling) -> str:
    """A term as words."""
    words = tell.words
    if isinstance(value, bool):
        return words("form.yes") if value else words("form.no")
    if isinstance(value, list | tuple):
        return ", ".join(term_value(name, each, tell) for each in value)
    if name in ("channel", "language"):
        return words(f"{name}.{value}")
    if name == "basis":
        return tell.treaty(str(value))
    if name == "formalities":
        found = tell.scenario.law.formalities.get(str(value))
        return found.title if found else str(value)
    if words.has(f"term.option.{value}"):
        return words(f"term.option.{value}")
    return tell.name(str(value))


def choice_offer(choice: Choice, tell: Telling) -> Offer:
    """A choice of the desk as something to press."""
    words, decision = tell.words, choice.decision
    if decision.act == "step":
        text = words(f"act.{decision.on[1]}")
        if decision.on[0].startswith("proceedings-"):
            text = f"{words('procedure.proceedings')}: {text}"
    elif decision.act == "start":
        text = tell.begun(decision.on)
    elif decision.act == "file":
        text = words("act.file", item=tell.name(decision.on[0]))
    else:
        text = decision.act
    why = tell.refusal(choice.why_not) if choice.why_not is not None else ""
    action = Fill(choice) if choice.terms and choice.possible else decision
    return Offer(
        text, action, choice.possible, why, seat=decision.seat, instrument=choice.instrument, takes=choice.takes,
        procedure=decision.on[0].partition("-")[0] if decision.act in ("start", "step") else "",
    )


def start(view: SeatView, tell: Telling, choices: tuple[Choice, ...], instrument: str = "") -> Page:
    """Everything that can be begun (with one instrument, if one is named), and what cannot and why."""
    words = tell.words
    page = Draft("start", words(f"instrument.{instrument}") if instrument else words("page.start"), instrument)
    choices = tuple(c for c in choices if not instrument or c.instrument == instrument)
    wanted = [
        c
        for c in choices
        if c.decision.act in ("start", "file")
        or (c.decision.act == "step" and c.decision.on[0].startswith("proceedings-"))
    ]
    heading = ""
    for choice in wanted:
        kind = "file" if choice.decision.act == "file" else choice.decision.on[0].partition("-")[0]
        if kind != heading:
            heading = kind
            page.heading(words(f"procedure.{kind}"))
        offer = choice_offer(choice, tell)
        page.offer(replace(offer, text=as_line(offer.text.removeprefix(f"{words(f'procedure.{kind}')}: "))))
    if instrument:
        if not wanted:
            page.say(words("desk.nothing_to_begin"))
        page.offer(Offer(words("page.start"), Go("start"), key="n"))
    page.offer(Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def as_line(text: str) -> str:
    """A text as a line begins."""
    return text[:1].upper() + text[1:]


def contacts(view: SeatView, tell: Telling) -> Page:
    """Who can be asked without a letter."""
    words = tell.words
    page = Draft("contacts", words("page.contacts"))
    for contact in view.contacts:
        channel = words(f"channel.{contact.channel}")
        page.say(as_line(tell.contact(contact.id)) + ("" if channel in contact.post else f": {channel}"))
    page.offer(Offer(words("page.start"), Go("start"), key="n"), Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()
