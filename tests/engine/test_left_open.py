"""What a debrief says of omissions: they are named, and no harmless decision is blamed in their place."""

from datetime import date

from engine import Decision, Playthrough, compared, debrief, play_out, player
from engine.debrief import left_open
from engine.debrief.what_ifs import Regret
from tests.conftest import case


def played(id, line):
    """A written line of play under its own seed."""
    return play_out(Playthrough(case(id), case(id).plays[line].seed), player(case(id), line, case(id).plays[line].seed))


def left(play):
    """(kind, id) -> ISO day of what a play left open."""
    return {(each.kind, each.about): date.fromordinal(each.day).isoformat() for each in left_open(play)}


def test_who_leaves_nothing_open_is_blamed_for_nothing():
    assert left_open(played("first-contact", "textbook")) == ()


def test_what_nobody_decided_is_named_with_the_day_on_which_it_closed():
    found = left(played("budva-2009", "mla-for-everything"))

    assert found["undecided", "altin"] == "2009-10-31"


def test_what_nobody_decided_before_the_end_is_named_with_the_end():
    play = played("first-contact", "no-court")

    assert left(play)["undecided", "decide"] == date.fromordinal(play.today).isoformat()


def test_a_letter_that_came_back_and_was_not_sent_again_is_named_with_the_day_of_its_return():
    play = played("budva-2009", "mla-for-everything")
    returned = {o.about[0]: date.fromordinal(o.day).isoformat() for o in play.outcomes if o.kind == "returned"}
    found = {id: day for (kind, id), day in left(play).items() if kind == "came_back"}

    assert found and found.items() <= returned.items()


def test_what_was_lost_unknown_to_the_file_is_nobodys_omission():
    play = played("first-contact", "mla-for-everything")
    lost = {(o.about[0], bool(o.seen_by)) for o in play.outcomes if o.kind == "item_lost"}

    assert {id for kind, id in left(play) if kind == "lost"} == {id for id, known in lost if known}
    assert {"E3", "E4"} <= {id for id, _ in lost}


def test_an_arrest_for_which_nobody_sent_papers_is_named_with_its_days():
    scenario = case("budva-2009")
    steps = player(scenario, "textbook", 2)
    play = Playthrough(scenario, 2)
    while not play.is_over:
        decision = steps.next(play)
        if decision is None or decision.on[1:] == ("send_papers",) or not play.decide(decision):
            play.wait("prosecutor", "day")

    found = next(each for each in left_open(play) if each.kind == "no_papers")
    assert (found.about, found.days) == ("extradition-IT-1", 40)


def regret(decision, points, rules):
    """A what-if of a decision that would have changed these rules."""
    return Regret(decision, 1, None, points, 0, (), (), "weak", 0, (), frozenset(rules))


def test_of_two_decisions_that_would_have_changed_the_same_the_one_nearest_to_the_effect_is_named():
    found = compared(debrief(played("first-contact", "textbook"), what_ifs=False), [
        regret(2, 13, {"FC-A6", "FC-L2"}), regret(9, 13, {"FC-A6", "FC-L2"}), regret(4, 13, {"FC-T1"})])  # fmt: skip

    assert [each.decision for each in found.regrets] == [9, 4]


def test_a_decision_that_something_else_would_have_bettered_is_not_called_right():
    found = compared(debrief(played("first-contact", "textbook"), what_ifs=False), [regret(2, 3, {"FC-A5"}), regret(2, -5, {"FC-L1"})])

    assert ([each.decision for each in found.regrets], found.right) == ([2], ())


def test_filing_a_police_copy_is_blamed_and_not_the_harmless_question_before_it():
    play = Playthrough(case("first-contact"), 1)
    play.wait("investigator", "day")
    assert play.decide(Decision("investigator", "choose", ("across-the-lake", "photo")))
    play.wait("investigator", "2024-03-08")
    filing = Decision("investigator", "file", ("E3",))
    assert play.decide(filing)
    while not play.is_over:
        play.wait("investigator", "day")

    named = {play.decisions[each.decision - 1].act for each in debrief(play).regrets if "FC-A6" in each.rules}
    assert named == {"file"}


def test_where_nothing_else_was_tried_it_is_not_said_that_nothing_would_have_been_better():
    assert not debrief(played("first-contact", "textbook"), what_ifs=False).tried
    assert debrief(played("first-contact", "textbook")).tried
