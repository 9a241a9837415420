"""The form of a paper: what is filled in, with every option explained, the checklist and the expected days."""

from dataclasses import dataclass
from typing import Any

from engine import Choice, Decision, FormTerm, Playthrough, SeatView
from game.pages.desk import almost
from game.pages.telling import Telling

MANY = ("basis", "formalities", "items", "persons", "counts", "countries")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be ticked or chosen: value, words, small print; `barred` = listed, but the law says no."""

    value: Any
    text: str
    note: str = ""
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One heading of a form."""

    name: str
    label: str
    kind: str
    options: tuple[Option, ...]
    many: bool
    required: bool
    value: Any
    source: str | None


def fields(choice: Choice, view: SeatView, tell: Telling, terms: dict[str, Any]) -> tuple[Field, ...]:
    """The headings of a choice's form, as filled in so far."""
    country = country_of(choice.decision, view)
    return tuple(
        Field(t.name, tell.words(f"term.{t.name}"), t.kind, options(t, country, view, tell), t.kind in MANY, t.required,
              terms.get(t.name), t.source)
        for t in choice.terms
    )  # fmt: skip


def country_of(decision: Decision, view: SeatView) -> str:
    """The country a decision is addressed to."""
    if decision.act == "start":
        return decision.on[1]
    return next((r.country for r in view.requests if r.id == decision.on[0]), view.home)


def options(term: FormTerm, country: str, view: SeatView, tell: Telling) -> tuple[Option, ...]:
    """What may stand under a heading."""
    words, law = tell.words, tell.scenario.law
    if term.kind == "yes_no":
        return (Option(True, words("form.yes")), Option(False, words("form.no")))
    if term.kind == "basis":
        return basis_options(term, country, view, tell)
    if term.kind == "items":
        return tuple(
            Option(i.id, f"{i.id} {i.title}")
            for i in view.items
            if i.country == country and i.status != "held" and not i.lost
        )
    if term.kind == "formalities":
        return tuple(Option(code, f.title, f.says) for code, f in law.formalities.items())
    if term.kind == "language":
        known = law.countries.get(country)
        return tuple(Option(each, each) for each in (known.languages_offered(view.today) if known else ()))
    if term.kind == "counts":
        return tuple(Option(id, count.title) for id, count in tell.scenario.counts.items())
    if term.kind == "persons":
        return tuple(Option(p.id, p.name) for p in view.people if p.role == "suspect")
    if term.kind == "countries":
        return tuple(Option(c, tell.country(c)) for c in view.countries if c != country)
    if term.kind == "channel":
        return tuple(Option(each, words(f"channel.{each}")) for each in term.options)
    return tuple(Option(each, words(f"term.option.{each}")) for each in term.options)


def basis_options(term: FormTerm, country: str, view: SeatView, tell: Telling) -> tuple[Option, ...]:
    """Bases that bind both, and those that do not, listed with the reason: citing one is played, and costs."""
    answer = tell.scenario.law.bases(view.home, country, term.purpose or "mla", view.today)
    good = tuple(
        Option(b.treaty, f"{tell.treaty(b.treaty)} {b.title if b.treaty != 'national-law' else ''}".strip(),
               ("arts. " + ", ".join(b.articles) + "; " if b.articles else "")
               + ", ".join(f"{c} {tell.words.date(d)[4:]}" for c, d in b.in_force if d))
        for b in answer.binding
    )  # fmt: skip
    barred = tuple(Option(n.treaty, n.treaty, almost(n.why, n.who, n.start, tell), True)
                   for n in answer.almost if n.why not in ("not_yet_concluded", "not_a_member"))  # fmt: skip
    return good + barred


def decision_with(choice: Choice, terms: dict[str, Any], rationale: str = "") -> Decision:
    """The decision of a filled-in form."""
    d = choice.decision
    filled = {
        name: tuple(value) if isinstance(value, list) else value for name, value in terms.items() if value is not None
    }
    return Decision(d.seat, d.act, d.on, filled, rationale)


def first_terms(choice: Choice) -> dict[str, Any]:
    """The terms as the form opens."""
    return {t.name: choice.decision.terms.get(t.name, t.default) for t in choice.terms}


def checklist_lines(play: Playthrough, decision: Decision, tell: Telling) -> tuple[tuple[str, str, str], ...]:
    """The checklist: (state, words, rule)."""
    preview = play.preview(decision)
    return tuple(
        (p.state, tell.words(f"check.{p.key}"), tell.cite(p.source) if p.source else "") for p in preview.points
    )


def expected_line(play: Playthrough, decision: Decision, tell: Telling) -> str:
    """The expected days in one sentence."""
    days = play.preview(decision).days
    if not days or not days[-1]:
        return tell.words("form.expected_none")
    return tell.words("form.expected", low=days[1], high=days[-2], typical=days[len(days) // 2])
