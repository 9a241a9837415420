"""The pack of invented countries: its law is round and answers as written, it says everywhere that it is invented, it plays."""

import re
import shutil
from datetime import date

import pytest

from engine import Playthrough, UnknownSource, load_lawbook, load_scenario, play_out, player, replay
from game import session
from game.reference import country_text, law_text
from game.words import load_words
from tests.conftest import ROOT, SCENARIOS

DAY = date(2024, 3, 4).toordinal()
FERRY = ROOT / "tests" / "cases" / "last-ferry"
CRIME = ("trafficking",)


@pytest.fixture(scope="module")
def book():
    """The law book of the pack."""
    return load_lawbook(SCENARIOS / "invented")


@pytest.fixture()
def folder(tmp_path):
    """A folder of scenarios with both packs and the case on the invented one."""
    for pack in ("law", "invented"):
        (tmp_path / pack).symlink_to(SCENARIOS / pack, target_is_directory=True)
    shutil.copytree(FERRY, tmp_path / "last-ferry")
    return tmp_path


@pytest.fixture()
def ferry(folder):
    """The case."""
    return load_scenario(folder, "last-ferry")


def leading(book, requesting, requested, purpose, day=DAY):
    """The bases that bind two countries, best first."""
    return [basis.treaty for basis in book.bases(requesting, requested, purpose, day).binding]


def test_between_members_of_the_union_its_own_order_and_warrant_lead(book):
    assert leading(book, "XU", "XD", "mla")[0] == "RIO"
    assert leading(book, "XU", "XD", "extradition")[0] == "RSW"


def test_a_country_is_a_member_from_its_day_on(book):
    before, after = date(2014, 12, 31).toordinal(), date(2015, 1, 1).toordinal()
    assert "RIO" not in leading(book, "XU", "XT", "mla", before)
    assert leading(book, "XU", "XT", "mla", after)[0] == "RIO"
    assert not book.country("XT").is_member("EU", before)
    assert book.country("XT").is_member("EU", after)


def test_a_treaty_of_two_leads_between_the_two_and_opens_the_door_for_own_nationals(book):
    assert leading(book, "XU", "XM", "mla")[0] == "XU-XM-2005"
    assert "XU-XM-2005" not in leading(book, "XD", "XM", "mla")
    assert book.surrenders_national("XM", "XU", CRIME, DAY)
    assert not book.surrenders_national("XM", "XD", CRIME, DAY)
    assert not book.surrenders_national("XM", "XU", CRIME, date(2005, 12, 31).toordinal())


def test_one_country_never_surrenders_its_own_and_members_of_the_union_do_to_one_another(book):
    assert not any(book.surrenders_national("XF", other, CRIME, DAY) for other in book.countries if other != "XF")
    assert book.surrenders_national("XD", "XU", CRIME, DAY)


def test_one_country_does_not_punish_smuggling_and_so_neither_surrenders_nor_searches_for_it(book):
    farshore = book.country("XF")
    assert farshore.punishes(("trafficking",), DAY) and not farshore.punishes(("smuggling",), DAY)
    assert farshore.punishes(("smuggling", "trafficking"), DAY)
    assert not book.extraditable(("smuggling",), "XU", "XF", DAY) and book.extraditable(("trafficking",), "XU", "XF", DAY)


def test_one_country_only_signed_the_evidence_convention_and_answers_by_the_general_one(book):
    answer = book.bases("XU", "XF", "mla", DAY)
    assert [basis.treaty for basis in answer.binding] == ["GEN", "national-law"]
    assert ("EVC", "signed_only", "XF") in {(each.treaty, each.why, each.who) for each in answer.almost}


def test_every_pair_has_a_basis_for_evidence_and_for_extradition(book):
    for one in book.countries:
        for other in book.countries:
            if one != other:
                assert leading(book, one, other, "mla"), (one, other)
                assert leading(book, one, other, "extradition"), (one, other)


def test_figures_and_days_of_the_pack_are_round(book):
    figures = [n for treaty in book.treaties.values() for name, n in treaty.numbers.items() if name.endswith("_days")]
    days = [date.fromordinal(a.start) for country in book.countries.values() for a in country.accepts.values()]
    assert figures and all(n % 10 == 0 for n in figures)
    assert {(day.month, day.day) for day in days} == {(1, 1)}


def test_no_code_of_an_invented_country_belongs_to_a_country_or_may_ever_belong_to_one(book):
    # ISO 3166-1 keeps XA to XZ for users; XK is in use for Kosovo.
    assert book.countries
    assert all(re.fullmatch(r"X[A-Z]", id) and id != "XK" for id in book.countries)
    assert all(re.fullmatch(r"qa[a-z]", language) for c in book.countries.values() for language in c.languages)


def test_every_fact_of_the_pack_is_called_invented_and_none_of_the_real_one_is(book, lawbook):
    def facts(law):
        for country in law.countries.values():
            yield from (accepted.confidence for accepted in country.accepts.values())
            yield from (rule.nearest(DAY).confidence for rule in country.rules.values())
        yield from (treaty.articles_confidence for treaty in law.treaties.values())

    assert set(facts(book)) == {"invented"}
    assert "invented" not in set(facts(lawbook))


def test_what_is_shown_of_the_pack_says_that_it_is_invented(book):
    for said in (law_text(book, "XU", "XM", "extradition", date(2024, 3, 4)), country_text(book, "XF", date(2024, 3, 4))):
        flat = " ".join(said.split())
        assert "These countries and their law are invented" in flat
        assert "(invented)" in flat
        assert flat.count("* An invented country with invented law") == 1
        assert "Treaty Office" not in flat


@pytest.mark.parametrize("real", ["European", "INTERPOL", "Europol", "SELEC", "Albania", "Serbia", "Eurojust"])
def test_nothing_real_is_named_where_the_pack_is_shown(book, real):
    said = "\n".join(law_text(book, one, other, purpose, date(2024, 3, 4)) for one in book.countries for other in book.countries
                     if one != other for purpose in ("mla", "extradition", "jit", "police"))  # fmt: skip
    assert real not in said + "\n".join(country_text(book, id, date(2024, 3, 4)) for id in book.countries)


def test_what_names_real_countries_is_left_out_of_what_is_taken(book, lawbook):
    assert book.delays.words == {} != lawbook.delays.words
    assert "albanian-court-step" not in book.lessons
    with pytest.raises(UnknownSource):
        book.source("ETS30 art. 1")


def test_no_lesson_of_practice_that_is_taken_names_a_real_treaty_or_organisation(book):
    real = re.compile("ETS|UNTOC|Eurojust|Europol|INTERPOL|SELEC|EAW|EIO|Serbia|Albania|18 and 40")
    assert book.lessons
    assert [id for id, lesson in book.lessons.items() if real.search(lesson.says)] == []


def test_the_pack_has_words_only_for_things_that_have_words(book):
    known = load_words()
    own = [key for key in book.pack.words if not key.startswith("language.")]
    assert own
    assert [key for key in own if not known.has(key)] == []
    spoken = {f"language.{language}" for c in book.countries.values() for language in (*c.languages, *c.languages_accepted(DAY))}
    assert spoken <= set(book.pack.words)


def test_no_word_of_a_screen_names_a_real_organisation_in_its_cases(book):
    real = re.compile("INTERPOL|SECI|SELEC|Europol|Eurojust|EULEX|European|Treaty Office")
    kosovo = {"kosovo.footnote", "map.kosovo"}
    plain, own = load_words(), load_words().of(book)
    assert {key for key, text in plain.table.items() if real.search(text)}
    assert [key for key, text in own.table.items() if key not in kosovo and real.search(text)] == []


def test_the_papers_of_a_case_on_it_cite_its_own_treaties(ferry):
    terms = [term for procedure in ferry.procedures.values() for term in procedure.terms if term.source]
    assert terms
    assert all(ferry.law.source(term.source) for term in terms)
    assert {term.source for term in ferry.procedures["eio"].terms} >= {"RIO art. 1", "RIO art. 2", "RIO art. 3"}


def test_a_case_on_it_plays_own_nationals_both_ways_and_ends_as_intended(ferry):
    play = play_out(Playthrough(ferry, 1), player(ferry, "textbook", 1))
    assert play.ending == "proved"
    assert "surrendered" in {outcome.kind for outcome in play.outcomes}
    assert {r.country: r.stage for r in play.view("prosecutor").requests if r.procedure == "extradition"} == {
        "XM": "surrendered", "XF": "refused_national"}  # fmt: skip


@pytest.mark.parametrize("bot", ["random", "mischief", "informal-only", "mla-for-everything", "jit-first"])
def test_whatever_is_done_in_it_comes_to_an_end_and_is_the_same_when_played_again(ferry, bot):
    for seed in range(1, 11):
        play = play_out(Playthrough(ferry, seed), player(ferry, bot, seed))
        assert play.is_over, seed
        assert replay(ferry, seed, play.decisions).digest() == play.digest(), seed


def test_its_log_proves_itself_where_neither_pack_nor_case_is(folder, ferry, tmp_path):
    path = tmp_path / "ferry.rogatory.json"
    sitting = session.begin(ferry, 1, None, path=path)
    for decision in play_out(Playthrough(ferry, 1), player(ferry, "textbook", 1)).decisions:
        sitting.decide(decision)
    sitting.close()
    for name in ("law", "invented"):
        (folder / name).unlink()
    shutil.rmtree(folder / "last-ferry")

    proof = session.verify(path)

    assert proof.row is None
    assert proof.digest == sitting.play.digest()
