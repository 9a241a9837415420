"""From ids to words: names of people, items, papers and countries, and what an outcome says."""

import re
from datetime import date
from typing import Any

from engine import Outcome, Refused, Scenario, Source, UnknownSource
from game.words import Words

PAPER = re.compile(r"([a-z]+)-([A-Z]{2})-(\d+)")
YEARS = re.compile(r"(?<=\b\d{4}) (?=\d{4}\b)")
"""Between the first year and the last."""
UNCHECKED = "\u2020"
"""The sign at a source that is known but was not re-checked."""
NOTHING = "-"
"""Stands where an outcome is about nothing that has a name."""
LISTS = {"reasons": "reason", "ground": "ground", "why": "ground"}


class Telling:
    """Words for the things of one scenario."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario, self.words = scenario, words.of(scenario.law)

    def name(self, id: str) -> str:
        """The name of whatever has this id."""
        s = self.scenario
        for table in (s.items, s.people, s.contacts, s.counts):
            if id in table:
                found = table[id]
                return (
                    f"{id} {getattr(found, 'title', '')}"
                    if table is s.items
                    else str(getattr(found, "name", "") or getattr(found, "title", id))
                )
        if id in s.law.countries:
            return self.country(id)
        if id in s.beats:
            return s.beats[id].title or id
        paper = PAPER.fullmatch(id)
        return self.paper(*paper.groups()) if paper else id

    def paper(self, procedure: str, country: str, number: str) -> str:
        """A paper by its kind and country; its number only where there is more than one."""
        return f"{self.numbered(procedure, number)}, {self.country(country)}"

    def numbered(self, procedure: str, number: str) -> str:
        """A kind of paper, with its number where it is not the first of its kind to that country."""
        said = self.words(f"procedure.{procedure}")
        return said if number == "1" else f"{said} {number}"

    def contact(self, id: str) -> str:
        """A contact with the post, and the country where the post does not say it."""
        found = self.scenario.contacts[id]
        country = self.country(found.country)
        where = "" if country.rstrip("*") in found.post else f", {country}"
        return f"{found.name}, {found.post}{where}"

    def begun(self, on: tuple[str, ...]) -> str:
        """A paper to be begun: which, and to whom or about what."""
        whom = on[2:] or on[1:]
        said = (self.contact(id) if id in self.scenario.contacts else self.name(id) for id in whom)
        return f"{self.words('procedure.' + on[0])}: {', '.join(said)}"

    def names(self, ids: tuple[str, ...]) -> str:
        """Several names; apart by semicolons where a name has a comma in it."""
        found = [self.name(id) for id in ids]
        return ("; " if any("," in each for each in found) else ", ").join(found)

    def articles(self, numbers: tuple[str, ...]) -> str:
        """Articles in words, nothing where there are none."""
        return f"{self.words('law.article' if len(numbers) == 1 else 'law.articles')} {', '.join(numbers)}" if numbers else ""

    def country(self, id: str | None) -> str:
        """The name of a country, Kosovo with its asterisk."""
        if not id:
            return "-"
        found = self.scenario.law.countries.get(id)
        return id if found is None else found.name + ("*" if found.footnote else "")

    def countries(self, ids: tuple[str, ...]) -> str:
        """The names of one country or of two."""
        return self.words.together([self.country(id) for id in ids])

    def footnotes(self) -> tuple[str, ...]:
        """Footnotes that belong under anything that names the countries of this case."""
        ids = {self.scenario.home, *self.scenario.countries}
        notes = [c.footnote for id, c in sorted(self.scenario.law.countries.items()) if id in ids and c.footnote]
        return tuple(f"* {note}" for note in dict.fromkeys(notes))

    def treaty(self, id: str) -> str:
        """The short name of a basis."""
        if id == "national-law":
            return "national law or reciprocity"
        return id

    def title(self, id: str) -> str:
        """The title of a treaty, also of one between two States only; its short name behind it where the title does not say it."""
        treaty, bilaterals = self.scenario.law.treaties.get(id), self.scenario.law.bilaterals
        if treaty is None:
            return next((each.treaty.title for each in bilaterals if each.treaty.id == id), self.treaty(id))
        return treaty.title if treaty.short in treaty.title else f"{treaty.title} ({treaty.short})"

    def source(self, reference: str | None) -> Source | None:
        """The source behind a reference as it stood when the case began, or None."""
        if not reference:
            return None
        try:
            return self.scenario.law.source(reference, self.scenario.start)
        except UnknownSource:
            return None

    def cite(self, reference: str | None) -> str:
        """A reference as it is shown: with its confidence when it was not re-checked."""
        found = self.source(reference)
        if found is None:
            return reference or ""
        shown = self.called(str(reference), found)
        return shown if found.confidence == "sourced" else f"{shown} ({self.words('confidence.' + found.confidence)})"

    def signed(self, reference: str | None) -> str:
        """A reference where many stand: what is only known carries a sign, which `unchecked` explains once for all of them."""
        found = self.source(reference)
        if found is None or found.confidence != "known":
            return self.cite(reference)
        return f"{self.called(str(reference), found)}{UNCHECKED}"

    def unchecked(self, text: str) -> tuple[str, ...]:
        """The explanation of the sign, if it stands in a text."""
        return (self.words("debrief.unchecked", sign=UNCHECKED),) if UNCHECKED in text else ()

    def called(self, reference: str, found: Source) -> str:
        """What a source is called where it is cited: an article by its number, everything else in words."""
        head, _, path = reference.partition(" ")
        if head == "practice":
            return found.says
        if head == "formality":
            return self.words("source.formality", title=found.title)
        if head == "offence":
            return found.reference
        if head in self.scenario.law.countries:
            return f"{self.country(head)}, {YEARS.sub(' to ', path.partition('.')[2].replace('_', ' '))}"
        return reference

    def outcome(self, outcome: Outcome) -> str:
        """What an outcome says; in words of its own where it is about nothing that has a name."""
        told, bare = self.told(outcome), f"outcome.{outcome.kind}.bare"
        nameless = told["about"] == NOTHING and self.words.has(bare)
        return self.words(bare if nameless else f"outcome.{outcome.kind}", **told)

    def moment(self, outcome: Outcome) -> str:
        """An outcome in few words, for a line on which many stand; in full where there are no such words."""
        name = f"moment.{outcome.kind}"
        if not self.words.has(name):
            return self.outcome(outcome)
        ids = [id for id in outcome.about if id in self.scenario.items or id in self.scenario.people]
        told = self.told(outcome) | {"id": ", ".join(ids), "whom": ", ".join(self.short_name(id) for id in ids)}
        return self.words(name, **told)

    def short_name(self, id: str) -> str:
        """A person by name, an item by its number."""
        return self.scenario.people[id].name if id in self.scenario.people else id

    def told(self, outcome: Outcome) -> dict[str, Any]:
        """The values an outcome fills into its words."""
        told: dict[str, Any] = {"about": "", "country": "", "procedure": "", "who": "", "item": "", "contact": "", "beat": "",
                                "choice": "", "text": "", "ending": "", "stage": "", "cause": ""}  # fmt: skip
        for name, value in outcome.told:
            told[name] = self.value(name, value)
        if self.words.has(cause := f"release.{outcome.get('cause')}"):
            told["cause"] = self.words(cause, **{name: told.get(name) for name in ("days", "country")})
        return told | self.subjects(outcome)

    def news(self, outcome: Outcome) -> str:
        """What an outcome says to somebody who reads it as news: of the story, that it waits for a decision."""
        text = self.outcome(outcome)
        if outcome.kind == "beat" and self.scenario.beats[outcome.about[0]].choices:
            return self.words("outcome.to_decide", beat=text)
        return text

    def subjects(self, outcome: Outcome) -> dict[str, str]:
        """What it is about, by the names the words use."""
        s, about, found = self.scenario, outcome.about, {}
        for id in about:
            if id in s.people:
                found["who"] = self.name(id)
            if id in s.items:
                found.setdefault("item", self.name(id))
            if id in s.contacts:
                found["contact"] = self.name(id)
            if paper := PAPER.fullmatch(id):
                found["procedure"] = self.numbered(paper[1], paper[3])
            if id in s.beats:
                found["beat"] = self.beat(id)
        found["about"] = (
            self.names(tuple(id for id in about if id in s.items or id in s.people or id in s.contacts)) or NOTHING
        )
        if outcome.kind in ("chosen", "chosen_by_default"):
            found["choice"] = self.choice(about[0], about[1])
        if outcome.kind == "ended":
            found["ending"] = next((e.title for e in s.endings if e.id == about[0]), about[0])
        if outcome.kind == "partner_case_opened" and "country" not in dict(outcome.told):
            found["country"] = self.country(about[0])
        return found

    def beat(self, id: str) -> str:
        """A moment of the story: what asks for a decision by its title, what is only told in full."""
        written = self.scenario.beats[id]
        if written.choices or not written.text:
            return written.title or id
        text = " ".join(written.text.split())
        return f"{written.title}: {text}" if written.title else text

    def value(self, name: str, value: Any) -> str:
        """A told value as words."""
        if name in LISTS:
            parts = value if isinstance(value, tuple) else (value,)
            return "; ".join(self.words(f"{LISTS[name]}.{part}") for part in parts)
        if name == "country":
            return self.country(value)
        if name == "contact":
            return self.name(value) if value else ""
        if name == "procedure":
            return self.words(f"procedure.{value}")
        if name == "stage":
            return self.words(f"stage.{value}")
        if name == "at":
            return self.words(f"held_by.{value}")
        if name in ("may", "must", "until") and value:
            return self.words.date(date.fromisoformat(value).toordinal())
        if isinstance(value, tuple):
            return ", ".join(self.name(each) for each in value) or "-"
        return str(value) if value is not None else "-"

    def choice(self, beat: str, choice: str) -> str:
        """The text of a choice of a beat."""
        written = self.scenario.beats.get(beat)
        return next((c.text for c in written.choices if c.id == choice), choice) if written else choice

    def begins(self, beat: str, choice: str) -> str:
        """The kind of paper that a choice of the story begins at once; empty where it begins none, or several kinds."""
        written = next(c for c in self.scenario.beats[beat].choices if c.id == choice)
        kinds = {str(effect.args["procedure"]) for effect in written.does if effect.verb == "start"}
        return kinds.pop() if len(kinds) == 1 else ""

    def way(self, instrument: str, procedure: str = "") -> str:
        """What is used: the kind of paper, or the instrument where no paper says it more exactly."""
        return self.words(f"procedure.{procedure}") if procedure else self.words(f"instrument.{instrument}")

    def refusal(self, refused: Refused) -> str:
        """Why something cannot be done."""
        told = {name: self.refused_value(name, value) for name, value in refused.told}
        text = self.words(f"refused.{refused.why}", **told)
        return f"{text} ({self.cite(refused.source)})" if refused.source else text

    def refused_value(self, name: str, value: Any) -> str:
        """A value inside a refusal."""
        if name == "seat":
            return self.words(f"seat.{value}")
        if name == "term":
            return self.words(f"term.{value}")
        return self.name(str(value)) if name in ("about", "country") else str(value)

    def decision(self, decision: Any) -> str:
        """A decision in words, for the debrief."""
        if decision is None:
            return self.words("debrief.nothing")
        if decision.act == "choose":
            return self.choice(decision.on[0], decision.on[1])
        if decision.act == "start":
            return self.begun(tuple(decision.on))
        if decision.act == "step":
            return f"{self.words('act.' + decision.on[1])} ({self.name(decision.on[0])})"
        if decision.act == "file":
            return self.words("act.file", item=self.name(decision.on[0]))
        return self.words("act.wait", until=self.until(str(decision.terms.get("until", ""))))

    def until(self, until: str) -> str:
        """How long somebody waits: a word of the engine, or a day."""
        if self.words.has(f"until.{until}"):
            return self.words(f"until.{until}")
        return self.words("until.date", date=self.words.date(date.fromisoformat(until).toordinal()))
