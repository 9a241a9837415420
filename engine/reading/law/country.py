"""The countries of a pack: what each accepted, reserved and ruled, and its rules of evidence."""

from collections.abc import Iterable, Mapping

from pydantic import TypeAdapter, ValidationError

from engine.casefile.questions import ASKABLE
from engine.law import Acceptance, AdmissibilityRule, Country, Dated, Rule, Treaty
from engine.reading.law import models as m
from engine.reading.law.reader import PackReader
from engine.reading.law.records import last, ordinal, reserved, rule_of
from engine.reading.places import from_pydantic
from engine.reading.strict import Path_


def country(pack: PackReader, name: str, c: m.CountryFile, shared: Mapping[str, list[m.AdmissibilityFile]],
            treaties: Mapping[str, Treaty]) -> Country:  # fmt: skip
    """One country, its references to treaties checked."""
    for part in ("accepts", "signed", "not_party"):
        for id in getattr(c, part):
            pack.must_know(name, (part, id), id, treaties, "treaty")
    for number, reservation in enumerate(c.reservations):
        where = ("reservations", number)
        pack.must_know(name, (*where, "treaty"), reservation.treaty, treaties, "treaty")
        uses = treaties[reservation.treaty].uses if reservation.treaty in treaties else ()
        for n, purpose in enumerate((reservation.purposes or ()) if uses else ()):
            pack.must_know(name, (*where, "for", n), purpose, uses, f"purpose of {reservation.treaty}")
    rules = {f"{group}.{rule}": Dated(f"{group}.{rule}", tuple(rule_of(f"{group}.{rule}", each) for each in values))
             for group, named in c.rules.items() for rule, values in named.items()}  # fmt: skip
    national = {purpose: Rule(f"national_law.{purpose}", tuple(n.channels), n.says, ordinal(n.start), n.confidence,
                              n.source, None, n.checked.isoformat()) for purpose, n in c.national_law.items()}  # fmt: skip
    place = (c.place[0], c.place[1]) if c.place else None
    return Country(
        c.id, c.name, c.footnote or pack.footnote(), c.group, tuple(c.languages), c.seat, place,
        members(pack, c),
        {id: Acceptance(id, a.in_force.toordinal(), last(a.until), a.confidence, a.source, a.note) for id, a in c.accepts.items()},
        {id: last(day) for id, day in c.signed.items()}, dict(c.not_party),
        tuple(reserved(r) for r in c.reservations),
        rules, national, tuple(evidence(pack, name, c.admissibility, shared)),
    )  # fmt: skip


def members(pack: PackReader, c: m.CountryFile) -> dict[str, int]:
    """Since when a country is a member of what; a pack's own organisation counts as its like in the files taken."""
    alike = pack.written.counts_as if pack.written is not None else {}
    since = {organisation: ordinal(day) for organisation, day in c.members.items()}
    return since | {alike[organisation]: day for organisation, day in since.items() if organisation in alike}


def evidence(pack: PackReader, name: str, rules: list[m.AdmissibilityFile],
             shared: Mapping[str, list[m.AdmissibilityFile]]) -> Iterable[AdmissibilityRule]:  # fmt: skip
    """The rules of evidence of a country, shared lists taken in."""
    check_rules(pack, name, ("admissibility",), rules, shared)
    for rule in taken_in(rules, shared, set()):
        if rule.id is not None and rule.ruling is not None and rule.source is not None:
            yield AdmissibilityRule(rule.id, rule.asks, rule.ruling, rule.source, "")


def taken_in(rules: list[m.AdmissibilityFile], shared: Mapping[str, list[m.AdmissibilityFile]],
             open_: set[str]) -> Iterable[m.AdmissibilityFile]:  # fmt: skip
    """The rules with the shared lists in their places; a list inside itself counts once."""
    for rule in rules:
        if rule.extends is None:
            yield rule
        elif rule.extends not in open_:
            yield from taken_in(shared.get(rule.extends, []), shared, open_ | {rule.extends})


def shared_rules(pack: PackReader) -> dict[str, list[m.AdmissibilityFile]]:
    """The shared lists of rules of evidence."""
    document = pack.read("admissibility.yaml")
    if document is None:
        return {}
    try:
        shared = TypeAdapter(dict[str, list[m.AdmissibilityFile]]).validate_python(document.tree)
    except ValidationError as error:
        pack.unread.add("admissibility.yaml")
        pack.errors.extend(from_pydantic(document, error, m.AdmissibilityFile))
        return {}
    for group, rules in shared.items():
        check_rules(pack, "admissibility.yaml", (group,), rules, shared)
    return shared


def check_rules(pack: PackReader, name: str, place: Path_, rules: list[m.AdmissibilityFile],
                shared: Mapping[str, list[m.AdmissibilityFile]]) -> None:  # fmt: skip
    """Are the rules of one list whole, and do they ask what can be answered?"""
    for number, rule in enumerate(rules):
        here = (*place, number)
        if rule.extends is not None:
            pack.must_know(name, (*here, "extends"), rule.extends, shared, "shared list")
            continue
        for question in rule.asks:
            pack.must_know(name, (*here, "if", question), question, ASKABLE, "question of admissibility")
        if rule.id is None or rule.ruling is None or rule.source is None:
            pack.wrong(name, here, "a rule needs an id, a ruling and a source")
