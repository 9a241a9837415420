"""Every scenario has golden playthroughs, reaches each of its endings, and tells the intended line from the naive ones."""

import importlib.util
import os
from collections import Counter
from statistics import median

import pytest

from engine import BOTS, Playthrough, mark, play_out, player
from tests.conftest import CASES, ROOT, case

spec = importlib.util.spec_from_file_location("golden", ROOT / "tests" / "playthroughs" / "golden.py")
golden = importlib.util.module_from_spec(spec)
spec.loader.exec_module(golden)

RUNS = int(os.environ.get("ROGATORY_RUNS", "200"))
NAIVE = ("informal-only", "mla-for-everything", "jit-first")
LINES = [(id, name) for id in CASES for name in case(id).plays]


def played(id, name, seed):
    """A line of play under a seed."""
    return play_out(Playthrough(case(id), seed), player(case(id), name, seed))


@pytest.mark.parametrize(("id", "name"), LINES)
def test_a_written_line_of_play_goes_as_it_went_before(id, name):
    path = golden.path_of(case(id), name)
    assert path.is_file(), "no golden playthrough yet: python tests/playthroughs/golden.py"
    assert golden.tell(case(id), name) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("id", CASES)
def test_no_golden_playthrough_is_left_without_its_line(id):
    kept = {path.stem for path in (ROOT / "tests" / "playthroughs" / id).glob("*.txt")}
    assert kept == set(case(id).plays)


@pytest.mark.parametrize("id", CASES)
def test_every_ending_is_reached_by_a_recorded_line(id):
    reached = {played(id, name, line.seed).ending for name, line in case(id).plays.items()}
    assert {ending.id for ending in case(id).endings} == reached


@pytest.mark.parametrize("id", CASES)
def test_the_four_reference_lines_are_written(id):
    assert {"textbook", *NAIVE} <= set(case(id).plays)


@pytest.mark.parametrize(("id", "name"), LINES)
def test_a_written_line_leads_to_the_ending_it_expects(id, name):
    line = case(id).plays[name]
    wanted = {*(line.expect.get("endings") or ()), *filter(None, [line.expect.get("ending")])}
    assert wanted
    assert played(id, name, line.seed).ending in wanted


@pytest.mark.parametrize("id", CASES)
@pytest.mark.parametrize("name", ["textbook", *NAIVE])
def test_the_intended_line_scores_85_or_more_and_the_naive_ones_60_or_less(id, name):
    plays = [played(id, name, seed) for seed in range(1, RUNS + 1)]
    scores = [mark(case(id), play.world.earned).score for play in plays]
    if name == "textbook":
        assert median(scores) >= 85
        assert Counter(play.ending for play in plays).most_common(1)[0][0] == case(id).plays[name].expect["ending"]
    else:
        assert median(scores) <= 60


@pytest.mark.parametrize("id", CASES)
def test_the_strategies_without_a_script_come_to_an_end_too(id):
    for name in BOTS:
        line = play_out(Playthrough(case(id), 7), BOTS[name](7))
        assert line.is_over
        assert line.ending in {ending.id for ending in case(id).endings}


@pytest.mark.parametrize("id", CASES)
def test_the_weights_are_a_hundred_and_no_criterion_is_without_rules(id):
    assert sum(case(id).weights.values()) == 100
    assert {rule.criterion for rule in case(id).rules if rule.points > 0} == {c for c, w in case(id).weights.items() if w}


@pytest.mark.parametrize("id", CASES)
def test_every_point_and_every_lesson_has_a_source_that_may_decide(id):
    law = case(id).law
    for rule in case(id).rules:
        assert law.source(rule.source).confidence != "uncertain", rule.id
    for beat in case(id).beats.values():
        for choice in beat.choices:
            assert choice.source is None or law.source(choice.source).says
