"""The author's manual is true: its example plays, and it names every key, verb and question there is."""

import re
from pathlib import Path
from statistics import median

import pytest

from engine import Decision, Playthrough, check_scenario, load_scenario, mark, play_out, player
from engine.play.questions import QUESTIONS
from engine.play.questions.evidence import lost
from engine.play.story_effects import VERBS
from engine.reading.models import BeatFile, ChoiceFile, ContactFile, ItemFile, PersonFile, ScenarioFile
from engine.reading.verbs import SHAPES

SCENARIOS = Path(__file__).parents[2] / "scenarios"
MANUAL = (SCENARIOS / "README.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", MANUAL.replace("```", "")))))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The example of the manual, typed off into a folder beside the law."""
    folder = tmp_path_factory.mktemp("scenarios")
    (folder / "law").symlink_to(SCENARIOS / "law", target_is_directory=True)
    (folder / "quiet-farm").mkdir()
    text = re.search(r"```yaml\n(.*?)```", MANUAL, re.S).group(1)
    (folder / "quiet-farm" / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def example(folder):
    """The example of the manual."""
    return load_scenario(folder, "quiet-farm")


def test_the_example_of_the_manual_plays_to_what_it_expects_and_leaves_no_step_out(example):
    line = player(example, "textbook", 1)
    play = play_out(Playthrough(example, 1), line)

    assert example.plays["textbook"].expect == {"ending": "proved", "endings": [], "score": ">= 85", "runs": 1}
    assert play.ending == "proved"
    assert mark(example, play.world.earned).score >= 85
    assert list(line.left_out(play)) == []


def test_the_example_of_the_manual_reaches_it_under_most_seeds(example):
    plays = [play_out(Playthrough(example, seed), player(example, "textbook", seed)) for seed in range(1, 61)]

    assert median(mark(example, play.world.earned).score for play in plays) >= 85
    assert sum(play.ending == "proved" for play in plays) >= 45


def test_the_example_of_the_manual_passes_the_check_without_a_warning(folder):
    assert check_scenario(folder, "quiet-farm") == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_secured_abroad_before_it_perishes_is_never_told_or_counted_as_lost(example, seed):
    play, line, seen = Playthrough(example, seed), player(example, "textbook", seed), set()
    while not play.is_over:
        play.decide(line.next(play) or Decision("prosecutor", "wait", (), {"until": "day"}))
        item = next(each for each in play.view("prosecutor").items if each.id == "E2")
        seen.add((item.lost, item.verdict == "lost", lost(play.world, "E2")))
    assert play.world.today > example.items["E2"].perishes
    assert seen == {(False, False, False)}
    assert not [o for o in play.outcomes if o.kind == "item_lost"]


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_is_in_the_manual(verb):
    assert verb in WORDS


@pytest.mark.parametrize("question", sorted(each.name for each in QUESTIONS))
def test_every_question_is_in_the_manual(question):
    assert question in WORDS


@pytest.mark.parametrize("model", [ScenarioFile, BeatFile, ChoiceFile, PersonFile, ItemFile, ContactFile])
def test_every_key_is_in_the_manual(model):
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert keys <= WORDS, sorted(keys - WORDS)


def test_the_reader_and_the_engine_know_the_same_verbs():
    assert set(SHAPES) == set(VERBS)
