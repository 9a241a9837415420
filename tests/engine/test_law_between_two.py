"""What is told of the law holds between these two States on that day: sources, teams, own nationals, thresholds."""

from dataclasses import replace
from datetime import date

import pytest

from engine.play.effects import known_effects
from engine.play.guards import known_guards
from game.pages.telling import Telling
from game.words import load_words
from tests.conftest import book_of
from tests.engine.test_after_the_answer import begun, bring_to, flagship, told


def at_home_in(country):
    """The flagship led from another country, under the whole law book."""
    play = flagship()
    play.world.law = book_of("law")
    play.world.scenario = replace(play.world.scenario, home=country)
    return play


def between(play, matter, country, on=None):
    """The matter with another State, perhaps on another day."""
    matter.request.country = country
    play.world.today = date.fromisoformat(on).toordinal() if on else play.world.today
    return matter


@pytest.mark.parametrize(("country", "basis", "stage", "source"), [
    ("IT", "ETS24", "surrendered", "ETS24 art. 14(1)"),
    ("XK", "national-law", "surrendered", "XK national_law.extradition"),
    ("XK", "national-law", "refused_penalty", "XK national_law.extradition"),
])  # fmt: skip
def test_an_article_is_a_source_only_where_its_treaty_binds_both(country, basis, stage, source):
    play = at_home_in("ME")
    matter = between(play, begun(play, "extradition", "IT", ("S4",), basis=(basis,), counts=("C1",)), country)
    bring_to(matter, stage)
    assert [o.source for kind in ("surrendered", "refused") for o in told(play, kind)] == [source]


@pytest.mark.parametrize(("country", "basis", "source"), [
    ("RS", "ETS73", "ETS73 art. 8"), ("IT", "ETS30", "ETS30 art. 21"), ("HR", "UNTOC", "UNTOC art. 21"),
])  # fmt: skip
def test_who_is_no_party_to_the_convention_on_transfer_does_not_refuse_by_it(country, basis, source):
    play = at_home_in("ME")
    matter = between(play, begun(play, "transfer", "BA", ("S1",), basis=(basis,), counts=("C1",)), country)
    bring_to(matter, "refused_untied")
    assert told(play, "refused")[0].source == source


@pytest.mark.parametrize(("paper", "home", "country", "basis", "source"), [
    ("extradition", "ME", "IT", "ETS24", "ETS24 art. 14(1)"), ("eaw", "DE", "AT", "EU-EAW", "EU-EAW art. 27"),
])  # fmt: skip
def test_the_court_names_the_rule_of_the_paper_on_which_the_person_came(paper, home, country, basis, source):
    play = at_home_in(home)
    bring_to(begun(play, paper, country, ("S4",), basis=(basis,), counts=("C1",)), "surrendered")
    known_effects()["bring_indictment"](begun(play, "proceedings", home, (), counts=("C1", "C2", "C3")))
    assert [o.source for kind in ("surrendered", "beyond_speciality") for o in told(play, kind)] == [source, source]


@pytest.mark.parametrize(("partners", "cited", "bound"), [
    (("RS", "BA"), ("ETS182",), True),
    (("HR",), ("ETS182",), True),
    (("MD",), ("PCCSEE",), True),
    (("HR", "MD"), ("ETS182", "PCCSEE"), False),
    (("HR", "MD"), ("ETS182", "PCCSEE", "UNTOC"), True),
    (("IT",), ("ETS182",), False),
])  # fmt: skip
def test_a_team_rests_on_one_basis_that_binds_all_of_its_members_to_one_another(partners, cited, bound):
    """1 October 2009: Croatia in the protocol of 2001 alone, Moldova in the police convention alone."""
    play = at_home_in("ME")
    matter = between(play, begun(play, "jit", "RS", basis=cited, partners=partners), partners[0], "2009-10-01")
    assert known_guards()["partners_bound"](matter) is bound


def test_a_partner_without_a_case_declines_by_what_practice_knows():
    play = flagship()
    matter = begun(play, "jit", "RS", basis=("ETS182",))
    bring_to(matter, "declined")
    assert (dict(told(play, "declined")[0].told)["why"], told(play, "declined")[0].source) == ("no_case", "practice jit-needs-a-case")


@pytest.mark.parametrize(("on", "counts", "barred"), [
    ("2010-06-28", ("C1", "C3"), True),
    ("2010-06-29", ("C1", "C3"), False),
    ("2010-06-29", ("C3",), False),
    ("2010-06-29", ("C1",), True),
])  # fmt: skip
def test_a_state_gives_its_own_national_for_the_offences_of_its_treaty_and_for_no_other(on, counts, barred):
    """Serbia and Croatia, 29 June 2010: organised crime; of trafficking its treaty says nothing."""
    play = at_home_in("HR")
    matter = between(play, begun(play, "extradition", "RS", ("S2",), basis=("ETS24",), counts=counts), "RS", on)
    assert known_guards()["own_national_barred"](matter) is barred


@pytest.mark.parametrize(("person", "further", "barred"), [("S2", "C3", False), ("S2", "C1", True), ("S4", "C1", False)])
def test_consent_is_not_given_for_what_an_own_national_would_not_be_surrendered_for(person, further, barred):
    play = at_home_in("HR")
    matter = between(play, begun(play, "extradition", "RS", (person,), basis=("ETS24",), further_counts=(further,)), "RS", "2010-06-29")
    assert known_guards()["further_counts_barred"](matter) is barred


@pytest.mark.parametrize(("paper", "home", "basis", "low"), [
    ("extradition", "ME", "ETS24", True), ("eaw", "DE", "EU-EAW", False),
])  # fmt: skip
def test_a_warrant_looks_at_the_penalty_in_the_issuing_state_alone(paper, home, basis, low, monkeypatch):
    play = at_home_in(home)
    matter = between(play, begun(play, paper, "IT", ("S4",), basis=(basis,), counts=("C1",)), "AT", "2009-10-01")
    monkeypatch.setattr(play.world.law, "most_months", lambda where, offence, day: 6 if where == "AT" else 60)
    assert known_guards()["penalty_too_low"](matter) is low


def test_a_letter_that_cites_a_protocol_too_early_is_told_which_of_its_bases_does_not_bind():
    """Albania to Montenegro: the protocol of 2001 opens the direct way on 1 February 2009, and not a day before."""
    for on, reasons in (("2009-01-31", ("channel_not_allowed", "one_void")), ("2009-02-01", ("supplement",))):
        play = at_home_in("AL")
        letter = begun(play, "mla", "ME", ("E2",), basis=("ETS30", "ETS182"), channel="direct", language="cnr", copy_to_ministry=True,
                       link_stated=True, offence_stated=True)  # fmt: skip
        bring_to(between(play, letter, "ME", on), "returned")
        assert dict(told(play, "returned")[0].told)["reasons"] == reasons


@pytest.mark.parametrize(("on", "reasons", "source"), [
    ("2017-05-21", ("link_stated",), "practice right-first-time"), ("2017-05-22", ("gives_way",), "EU-EIO art. 5"),
])  # fmt: skip
def test_between_members_a_letter_comes_back_from_the_day_the_order_takes_its_place(on, reasons, source):
    play = at_home_in("DE")
    letter = begun(play, "mla", "IT", ("E2",), basis=("ETS30",), channel="ministries", language="de", offence_stated=True)
    bring_to(between(play, letter, "AT", on), "returned")
    (returned,) = told(play, "returned")
    assert (dict(returned.told)["reasons"][:1], returned.source) == (reasons, source)


def test_where_no_treaty_says_how_long_an_arrest_may_last_the_states_own_rule_is_named():
    play = at_home_in("AL")
    bring_to(begun(play, "extradition", "XK", ("S4",), basis=("national-law",), counts=("C1",)), "arrested")
    assert told(play, "arrest_clock")[0].source == "XK extradition.provisional_arrest_days_max"


def test_the_term_of_a_team_ends_by_the_treaty_that_the_team_rests_on():
    play = at_home_in("ME")
    bring_to(begun(play, "jit", "RS", basis=("PCCSEE",), duration="3 months"), "expired")
    assert told(play, "team_expired")[0].source == "PCCSEE art. 27(1)"


def test_who_is_bound_by_none_of_the_bases_declines_a_team_by_the_one_that_was_cited():
    play = at_home_in("ME")
    bring_to(begun(play, "jit", "IT", basis=("ETS182",)), "declined")
    assert (dict(told(play, "declined")[0].told)["why"], told(play, "declined")[0].source) == ("no_basis", "ETS182 art. 20(1)")


@pytest.mark.parametrize(("after", "source"), [(40, None), (41, "ETS24 art. 16(4)")])
def test_who_is_released_for_want_of_papers_is_told_the_rule(after, source):
    play = at_home_in("ME")
    matter = begun(play, "extradition", "IT", ("S4",), basis=("ETS24",), counts=("C1",))
    bring_to(matter, "arrested")
    play.world.today += after
    bring_to(matter, "released")
    assert told(play, "released")[0].source == source


def test_a_release_says_what_ended_the_arrest_and_after_how_many_days():
    play = at_home_in("ME")
    matter = begun(play, "extradition", "IT", ("S4",), basis=("ETS24",), counts=("C1",))
    bring_to(matter, "arrested")
    play.world.today += 41
    bring_to(matter, "released")

    assert (told(play, "released")[0].get("cause"), told(play, "released")[0].get("days")) == ("out_of_time", 40)
    assert "the 40 days of provisional arrest are over" in Telling(play.scenario, load_words()).outcome(told(play, "released")[0])


def test_who_is_let_go_because_the_request_is_withdrawn_is_not_told_of_days():
    play = at_home_in("ME")
    matter = begun(play, "extradition", "IT", ("S4",), basis=("ETS24",), counts=("C1",))
    bring_to(matter, "arrested")
    bring_to(matter, "withdrawn")

    assert (told(play, "released")[0].get("cause"), told(play, "released")[0].source) == ("withdrawn", None)


@pytest.mark.parametrize(("paper", "home", "country", "basis", "source"), [
    ("extradition", "ME", "IT", "ETS24", "practice consent-shortens"), ("eaw", "DE", "AT", "EU-EAW", "EU-EAW art. 13"),
])  # fmt: skip
def test_consent_to_surrender_is_told_with_its_rule(paper, home, country, basis, source):
    play = at_home_in(home)
    bring_to(begun(play, paper, country, ("S4",), basis=(basis,), counts=("C1",)), "consented")
    assert told(play, "consented")[0].source == source


@pytest.mark.parametrize(("paper", "country", "about", "basis", "on", "reason", "source"), [
    ("transfer", "HR", "S4", "ETS73", "2012-03-01", "basis_missing", "ETS73 art. 6"),
    ("extradition", "AT", "S4", "ETS24", "2006-08-02", "gives_way", "EU-EAW art. 2(1)"),
    ("preservation", "IT", "E1", "ETS185", "2010-03-01", "not_for_this", "ETS185 art. 29(1)-(2)"),
])  # fmt: skip
def test_an_answer_that_a_basis_does_not_carry_the_paper_says_why(paper, country, about, basis, on, reason, source):
    play = at_home_in("DE")
    matter = between(play, begun(play, paper, "IT", (about,), basis=(basis,), counts=("C1",)), country, on)
    bring_to(matter, "not_bound")
    (answer,) = told(play, "not_bound")
    assert (dict(answer.told)["reasons"], answer.source) == ((reason,), source)
