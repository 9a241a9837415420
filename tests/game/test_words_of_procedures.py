"""Every instrument of the pack in words: its terms, their options, its stages and their holders, its acts, its letter."""

import re

import pytest

from engine.play.checklist import CHECKS
from game.pages.form import MANY
from game.words import load_words
from tests.conftest import case

PROCEDURES = case("budva-2009").procedures
WORDS = load_words()
DUTIES = ("custody", "protection", "proceedings")
"""Courses that are no papers: nobody writes them."""


def missing(*keys):
    """The keys that have no words."""
    return sorted(key for key in keys if not WORDS.has(key))


def terms(procedure):
    """Every heading that is ever filled in, at the start or at a step."""
    return (*procedure.terms, *(term for step in procedure.steps for term in step.terms))


def option_keys(term):
    """The keys of the options of a heading."""
    if term.kind == "channel":
        return [f"channel.{each}" for each in term.options] + [f"channel.short.{each}" for each in term.options]
    return [f"term.option.{each}" for each in term.options] if term.kind not in MANY else []


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_every_heading_and_every_option_has_words(id):
    found = terms(PROCEDURES[id])
    assert missing(*(f"term.{term.name}" for term in found), *(key for term in found for key in option_keys(term))) == []


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_every_stage_and_its_holder_has_words(id):
    stages = PROCEDURES[id].stages.values()
    assert missing(*(f"stage.{s.name}" for s in stages), *(f"held_by.{s.held_by}" for s in stages)) == []


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_every_instrument_its_purpose_and_every_act_has_words(id):
    procedure = PROCEDURES[id]
    acts = [f"act.{step.act}" for step in procedure.steps if step.by]
    purpose = [f"purpose.{procedure.purpose}"] if procedure.purpose else []
    assert missing(f"procedure.{id}", f"instrument.{procedure.instrument}", *acts, *purpose) == []


@pytest.mark.parametrize("id", sorted(set(PROCEDURES) - set(DUTIES)))
def test_every_paper_says_what_it_does_and_what_is_checked(id):
    checked = [f"check.{term.name}" for term in PROCEDURES[id].terms if term.name in CHECKS]
    later = [step.act for step in PROCEDURES[id].steps if step.by and step.terms]
    keys = [f"letter.{part}.{act}" for act in later for part in ("opens", "heading")]
    assert missing(f"letter.opens.{id}", *checked, *keys) == []


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_what_is_said_to_be_on_its_way_is_in_nobodys_hands(id):
    travelling = WORDS("held_by.channel")
    for stage in PROCEDURES[id].stages.values():
        said = WORDS(f"stage.{stage.name}")
        assert "being sent" not in said, stage.name
        if travelling in said or said.endswith("on their way"):
            assert stage.held_by == "channel", f"{stage.name}: {said}, held by {stage.held_by}"


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_what_is_being_carried_out_lies_with_no_court(id):
    carried = [s for s in PROCEDURES[id].stages.values() if "carried out" in WORDS(f"stage.{s.name}")]
    assert [s.name for s in carried if s.held_by.endswith("court")] == []


def test_no_words_of_the_game_call_both_sides_states():
    """They may be said of Kosovo (UNSCR 1244), whose status the words leave open."""
    assert [key for key, text in WORDS.table.items() if re.search(r"\bStates?\b", text)] == []
