"""What comes after the first answer: speciality and further counts, a team's term, a paper passed on, a refusal to take over."""

import shutil
from datetime import date

import pytest

from engine import Decision, Playthrough, load_scenario
from engine.play.course import begin
from engine.play.effects import known_effects
from engine.play.guards import CHANCES, known_guards
from engine.play.matter import Matter
from engine.play.questions.persons import may_be_tried
from engine.play.timing import factors, journey
from tests.conftest import ROOT, SCENARIOS, case


class Loaded:
    """Luck that nobody may ask."""

    def chance(self, *what):
        raise AssertionError(f"the dice were asked: {what}")


def flagship():
    """The flagship on its first day, with everybody out of danger, so that days may pass."""
    return calm(Playthrough(case("budva-2009"), 7))


def calm(play):
    """The play with its victims in safety."""
    for id in play.world.danger:
        play.world.people[id].safe = play.world.today
        play.world.danger[id] = 0
    play.world.stopped_drift.update(play.world.danger)
    return play


def wait_while(play, goes_on):
    """Days pass while something goes on; the story may not end meanwhile."""
    while goes_on():
        assert play.ending is None, play.ending
        play.decide(Decision("prosecutor", "wait", (), {"until": "day"}))


def begun(play, procedure, country, about=(), **terms):
    """A paper begun in the world of a play, past every click."""
    return Matter(play.world, begin(play.world, procedure, country, about, terms, "prosecutor"))


def bring_to(matter, stage):
    """Put a paper at a stage as its procedure would: the stage's consequences happen."""
    from engine.play.course import enter

    matter.request.history.append((stage, matter.world.today))
    matter.stage = stage
    enter(matter)


def told(play, kind):
    """Everything of one kind that has been told."""
    return [outcome for outcome in play.world.outcomes if outcome.kind == kind]


def surrendered_for(play, *counts):
    """Rrapi, surrendered by Italy for these counts."""
    matter = begun(play, "extradition", "IT", ("S4",), basis=("ETS24",), counts=counts)
    bring_to(matter, "surrendered")
    return matter


def test_a_surrendered_person_may_be_tried_only_for_what_the_surrender_was_granted():
    play = flagship()
    ask = may_be_tried
    assert ask(play.world, "S4", "C3")
    surrendered_for(play, "C1")
    assert ask(play.world, "S4", "C1") and not ask(play.world, "S4", "C3")
    assert told(play, "surrendered")[0].source == "ETS24 art. 14(1)"


def test_an_indictment_beyond_speciality_is_played_and_the_court_names_the_rule():
    play = flagship()
    matter = surrendered_for(play, "C1", "C2")
    matter.request.terms["counts"] = ("C1", "C2", "C3")
    known_effects()["bring_indictment"](matter)
    beyond = told(play, "beyond_speciality")
    assert [(o.about[0], dict(o.told)["counts"], o.source) for o in beyond] == [("S4", ("C3",), "ETS24 art. 14(1)")]
    assert play.world.indicted is not None


def test_consent_to_further_counts_opens_them():
    play = flagship()
    matter = surrendered_for(play, "C1")
    matter.request.terms["further_counts"] = ("C3",)
    assert not known_guards()["further_counts_barred"](matter)
    bring_to(matter, "consent_given")
    assert play.world.may_be_tried("S4", "C3") and play.world.may_be_tried("S4", "C1")


def test_consent_is_asked_only_while_something_is_beyond_speciality():
    play = flagship()
    matter = surrendered_for(play, "C1", "C2", "C3")
    assert not known_guards()["counts_beyond_speciality"](matter)
    assert not play.decide(Decision("prosecutor", "step", (matter.request.id, "ask_consent"), {"further_counts": ("C3",)}))


def test_consent_comes_after_its_papers_and_days():
    play = flagship()
    matter = surrendered_for(play, "C1")
    play.decide(Decision("prosecutor", "step", (matter.request.id, "ask_consent"), {"further_counts": ("C2", "C3")}))
    assert matter.stage == "consent_papers"
    wait_while(play, lambda: matter.stage not in ("consent_given", "consent_refused"))
    assert matter.stage == "consent_given"
    assert [stage for stage, _ in matter.request.history[-3:]] == ["consent_sent", "consent_decision", "consent_given"]
    assert told(play, "speciality_widened")


def team(play, duration="3 months"):
    """A team with Serbia, signed today."""
    play.world.own_case["RS"] = play.world.today
    matter = begun(play, "jit", "RS", (), basis=("ETS182",), duration=duration)
    bring_to(matter, "operating")
    return matter


def test_a_team_ends_on_the_day_after_its_term():
    play = flagship()
    matter = team(play)
    until = date.fromisoformat(dict(told(play, "team_term")[0].told)["until"])
    assert until == date(2009, 12, 30)
    wait_while(play, lambda: play.today < until.toordinal())
    assert matter.stage == "operating"
    play.decide(Decision("prosecutor", "wait", (), {"until": "day"}))
    assert matter.stage == "expired" and told(play, "team_expired")


def test_an_extension_counts_from_the_end_of_the_term_it_extends():
    play = flagship()
    matter = team(play)
    play.decide(Decision("prosecutor", "step", (matter.request.id, "extend"), {"duration": "6 months"}))
    assert matter.stage == "extension"
    wait_while(play, lambda: matter.stage == "extension")
    assert matter.stage == "operating"
    assert date.fromordinal(matter.request.marks["team_until"]) == date(2010, 6, 30)
    assert len(told(play, "team_signed")) == 1 and len(told(play, "team_term")) == 2


def test_a_partner_on_whose_territory_a_suspect_is_opens_a_case_of_its_own_and_another_declines():
    ask = known_guards()
    play = flagship()
    serbia, hungary = begun(play, "jit", "RS", basis=("ETS182",)), begun(play, "jit", "XK", basis=("ETS182",))
    assert not ask["partners_have_a_case"](serbia)
    assert ask["partners_see_a_case"](serbia) and not ask["partners_see_a_case"](hungary)
    bring_to(serbia, "own_investigation")
    assert serbia.request.due > play.world.today
    bring_to(serbia, "negotiation")
    assert "RS" in play.world.own_case and told(play, "partner_case_opened")


def test_a_letter_passed_on_goes_through_the_ministries_and_whoever_passes_it_on_says_so():
    play = flagship()
    matter = begun(play, "mla", "IT", (), basis=("ETS30",), channel="direct", language="it")
    bring_to(matter, "forwarded")
    assert matter.channel == "ministries"
    assert told(play, "passed_on")[0].source == "practice wrong-authority"


@pytest.mark.parametrize("seed", range(40))
def test_a_question_in_the_wrong_channel_is_passed_on_or_closed_never_both(seed):
    play = calm(Playthrough(case("budva-2009"), seed))
    matter = begun(play, "informal", "IT", ("RS-3",))
    matter.request.country = "XK"
    assert not known_guards()["channel_binds_both"](matter)
    wait_while(play, lambda: matter.stage not in ("closed", "answered", "silent"))
    assert (matter.stage == "closed") is not matter.request.was("forwarded")


def test_proceedings_are_not_taken_over_where_nothing_ties_the_person_to_the_state():
    play = flagship()
    refused = begun(play, "transfer", "BA", ("S1",), basis=("ETS73",), counts=("C1",))
    assert not known_guards()["person_tied_to_them"](refused)
    bring_to(refused, "refused_untied")
    assert told(play, "refused")[-1].source == "ETS73 art. 8"
    taken = begun(play, "transfer", "RS", ("S2",), basis=("ETS73",), counts=("C1",))
    assert known_guards()["person_tied_to_them"](taken)


def test_what_is_expected_of_a_paper_never_asks_the_dice():
    play = flagship()
    play.world.own_case["RS"] = play.world.today
    letter = begun(play, "mla", "RS", ("E4",), basis=("ETS30",), channel="ministries")
    play.world.luck = Loaded()
    stages = [stage for stage, *_ in journey(letter)]
    assert "execution" in stages and "postponed" not in stages
    assert {guard.__name__ for guard in CHANCES} >= {"found_incomplete", "person_consents", "passed_on", "contact_helps"}


@pytest.mark.parametrize(("home", "partner", "organisation", "on", "answer"), [
    ("ME", "AL", "EUROJUST", date(2024, 3, 4), True),
    ("ME", "AL", "EUROJUST", date(2018, 3, 4), False),
    ("ME", "RS", "EUROJUST", date(2024, 3, 4), False),
    ("ME", "RS", "SELEC", date(2024, 3, 4), True),
    ("ME", "RS", "none", date(2024, 3, 4), False),
])  # fmt: skip
def test_an_organisation_supports_a_team_from_the_day_it_surely_binds_every_partner(home, partner, organisation, on, answer):
    play = flagship()
    matter = begun(play, "jit", "RS", basis=("ETS182",), support=organisation)
    matter.request.country, play.world.today = partner, on.toordinal()
    assert matter.supported() is answer
    slower = [name for name, _ in factors(matter, matter.procedure.stages["negotiation"])]
    assert ("supported" in slower) is answer


@pytest.mark.parametrize(("offence", "item", "refused"), [("smuggling", "E3", True), ("trafficking", "E3", False)])
def test_a_coercive_measure_is_refused_for_what_is_no_offence_there(tmp_path, offence, item, refused):
    matter = letter_to_farshore(tmp_path, offence, item)
    assert known_guards()["not_punishable_there"](matter) is refused
    assert known_guards()["offence_unknown_there"](matter) is refused


def letter_to_farshore(folder, offence, item):
    """A letter about an item, in the case of the invented pack with its count for this offence."""
    for pack in ("law", "invented"):
        (folder / pack).symlink_to(SCENARIOS / pack, target_is_directory=True)
    shutil.copytree(ROOT / "tests" / "cases" / "last-ferry", folder / "last-ferry")
    written = folder / "last-ferry" / "scenario.yaml"
    changed = written.read_text(encoding="utf-8").replace("offence: trafficking,", f"offence: {offence},")
    written.write_text(changed, encoding="utf-8")
    play = Playthrough(load_scenario(folder, "last-ferry"), 1)
    return begun(play, "mla", "XF", (item,), basis=("GEN",), counts=("C1",))
