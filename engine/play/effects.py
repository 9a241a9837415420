"""The closed list of things a stage does when it is entered: Matter -> outcomes. A name not here is an error at load."""

from collections.abc import Callable, Mapping
from datetime import date

from engine.calendar import Term
from engine.casefile.evidence import HELD, LEAD, Provenance
from engine.play.guards import contact_of, needs_translation
from engine.play.matter import Matter

Effect = Callable[[Matter], None]
EFFECTS: dict[str, Effect] = {}
ORDER = "F-ORDER"
"""The formality that a court's order abroad fulfils by itself."""


def effect(function: Effect) -> Effect:
    """Enter a consequence into the closed list under its own name."""
    EFFECTS[function.__name__] = function
    return function


# -- information ------------------------------------------------------------------------------------------------------


@effect
def give_intelligence(matter: Matter) -> None:
    """The contact tells what can be told: known as intelligence, for police use only."""
    world, contact = matter.world, contact_of(matter)
    told = [item for item in matter.items if item.country == matter.request.country]
    for item in told:
        if contact is not None and contact.gives is not None and item.id not in contact.gives:
            continue
        if world.items[item.id].status == HELD:
            continue
        world.add_copy(item.id, police_copy(matter))
        world.tell("item_known", item.id, matter.request.id, stops=True, country=item.country)
    matter.tell("contact_answered", stops=True, contact=contact.id if contact else None)


def police_copy(matter: Matter) -> Provenance:
    """A copy that came by police channels: a lead, with the sender's handling condition on it."""
    contact = contact_of(matter)
    channel = contact.channel if contact and not matter.request.was("forwarded") else None
    return Provenance(matter.procedure.id, matter.request.country, None, channel,
                      frozenset(), frozenset(), (), True, False, False, matter.request.id, matter.world.today)  # fmt: skip


@effect
def thank_and_trust(matter: Matter) -> None:
    """A short question with a purpose and handling conditions raises trust; a needless one lowers it."""
    repeated = matter.request.attempt > 0
    stated = matter.term("purpose_stated", True) and matter.term("handling_stated", True)
    matter.world.relate(matter.request.country, -1 if repeated else int(bool(stated)))


@effect
def may_leak(matter: Matter) -> None:
    """The question may become known to the network: the chance is the contact's."""
    contact = contact_of(matter)
    if contact is not None and matter.world.luck.chance(contact.leaks, *matter.luck_key("leaks")):
        matter.tell("leaked", hidden=True)
        matter.world.alarm(matter.world.law.delays.number("leak_alarm"))


@effect
def tell_no_answer(matter: Matter) -> None:
    """Nobody answers."""
    matter.tell("no_answer", stops=True)


@effect
def tell_wrong_channel(matter: Matter) -> None:
    """The channel is not open between these two today: the question goes round, or nowhere."""
    contact = contact_of(matter)
    matter.tell("channel_closed", stops=True, channel=contact.channel if contact else matter.channel)


@effect
def tell_forwarded(matter: Matter) -> None:
    """The channel is not open between these two today, and somebody passes the question on all the same."""
    contact = contact_of(matter)
    matter.tell("passed_on", stops=True, channel=contact.channel if contact else matter.channel,
                source=matter.world.law.ground_source("passed_on", matter.request.country))  # fmt: skip


@effect
def pass_on(matter: Matter) -> None:
    """A letter sent straight to an office that may not take it goes, by that office, to its ministry."""
    tell_forwarded(matter)
    matter.request.terms["channel"] = "ministries"
    matter.world.touch("requests")


@effect
def open_partner_case(matter: Matter) -> None:
    """The partner opens an investigation of its own."""
    world = matter.world
    if matter.request.country not in world.own_case:
        world.own_case[matter.request.country] = world.today
        world.touch("own_case")
        matter.tell("partner_case_opened", stops=True)


@effect
def share_information(matter: Matter) -> None:
    """Information sent without a request: the partner's trust rises."""
    matter.world.relate(matter.request.country, 1)
    matter.tell("information_sent")


# -- preservation -----------------------------------------------------------------------------------------------------


@effect
def preserve_items(matter: Matter) -> None:
    """What is still there is kept: so many days from the answer, by the treaty that was cited."""
    world = matter.world
    days = max((basis.number("preservation_days") or 0 for basis in matter.cited_in_force()), default=0)
    until = world.today + (days or world.law.delays.number("courtesy_hold_days"))
    for item in matter.items:
        keep(matter, item.id, until)


def keep(matter: Matter, item: str, until: int) -> None:
    """Keep one item until a day, or say that it came too late."""
    world, holding = matter.world, matter.world.items[item]
    if holding.gone is not None:
        matter.tell("too_late_to_preserve", item=item, stops=True)
        return
    holding.kept_until = max(until, holding.kept_until or 0)
    world.forget_rulings()
    world.raise_status(item, LEAD)
    world.tell("preserved", item, matter.request.id, stops=True, until=world_day(holding.kept_until),
               source=preservation_source(matter))  # fmt: skip


def preservation_source(matter: Matter) -> str | None:
    """The article a preservation rests on."""
    for basis in matter.cited_in_force():
        return basis.reference
    return None


def world_day(day: int) -> str | None:
    """A proleptic ordinal as ISO text; None for a day that never comes."""
    return date.fromordinal(day).isoformat() if day <= date.max.toordinal() else None


def keep_until_decided(matter: Matter) -> None:
    """Preserved items asked for by a request in hand stay until it is decided."""
    for item in matter.items:
        holding = matter.world.items[item.id]
        if holding.kept_until is not None and holding.gone is None:
            holding.until_decided = True


@effect
def tell_not_bound(matter: Matter) -> None:
    """The answer: the basis cited does not bind both of us today."""
    note_void_bases(matter)
    matter.tell("not_bound", stops=True, source=matter.request.marks.get("void_source"),
                basis=tuple(matter.chosen_bases()))  # fmt: skip


def note_void_bases(matter: Matter) -> None:
    """Remember which of the bases cited do not bind both, and the first source that says so."""
    world = matter.world
    good = {basis.treaty for basis in matter.bases()}
    void = [treaty for treaty in matter.chosen_bases() if treaty not in good]
    if void:
        matter.request.marks["void"] = tuple(void)
        matter.request.marks["void_source"] = world.law.treaty_reference(void[0], matter.procedure.purpose or "mla")
        world.touch("requests")


# -- letters of request -----------------------------------------------------------------------------------------------


@effect
def leave_home(matter: Matter) -> None:
    """The paper has left: remember the day, and whether a basis cited was not in force."""
    matter.request.marks.setdefault("sent", matter.world.today)
    note_void_bases(matter)
    matter.tell("sent", channel=matter.channel)


@effect
def arrive(matter: Matter) -> None:
    """The paper is in the hands of the requested State: of the office that holds it at this stage."""
    matter.request.marks.setdefault("arrived", matter.world.today)
    keep_until_decided(matter)
    matter.tell("arrived", at=matter.procedure.stages[matter.request.stage].held_by)


@effect
def secure_items(matter: Matter) -> None:
    """Execution begins: each item is secured when its turn comes, if it is still there."""
    world, request = matter.world, matter.request
    from engine.play.timing import ends_on, scaled

    for item in matter.items:
        delay = matter.delay("securing")
        if delay is None:
            secure(matter, item.id)
            continue
        spread, unit, _ = delay
        days = scaled(world.luck.days(spread, *matter.luck_key("securing", item.id)), ())
        world.clock.put(ends_on(matter, request.country, unit, world.today, days), "secure",
                        f"{request.id} {item.id}", 0, priority=3)  # fmt: skip


def secure(matter: Matter, item: str) -> None:
    """The executing authority takes hold of one item, or finds it gone."""
    world, request = matter.world, matter.request
    if item in request.secured or item in request.lacking:
        return
    if world.available(item):
        request.secured[item] = world.today
    else:
        request.lacking[item] = world.today
    world.touch("requests")


@effect
def secure_the_rest(matter: Matter) -> None:
    """Execution is over: whatever has not had its turn has it now."""
    for item in matter.items:
        secure(matter, item.id)


@effect
def deliver_evidence(matter: Matter) -> None:
    """The answer is back: each item secured enters the file with its provenance, what is gone is named."""
    world, request = matter.world, matter.request
    for item in matter.items:
        if any(copy.request == request.id and not copy.police for copy in world.items[item.id].copies):
            continue
        if item.id in request.secured:
            world.add_copy(item.id, evidence_copy(matter, item.id))
            world.tell("item_held", item.id, request.id, stops=True, country=request.country)
        else:
            world.tell("item_gone", item.id, request.id, stops=True, country=request.country)
    if request.secured and request.attempt == 0:
        world.relate(request.country, 0)
    matter.tell("answered", stops=True, got=tuple(sorted(request.secured)), lacking=tuple(sorted(request.lacking)))


def evidence_copy(matter: Matter, item: str) -> Provenance:
    """The provenance of an item that came by a formal road."""
    world, request = matter.world, matter.request
    asked = set(matter.term("formalities", ()))
    if world.scenario.items[item].coercive:
        asked.add(ORDER)
    flaws = frozenset(world.items[item].flaws)
    basis = next((basis.treaty for basis in matter.cited_in_force()), None)
    limits = tuple(matter.term("limits", ()))
    return Provenance(matter.procedure.id, request.country, basis, matter.channel, frozenset(asked), flaws, limits,
                      False, True, basis is None and bool(matter.chosen_bases()), request.id, world.today)  # fmt: skip


RETURN_REASONS = ("basis_missing", "channel_not_allowed", "language_not_accepted", "too_vague")


@effect
def tell_why_returned(matter: Matter) -> None:
    """The paper comes back: the reason, the rule, and what is missing."""
    from engine.play.checklist import gaps
    from engine.play.guards import GUARDS

    note_void_bases(matter)
    reasons = tuple(name for name in RETURN_REASONS if GUARDS[name](matter)) or gaps(matter) or ("supplement",)
    matter.request.marks["returned_for"] = reasons
    matter.request.marks["returns"] = matter.request.marks.get("returns", 0) + 1
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
    """The source of a rule, as this procedure has it or as all have it."""
    law, country = matter.world.law, matter.request.country
    return law.ground_source(f"{matter.procedure.id}.{rule}", country) or law.ground_source(rule, country)


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
def tell_nothing_left(matter: Matter) -> None:
    """Everything that was asked for is gone."""
    secure_the_rest(matter)
    matter.request.marks["ground"] = "nothing_left"
    for item in matter.items:
        matter.world.tell("item_gone", item.id, matter.request.id, country=matter.request.country)
    matter.tell("nothing_left", stops=True)


@effect
def tell_postponed(matter: Matter) -> None:
    """The requested State puts execution off: its own investigation comes first."""
    matter.tell("postponed", stops=True, source=matter.world.law.ground_source("postponed", matter.request.country))


@effect
def note_withdrawn(matter: Matter) -> None:
    """The home side takes its paper back."""
    matter.tell("withdrawn")


@effect
def order_granted(matter: Matter) -> None:
    """A court there, if the measure needed one, has ordered it."""
    if not matter.request.was("court_order"):
        return
    matter.request.marks["ordered"] = matter.world.today
    matter.tell("order_granted")


@effect
def ask_translation(matter: Matter) -> None:
    """The draft is finished; it goes to the translator if it needs one."""
    matter.tell("drafted", translated=needs_translation(matter))


# -- persons ----------------------------------------------------------------------------------------------------------


@effect
def arrest(matter: Matter) -> None:
    """The person is taken into custody where the person is."""
    world, person = matter.world, matter.person
    if person is None:
        return
    where = world.people[person]
    where.custody = where.believed = where.at
    where.held_since = world.today
    world.touch("people")
    world.tell("arrested", person, matter.request.id, stops=True, country=where.at)


@effect
def start_arrest_clock(matter: Matter) -> None:
    """The treaty's clock of provisional arrest starts with the arrest: calendar days."""
    world, request = matter.world, matter.request
    may, must = world.law.provisional_arrest(request.country, world.today)
    request.marks["may_end"], request.marks["must_end"] = world.today + may, world.today + must
    request.marks["arrested"] = world.today
    world.clock.put(world.today + may, "mark", f"{request.id} may_end", priority=2)
    world.clock.put(world.today + must + 1, "act", f"{request.id} lapse", priority=2)
    matter.tell("arrest_clock", may=world_day(world.today + may), must=world_day(world.today + must),
                source=world.law.ground_source("provisional_arrest", request.country))  # fmt: skip


@effect
def papers_arrive(matter: Matter) -> None:
    """The request and its papers are in the hands of the requested State."""
    matter.request.marks["papers"] = matter.world.today
    matter.world.touch("requests")
    matter.tell("papers_arrived", on_day=matter.world.today - matter.request.marks.get("arrested", matter.world.today))


@effect
def let_go(matter: Matter) -> None:
    """The person is released."""
    world, person = matter.world, matter.person
    if person is not None and world.people[person].custody is not None:
        world.people[person].custody = None
        world.touch("people")
        world.tell("released", person, matter.request.id, stops=True, country=matter.request.country)


@effect
def not_found(matter: Matter) -> None:
    """The person is not where the file says."""
    matter.tell("not_found", stops=True)


@effect
def surrender(matter: Matter) -> None:
    """The person is handed over to the home State; only the offences listed may be tried (speciality)."""
    world, person = matter.world, matter.person
    if person is None:
        return
    where = world.people[person]
    where.at = where.believed = where.custody = world.scenario.home
    where.surrendered = world.today
    where.tried_for = tuple(sorted(matter.term("counts", ())))
    world.touch("people")
    world.tell("surrendered", person, matter.request.id, stops=True, country=matter.request.country,
               counts=tuple(matter.term("counts", ())), source=ground_source(matter, "speciality"))  # fmt: skip


@effect
def tell_consented(matter: Matter) -> None:
    """The person agrees to be surrendered: the simplified way is open."""
    matter.tell("consented", stops=True, source=ground_source(matter, "consent"))


@effect
def widen_speciality(matter: Matter) -> None:
    """The surrendering State consents: the further counts may be tried, too."""
    world, person = matter.world, matter.person
    if person is None:
        return
    where, further = world.people[person], tuple(matter.term("further_counts", ()))
    where.tried_for = tuple(sorted({*(where.tried_for or ()), *further}))
    world.touch("people")
    world.tell("speciality_widened", person, matter.request.id, stops=True, country=matter.request.country,
               counts=further, source=ground_source(matter, "speciality"))  # fmt: skip


@effect
def make_safe(matter: Matter) -> None:
    """The victim has a place, a person to turn to, and time."""
    world, person = matter.world, matter.person
    if person is None:
        return
    world.people[person].safe = world.today
    world.touch("people")
    world.tell("safe", person, matter.request.id, stops=True,
               source=world.law.ground_source("reflection", world.scenario.home))  # fmt: skip


@effect
def take_over(matter: Matter) -> None:
    """The requested State takes over the prosecution; home may no longer prosecute that person for it."""
    person = matter.person
    if person is not None:
        matter.request.marks["taken_over"] = matter.world.today
        matter.world.own_case.setdefault(matter.request.country, matter.world.today)
        matter.world.touch("requests", "own_case")
        matter.tell("taken_over", stops=True, person=person)


# -- teams ------------------------------------------------------------------------------------------------------------


@effect
def tell_declined(matter: Matter) -> None:
    """The partners decline: why."""
    from engine.play.guards import partners_bound, partners_have_a_case

    why = "no_basis" if not partners_bound(matter) else "no_case" if not partners_have_a_case(matter) else "declined"
    note_void_bases(matter)
    matter.request.marks["ground"] = why
    matter.world.touch("requests")
    source = matter.world.law.ground_source("joint_team", matter.request.country)
    matter.tell("declined", stops=True, why=why, source=source, partners=matter.partners)


@effect
def team_operates(matter: Matter) -> None:
    """The agreement is signed: the team works."""
    matter.world.touch("requests")
    matter.tell("team_signed", stops=True, partners=matter.partners)


@effect
def open_partner_cases(matter: Matter) -> None:
    """Every partner has an investigation of its own from now on."""
    world = matter.world
    for country in matter.partners:
        if country not in world.own_case:
            world.own_case[country] = world.today
            world.touch("own_case")
            world.tell("partner_case_opened", matter.request.id, stops=True, country=country)


@effect
def run_team_term(matter: Matter) -> None:
    """The team's term runs: from its signature, or from the end of the term that is extended."""
    marks, today = matter.request.marks, matter.world.today
    begins = max(today, marks.get("team_until", today))
    marks["team_until"] = Term.parse(matter.term("duration")).deadline(begins)
    watch_team_term(matter)
    matter.tell("team_term", until=world_day(marks["team_until"]))


@effect
def watch_team_term(matter: Matter) -> None:
    """On the day after its term the team is at an end, unless it has been extended."""
    world = matter.world
    day = max(world.today, matter.request.marks["team_until"] + 1)
    world.clock.put(day, "act", f"{matter.request.id} expire", priority=2)


@effect
def tell_team_expired(matter: Matter) -> None:
    """The team's term is over and nobody has extended it."""
    matter.tell("team_expired", stops=True, source=ground_source(matter, "joint_team"))


@effect
def note_stage(matter: Matter) -> None:
    """The seat is told where the paper is now."""
    matter.tell("stage", stage=matter.request.stage)


# -- home -------------------------------------------------------------------------------------------------------------


@effect
def take_evidence(matter: Matter) -> None:
    """A measure at home brings its items into the file, with the order and the formalities the home code asks for."""
    world, request = matter.world, matter.request
    for item in matter.items:
        if not world.available(item.id):
            world.tell("item_gone", item.id, request.id, stops=True, country=item.country)
            continue
        formal = frozenset(item.formalities if request.marks.get("ordered") or not item.coercive else ())
        world.add_copy(item.id, Provenance("home", item.country, None, None, formal, frozenset(world.items[item.id].flaws),
                                           (), False, True, False, request.id, world.today))  # fmt: skip
        world.tell("item_held", item.id, request.id, stops=True, country=item.country)


@effect
def note_order(matter: Matter) -> None:
    """The home judge has signed."""
    matter.request.marks["ordered"] = matter.world.today
    matter.tell("home_order", stops=True)


@effect
def bring_indictment(matter: Matter) -> None:
    """The prosecution goes to court: which counts, against whom."""
    world = matter.world
    counts = tuple(matter.term("counts", ())) or tuple(world.scenario.counts)
    suspects = tuple(matter.term("persons", ())) or tuple(
        id for id, person in world.scenario.people.items() if person.role == "suspect"
    )
    world.indicted, world.indicted_on = (counts, suspects), world.today
    world.touch("indicted")
    world.tell("indicted", matter.request.id, stops=False, counts=counts, suspects=suspects)
    tell_beyond_speciality(matter, counts, suspects)


def tell_beyond_speciality(matter: Matter, counts: tuple[str, ...], suspects: tuple[str, ...]) -> None:
    """Charged for what the person was not surrendered for: the court does not try it, and says by which rule."""
    world = matter.world
    for suspect in suspects:
        beyond = tuple(id for id in counts if suspect in world.scenario.counts[id].against
                       and not world.may_be_tried(suspect, id))  # fmt: skip
        if beyond:
            world.tell("beyond_speciality", suspect, matter.request.id, stops=True, counts=beyond,
                       source=world.law.ground_source("speciality", world.scenario.home))  # fmt: skip


def known_effects() -> Mapping[str, Effect]:
    """The closed list, by name."""
    return EFFECTS
