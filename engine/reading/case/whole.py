"""What is wrong with a case as a whole: weights, dates, names, flags that nothing sets, ids used twice."""

from collections.abc import Iterable

from engine.reading.case.files import SCENARIO_FILE
from engine.reading.case.marking import check_allowed, out_of_reach
from engine.reading.case.papers import check_started
from engine.reading.case.reader import CaseReader
from engine.reading.models import ScenarioFile
from engine.reading.places import suggest
from engine.reading.verbs import Place


def check_whole(case: CaseReader) -> None:
    """What can only be seen from the whole."""
    law_known(case, case.written)
    check_started(case)
    for place, source in case.reader.sources:
        case.source(source, place)
    out_of_reach(case)
    check_allowed(case)
    check_head(case, case.written)
    check_endings(case)
    check_flags(case)
    check_twice(case, [b.id for b in case.written.beats], "beats", "beat")
    check_twice(case, [e.id for e in case.written.endings], "endings", "ending")
    check_twice(case, [r.id for r in case.written.score], "score", "rule")


def check_head(case: CaseReader, w: ScenarioFile) -> None:
    """Do the weights make a whole, does the deadline follow the start, is the case called as it is asked for?"""
    total = sum(w.weights.values())
    if total != 100:
        shown = ", ".join(f"{name} {points}" for name, points in w.weights.items())
        case.wrong(
            ("weights",), f"weights add up to {total}, not 100 ({shown})", f"{abs(100 - total)} to give or take"
        )
    if w.deadline <= w.start:
        case.wrong(("deadline",), f"the deadline {w.deadline} is not after the start {w.start}")
    if w.id != folder_id(case):
        case.wrong(
            ("id",),
            f"the case calls itself {w.id!r}, but its folder or file is {folder_id(case)!r}",
            "one name for both",
        )


def check_endings(case: CaseReader) -> None:
    """Can every ending be reached, those that always hold standing last?"""
    for n, ending in enumerate(case.written.endings[:-1]):
        if ending.when in (True, "true"):
            case.wrong(
                ("endings", n, "when"), f"{ending.id!r} always holds, so nothing can come after it", "write it last"
            )


def folder_id(case: CaseReader) -> str:
    """The name under which the case is asked for."""
    head, _, name = case.document.file.rpartition("/")
    return head if name == SCENARIO_FILE else name.removesuffix(".yaml")


def law_known(case: CaseReader, w: ScenarioFile) -> None:
    """Does the law pack have every country?"""
    used = {*(item.country for item in w.evidence.values()), *(contact.country for contact in w.contacts.values())} & set(case.pack)
    meant = sorted(used - {w.home, *w.countries})
    said = set[str]()
    for place, country in named_countries(w):
        if country not in case.pack and country not in said:
            said.add(country)
            near = f"did you mean {meant[0]!r}?" if len(meant) == 1 and place[0] != "people" else f"known: {', '.join(case.pack)}"
            case.wrong(place, f"there is no country {country!r} in the law pack {w.law!r}", near)


def named_countries(w: ScenarioFile) -> Iterable[tuple[Place, str]]:
    """Every country that a scenario names outside its effects, with the place."""
    yield ("home",), w.home
    yield from ((("countries", n), country) for n, country in enumerate(w.countries))
    for id, person in w.people.items():
        yield from ((("people", id, "nationality", n), country) for n, country in enumerate(person.nationality))


def check_flags(case: CaseReader) -> None:
    """Is every flag that a condition asks for set somewhere? Where an effect could not be read, nobody can say."""
    if case.reader.unread:
        return
    known, said = case.reader.flags_set, set[str]()
    for place, condition in case.reader.conditions:
        for name, args in condition.asks:
            for flag in args if name == "flag" else ():
                if flag not in known and flag not in said:
                    said.add(flag)
                    close = suggest(flag, known)
                    case.wrong(
                        place,
                        f"no choice and no beat ever sets the flag {flag!r}",
                        f"did you mean {close!r}?" if close else None,
                    )


def check_twice(case: CaseReader, ids: list[str], section: str, what: str) -> None:
    """Is no id used twice?"""
    for n, id in enumerate(ids):
        if id in ids[:n]:
            case.wrong(
                (section, n, "id"), f"there are two of {what} {id!r}; the first is number {ids.index(id) + 1}"
            )
