"""The law as a reference work: what binds two countries on a day, and a country's rules, as plain values and as text."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Any

from engine import Almost, Basis, Country, LawBook
from game.words import Words, load_words

WIDTH = 96
NATIONAL = "national-law"


def iso(day: int | None) -> str | None:
    """A proleptic ordinal as year-month-day; None where no first day is recorded."""
    return date.fromordinal(day).isoformat() if day else None


def law_answer(book: LawBook, requesting: str, requested: str, purpose: str, day: date) -> dict[str, Any]:
    """Every basis that binds both on the day, best first, and those that almost do, as plain values."""
    found = book.bases(requesting, requested, purpose, day.toordinal())
    return {
        "requesting": requesting, "requested": requested, "purpose": purpose, "on": day.isoformat(),
        "bases": [basis_values(basis, book) for basis in found.binding],
        "almost": [almost_values(each, book) for each in found.almost],
        "footnotes": list(footnotes(book, requesting, requested)),
    }  # fmt: skip


def basis_values(basis: Basis, book: LawBook) -> dict[str, Any]:
    """A basis as plain values."""
    return {
        "treaty": basis.treaty, "title": basis.title, "articles": list(basis.articles),
        "in_force": {country: given(since, country, basis.treaty, book) for country, since in basis.in_force},
        "confidence": basis.confidence, "channels": list(basis.channels), "supporting": basis.supporting,
        "numbers": dict(basis.numbers),
        "reservations": [{"country": country, "article": r.article, "effect": r.effect, "confidence": r.confidence,
                          "source": r.link} for country, r in basis.reservations],
        "source": basis.source.link, "checked": basis.source.checked,
    }  # fmt: skip


def almost_values(near: Almost, book: LawBook) -> dict[str, Any]:
    """What would apply but for one thing, as plain values."""
    by = {} if near.by is None else {"by": near.by}
    return {"treaty": near.treaty, "why": near.why, "who": near.who,
            "from": given(near.start, near.who, near.treaty, book), **by}  # fmt: skip


def given(day: int | None, country: str | None, treaty: str, book: LawBook) -> str | None:
    """A first day, or the year or month that its source has."""
    return (book.period(country, treaty) or iso(day)) if day else None


def footnotes(book: LawBook, *countries: str) -> Iterator[str]:
    """The footnotes that belong under anything that names these countries."""
    for note in dict.fromkeys(book.country(id).footnote for id in countries):
        if note:
            yield f"* {note}"


def name(country: Country) -> str:
    """The name of a country, with an asterisk where a footnote belongs to it."""
    return country.name + ("*" if country.footnote else "")


def law_text(book: LawBook, requesting: str, requested: str, purpose: str, day: date) -> str:
    """The same for reading."""
    words = load_words().of(book)
    found = book.bases(requesting, requested, purpose, day.toordinal())
    first, second = book.country(requesting), book.country(requested)
    lines = [words("law.title", a=name(first), b=name(second), purpose=words(f"purpose.{purpose}"),
                   date=words.date(day.toordinal())), ""]  # fmt: skip
    if not found.binding:
        lines.append(words("law.none"))
    for number, basis in enumerate(found.binding, 1):
        lines.extend(basis_lines(number, basis, book, words))
    if found.almost:
        lines.extend(["", words("law.almost")])
        for near in found.almost:
            lines.extend(wrapped(f"{called(near.treaty, book)}: {almost_text(near, book, words)}", "  "))
    lines.extend(["", *closing(book, words, requesting, requested)])
    return "\n".join(lines)


def basis_lines(number: int, basis: Basis, book: LawBook, words: Words) -> Iterator[str]:
    """A basis as lines."""
    if basis.treaty == NATIONAL:
        yield f"{number}. {words('law.national', country=name(book.country(basis.in_force[0][0])))}"
        yield from wrapped(basis.title, "   ")
    else:
        yield from wrapped(f"{number}. {basis.treaty}, {basis.title}", "", "   ")
        if basis.articles:
            yield f"   {words('law.article' if len(basis.articles) == 1 else 'law.articles')}: {', '.join(basis.articles)}"
        since = "; ".join(f"{name(book.country(c))} {since_when(book, c, basis.treaty, d, words)}" for c, d in basis.in_force)
        yield from wrapped(f"{words('law.in_force')}: {since}", "   ")
    if basis.channels:
        yield from wrapped(f"{words('law.channels')}: {', '.join(words('channel.' + c) for c in basis.channels)}", "   ")
    if basis.supporting:
        yield f"   {words('law.supporting')}"
    for whose, reservation in basis.declared:
        where = f", {words('law.article')} {reservation.article}" if reservation.article else ""
        names = words.together([name(book.country(each)) for each in whose])
        yield from wrapped(f"{names}{where}: {reservation.effect}" + sure(reservation.confidence, words), "   ")
    yield from wrapped(source_line(basis.source.link, basis.confidence, basis.source.checked, words), "   ")


def called(treaty: str, book: LawBook) -> str:
    """A treaty by its short name; one between two States by its title, which says more."""
    return next((b.treaty.title for b in book.bilaterals if b.treaty.id == treaty), treaty)


def since_when(book: LawBook, country: str | None, treaty: str, day: int | None, words: Words) -> str:
    """The first day as the source gives it: a year is not shown as a day that nobody read."""
    return (book.period(country, treaty) or words.short(day)) if day else "?"


def almost_text(near: Almost, book: LawBook, words: Words) -> str:
    """Why a basis does not apply, in words."""
    who = name(book.country(near.who)) if near.who else words("law.both")
    key = f"almost.{near.why}.day" if near.start and words.has(f"almost.{near.why}.day") else f"almost.{near.why}"
    start = since_when(book, near.who, near.treaty, near.start, words)
    return words(key, who=who, by=book.treaties[near.by].short if near.by else "", **{"from": start})


def sure(confidence: str, words: Words) -> str:
    """How sure a statement is, when it is less than sourced."""
    return "" if confidence == "sourced" else f" ({words('confidence.' + confidence)})"


def source_line(link: str | None, confidence: str, checked: str, words: Words) -> str:
    """Where a statement comes from, how sure it is, when somebody last looked."""
    said = words("law.source", source=link) if link else words("law.no_source")
    return f"{said}; {words('confidence.' + confidence)}; {words('law.checked', date=checked)}"


def country_answer(book: LawBook, id: str, day: date) -> dict[str, Any]:
    """A country's rules on a day, as plain values."""
    own, on = book.country(id), day.toordinal()
    return {
        "id": id, "name": name(own), "footnote": own.footnote, "on": day.isoformat(), "languages": list(own.languages),
        "treaties": {treaty: {"in_force": given(a.start, id, treaty, book), "until": iso(a.until), "confidence": a.confidence,
                              "source": a.link}
                     for treaty, a in own.accepts.items() if a.start <= on and not ceased(book, treaty, a.until, on)},
        "later": {treaty: {"in_force": given(a.start, id, treaty, book), "confidence": a.confidence}
                  for treaty, a in own.accepts.items() if a.start > on},
        "rules": {rule.path: {"says": rule.says, "value": rule.value, "from": rule.period or iso(rule.start),
                              "confidence": rule.confidence, "source": rule.link, "checked": rule.checked}
                  for rule in rules_on(own, on)},
        "national_law": {purpose: {"says": rule.says, "confidence": rule.confidence, "source": rule.link}
                         for purpose, rule in own.national_law.items() if rule.start <= on},
        "reservations": [{"treaty": r.treaty, "article": r.article, "effect": r.effect, "confidence": r.confidence,
                          "source": r.link} for r in own.reservations if r.bites(on)],
        "admissibility": [{"id": rule.id, "ruling": rule.ruling, "source": rule.source} for rule in own.evidence],
    }  # fmt: skip


def ceased(book: LawBook, treaty: str, until: int | None, on: int) -> bool:
    """Is a country no longer bound on this day: has it left, or has the treaty ended?"""
    ends = book.treaties[treaty].ends if treaty in book.treaties else None
    return (until is not None and on > until) or (ends is not None and on >= ends)


def rules_on(own: Country, on: int) -> Iterator[Any]:
    """The rules that say something on a day; what begins later or has ceased is left out."""
    for dated in own.rules.values():
        if dated.values[0].start <= on and (rule := dated.on(on)) is not None:
            yield rule


def country_text(book: LawBook, id: str, day: date) -> str:
    """The same for reading."""
    words, own, on = load_words().of(book), book.country(id), day.toordinal()
    lines = [words("law.country", country=name(own), date=words.date(on)), ""]
    for group, rules in grouped(own, on):
        lines.append(words(f"rule.{group}"))
        for rule in rules:
            label = rule.path.partition(".")[2].replace("_", " ")
            lines.extend(wrapped(f"{label}: {rule.says}{sure(rule.confidence, words)}", "  "))
        lines.append("")
    lines.append(words("law.treaties"))
    for treaty, accepted in own.accepts.items():
        if ceased(book, treaty, accepted.until, on):
            continue
        when = words("law.since" if accepted.start <= on else "law.only_from", date=since_when(book, id, treaty, accepted.start, words))
        lines.extend(wrapped(f"{called(treaty, book)}: {when}{sure(accepted.confidence, words)}", "  "))
    for reservation in (r for r in own.reservations if r.bites(on)):
        where = f" {words('law.article')} {reservation.article}" if reservation.article else ""
        text = f"{reservation.treaty}{where}: {reservation.effect}"
        lines.extend(wrapped(text + sure(reservation.confidence, words), "  "))
    lines.extend(["", *closing(book, words, id)])
    return "\n".join(lines)


def grouped(own: Country, on: int) -> Iterator[tuple[str, list[Any]]]:
    """The rules of a day by their first word."""
    groups: dict[str, list[Any]] = {}
    for rule in rules_on(own, on):
        groups.setdefault(rule.path.partition(".")[0], []).append(rule)
    yield from groups.items()


def closing(book: LawBook, words: Words, *countries: str) -> Iterator[str]:
    """What stands under every answer: what it is good for, and the footnotes."""
    for text in (words("app.invented_law" if book.pack.invented else "app.disclaimer"), *footnotes(book, *countries)):
        yield from wrapped(text)


def wrapped(text: str, indent: str = "", hang: str = "  ") -> list[str]:
    """A text as lines, the later ones further in, never broken inside a word or a link."""
    lines = wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + hang, break_on_hyphens=False, break_long_words=False)
    return lines or [""]
