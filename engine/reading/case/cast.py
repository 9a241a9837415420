"""Who and what is in a case: its people, its items of evidence, the contacts abroad, the counts."""

from engine.reading.case.reader import CaseReader
from engine.reading.models import DriftFile, ItemFile
from engine.reading.verbs import Place
from engine.scenario import Contact, Count, Drift, Item, Person


def drift(case: CaseReader, written: DriftFile | None, place: Place) -> Drift:
    """A clock."""
    if written is None:
        return Drift(0)
    return Drift(written.start, written.a_day, case.condition(written.condition, (*place, "while")))


def person(case: CaseReader, id: str) -> Person:
    """Somebody in the case."""
    p, place = case.written.people[id], ("people", id)
    at = p.at or case.written.home
    return Person(id, p.role, p.name, p.title, tuple(p.nationality), at, p.believed or at, p.hidden,
                  drift(case, p.danger, (*place, "danger")), p.trust, p.wants, p.refuses, p.needs, p.child)  # fmt: skip


def item(case: CaseReader, id: str, written: ItemFile) -> Item:
    """An item of evidence."""
    place: Place = ("evidence", id)
    case.must_know(written.kind, case.law.evidence_kinds, "kind of evidence", (*place, "kind"))
    case.country(written.country, (*place, "in"))
    for number, code in enumerate(written.formalities):
        case.must_know(code, case.law.formalities, "formality", (*place, "formalities", number))
    for number, root in enumerate(written.made_from):
        case.must_know(root, case.written.evidence, "evidence", (*place, "made_from", number))
    perishes = written.perishes.toordinal() if written.perishes else None
    if perishes is not None and perishes < case.written.start.toordinal():
        case.wrong(
            (*place, "perishes"), f"{id} perishes on {written.perishes}, before the scenario starts", "wrong year?"
        )
    return Item(id, written.title, written.country, written.kind, written.coercive, perishes,
                case.condition(written.perishes_when, (*place, "perishes_when")), proves(case, id, written),
                written.strength, tuple(written.formalities), written.origin or id, written.starts,
                written.tells.strip(), tuple(written.made_from))  # fmt: skip


def proves(case: CaseReader, id: str, written: ItemFile) -> dict[str, dict[str, tuple[str, ...]]]:
    """What an item proves: count -> element -> suspects."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for count, elements in written.proves.items():
        place: Place = ("evidence", id, "proves", count)
        case.must_know(count, case.written.counts, "count", place)
        if count not in case.written.counts:
            continue
        pairs = dict.fromkeys(elements) if isinstance(elements, list) else elements
        for element, suspects in pairs.items():
            case.must_know(element, case.elements(count), "element", place)
            for number, suspect in enumerate(suspects or ()):
                case.must_know(suspect, case.written.people, "person", (*place, element, number))
            found.setdefault(count, {})[element] = tuple(suspects or ())
    return found


def contact(case: CaseReader, id: str) -> Contact:
    """Somebody abroad who can be asked."""
    c, place = case.written.contacts[id], ("contacts", id)
    case.country(c.country, (*place, "in"))
    case.must_know(c.channel, case.law.channels, "channel", (*place, "channel"))
    for number, item in enumerate(c.gives or ()):
        case.must_know(item, case.written.evidence, "evidence", (*place, "gives", number))
    answers = (c.answers[0], c.answers[1], c.answers[2]) if c.answers else None
    return Contact(id, c.name, c.post, c.country, c.channel, answers, c.open, c.help, c.leaks,
                   None if c.gives is None else tuple(c.gives))  # fmt: skip


def count(case: CaseReader, id: str) -> Count:
    """An offence charged."""
    c, place = case.written.counts[id], ("counts", id)
    case.must_know(c.offence, case.law.offences, "offence", (*place, "offence"))
    offence = case.law.offences.get(c.offence)
    each = offence.each if offence else ()
    for number, suspect in enumerate(c.against):
        case.must_know(suspect, case.written.people, "person", (*place, "against", number))
    for number, other in enumerate(c.follows):
        case.must_know(other, case.written.counts, "count", (*place, "follows", number))
    elements = case.elements(id)
    return Count(id, c.title, c.offence, tuple(e for e in elements if e in each),
                 tuple(e for e in elements if e not in each), tuple(c.against), tuple(c.follows))  # fmt: skip
