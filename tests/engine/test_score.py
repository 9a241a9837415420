"""The score: of a rule and its lesser variant only one is ever missed, with the points it would have added."""

from engine import mark
from tests.conftest import case


def points_missed(earned):
    """Rule -> points that are said not to have been earned, after these rules gave theirs."""
    found = mark(case("first-contact"), dict.fromkeys(earned, (1, 1)))
    return {point.rule: point.points for point in found.missed}


def test_a_lesser_variant_is_not_missed_where_the_full_rule_was_earned():
    assert {"FC-T1", "FC-T1b"} & set(points_missed({"FC-T1"})) == set()


def test_where_neither_was_earned_only_the_full_rule_is_missed():
    missed = points_missed(())

    assert missed["FC-T1"] == 8
    assert "FC-T1b" not in missed


def test_where_the_lesser_variant_was_earned_the_full_rule_would_have_added_the_rest():
    missed = points_missed({"FC-T1b"})

    assert missed["FC-T1"] == 4
    assert "FC-T1b" not in missed


def test_no_more_can_be_missed_in_a_criterion_than_its_rules_give_together():
    scenario = case("budva-2009")
    for criterion, weight in scenario.weights.items():
        missed = [p.points for p in mark(scenario, {}).missed if p.criterion == criterion]

        assert sum(missed) >= weight, criterion
