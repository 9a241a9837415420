"""The form of a paper: what is filled in, with every option explained, the checklist and the expected days."""

from dataclasses import dataclass
from typing import Any

from engine import Almost, Basis, Choice, Decision, FormTerm, ItemView, Playthrough, Point, SeatView
from game.pages.rulebook import almost
from game.pages.telling import Telling
from game.words import Words

MANY = ("basis", "formalities", "items", "persons", "counts", "further_counts", "countries")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be ticked or chosen: value, words, small print; `barred` = listed, but the law says no.

    A legal basis also has its title, the articles cited, since when it binds each of the two, its reference, and how a
    letter names it.
    """

    value: Any
    text: str
    note: str = ""
    barred: bool = False
    title: str = ""
    cited: str = ""
    since: str = ""
    reference: str = ""
    formal: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One heading of a form; `came_back` = what the return of the paper said of it."""

    name: str
    label: str
    kind: str
    options: tuple[Option, ...]
    many: bool
    required: bool
    value: Any
    source: str | None
    came_back: str = ""


CONCERNS = {"basis_missing": "basis", "gives_way": "basis", "not_for_this": "basis", "one_void": "basis",
            "channel_not_allowed": "channel", "language_not_accepted": "language", "too_vague": "specific"}  # fmt: skip
"""The heading that a reason for a return concerns, where it does not bear its name."""


def returned(decision: Decision, view: SeatView, tell: Telling) -> tuple[tuple[str, str], ...]:
    """Why the paper that is to be supplemented came back: the heading that each reason concerns, and the reason."""
    reasons = next((r.returned_for for r in view.requests if decision.act == "step" and r.id == decision.on[0]), ())
    return tuple((CONCERNS.get(each, each), tell.words(f"reason.{each}")) for each in reasons)


def fields(choice: Choice, view: SeatView, tell: Telling, terms: dict[str, Any]) -> tuple[Field, ...]:
    """The headings of a choice's form, as filled in so far; those that a return named say so."""
    named = dict(returned(choice.decision, view, tell))
    return tuple(
        Field(t.name, tell.words(label_key(t.name, choice, tell)), t.kind, options(t, choice.decision, view, tell), t.kind in MANY,
              t.required, terms.get(t.name), t.source, named.get(t.name, ""))
        for t in choice.terms
    )  # fmt: skip


def label_key(name: str, choice: Choice, tell: Telling) -> str:
    """The key of the words over a heading: this kind of paper's own, where it has some."""
    own = f"term.{name}.{choice.decision.on[0]}"
    return own if tell.words.has(own) else f"term.{name}"


@dataclass(frozen=True, slots=True)
class Section:
    """Headings that are filled in together: a name, and its fields."""

    name: str
    fields: tuple[Field, ...]


ORDER = ("items", "counts", "persons", "basis", "channel", "language", "urgency", "formalities", "said")
TOGETHER = {"urgent": "urgency", "urgency_reason": "urgency"}


def sections(fields: tuple[Field, ...]) -> tuple[Section, ...]:
    """The sections of a form in the order in which a letter is thought through; what is said with yes or no is one."""
    groups: dict[str, list[Field]] = {}
    for field in fields:
        group = TOGETHER.get(field.name) or ("said" if field.kind == "yes_no" else field.name)
        groups.setdefault(group, []).append(field)
    names = sorted(groups, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    return tuple(Section(name, tuple(groups[name])) for name in names)


def country_of(decision: Decision, view: SeatView) -> str:
    """The country a decision is addressed to."""
    if decision.act == "start":
        return decision.on[1]
    return next((r.country for r in view.requests if r.id == decision.on[0]), view.home)


def further_counts(decision: Decision, view: SeatView) -> tuple[str, ...]:
    """The counts to which the State that surrendered the person of this paper could still consent."""
    about = next((r.about for r in view.requests if r.id == decision.on[0]), ())
    return tuple(count for person in view.people if person.id in about for count in person.beyond)


def options(term: FormTerm, decision: Decision, view: SeatView, tell: Telling) -> tuple[Option, ...]:
    """What may stand under a heading."""
    words, law, country = tell.words, tell.scenario.law, country_of(decision, view)
    if term.kind == "yes_no":
        return (Option(True, words("form.yes")), Option(False, words("form.no")))
    if term.kind == "basis":
        return basis_options(term, country, view, tell)
    if term.kind == "items":
        return item_options(term, decision, country, view, tell)
    if term.kind == "formalities":
        return tuple(Option(code, f.title, f.says) for code, f in law.formalities.items())
    if term.kind == "language":
        known = law.countries.get(country)
        return tuple(Option(each, words(f"language.{each}")) for each in (known.languages_offered(view.today) if known else ()))
    if term.kind == "counts":
        return tuple(Option(id, count.title) for id, count in tell.scenario.counts.items())
    if term.kind == "further_counts":
        return tuple(Option(id, tell.scenario.counts[id].title) for id in further_counts(decision, view))
    if term.kind == "persons":
        return tuple(Option(p.id, p.name) for p in view.people if p.role == "suspect")
    if term.kind == "countries":
        return tuple(Option(c, tell.country(c)) for c in view.countries if c != country)
    if term.kind == "channel":
        return tuple(Option(each, words(f"channel.{each}")) for each in term.options)
    return tuple(Option(each, words(f"term.option.{each}")) for each in term.options)


def item_options(term: FormTerm, decision: Decision, country: str, view: SeatView, tell: Telling) -> tuple[Option, ...]:
    """What could be asked for in a country; of what was asked for already, in which paper."""
    found = []
    for i in view.items:
        if i.country == country and i.status != "held" and not i.lost and tell.scenario.may_name(term, i.id):
            papers = "; ".join(tell.name(id) for id in other_papers(i, decision))
            note = tell.words("form.asked_in", papers=papers) if papers else ""
            found.append(Option(i.id, f"{i.id} {i.title}", note, formal=i.title))
    return tuple(found)


def basis_options(term: FormTerm, country: str, view: SeatView, tell: Telling) -> tuple[Option, ...]:
    """Bases that bind both, and those that do not, listed with the reason: citing one is played, and costs.

    A paper that can rest on one instrument only lists no other.
    """
    answer = tell.scenario.law.bases(view.home, country, term.purpose or "mla", view.today)
    suits = tell.scenario.suits
    near = (n for n in answer.almost if n.why not in ("not_yet_concluded", "not_a_member") and suits(term, n.treaty))
    binding = (b for b in answer.binding if suits(term, b.treaty))
    return tuple(binding_basis(b, tell) for b in binding) + tuple(barred_basis(n, tell) for n in near)


def binding_basis(basis: Basis, tell: Telling) -> Option:
    """A basis that binds both, with its articles and since when."""
    words, own = tell.words, basis.treaty == "national-law"
    articles = tell.articles(basis.articles)
    law = tell.scenario.law
    since = [(country, law.period(country, basis.treaty) or words.short(day)) for country, day in basis.in_force if day]
    text = f"{tell.treaty(basis.treaty)} {'' if own else basis.title}".strip()
    note = (articles + "; " if articles else "") + ", ".join(f"{tell.country(country)} {day}" for country, day in since)
    cited = ", ".join(each for each in ("" if own else basis.treaty, articles) if each)
    title = basis.title
    if own:
        title = tell.treaty(basis.treaty)[:1].upper() + tell.treaty(basis.treaty)[1:]
    short = " · ".join(f"{country} {day}" for country, day in since)
    return Option(basis.treaty, text, note, False, title, cited, short, basis.reference, formal(basis, title, articles, tell))


def formal(basis: Basis, title: str, articles: str, tell: Telling) -> str:
    """A basis as a letter names it: its title, its number in a series of treaties, its articles; never our short name."""
    treaty = tell.scenario.law.treaties.get(basis.treaty)
    series = treaty.reference if treaty is not None and treaty.family == "coe" else ""
    beside = ", ".join(each for each in (series, articles) if each)
    return f"{title} ({beside})" if beside else title


def barred_basis(near: Almost, tell: Telling) -> Option:
    """A basis that almost applies, with the reason why it does not."""
    law = tell.scenario.law
    known = law.treaties.get(near.treaty) or next((b.treaty for b in law.bilaterals if b.treaty.id == near.treaty), None)
    why = almost(near, tell)
    return Option(near.treaty, tell.title(near.treaty), why, True, known.title if known else near.treaty, near.treaty)


def decision_with(choice: Choice, terms: dict[str, Any], rationale: str = "") -> Decision:
    """The decision of a filled-in form."""
    d = choice.decision
    filled = {
        name: tuple(value) if isinstance(value, list) else value for name, value in terms.items() if value is not None
    }
    return Decision(d.seat, d.act, d.on, filled, rationale)


def is_asked(name: str, terms: dict[str, Any]) -> bool:
    """Is a heading asked for as the form is filled in? A reason for urgency only where something is urgent."""
    return name != "urgency_reason" or terms.get("urgent") is True


def asked_for(decision: Decision) -> set[str]:
    """The items (and whatever else) that a paper is about as it is filled in."""
    return {*decision.on[2:], *(decision.terms.get("items") or ())}


def first_lost(decision: Decision, view: SeatView) -> tuple[ItemView, int] | None:
    """The item asked for that is lost first, and in how many calendar days."""
    asked = asked_for(decision)
    at_risk = [(i, i.perishes - view.today) for i in view.items
               if i.id in asked and i.perishes and (i.kept_until or 0) < i.perishes and not i.lost]  # fmt: skip
    return min(at_risk, key=lambda each: each[1], default=None)


def in_time(days: tuple[int, ...], limit: int) -> int:
    """How many of these numbers of days end before so many days are over."""
    return sum(1 for each in days if each <= limit)


def other_papers(item: ItemView, decision: Decision) -> tuple[str, ...]:
    """The other papers, still under way, in which an item was asked for."""
    return tuple(id for id in item.requests if id not in decision.on)


def asked_already(decision: Decision, view: SeatView, tell: Telling) -> tuple[str, ...]:
    """Of each item in a paper, in which other papers it was asked for: one line each."""
    asked = asked_for(decision)
    return tuple(
        tell.words("form.asked_already", item=tell.name(i.id), papers="; ".join(tell.name(id) for id in others))
        for i in view.items if i.id in asked and (others := other_papers(i, decision))
    )  # fmt: skip


def first_terms(choice: Choice) -> dict[str, Any]:
    """The terms as the form opens."""
    return {t.name: choice.decision.terms.get(t.name, t.default) for t in choice.terms}


def explained(field: Field, tell: Telling, practice: bool) -> tuple[str, ...]:
    """What a heading is for, and the rule behind it with its text; an assessed play tells no lesson of practice."""
    key, lesson = f"explain.{field.name}", (field.source or "").startswith("practice ")
    said = [tell.words(key)] if tell.words.has(key) else []
    source = None if lesson and not practice else tell.source(field.source)
    if source is not None:
        said.append(f"{source.says} [{tell.cite(field.source)}]" if not lesson else source.says)
    return tuple(said)


def checklist_lines(play: Playthrough, decision: Decision, tell: Telling) -> tuple[tuple[str, str, str], ...]:
    """The checklist: (state, words, rule)."""
    preview = play.preview(decision)
    return tuple(
        (p.state, point_text(p, tell.words), tell.cite(p.source) if p.source else "") for p in preview.points
    )


def point_text(point: Point, words: Words) -> str:
    """A point of the checklist in words; of what is counted, how many of how many."""
    if not point.of:
        return words(f"check.{point.key}")
    return words(f"check.{point.key}.counted", done=point.done, of=point.of)


def chances_line(play: Playthrough, decision: Decision, view: SeatView, tell: Telling) -> str:
    """How many of the usual ways a paper takes end before the first thing asked for is gone; empty where nothing is lost."""
    days, lost = play.preview(decision).days, first_lost(decision, view)
    if not days or not days[-1] or lost is None:
        return ""
    item, limit = lost
    last = tell.words("desk.gone_after", item=tell.name(item.id), date=tell.words.date(view.today + limit))
    return f"{tell.words('form.in_time', good=in_time(days, limit), of=len(days))}. {last}"


def expected_line(play: Playthrough, decision: Decision, tell: Telling) -> str:
    """The expected days in one sentence."""
    days = play.preview(decision).days
    if not days or not days[-1]:
        return tell.words("form.expected_none")
    return tell.words("form.expected", low=days[1], high=days[-2], typical=days[len(days) // 2])
