"""The written lines of play of a case: each step names one thing to do that exists."""

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
    terms = {key: tuple(v) if isinstance(v, list) else v for key, v in s.terms.items()}
    on: tuple[str, ...]
    if s.choose is not None:
        case.must_know(s.choose, case.reader.domains.get("choice") or (), "choice", (*place, "choose"))
        beat, _, which = s.choose.partition(".")
        on = (beat, which)
    elif s.start is not None:
        case.must_know(s.start, case.procedures, "procedure", (*place, "start"))
        on = (s.start, s.with_ or case.written.home, *s.about)
    elif s.step is not None:
        on = (s.of or f"proceedings-{case.written.home}-1", s.step)
    else:
        case.must_know(str(s.file), case.written.evidence, "evidence", (*place, "file"))
        on = (str(s.file),)
    return Intention(given[0], on, terms, s.seat, case.condition(s.when, (*place, "when")), s.day)
