"""What a file of the law says, as the law book keeps it: days as ordinals, lists as tuples."""

from collections.abc import Mapping
from datetime import date

from engine.law import Bilateral, EvidenceKind, Formality, Offence, Reservation, Rule, Source, Treaty, Use
from engine.reading.law import models as m


def ordinal(day: date | None) -> int:
    """The first day of a value; open = the beginning."""
    return 0 if day is None else day.toordinal()


def last(day: date | None) -> int | None:
    """A day as an ordinal, or None."""
    return None if day is None else day.toordinal()


def rule_of(path: str, written: m.RuleFileLaw) -> Rule:
    """One value of a dated rule."""
    value = tuple(written.value) if isinstance(written.value, list) else written.value
    return Rule(path, value, written.says, ordinal(written.start), written.confidence, written.source, written.note,
                written.checked.isoformat(), written.ended)  # fmt: skip


def uses(written: Mapping[str, m.UseFile]) -> dict[str, Use]:
    """What an instrument gives, by purpose."""
    return {
        purpose: Use(tuple(u.articles), tuple(u.channels), u.place, u.supporting, u.needs, tuple(u.replaces))
        for purpose, u in written.items()
    }


def reserved(r: m.ReservationFile) -> Reservation:
    """A declaration or reservation."""
    purposes = None if r.purposes is None else tuple(r.purposes)
    return Reservation(r.treaty, r.article or "", r.effect, last(r.start), last(r.until), r.confidence, r.source, purposes)


def treaty(t: m.TreatyFile) -> Treaty:
    """An instrument."""
    return Treaty(t.id, t.title, t.short, t.reference, t.family, uses(t.uses), dict(t.numbers), dict(t.articles),
                  last(t.begins), last(t.ends), last(t.opened), t.confidence.dates, t.confidence.articles,
                  tuple(t.uncertain_articles), t.source, t.checked.isoformat())  # fmt: skip


def bilateral(b: m.BilateralFile) -> Bilateral:
    """A treaty between two countries."""
    own = Treaty(b.id, b.title, b.id, b.subject, "bilateral", uses(b.uses), {}, {}, last(b.applies_from), None,
                 last(b.signed), b.confidence.applies_from, b.confidence.applies_from, (), b.source, b.checked.isoformat())  # fmt: skip
    return Bilateral(own, frozenset(b.between), last(b.signed), last(b.applies_from),
                     b.confidence.applies_from != "uncertain", tuple(b.nationals), b.nationals_text,
                     last(b.not_before))  # fmt: skip


def offence(id: str, o: m.OffenceFile) -> Offence:
    """An offence: its elements for each accused, and those once for all."""
    return Offence(id, o.title, tuple(o.each), tuple(o.once), o.source)


def kind(id: str, k: m.KindFile) -> EvidenceKind:
    """A kind of evidence."""
    return EvidenceKind(id, k.title, k.delay, k.stored_data, k.given)


def formality(id: str, f: m.FormalityFile) -> Formality:
    """A formality that can be asked for."""
    return Formality(id, f.title, f.says, f.confidence)


def lesson(id: str, written: m.LessonFile) -> Source:
    """What practice teaches, as a source."""
    return Source(f"practice {id}", "Practice", written.says, written.confidence, written.source, "")
