"""The pages of the desk: summary, inbox, beat, case file, papers, contacts, ledger, rule book, dates, seats, help."""

from dataclasses import replace
from datetime import date

from engine import Almost, Basis, BeatView, Choice, Decision, ItemView, PersonView, RequestView, SeatView
from game.pages.page import Draft, Fill, Go, Leave, Offer, Page
from game.pages.telling import Telling

KEYS = {"desk": "d", "inbox": "i", "casefile": "f", "requests": "r", "ledger": "l", "contacts": "c", "rulebook": "k",
        "start": "n", "wait": "w", "seats": "s", "briefing": "b", "help": "h"}  # fmt: skip
PLACES = ("inbox", "casefile", "requests", "ledger", "contacts", "rulebook", "start", "wait", "briefing", "help")


def weekday(day: int) -> str:
    """The short name of the weekday."""
    return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[date.fromordinal(day).weekday()]


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
    for note in tell.footnotes():
        page.say(note, "note")
    page.say(words("app.disclaimer"), "note")
    page.offer(Offer(words("page.desk"), Go("desk"), key="d"))
    return page.done()


def desk(view: SeatView, tell: Telling) -> Page:
    """Where things stand: date, clocks, what waits for a decision, what is under way, dates ahead."""
    words = tell.words
    page = Draft("desk", view.title)
    page.say(
        words(
            "desk.day",
            day=view.day,
            of=view.deadline - view.start,
            weekday=weekday(view.today),
            date=words.date(view.today)[4:],
        )
    )
    page.say(words("desk.seat", seat=words(f"seat.{view.seat}")))
    page.say(words("desk.alert", lamps=view.alert))
    for person in view.people:
        if person.danger is not None and not person.safe:
            page.say(
                words("desk.danger", who=person.name, lamps=person.danger), "warn" if person.danger >= 3 else "body"
            )
    if view.busy_until:
        page.say(words("desk.busy", date=words.date(view.busy_until)), "note")
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
    under_way = [r for r in view.requests if not r.ended and not waits(r)]
    if under_way:
        page.heading(words("desk.waiting_for", n=len(under_way)))
        for request in under_way:
            page.say(request_line(request, view.today, tell))
    ahead = [each for each in view.dates if each.kind != "usual" and each.day <= view.deadline]
    if ahead:
        page.heading(words("page.calendar"))
        for each in ahead[:5]:
            page.say(f"{words.date(each.day)}: {date_line(each.kind, each.about, tell)}")
    for name in PLACES:
        page.offer(Offer(words(f"page.{name}"), Go(name), key=KEYS[name]))
    if len(view.seats) > 1:
        page.offer(Offer(words("page.seats"), Go("seats"), key="s"))
    page.offer(Offer(words("page.save"), Leave(), key="q"))
    return page.done()


def waits(request: RequestView) -> bool:
    """Does a paper wait for this seat: is there something to do that the paper cannot go on without?"""
    return bool(set(request.acts) - NEVER_URGENT)


NEVER_URGENT = frozenset(("withdraw", "close", "release", "extend", "ask_consent"))
"""Acts that are possible for long and that nobody has to take: to end a paper, or to ask for more than it brought."""


def beat_line(found: BeatView, tell: Telling) -> str:
    """Something to decide, and until when where it decides itself."""
    said = found.title or found.id
    return f"{said} ({tell.words('beat.by', date=tell.words.date(found.by))})" if found.by else said


def date_line(kind: str, about: str, tell: Telling) -> str:
    """What a date ahead is."""
    return dates_line(kind, (about,), tell)


def dates_line(kind: str, about: tuple[str, ...], tell: Telling) -> str:
    """What a date ahead is, for everything that has it."""
    said = tell.words(f"date.{kind}")
    if kind == "deadline":
        return said
    return f"{said}{' ' if kind == 'perishes' else ': '}{'; '.join(tell.name(each) for each in about)}"


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
    """The first name in full, the others by their number in the file, so that a line stays a line."""
    return ", ".join((tell.name(ids[0]), *ids[1:]))


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
                         seat=choice.seat, instrument=choice.instrument, takes=choice.takes))  # fmt: skip
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


def casefile(view: SeatView, tell: Telling) -> Page:
    """People and evidence as the file has them."""
    words = tell.words
    page = Draft("casefile", words("page.casefile"))
    page.heading(words("page.people"))
    for person in view.people:
        page.say(
            f"{person.name}, {person.title} ({words('person.' + person.role)}, "
            f"{', '.join(tell.country(c) for c in person.nationality)}): {whereabouts(person, tell)}"
        )
        for key in ("wants", "needs", "refuses"):
            text = getattr(person, key)
            if text:
                page.say(words(f"person.{key}", text=text), "note")
    page.table(words("page.evidence"), tuple(words(f"evidence.{head}") for head in ("id", "what", "where", "standing", "last_day")),
               [item_row(item, tell) for item in view.items], tuple(item.id for item in view.items))  # fmt: skip
    told = [item for item in view.items if item.tells]
    if told:
        page.heading(words("casefile.tells"))
    for item in told:
        page.say(f"{item.id}: {item.tells}", "note")
    page.offer(Offer(words("page.ledger"), Go("ledger"), key="l"), Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def whereabouts(p: PersonView, tell: Telling) -> str:
    """Where a person is, as the file has it."""
    words = tell.words
    said = []
    if p.custody:
        said.append(words("person.custody", country=tell.country(p.custody)))
    elif p.fled:
        said.append(words("person.fled"))
    else:
        said.append(words("person.there" if p.safe else "person.believed", country=tell.country(p.believed)))
    if p.role == "victim":
        said.append(words("person.safe") if p.safe else words("desk.danger", who="", lamps=p.danger).lstrip(": "))
        said.append(words("person.trust", lamps=p.trust))
    return ", ".join(said)


def item_row(i: ItemView, tell: Telling) -> tuple[str, ...]:
    """An item as a row."""
    words = tell.words
    until = ""
    if i.perishes and i.status != "held" and not i.lost:
        until = words.date(max(i.perishes, i.kept_until or 0)) if (i.kept_until or 0) < i.perishes + 5000 else ""
    verdict = words("verdict.lost") if i.lost else words(f"verdict.{i.verdict}")
    return (i.id, i.title, tell.country(i.country), f"{words('status.' + i.status)}; {verdict}", until)


def ledger(view: SeatView, tell: Telling) -> Page:
    """What the home court would say to each item, and what is proved of each element."""
    words = tell.words
    page = Draft("ledger", words("page.ledger"))
    for item in view.items:
        verdict = words("verdict.lost") if item.lost else words(f"verdict.{item.verdict}")
        why = f" [{tell.cite(item.source)}]" if item.source else ""
        lacks = (
            f" ({', '.join(tell.scenario.law.formalities[code].title for code in item.lacks)})" if item.lacks else ""
        )
        page.say(f"{item.id} {item.title}: {verdict}{lacks}{why}")
    rows = []
    for proof in view.proofs:
        who = f", {tell.name(proof.suspect)}" if proof.suspect else ""
        state = "proved" if proof.proved else "possible" if proof.possible >= 2 * tell.scenario.proof[0] else "short"
        rows.append(
            (
                f"{proof.count}, {words('element.' + proof.element)}{who}",
                words("ledger.strength", n=f"{proof.halves / 2:g}", of=tell.scenario.proof[0]),
                words("ledger.sources", n=proof.sources, of=tell.scenario.proof[1]),
                words(f"ledger.{state}"),
                ", ".join(proof.items),
            )
        )
    page.table(words("evidence.proof"), ("", "", "", "", ""), rows)
    for id in dict.fromkeys(proof.count for proof in view.proofs):
        page.say(f"{id}: {tell.name(id)}", "note")
    page.offer(Offer(words("page.casefile"), Go("casefile"), key="f"), Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def requests(view: SeatView, tell: Telling) -> Page:
    """Every paper begun."""
    words = tell.words
    page = Draft("requests", words("page.requests"))
    if not view.requests:
        page.say(words("requests.empty"))
    for request in view.requests:
        page.offer(Offer(request_line(request, view.today, tell), Go("request", request.id), instrument=request.instrument))
    page.offer(Offer(words("page.start"), Go("start"), key="n"), Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def request(view: SeatView, tell: Telling, about: str, choices: tuple[Choice, ...]) -> Page:
    """One paper: its stages, who holds it, why it waits, what can be done."""
    words = tell.words
    found = next((r for r in view.requests if r.id == about), None)
    if found is None:
        return requests(view, tell)
    page = Draft("request", tell.name(found.id), about)
    page.say(request_line(found, view.today, tell))
    if len(found.about) > 1:
        page.say(f"{words('term.items')}: {tell.names(found.about)}", "note")
    if found.spread and not found.ended:
        low, typical, high = found.spread
        own = "" if found.own else f" {words('form.training')}"
        unit = words(f"unit.{found.unit}")
        page.say(words("requests.spread", low=low, typical=typical, high=high, unit=unit) + own, "note")
        for name, percent in found.factors:
            page.say(f"{words('factor.' + name)}: {percent} %", "note")
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
        text, action, choice.possible, why, seat=decision.seat, instrument=choice.instrument, takes=choice.takes
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


def rulebook(view: SeatView, tell: Telling, about: str = "") -> Page:
    """The bases between home and each country of the case, today; those that almost apply; the practice cited."""
    words, law = tell.words, tell.scenario.law
    page = Draft("rulebook", words("page.rulebook"), about)
    purposes = ("mla", "preservation", "extradition", "jit", "transfer", "police", "spontaneous")
    if not about:
        for country in view.countries:
            for purpose in purposes:
                page.offer(
                    Offer(
                        f"{tell.country(view.home)} - {tell.country(country)}: {words('purpose.' + purpose)}",
                        Go("rulebook", f"{country} {purpose}"),
                    )
                )
        page.offer(Offer(words("page.back"), Go("desk"), key="d"))
        return page.done()
    country, purpose = about.split(" ")
    answer = law.bases(view.home, country, purpose, view.today)
    page.title = f"{page.title}: {words('purpose.' + purpose)}"
    page.heading(words("form.bases", a=tell.country(view.home), b=tell.country(country)))
    if not answer.binding:
        page.say(words("law.none"))
    for basis in answer.binding:
        page.say(basis_line(basis, tell))
        for number in basis.articles:
            text = law.treaties[basis.treaty].articles.get(number) if basis.treaty in law.treaties else None
            if text:
                page.say(f"{basis.treaty} art. {number}: {text}", "note")
        for who, reservation in basis.reservations:
            where = f", {words('law.article')} {reservation.article}" if reservation.article else ""
            page.say(f"{tell.country(who)}{where}: {reservation.effect}", "note")
    if answer.almost:
        page.heading(words("form.almost"))
    for near in answer.almost:
        page.say(f"{near.treaty}: {almost(near, tell)}")
    for note in tell.footnotes():
        page.say(note, "note")
    page.offer(Offer(words("page.back"), Go("rulebook"), key="k"))
    return page.done()


def basis_line(basis: Basis, tell: Telling) -> str:
    """A basis with its articles, since when for whom, and how sure that is."""
    words = tell.words
    law = tell.scenario.law
    since = "; ".join(f"{tell.country(c)} {law.period(c, basis.treaty) or words.short(d)}" for c, d in basis.in_force if d)
    said = [f"{tell.treaty(basis.treaty)}, {basis.title}"]
    if basis.articles:
        said.append(tell.articles(basis.articles))
    if since:
        said.append(f"{words('law.in_force')}: {since}")
    return f"{'; '.join(said)} ({words('confidence.' + basis.confidence)})"


def almost(near: Almost, tell: Telling) -> str:
    """Why a basis does not apply."""
    who = tell.country(near.who) if near.who else tell.words("law.both")
    start = tell.scenario.law.period(near.who, near.treaty) or tell.words.short(near.start) if near.start else "?"
    by = tell.scenario.law.treaties[near.by].short if near.by else ""
    return tell.words(f"almost.{near.why}", who=who, by=by, **{"from": start})


def wait(view: SeatView, tell: Telling) -> Page:
    """How long to wait."""
    words = tell.words
    page = Draft("wait", words("page.wait"))
    week = date.fromordinal(view.today + len(WEEK)).isoformat()
    for key, until in (("something", "something"), ("day", "day"), ("week", week)):
        page.offer(Offer(words(f"wait.{key}"), Decision(view.seat, "wait", (), {"until": until})))
    days: dict[int, dict[str, list[str]]] = {}
    for each in view.dates:
        if view.today < each.day <= view.deadline:
            days.setdefault(each.day, {}).setdefault(each.kind, []).append(each.about)
    for day, kinds in list(days.items())[:4]:
        iso = date.fromordinal(day).isoformat()
        why = "; ".join(dates_line(kind, tuple(about), tell) for kind, about in kinds.items())
        text = f"{words.date(day)} ({why})"
        page.offer(Offer(text, Decision(view.seat, "wait", (), {"until": iso})))
    page.offer(Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


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
    for note in tell.footnotes():
        page.say(note, "note")
    page.offer(Offer(tell.words("page.back"), Go("desk"), key="d"))
    return page.done()
