"""The closed lists agree with one another."""

import pytest

from engine.casefile.ledger import QUESTIONS
from engine.casefile.questions import ASKABLE
from engine.play import effects, guards, questions
from engine.play.effects import EFFECTS
from engine.play.guards import GUARDS
from engine.play.story_effects import VERBS
from engine.reading.verbs import SHAPES
from game.words import load_words
from tests.conftest import CASES, ROOT, case


def test_the_rules_of_evidence_may_ask_exactly_what_the_ledger_can_answer():
    assert frozenset(QUESTIONS) == ASKABLE


def test_the_verbs_an_author_may_write_are_those_the_story_can_do():
    assert set(VERBS) == set(SHAPES)


def test_every_guard_and_effect_is_used_by_some_procedure_or_says_why_a_paper_is_refused():
    used = set()
    for id in CASES:
        for procedure in case(id).procedures.values():
            used |= {name for name, _ in procedure.possible}
            for step in procedure.steps:
                used |= {f.__name__ for f in (*step.conditions, *step.unless)} | {name for name, _ in step.possible}
            for stage in procedure.stages.values():
                used |= {f.__name__ for f in stage.does}
    assert sorted((set(GUARDS) | set(EFFECTS)) - used) == []


def test_every_question_asked_at_the_click_has_words_for_its_no():
    words = load_words()
    for procedure in case("budva-2009").procedures.values():
        for name, _ in procedure.possible:
            assert words.has(f"refused.{name}"), name


@pytest.mark.parametrize("room", [effects, guards, questions], ids=lambda room: room.__name__)
def test_every_family_of_a_closed_list_is_read_when_its_room_is_opened(room):
    folder = ROOT / room.__name__.replace(".", "/")
    families = {path.stem for path in folder.glob("*.py")} - {"__init__", "closed_list"}

    assert families - set(room.__all__) == set()
