"""What a stage says of the law: bases that do not bind, grounds of refusal, the source of a rule."""

from engine.play.effects.closed_list import effect
from engine.play.matter import Matter


@effect
def tell_not_bound(matter: Matter) -> None:
    """The answer: what is cited does not bind both of us today, gives way, or is not for such a thing."""
    note_void_bases(matter)
    reason = "not_for_this" if matter.cited_in_force() else why_missing(matter)
    matter.tell("not_bound", stops=True, source=matter.request.marks.get("void_source") or rests_on(matter),
                basis=matter.chosen_bases(), reasons=(reason,))  # fmt: skip


def why_missing(matter: Matter) -> str:
    """Why nothing that is cited binds the two: all of it gives way to another instrument, or it is not in force."""
    return "gives_way" if set(void_today(matter)) <= set(given_way(matter)) != set() else "basis_missing"


def void_today(matter: Matter) -> tuple[str, ...]:
    """Those of the bases cited that do not bind both today."""
    good = {basis.treaty for basis in matter.bases()}
    return tuple(treaty for treaty in matter.chosen_bases() if treaty not in good)


def given_way(matter: Matter) -> dict[str, str]:
    """Of the bases cited, those that give way between the two today: to which other."""
    world, purpose = matter.world, matter.procedure.purpose or "mla"
    almost = world.law.bases(world.scenario.home, matter.request.country, purpose, world.today).almost
    cited = matter.chosen_bases()
    return {each.treaty: each.by for each in almost if each.by is not None and each.treaty in cited}


def note_void_bases(matter: Matter) -> None:
    """Remember which of the bases cited do not bind both, and the first source that says so."""
    world, void = matter.world, void_today(matter)
    if void:
        matter.request.marks["void"] = void
        instead = given_way(matter).get(void[0], void[0])
        matter.request.marks["void_source"] = world.law.treaty_reference(instead, matter.procedure.purpose or "mla")
        world.touch("requests")


QUESTION = "supplement"
"""Why a paper comes back in which nothing was missing: the receiving lawyer has a question."""
RETURN_REASONS = ("basis_missing", "channel_not_allowed", "language_not_accepted", "too_vague")


@effect
def tell_why_returned(matter: Matter) -> None:
    """The paper comes back: the reason, the rule, and what is missing."""
    from engine.play.checklist import gaps
    from engine.play.guards import GUARDS

    note_void_bases(matter)
    reasons = tuple(name for name in RETURN_REASONS if GUARDS[name](matter)) or gaps(matter) or (QUESTION,)
    if "basis_missing" in reasons:
        reasons = (why_missing(matter), *(each for each in reasons if each not in ("basis_missing", "channel_not_allowed")))
    elif void_today(matter):
        reasons = (*reasons, "one_void")
    matter.request.marks["returned_for"] = reasons
    matter.request.marks["returns"] = matter.request.marks.get("returns", 0) + 1
    if reasons != (QUESTION,):
        matter.world.relate(matter.request.country, -1)
    matter.world.touch("requests")
    source = matter.request.marks.get("void_source") or matter.world.law.ground_source(
        "returned", matter.request.country
    )
    matter.tell("returned", stops=True, source=source, reasons=reasons)


def tell_refused(matter: Matter) -> None:
    """The requested State refuses: the ground and the rule."""
    matter.world.touch("requests")
    ground = matter.request.marks.get("ground", "refused")
    matter.tell("refused", stops=True, source=matter.request.marks.get("ground_source"), ground=ground)


@effect
def refuse_for_dual_criminality(matter: Matter) -> None:
    """Ground of refusal: a coercive measure for what is no offence there."""
    refuse(matter, "not_punishable_there", "dual_criminality")


@effect
def refuse_own_national(matter: Matter) -> None:
    """Ground of refusal: the person is the requested State's own national; the case may go to its prosecutors."""
    refuse(matter, "own_national", "own_nationals")


@effect
def refuse_low_penalty(matter: Matter) -> None:
    """Ground of refusal: the penalty is too low for extradition."""
    refuse(matter, "penalty_too_low", "minimum_penalty")


def refuse(matter: Matter, ground: str, rule: str) -> None:
    """Refuse on a ground, with the rule of the requested State or treaty that says so."""
    matter.request.marks["ground"] = ground
    matter.request.marks["ground_source"] = ground_source(matter, rule)
    tell_refused(matter)


def ground_source(matter: Matter, rule: str) -> str | None:
    """The source of a rule, as this procedure has it or as all have it.

    A treaty that does not bind the two is no source between them: then it is the requested State's own rule (`rule.own`), or
    the basis that the paper rests on.
    """
    law, country = matter.world.law, matter.request.country
    reference = law.ground_source(f"{matter.procedure.id}.{rule}", country) or law.ground_source(rule, country)
    if reference is None or binds_both(matter, reference):
        return reference
    return law.ground_source(f"{rule}.own", country) or rests_on(matter)


def rests_on(matter: Matter) -> str | None:
    """The article on which the paper rests: of the best of the bases cited that bind both today."""
    return next((basis.reference for basis in matter.cited_in_force()), None)


def binds_both(matter: Matter, reference: str) -> bool:
    """Is this no article of a treaty, or one of a treaty that binds home and the requested State today?"""
    world, treaty = matter.world, reference.partition(" ")[0]
    return treaty not in world.law.treaties or all(
        world.law.country(country).party_on(treaty, world.today) is not None
        for country in (world.scenario.home, matter.request.country)
    )


@effect
def refuse_unknown_offence(matter: Matter) -> None:
    """Ground of refusal: the offence is none in the State that is to take the case over."""
    refuse(matter, "not_punishable_there", "dual_criminality")


@effect
def refuse_untied(matter: Matter) -> None:
    """Ground of refusal: the person is neither the requested State's national nor there."""
    refuse(matter, "no_tie", "tie")


@effect
def refuse_further_counts(matter: Matter) -> None:
    """Ground of refusal: the further counts are none for which that State would have to extradite."""
    refuse(matter, "further_counts", "speciality")


@effect
def tell_postponed(matter: Matter) -> None:
    """The requested State puts execution off: its own investigation comes first."""
    matter.tell("postponed", stops=True, source=ground_source(matter, "postponed"))
