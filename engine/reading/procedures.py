"""From `scenarios/law/procedures/*.yaml` to Procedures; unknown guards, effects and stages are errors with a suggestion."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from engine.errors import ContentError
from engine.play.effects import known_effects
from engine.play.guards import known_guards
from engine.procedures import Procedure, Stage, Step, Term
from engine.reading.models import ProcedureFile, StageFile, StepFile, TermFile
from engine.reading.places import suggest
from engine.reading.strict import Document
from engine.scenario import STORED

Place = tuple[str | int, ...]


class TableReader:
    """Reads one procedure; collects every mistake."""

    def __init__(self, document: Document, errors: list[ContentError]) -> None:
        self.document, self.errors = document, errors

    def wrong(self, place: Place, problem: str, fix: str | None) -> None:
        """Note a mistake."""
        line, column = self.document.place(place)
        where = ".".join(map(str, place))
        self.errors.append(ContentError(self.document.file, line, column, where, problem, fix, "error", "procedure"))

    def look_up(self, names: Iterable[str], known: Mapping[str, Any], what: str, place: Place) -> list[tuple[str, Any]]:
        """The functions behind names of a closed list."""
        found = []
        for number, name in enumerate(names):
            if name in known:
                found.append((name, known[name]))
            else:
                close = suggest(name, known)
                self.wrong(
                    (*place, number), f"there is no {what} {name!r}", f"did you mean {close!r}?" if close else None
                )
        return found

    def check_stage(self, name: str, stages: Mapping[str, Any], place: Place) -> None:
        """Is there such a stage?"""
        if name not in stages:
            close = suggest(name, stages)
            self.wrong(place, f"there is no stage {name!r}", f"did you mean {close!r}?" if close else None)

    def stage(self, name: str, written: StageFile) -> Stage:
        """One stage."""
        does = tuple(
            function for _, function in self.look_up(written.does, known_effects(), "effect", ("stages", name, "does"))
        )
        return Stage(name, written.held_by, written.takes, written.at_desk, does, written.ends, written.good)

    def step(self, number: int, written: StepFile, stages: Mapping[str, StageFile]) -> Step:
        """One step."""
        place: Place = ("steps", number)
        origin = (written.origin,) if isinstance(written.origin, str) else tuple(written.origin)
        for name in origin:
            self.check_stage(name, stages, (*place, "from"))
        self.check_stage(written.to, stages, (*place, "to"))
        guards = known_guards()
        return Step(
            written.act, origin, written.to, tuple(written.by),
            tuple(self.look_up(written.possible, guards, "guard", (*place, "possible"))),
            only(self.look_up(written.conditions, guards, "guard", (*place, "if"))),
            only(self.look_up(written.unless, guards, "guard", (*place, "unless"))),
            terms(written.terms),
        )  # fmt: skip

    def procedure(self, written: ProcedureFile) -> Procedure | None:
        """The whole table, or None when it has mistakes."""
        before = len(self.errors)
        self.check_stage(written.begins, written.stages, ("begins",))
        stages = tuple(self.stage(name, stage) for name, stage in written.stages.items())
        steps = tuple(self.step(number, step, written.stages) for number, step in enumerate(written.steps))
        self.check_items(written.terms)
        possible = tuple(self.look_up(written.possible, known_guards(), "guard", ("possible",)))
        if len(self.errors) == before:
            self.check_ends(stages, steps)
        if len(self.errors) == before:
            self.check_ways(written.begins, stages, steps)
        if len(self.errors) > before:
            return None
        return Procedure(written.id, instrument=written.instrument, purpose=written.purpose, target=written.target,
                         about=written.about, begins=written.begins, started_by=tuple(written.started_by),
                         terms=terms(written.terms), possible=possible, stages=stages, steps=steps)  # fmt: skip

    def check_items(self, written: Mapping[str, TermFile]) -> None:
        """Is what a heading for items is narrowed to something that items can be?"""
        for name, term in written.items():
            if term.kind == "items":
                self.look_up(term.options, {STORED: True}, "nature of items", ("terms", name, "options"))

    def check_ends(self, stages: tuple[Stage, ...], steps: tuple[Step, ...]) -> None:
        """Is every stage either an end or the origin of some step?"""
        origins = {name for step in steps for name in step.origin}
        for stage in stages:
            if not stage.ends and stage.name not in origins:
                self.wrong(
                    ("stages", stage.name),
                    f"nothing leads on from {stage.name!r}",
                    "write ends: true, or a step from it",
                )

    def check_ways(self, begins: str, stages: tuple[Stage, ...], steps: tuple[Step, ...]) -> None:
        """Can every stage be reached from the first, and can an end be reached from every stage?"""
        onward = {stage.name: {step.to for step in steps if stage.name in step.origin} for stage in stages}
        back = {stage.name: {name for name, to in onward.items() if stage.name in to} for stage in stages}
        reached, ending = walked({begins}, onward), walked({stage.name for stage in stages if stage.ends}, back)
        lost = {stage.name for stage in stages} - reached
        first = {name for name in lost if not back[name] - {name}} or set(sorted(lost)[:1])
        for stage in stages:
            if stage.name in first:
                self.wrong(
                    ("stages", stage.name), f"no step leads to {stage.name!r}", "write a step to it, or leave it out"
                )
            elif stage.name not in lost | ending:
                self.wrong(
                    ("stages", stage.name), f"no end can be reached from {stage.name!r}", "write a step that leads out"
                )


def walked(begin: set[str], ways: Mapping[str, set[str]]) -> set[str]:
    """Everything that can be reached along the ways."""
    found, ahead = set(begin), list(begin)
    while ahead:
        new = ways.get(ahead.pop(), set()) - found
        found |= new
        ahead.extend(new)
    return found


def only(pairs: list[tuple[str, Callable[[Any], bool]]]) -> tuple[Callable[[Any], bool], ...]:
    """The functions without their names."""
    return tuple(function for _, function in pairs)


def terms(written: Mapping[str, TermFile]) -> tuple[Term, ...]:
    """The things to fill in, in written order."""
    return tuple(
        Term(name, term.kind, tuple(term.options), frozen(term.default), term.required, term.purpose, term.source)
        for name, term in written.items()
    )


def frozen(value: Any) -> Any:
    """A default as a value that cannot be changed."""
    return tuple(value) if isinstance(value, list) else value
