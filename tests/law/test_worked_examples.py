"""The law book answers worked examples, on both sides of the days that matter."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from engine import read_yaml

HERE = Path(__file__).parent
EXAMPLES = read_yaml(HERE / "examples.yaml").tree
NATIONALS = read_yaml(HERE / "nationals.yaml").tree
SNAPSHOT = read_yaml(HERE / "snapshot-2009-10-01.yaml").tree
THE_DAY = date(2009, 10, 1).toordinal()


def day_of(value):
    """An ordinal from a date of a file."""
    return value.toordinal() if isinstance(value, date) else None


@pytest.mark.parametrize("example", EXAMPLES, ids=[each["claim"] for each in EXAMPLES])
def test_the_law_book_answers_a_worked_example(lawbook, example):
    requesting, requested, purpose = example["ask"].split(" ")
    answer = lawbook.bases(requesting, requested, purpose, day_of(example["on"]))
    found = {basis.treaty: basis for basis in answer.binding}
    near = {each.treaty: each for each in answer.almost}
    if "first" in example:
        assert answer.binding[0].treaty == example["first"]
    if "only" in example:
        assert list(found) == example["only"]
    assert set(example.get("has", ())) <= set(found)
    assert not set(example.get("lacks", ())) & set(found)
    for treaty, articles in example.get("articles", {}).items():
        assert list(found[treaty].articles) == articles
    for treaty, channels in example.get("channels", {}).items():
        assert list(found[treaty].channels) == channels
    assert all(found[treaty].supporting for treaty in example.get("supporting", ()))
    for treaty, (why, who, start) in example.get("almost", {}).items():
        assert (near[treaty].why, near[treaty].who, near[treaty].start) == (why, who, day_of(start))


@pytest.mark.parametrize("example", NATIONALS, ids=[each["claim"] for each in NATIONALS])
def test_own_nationals_are_surrendered_only_where_a_rule_says_so(lawbook, example):
    requested, requesting = example["ask"].split(" ")
    found = lawbook.surrenders_national(requested, requesting, tuple(example["offences"]), day_of(example["on"]))
    assert found is example["surrendered"]


def test_there_are_at_least_a_hundred_examples():
    assert len(EXAMPLES) + len(NATIONALS) >= 100


@pytest.mark.parametrize("treaty", sorted(SNAPSHOT["parties"]))
def test_the_parties_on_1_october_2009_are_those_of_the_snapshot(lawbook, treaty):
    bound = {id for id, country in lawbook.countries.items() if country.party_on(treaty, THE_DAY) is not None}
    assert bound == set(SNAPSHOT["parties"][treaty])


def test_the_members_of_the_union_on_that_day_are_those_of_the_snapshot(lawbook):
    assert {id for id, country in lawbook.countries.items() if country.is_member("EU", THE_DAY)} == set(SNAPSHOT["members_of_the_union"])


@pytest.mark.parametrize("pair", sorted(SNAPSHOT["joint_team"]))
def test_each_pair_has_the_bases_for_a_joint_team_of_the_snapshot(lawbook, pair):
    first, second = pair.split("-")
    wanted = SNAPSHOT["joint_team"][pair]
    for one, other in ((first, second), (second, first)):
        found = [basis.treaty for basis in lawbook.bases(one, other, "jit", THE_DAY).binding if basis.treaty != "national-law"]
        assert set(found) >= set(wanted), found
        assert set(found) <= set(wanted) | {"EU-JIT2002", "EU-MLA2000"}, found


def test_every_answer_rests_on_dates_for_both_and_nothing_uncertain_binds(lawbook):
    days = [date(year, 7, 1).toordinal() for year in (2006, 2009, 2013, 2019, 2024)]
    for one, other in combinations(sorted(lawbook.countries), 2):
        for purpose in ("mla", "extradition", "jit", "preservation", "transfer", "police"):
            for day in days:
                for basis in lawbook.bases(one, other, purpose, day).binding:
                    assert basis.confidence != "uncertain", (one, other, purpose, day, basis.treaty)
                    assert all(since <= day for _, since in basis.in_force)


def test_a_provisional_arrest_may_end_after_18_and_must_end_after_40_days(lawbook):
    assert lawbook.provisional_arrest("IT", THE_DAY) == (18, 40)


def test_every_instrument_and_country_of_the_pack_is_there(lawbook):
    assert len(lawbook.treaties) == 31
    assert len(lawbook.bilaterals) == 23
    assert len(lawbook.countries) == 17


def test_kosovo_always_has_its_footnote(lawbook):
    assert "1244" in lawbook.country("XK").name
    assert "1244" in (lawbook.country("XK").footnote or "")
    assert [id for id, country in lawbook.countries.items() if country.footnote] == ["XK"]


def test_every_source_has_a_day_on_which_somebody_looked(lawbook):
    for country in lawbook.countries.values():
        for dated in country.rules.values():
            assert all(date.fromisoformat(rule.checked) for rule in dated.values), dated.path


@pytest.mark.parametrize(("reference", "day", "says"), [
    ("ME evidence.code_in_application", date(2009, 9, 30), "code of 2003"),
    ("ME evidence.code_in_application", date(2010, 8, 26), "code of 2009"),
    ("RS extradition.own_nationals", date(2009, 10, 1), "declaration to article 6"),
    ("RS extradition.own_nationals", date(2011, 2, 4), "2009 law"),
    ("HR extradition.own_nationals", date(1990, 1, 1), "ban on extraditing"),
])  # fmt: skip
def test_a_rule_is_cited_as_it_stood_on_the_day(lawbook, reference, day, says):
    assert says in lawbook.source(reference, day.toordinal()).says


def test_national_law_is_shown_without_a_day_of_entry_into_force(lawbook):
    for country in lawbook.countries.values():
        for purpose in country.national_law:
            answer = lawbook.bases("TR", country.id, purpose, date(2024, 3, 4).toordinal()).binding[-1]
            assert (answer.treaty, answer.in_force) == ("national-law", ((country.id, 0),))
