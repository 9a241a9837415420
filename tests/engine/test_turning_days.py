"""The law is asked once for all the days between two on which something of it changes."""

import pytest

from engine.law.lawbook import PURPOSES
from tests.conftest import CASES, case


def same_as_afresh(lawbook, first, second, days):
    for purpose in PURPOSES:
        for day in days:
            assert lawbook.bases(first, second, purpose, day) == lawbook._find(first, second, purpose, day), (second, purpose, day)


@pytest.mark.parametrize("id", CASES)
def test_on_every_day_of_a_case_the_bases_are_those_found_afresh(id):
    scenario = case(id)
    for country in scenario.countries:
        same_as_afresh(scenario.law, scenario.home, country, range(scenario.deadline, scenario.start, -3))


def test_on_every_day_on_which_something_changes_and_on_the_day_before_too(lawbook):
    days = [day - before for day in lawbook._turning for before in (0, 1)]

    same_as_afresh(lawbook, "ME", "IT", days)
    same_as_afresh(lawbook, "RS", "BA", days[::3])
