"""Conditions: a closed vocabulary, typed, and never Python."""

from datetime import date

import pytest

from engine import Playthrough
from engine.expressions import BadExpression, Domains, compile_condition
from engine.play.questions import QUESTIONS, vocabulary

DOMAINS = Domains({
    "evidence": ["E1", "E9a"], "country": ["RS", "ME", "BA", "IT"], "victim": ["V1"], "suspect": ["S1"], "person": ["V1", "S1"], "beat": ["the-camera"],
    "procedure": ["mla", "jit"], "stage": ["execution", "returned"], "channel": ["direct", "ministries"], "count": ["C1"], "element": ["ACT"],
    "contact": ["RS-1"], "flag": ["told"], "choice": ["the-camera.keep"], "rule": ["R1"], "ending": ["weak"], "subject": ["E1", "S1"],
})  # fmt: skip

ATTACKS = [
    "__import__('os').system('true')", "().__class__", "day.__class__", "(lambda: 1)()", "[x for x in (1,2)]", "day if day else day",
    "f'{day}'", "day ** day", "9**9**9", "day @ day", "'a' * 9999999", "known(*['E1'])", "known(**{})", "known(E1)[0]", "{1: 2}", "day := 3",
    "exec('1')", "open('x')", "known(known)", "(" * 500 + "day" + ")" * 500, "not " * 300 + "flag(told)", "day >= 1 " + "and day >= 1 " * 200,
    "day >= 99999999999999999999", "flag(told); flag(told)", "flag(told)\nflag(told)", "1 < day < 3 < 4 == day", "print(day)", "True.__class__", "..."
    , "day >= 0x10", "day >= 1e9", "known('E1' 'E1')", "`day`", "day ≥ 3",
]  # fmt: skip

MISTAKES = [
    ("knwon(E1)", "known"), ("known(E9)", "E9a"), ("own_case(RSS)", "RS"), ("flag(tol)", "told"), ("stage(mla, RS) == execuson", "execution"),
    ("happened(the-camra)", "the-camera"), ("sent(mal, RS)", "mla"),
]  # fmt: skip

WRONG = ["day", "day >= RS", "known(E1) >= 3", "at(S1) == E1", "", "   ", "and", "day >=", "known()", "known(E1", "day > 'x'", "alert and day", "flag()"]


def read(source):
    return compile_condition(source, vocabulary(), DOMAINS)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_condition_is_ever_more_than_a_condition(attack):
    with pytest.raises(BadExpression) as refused:
        read(attack)
    assert refused.value.problem
    assert refused.value.column >= 1


@pytest.mark.parametrize(("typed", "meant"), MISTAKES)
def test_a_slip_of_the_finger_gets_the_word_that_was_meant(typed, meant):
    with pytest.raises(BadExpression) as refused:
        read(typed)
    assert f"'{meant}'" in (refused.value.fix or "")


@pytest.mark.parametrize("source", WRONG)
def test_a_condition_that_makes_no_sense_is_refused(source):
    with pytest.raises(BadExpression):
        read(source)


def test_ids_may_have_hyphens_dots_and_digits_and_one_equals_sign_is_enough():
    for source in ("chosen(the-camera.keep)", "contact(RS-1)", "at(S1) = IT", "known(E9a)", "not flag(told) or (day > 3 and alert < 50)"):
        assert read(source).source == source


def test_a_condition_knows_what_it_depends_on():
    assert read("day >= 3").reads == {"day"}
    assert read("flag(told) and trust(V1) > 30").reads == {"flags told", "trust V1"}
    assert read("known(E1)").asks == (("known", ("E1",)),)


def test_what_is_asked_of_one_thing_depends_on_that_alone_and_what_is_asked_of_all_on_all():
    assert read("chosen(the-camera.keep) and held(E1, E9a)").reads == {"beats the-camera", "items E1", "items E9a"}
    assert read("filed()").reads == {"items"}
    assert read("proved(C1)").reads == {"ledger"}
    assert read("returned() or returned(mla)").reads == {"requests", "requests mla"}


def days(condition, world):
    return {day(world) - world.today for day in condition.days}


def test_a_condition_knows_the_days_on_which_it_can_change_though_nothing_happens(first_contact):
    world = Playthrough(first_contact, 1).world

    assert days(read("flag(told)"), world) == set()
    assert days(read("day >= 3 and not (day > 9 or flag(told))"), world) == {3, 4, 9, 10}
    assert days(read("2 <= day"), world) == {2, 3}
    assert days(read("date = 2024-03-25"), world) == {date(2024, 3, 25).toordinal() - world.today + n for n in (0, 1)}


def test_what_cannot_be_told_beforehand_is_told_as_things_stand(first_contact):
    world = Playthrough(first_contact, 1).world
    other = compile_condition("within(3, never-came) or within(5, corridor)", vocabulary(), Domains({"beat": ["corridor", "never-came"]}))

    assert read("day - 1 >= alert").turns(world) == world.today + 1
    assert other.turns(world) == world.beats["corridor"].since + 6
    assert read("day >= 3").turns is None


def test_every_question_is_answered_by_a_real_world(first_contact):
    world = Playthrough(first_contact, 1).world
    some = {"evidence": "E1", "country": "ME", "victim": "V1", "suspect": "S1", "person": "V1", "beat": "corridor", "procedure": "mla", "stage": "execution",
            "channel": "direct", "count": "C1", "element": "ACT", "contact": "ME-1", "flag": "referred", "choice": "corridor.safety", "rule": "FC-L1",
            "ending": "strong", "subject": "E1", "number": 3}  # fmt: skip
    for question in QUESTIONS:
        given = [some[domain] for domain in question.takes]
        answer = question.answer(world, *given)
        assert isinstance(answer, {"bool": bool, "int": int, "date": int}.get(question.gives, str)), question.name
