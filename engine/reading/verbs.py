"""The verbs under `does:`, with what each takes: read, checked against the scenario's own ids, and resolved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engine.calendar import Term
from engine.errors import ContentError
from engine.expressions import BadExpression, Condition, Domains, Vocabulary, compile_condition
from engine.reading.places import suggest
from engine.reading.strict import Document
from engine.scenario import Effects, StoryEffect

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a verb takes: under which name the engine wants the main value, of which kind, and its modifiers."""

    name: str
    kind: str
    modifiers: Mapping[str, tuple[str, str]] = field(default_factory=dict)


BRANCHES = {"does": ("does", "effects"), "otherwise": ("otherwise", "effects")}
SHAPES: Mapping[str, Shape] = {
    "flag": Shape("names", "flags"),
    "alert": Shape("points", "number"),
    "danger": Shape("of", "numbers:victim"),
    "trust": Shape("of", "numbers:victim"),
    "relation": Shape("of", "numbers:country"),
    "lead": Shape("items", "ids:evidence"),
    "knows": Shape("items", "ids:evidence"),
    "file": Shape("items", "ids:evidence"),
    "lose": Shape("items", "ids:evidence", {"even_preserved": ("even_preserved", "yes_no")}),
    "police_copy": Shape("items", "ids:evidence", {
        "flaws": ("flaws", "ids:flaw"), "channel": ("channel", "id:way"), "consent": ("consent", "yes_no"),
        "filed": ("filed", "yes_no")}),
    "hold": Shape("items", "ids:evidence", {
        "formalities": ("formalities", "ids:formality"), "flaws": ("flaws", "ids:flaw"), "partial": ("partial", "yes_no"),
        "basis": ("basis", "id:treaty"), "way": ("way", "text")}),
    "flaw": Shape("of", "words:evidence"),
    "preserve": Shape("items", "ids:evidence", {
        "until": ("until", "date"), "for": ("days", "days"), "source": ("source", "source")}),
    "meets": Shape("people", "ids:person"),
    "safe": Shape("people", "ids:victim"),
    "stop_drift": Shape("people", "ids:victim"),
    "move": Shape("person", "id:person", {"to": ("to", "id:country"), "seen": ("seen", "yes_no")}),
    "flees": Shape("people", "ids:suspect", {"to": ("to", "id:country"), "seen": ("seen", "yes_no")}),
    "custody": Shape("people", "ids:suspect", {"in": ("country", "id:country")}),
    "release": Shape("people", "ids:suspect"),
    "unlock": Shape("contacts", "ids:contact"),
    "opens_case": Shape("countries", "ids:country"),
    "close": Shape("beats", "ids:beat"),
    "note": Shape("text", "text"),
    "tell": Shape("text", "text", {"to": ("to", "ids:seat"), "sender": ("sender", "text")}),
    "after": Shape("days", "spread", {"does": ("does", "effects")}),
    "chance": Shape("percent", "percent", {"named": ("named", "text"), **BRANCHES}),
    "when": Shape("condition", "condition", BRANCHES),
    "start": Shape("procedure", "id:procedure", {
        "with": ("country", "id:country"), "about": ("about", "ids:subject"), "terms": ("terms", "terms"),
        "seat": ("seat", "id:seat")}),
}  # fmt: skip
"""The closed list: verb -> what it takes. The keys are those of `engine.play.story_effects.VERBS`; a test compares."""

CALLED = {"subject": "item, person or contact", "way": "channel"}
"""What a domain of ids is called where its own name says little."""
MISSING: dict[str, Any] = {"does": (), "otherwise": (), "until": None}


class EffectReader:
    """Reads effects of one document against the ids of one scenario; collects every mistake."""

    def __init__(
        self, document: Document, vocabulary: Vocabulary, domains: Domains, errors: list[ContentError]
    ) -> None:
        self.document, self.vocabulary, self.domains, self.errors = document, vocabulary, domains, errors
        self.flags_set: dict[str, Place] = {}
        self.conditions: list[tuple[Place, Condition]] = []
        self.sources: list[tuple[Place, str]] = []
        self.started: list[tuple[Place, Mapping[str, Any]]] = []
        self.unread = False

    def wrong(
        self, place: Place, problem: str, fix: str | None = None, code: str = "effect", on_key: bool = False
    ) -> None:
        """Note a mistake at a place of the document."""
        marks = self.document.key_marks if on_key and place in self.document.key_marks else None
        line, column = marks[place] if marks else self.document.place(place)
        self.errors.append(
            ContentError(self.document.file_of(place), line, column, dotted(place), problem, fix, "error", code)
        )

    def condition(self, source: str | bool, place: Place) -> Condition:
        """A condition at a place; a mistake is noted and an always-false one returned."""
        text = str(source).lower() if isinstance(source, bool) else source
        try:
            found = compile_condition(text, self.vocabulary, self.domains)
            self.conditions.append((place, found))
            return found
        except BadExpression as error:
            line, column = self.document.place(place)
            plain = self.document.is_plain(place)
            at = None if column is None else column + (error.column - 1 if plain and error.column else 0)
            self.errors.append(ContentError(self.document.file_of(place), line, at, dotted(place), error.problem, error.fix,
                                            "error", "condition"))  # fmt: skip
            return compile_condition("false", self.vocabulary, self.domains)

    def effects(self, written: Sequence[Any], place: Place) -> Effects:
        """A list of effects at a place."""
        if not isinstance(written, list | tuple):
            self.unread = True
            self.wrong(place, f"expected a list of effects, not {written!r}", "- flag: name")
            return ()
        found = [self.effect(one, (*place, number)) for number, one in enumerate(written)]
        return tuple(effect for effect in found if effect is not None)

    def effect(self, written: Any, place: Place) -> StoryEffect | None:
        """One effect: a mapping with exactly one verb and that verb's modifiers."""
        if not isinstance(written, dict):
            self.unread = True
            self.wrong(place, f"expected an effect such as {{flag: name}}, not {written!r}")
            return None
        verbs = [key for key in written if key in SHAPES and not (key == "when" and "chance" in written)]
        if len(verbs) != 1:
            known = ", ".join(sorted(SHAPES))
            word = next(iter(written), "")
            close = suggest(str(word), SHAPES)
            self.unread = True
            self.wrong(place, f"expected exactly one of: {known}; found {', '.join(map(str, written)) or 'nothing'}",
                       f"did you mean {close!r}?" if close and not verbs else None)  # fmt: skip
            return None
        return self.shaped(verbs[0], written, place)

    def shaped(self, verb: str, written: Mapping[str, Any], place: Place) -> StoryEffect:
        """An effect whose verb is known."""
        shape = SHAPES[verb]
        args: dict[str, Any] = {name: MISSING[name] for name, _ in shape.modifiers.values() if name in MISSING}
        args[shape.name] = self.value(shape.kind, written[verb], (*place, verb))
        for key, value in written.items():
            if key == verb:
                continue
            if key not in shape.modifiers:
                close = suggest(str(key), shape.modifiers)
                self.wrong((*place, key), f"{verb!r} does not take {key!r}; it takes {allowed(shape)}",
                           f"did you mean {close!r}?" if close else None, on_key=True)  # fmt: skip
                continue
            name, kind = shape.modifiers[key]
            args[name] = self.value(kind, value, (*place, key))
        done = self.complete(verb, args, place)
        if verb == "start" and isinstance(written.get("terms", {}), dict):
            self.started.append((place, done))
        return StoryEffect(verb, done)

    def complete(self, verb: str, args: dict[str, Any], place: Place) -> dict[str, Any]:
        """Fill in what a verb needs and the author may leave out."""
        if verb == "chance":
            args.setdefault("named", dotted(place))
        if verb == "start":
            args.setdefault("about", ())
            args.setdefault("terms", {})
            args.setdefault("country", None)
            args.setdefault("seat", "prosecutor")
            if args["country"] is None:
                self.wrong(place, "'start' needs 'with': the country that is asked")
                args["country"] = ""
        if verb == "move" and not args.get("to"):
            self.wrong(place, "'move' needs 'to': a country")
            args["to"] = ""
        return args

    def value(self, kind: str, value: Any, place: Place) -> Any:
        """A value of a kind."""
        what, _, domain = kind.partition(":")
        return READERS[what](self, value, place, domain)

    def one_id(self, value: Any, place: Place, domain: str) -> Any:
        """An id of a domain."""
        known = self.domains.get(domain)
        if not isinstance(value, str):
            self.wrong(place, f"expected an id, not {value!r}")
            return ""
        if known is not None and value not in known:
            close = suggest(value, known)
            self.wrong(place, f"there is no {CALLED.get(domain, domain)} {value!r}", f"did you mean {close!r}?" if close else
                       f"known: {', '.join(sorted(known)[:12]) or 'none'}")  # fmt: skip
        return value

    def many_ids(self, value: Any, place: Place, domain: str) -> tuple[str, ...]:
        """One id or a list of ids."""
        if isinstance(value, list):
            return tuple(self.one_id(each, (*place, number), domain) for number, each in enumerate(value))
        return (self.one_id(value, place, domain),)

    def words(self, value: Any, place: Place, domain: str) -> Any:
        """A word or words; `domain` set: a mapping from its ids to flaws."""
        if domain:
            if not isinstance(value, dict):
                self.wrong(place, f"expected a mapping such as {{E1: [gap]}}, not {value!r}")
                return {}
            return {
                self.one_id(key, (*place, key), domain): self.many_ids(each, (*place, key), "flaw")
                for key, each in value.items()
            }
        found = value if isinstance(value, list) else [value]
        return tuple(str(each) for each in found)

    def flags(self, value: Any, place: Place, domain: str) -> tuple[str, ...]:
        """Flags that are set here."""
        names = self.words(value, place, "")
        for name in names:
            self.flags_set.setdefault(name, place)
        return tuple(names)

    def number(self, value: Any, place: Place, domain: str) -> int:
        """A whole number."""
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(place, f"expected a whole number such as +10, not {value!r}")
            return 0
        return value

    def percent(self, value: Any, place: Place, domain: str) -> int:
        """Chances in a hundred."""
        number = self.number(value, place, domain)
        if not 0 <= number <= 100:
            self.wrong(place, f"expected chances in a hundred (0 to 100), not {number}")
        return number

    def numbers(self, value: Any, place: Place, domain: str) -> dict[str, int]:
        """A mapping from ids to points."""
        if not isinstance(value, dict):
            self.wrong(place, f"expected a mapping such as {{V1: +10}}, not {value!r}")
            return {}
        return {
            self.one_id(key, (*place, key), domain): self.number(each, (*place, key), "") for key, each in value.items()
        }

    def days(self, value: Any, place: Place, domain: str) -> int:
        """A duration in calendar days."""
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        try:
            term = Term.parse(str(value))
        except ValueError as error:
            self.wrong(place, str(error))
            return 1
        return term.calendar_days()

    def spread(self, value: Any, place: Place, domain: str) -> tuple[int, int, int]:
        """A duration, or [min, typical, max] calendar days."""
        if isinstance(value, list):
            if len(value) == 3 and all(isinstance(day, int) for day in value) and value == sorted(value):
                return (value[0], value[1], value[2])
            self.wrong(place, f"expected [min, typical, max] in rising order, not {value!r}")
            return (1, 1, 1)
        days = self.days(value, place, domain)
        return (days, days, days)

    def text(self, value: Any, place: Place, domain: str) -> str:
        """Words."""
        return str(value)

    def yes_no(self, value: Any, place: Place, domain: str) -> bool:
        """true or false."""
        if not isinstance(value, bool):
            self.wrong(place, f"expected true or false, not {value!r}")
        return value is True

    def day(self, value: Any, place: Place, domain: str) -> int | None:
        """A date, as a proleptic ordinal."""
        if not isinstance(value, date):
            self.wrong(place, f"expected a date such as 2024-03-25, not {value!r}")
            return None
        return value.toordinal()

    def terms(self, value: Any, place: Place, domain: str) -> dict[str, Any]:
        """What is filled in on a paper."""
        if not isinstance(value, dict):
            self.wrong(place, f"expected what is filled in, such as {{channel: direct}}, not {value!r}")
            return {}
        return {str(key): tuple(each) if isinstance(each, list) else each for key, each in value.items()}

    def source(self, value: Any, place: Place, domain: str) -> str:
        """A source of the law pack."""
        self.sources.append((place, str(value)))
        return str(value)


READERS: Mapping[str, Any] = {
    "flags": EffectReader.flags, "number": EffectReader.number, "numbers": EffectReader.numbers,
    "ids": EffectReader.many_ids, "id": EffectReader.one_id, "words": EffectReader.words,
    "text": EffectReader.text, "yes_no": EffectReader.yes_no, "date": EffectReader.day, "days": EffectReader.days,
    "spread": EffectReader.spread, "percent": EffectReader.percent, "terms": EffectReader.terms,
    "source": EffectReader.source,
    "condition": lambda reader, value, place, domain: reader.condition(value, place),
    "effects": lambda reader, value, place, domain: reader.effects(value, place),
}  # fmt: skip


def dotted(place: Place) -> str:
    """A place as the author would say it: beats.receipt.choices.ring.does.0."""
    return ".".join(str(part) for part in place)


def allowed(shape: Shape) -> str:
    """The modifiers of a verb, in words."""
    return ", ".join(shape.modifiers) or "nothing else"
