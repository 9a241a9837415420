"""The written lines of play of a case: each step names one thing to do that exists."""

from engine.reading.case.papers import Start, check_start, check_step
from engine.reading.case.reader import CaseReader
from engine.reading.models import IntentionFile
from engine.reading.verbs import Place
from engine.scenario import Intention, Play


def play(case: CaseReader, id: str) -> Play:
    """A line of play."""
    p = case.written.plays[id]
    steps = tuple(intention(case, s, ("plays", id, "steps", n)) for n, s in enumerate(p.steps))
    return Play(id, p.title, p.bot, p.seed, steps, p.expect.model_dump(exclude_none=True))


def intention(case: CaseReader, s: IntentionFile, place: Place) -> Intention:
    """One step of a line of play."""
    given = [name for name in ("choose", "start", "step", "file") if getattr(s, name) is not None]
    if len(given) != 1:
        case.wrong(place, f"expected exactly one of choose, start, step, file; found {', '.join(given) or 'none'}")
        return Intention("wait", (), {}, None, None, None)
    if s.seat is not None:
        case.must_know(s.seat, case.written.seats, "seat", (*place, "seat"))
    terms = {key: tuple(v) if isinstance(v, list) else v for key, v in s.terms.items()}
    on = ON[given[0]](case, s, terms, place)
    return Intention(given[0], on, terms, s.seat, case.condition(s.when, (*place, "when")), s.day)


def on_choice(case: CaseReader, s: IntentionFile, terms: dict[str, object], place: Place) -> tuple[str, ...]:
    """The beat and the choice that a step names."""
    choice = str(s.choose)
    case.must_know(choice, case.reader.domains.get("choice") or (), "choice", (*place, "choose"))
    beat, _, which = choice.partition(".")
    return (beat, which)


def on_start(case: CaseReader, s: IntentionFile, terms: dict[str, object], place: Place) -> tuple[str, ...]:
    """The procedure, the country and the ids that a step begins a paper with."""
    id = str(s.start)
    case.must_know(id, case.procedures, "procedure", (*place, "start"))
    if s.with_ is not None:
        case.country(s.with_, (*place, "with"))
    for number, each in enumerate(s.about):
        case.must_know(each, case.reader.domains.get("subject") or (), "item, person or contact", (*place, "about", number))
    check_start(case, Start(id, s.with_, tuple(s.about), terms, s.seat), place)
    return (id, s.with_ or case.written.home, *s.about)


def on_step(case: CaseReader, s: IntentionFile, terms: dict[str, object], place: Place) -> tuple[str, ...]:
    """The paper and the act that a step names."""
    paper = s.of or f"proceedings-{case.written.home}-1"
    check_step(case, paper, str(s.step), terms, place)
    return (paper, str(s.step))


def on_file(case: CaseReader, s: IntentionFile, terms: dict[str, object], place: Place) -> tuple[str, ...]:
    """The item that a step puts before the court."""
    case.must_know(str(s.file), case.written.evidence, "evidence", (*place, "file"))
    return (str(s.file),)


ON = {"choose": on_choice, "start": on_start, "step": on_step, "file": on_file}
"""What each kind of step is about."""
