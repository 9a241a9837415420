"""What is written of a paper, in a line of play or in the story: the instrument, who is asked, about whom, how it is filled in.

Everything is checked against the procedure: what the desk would refuse for its form is said here, with the nearest word that is known.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.law.lawbook import NATIONAL
from engine.procedures import Procedure, Step, Term
from engine.reading.case.reader import CaseReader
from engine.reading.places import suggest
from engine.reading.verbs import Place
from engine.scenario import STORED

Terms = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Start:
    """A paper that somebody begins: the procedure, the country asked (None = none is named), about whom, filled in how, by whom."""

    procedure: str
    country: str | None
    about: tuple[str, ...]
    terms: Terms
    seat: str | None


def check_started(case: CaseReader) -> None:
    """Are the papers that the story begins such as a seat could begin?"""
    for place, args in case.reader.started:
        start = Start(args["procedure"], args["country"], args["about"], args["terms"], args["seat"])
        check_start(case, start, place)


def check_start(case: CaseReader, start: Start, place: Place) -> None:
    """Could a paper be begun like this: on this desk, by a seat of the case, addressed and filled in as its procedure asks?"""
    procedure = case.procedures.get(start.procedure)
    if procedure is None:
        return
    offered(case, procedure, start, place)
    addressed(case, procedure, start, place)
    others = {*case.written.people, *case.written.contacts}
    had = {"items"} if set(start.about) - others else set[str]()
    check_terms(case, procedure.id, procedure.terms, start.terms, place, had)
    if any(STORED in term.options for term in procedure.terms):
        stored_only(case, procedure, start, place)


def stored_only(case: CaseReader, procedure: Procedure, start: Start, place: Place) -> None:
    """Are all items of a paper stored data, where such a paper concerns nothing else?"""
    for at, ids in (("about", start.about), ("items", start.terms.get("items", ()))):
        for number, id in enumerate(ids if isinstance(ids, tuple) else ()):
            item = case.written.evidence.get(id)
            kind = case.law.evidence_kinds.get(item.kind) if item is not None else None
            if kind is not None and not kind.stored_data:
                where = (*place, at, number) if at == "about" else (*place, "terms", at, number)
                stored = ", ".join(each for each, k in case.law.evidence_kinds.items() if k.stored_data)
                case.wrong(where, f"{procedure.id!r} is for stored data, and {id!r} is not ({kind.id})", f"stored data are: {stored}")


def offered(case: CaseReader, procedure: Procedure, start: Start, place: Place) -> None:
    """Does the desk of this case offer the instrument, and has the case a seat that may begin it?"""
    case.on_the_desk(procedure.id, (*place, "start"))
    seats = procedure.started_by
    if start.seat is not None and start.seat not in seats:
        case.wrong((*place, "seat"), f"the {start.seat} cannot begin {procedure.id!r}", f"may begin it: {', '.join(seats)}")
    elif not set(seats) & set(case.written.seats):
        case.wrong((*place, "start"), f"no seat of this case can begin {procedure.id!r}", f"may begin it: {', '.join(seats)}")


def addressed(case: CaseReader, procedure: Procedure, start: Start, place: Place) -> None:
    """Is it addressed to somebody such papers go to, and about what they are about?"""
    if procedure.target == "country" and start.country is None:
        case.wrong(place, f"{procedure.id!r} needs 'with': the country that is asked")
    wanted = {"suspect": "suspect", "victim": "victim", "contact": "contact", "item": "evidence"}.get(procedure.target)
    known = case.reader.domains.get(wanted) if wanted else None
    if known is not None and not set(start.about) & set(known):
        shown = ", ".join(sorted(known)[:12]) or "none"
        case.wrong((*place, "about"), f"{procedure.id!r} needs in 'about' {ADDRESSEE[procedure.target]}", f"known: {shown}")
    for number, each in enumerate(start.about):
        found = case.written.contacts.get(each)
        if found is not None and start.country is not None and found.country != start.country:
            case.wrong((*place, "about", number), f"{each!r} is in {found.country}, not in {start.country}")


ADDRESSEE = {"suspect": "the suspect", "victim": "the victim", "contact": "the contact who is asked", "item": "an item of evidence"}
"""Whom or what a procedure needs to be addressed to, by its `target`."""


def check_step(case: CaseReader, paper: str, act: str, terms: Terms, place: Place) -> None:
    """Is there such an act on such a paper (`mla-RS-1`: the first letter to RS), and is it filled in as it asks?"""
    procedure = paper_of(case, paper, place)
    if procedure is None:
        return
    case.on_the_desk(procedure.id, (*place, "step"))
    acts: dict[str, Step] = {step.act: step for step in procedure.steps if step.by}
    case.must_know(act, acts, f"step of {procedure.id}", (*place, "step"))
    if act in acts:
        check_terms(case, f"{procedure.id}, {act}", acts[act].terms, terms, place, set())


def paper_of(case: CaseReader, paper: str, place: Place) -> Procedure | None:
    """The procedure of a paper by its name; complains when no paper of the case can have that name."""
    procedure, _, rest = paper.partition("-")
    country, _, number = rest.partition("-")
    if not number.isdigit() or int(number) < 1:
        case.wrong((*place, "of"), f"a paper is named like mla-{case.written.home}-1, not {paper!r}",
                   "the procedure, who is asked, the first, second ..")  # fmt: skip
        return None
    case.must_know(procedure, case.procedures, "procedure", (*place, "of"))
    case.country(country, (*place, "of"))
    return case.procedures.get(procedure)


def check_terms(case: CaseReader, what: str, terms: Iterable[Term], given: Terms, place: Place, had: set[str]) -> None:
    """Is every term one that the paper has, of its kind, and is all that must be filled in filled in? `had`: named elsewhere."""
    asked = {term.name: term for term in terms}
    for name, value in given.items():
        at = (*place, "terms", name)
        if name not in asked:
            close = suggest(name, asked)
            hint = f"did you mean {close!r}?" if close else f"known: {', '.join(asked) or 'none'}"
            case.reader.wrong(at, f"there is no term {name!r} of {what}", hint, "term", on_key=True)
        elif value is not None:
            fill(case, asked[name], value, at)
    missing = [name for name, t in asked.items() if t.required and name not in had and not given.get(name, t.default)]
    meant = {suggest(name, asked) for name in given if name not in asked}
    for name in missing:
        if name not in meant:
            case.wrong((*place, "terms"), f"{what} needs the term {name!r}", f"such as {EXAMPLES[asked[name].kind]}", "term")


def fill(case: CaseReader, term: Term, value: Any, place: Place) -> None:
    """Is a value of the kind that a term asks for?"""
    if term.kind in LISTED:
        what, known = LISTED[term.kind]
        listed(case, value, what, (term.kind == "basis" and term.options) or known(case), place)
    elif term.kind == "yes_no":
        if not isinstance(value, bool):
            case.wrong(place, f"expected true or false, not {value!r}", None, "term")
    elif not isinstance(value, str):
        case.wrong(place, f"expected a word or a text, not {plain(value)}", f"such as {EXAMPLES[term.kind]}", "term")
    elif term.options:
        case.must_know(value, term.options, term.name, place)
    elif term.kind == "language":
        language(case, value, place)


def listed(case: CaseReader, value: Any, what: str, known: Iterable[str], place: Place) -> None:
    """Is a value a list of known ids?"""
    if not isinstance(value, list | tuple):
        case.wrong(place, f"expected a list, not {value!r}", f"[{value}]", "term")
        return
    for number, each in enumerate(value):
        case.must_know(str(each), known, what, (*place, number))


def language(case: CaseReader, value: str, place: Place) -> None:
    """Is it the code of a language of the countries of the case? Where the law of one is not at hand, nobody can say."""
    rules = (country.rules.get("central_authority.request_languages") for country in case.law.countries.values())
    accepted = {code for rule in rules if rule is not None for dated in rule.values for code in dated.value or ()}
    if not case.countries <= set(case.law.countries):
        return
    known = accepted.union(*(country.languages for country in case.law.countries.values()))
    meant = next((code for code in sorted(known) if len(value) > len(code) and value.lower().startswith(code)), None)
    if value not in known and meant is not None:
        case.wrong(place, f"there is no language {value!r}", f"did you mean {meant!r}?")
    else:
        case.must_know(value, known, "language", place)


def plain(value: Any) -> str:
    """A value as it was written."""
    return repr(list(value) if isinstance(value, tuple) else value)


def treaties(case: CaseReader) -> Iterable[str]:
    """The treaties of the pack and, where there is none, national law."""
    return (*case.law.treaties, *(each.treaty.id for each in case.law.bilaterals), NATIONAL)


LISTED: Mapping[str, tuple[str, Callable[[CaseReader], Iterable[str]]]] = {
    "basis": ("treaty", treaties),
    "formalities": ("formality", lambda case: case.law.formalities),
    "items": ("evidence", lambda case: case.written.evidence),
    "persons": ("person", lambda case: case.written.people),
    "counts": ("count", lambda case: case.written.counts),
    "further_counts": ("count", lambda case: case.written.counts),
    "countries": ("country", lambda case: case.written.countries),
}
"""Kinds of terms under which a list of ids stands: what they are, and which there are."""
EXAMPLES: Mapping[str, str] = {
    "basis": "basis: [ETS30]", "channel": "channel: direct", "language": "language: it", "formalities": "formalities: [F-CERT]",
    "yes_no": "urgent: true", "one_of": "duration: 12 months", "reason": "urgency_reason: the log is overwritten on Friday",
    "items": "items: [E1]", "persons": "persons: [S1]", "counts": "counts: [C1]", "further_counts": "further_counts: [C2]",
    "countries": "partners: [RS]", "limits": "limits: [court]",
}  # fmt: skip
"""How a term of each kind is written."""
