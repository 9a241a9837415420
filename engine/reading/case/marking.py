"""The rules of a case's score: what each gives points for, and whether a lesser variant is one."""

from engine.reading.case.reader import CaseReader
from engine.reading.models import RuleFile
from engine.reading.verbs import Place
from engine.scenario import ScoreRule


def rules(case: CaseReader) -> tuple[ScoreRule, ...]:
    """The rules of the score."""
    found = []
    for n, rule in enumerate(case.written.score):
        case.source(rule.source, ("score", n, "source"))
        found.append(ScoreRule(rule.id, rule.criterion, rule.points, case.must(rule.when, ("score", n, "when")),
                               rule.because.strip(), rule.source, rule.at_end, rule.instead_of))  # fmt: skip
        if rule.instead_of is not None:
            lesser(case, rule, ("score", n, "instead_of"))
    return tuple(found)


def out_of_reach(case: CaseReader) -> None:
    """Can the rules of each criterion give as many points as it weighs? Without them the case plays, and nobody reaches a hundred."""
    short = {}
    for criterion, weight in case.written.weights.items():
        rules = [rule for rule in case.written.score if rule.criterion == criterion and rule.instead_of is None]
        most = sum(rule.points for rule in rules if rule.points > 0)
        if most < weight:
            short[criterion] = (most, weight)
    if short:
        lost = sum(weight - most for most, weight in short.values())
        said = ", ".join(f"{criterion} {most or 'none'} of {weight}" for criterion, (most, weight) in short.items())
        case.warn(("weights",), f"{lost} of 100 points are out of reach; the rules give at most: {said}", REACH)


REACH = "weight-out-of-reach"
"""The warning about a weight that no rules reach, as `allow` calls it."""
WARNINGS = (REACH,)
"""What the check warns of, as `allow` calls it."""


def check_allowed(case: CaseReader) -> None:
    """Is each warning that a case allows one that there is?"""
    for name in case.written.allow:
        case.must_know(name, WARNINGS, "warning", ("allow", name))


def lesser(case: CaseReader, rule: RuleFile, place: Place) -> None:
    """Does a lesser variant name a rule of its own criterion that gives more and is itself no variant?"""
    known = {each.id: each for each in case.written.score}
    case.must_know(str(rule.instead_of), known, "rule", place)
    full = known.get(str(rule.instead_of))
    if full is None:
        return
    if full.criterion != rule.criterion:
        case.wrong(place, f"{full.id!r} gives points of {full.criterion}, not of {rule.criterion}")
    elif full.points <= rule.points or rule.points <= 0:
        case.wrong(place, f"a lesser variant gives points, but fewer than {full.id!r} ({full.points})")
    elif full.instead_of is not None:
        case.wrong(place, f"{full.id!r} is itself a lesser variant", f"name {full.instead_of!r}")
