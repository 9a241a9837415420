"""One broken file an author's mistake: `rogatory check` says it once, in words that help, at its place.

`case/*.yaml` change the sound case `quiet-farm.yaml`, `warnings/*.yaml` make something of it that is probably not meant, `law/*.yaml` change a file of the law pack: `replace` this `by` that,
and the message `says` these words and points `at` the place where this text begins.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine import read_yaml
from game.checking import check_paths
from game.cli import run
from tests.conftest import CASES, PACKS, SCENARIOS

HERE = Path(__file__).parent
SOUND = (HERE / "quiet-farm.yaml").read_text(encoding="utf-8")
FEW = ("me", "it", "rs")


def mistakes(kind):
    """The recipes of a folder, by name."""
    return [pytest.param(read_yaml(path).tree, id=path.stem) for path in sorted((HERE / kind).glob("*.yaml"))]


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """The law pack with three countries: enough for the case, and quick to read."""
    folder = tmp_path_factory.mktemp("pack") / "law"
    shutil.copytree(SCENARIOS / "law", folder)
    for path in [*folder.glob("countries/*.yaml"), *folder.glob("calendars/*.yaml")]:
        if path.stem not in FEW:
            path.unlink()
    return folder


@pytest.fixture()
def desk(tmp_path, pack):
    """A folder with the law and nothing else."""
    (tmp_path / "law").symlink_to(pack, target_is_directory=True)
    return tmp_path


def write_case(desk, content):
    """The case with this content; answers its path."""
    path = desk / "quiet-farm" / "scenario.yaml"
    path.parent.mkdir()
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only_message(path):
    """The one thing that is wrong with what stands at a path."""
    said = [str(error) for error in check_paths([str(path)], SCENARIOS).errors]
    assert len(said) == 1, "\n".join(said)
    return said[0]


def changed(sound, recipe):
    """The sound text with the mistake in it, which has to be there exactly once."""
    assert sound.count(recipe["replace"]) == 1
    return sound.replace(recipe["replace"], recipe["by"])


def place_of(text, at):
    """line:column of a text that stands there once."""
    assert text.count(at) == 1, f"{at!r} stands there {text.count(at)} times"
    before = text[: text.index(at)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_the_sound_case_and_the_sound_law_are_sound(desk, pack):
    write_case(desk, SOUND)

    assert check_paths([str(desk / "quiet-farm"), str(pack)], SCENARIOS).errors == []


@pytest.mark.parametrize("recipe", mistakes("case"))
def test_a_mistake_in_a_case_is_said_once_and_at_its_place(desk, recipe):
    broken = changed(SOUND, recipe)
    path = write_case(desk, broken)

    said = only_message(path)

    assert [words for words in recipe["says"] if words not in said] == [], said
    where = place_of(broken, recipe["at"]) if "at" in recipe else ""
    assert said.startswith(f"{path}:{where}")


@pytest.mark.parametrize("recipe", mistakes("warnings"))
def test_what_is_probably_not_meant_is_said_once_and_is_no_mistake(desk, recipe):
    broken = changed(SOUND, recipe)
    path = write_case(desk, broken)

    found = check_paths([str(path)], SCENARIOS)

    assert found.errors == []
    (said,) = map(str, found.warnings)
    assert [words for words in recipe["says"] if words not in said] == [], said
    assert said.startswith(f"{path}:{place_of(broken, recipe['at'])}: warning: ")
    assert check(path) == (0, "1 read, 0 mistakes, 1 warning\n", f"{said}\n")


@pytest.mark.parametrize("recipe", mistakes("law"))
def test_a_mistake_in_the_law_is_said_once_and_at_its_place(tmp_path, pack, recipe):
    shutil.copytree(pack, tmp_path / "law")
    path = tmp_path / recipe["in"]
    broken = changed(path.read_text(encoding="utf-8"), recipe)
    path.write_text(broken, encoding="utf-8")

    said = only_message(tmp_path / "law")

    assert [words for words in recipe["says"] if words not in said] == [], said
    assert said.startswith(f"{path}:{place_of(broken, recipe['at'])}: ")
    assert only_message(path) == said


def deep():
    """Two hundred thousand brackets."""
    return SOUND + "notes: " + "[" * 200_000


def bomb():
    """Nine levels of aliases, nine each: nearly four hundred million words."""
    levels = [f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 10)]
    return SOUND + "\n".join(["b0: &b0 [x]", *levels]) + "\n"


WHOLE = {
    "empty": ("", ["the file is empty"]),
    "only-a-remark": ("# later\n", ["the file is empty"]),
    "a-list": ("- id: quiet-farm\n", ["expected a mapping"]),
    "a-word": ("quiet-farm\n", ["expected a mapping", "'quiet-farm'"]),
    "two-hundred-thousand-brackets": (deep, ["more than 40 levels inside one another"]),
    "five-megabytes": (lambda: SOUND + "# so it goes on\n" * 330_000, ["bytes; at most 2,000,000 are read", "split it"]),
    "very-many-values": (lambda: SOUND + "notes: [" + "1," * 300_000 + "]\n", ["more than 200,000 values"]),
    "not-utf-8": (lambda: SOUND.encode("cp1250"), ["not saved as UTF-8", "ade Vasi"]),
    "utf-16": (lambda: SOUND.encode("utf-16"), ["not saved as UTF-8"]),
    "a-picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ["not saved as UTF-8"]),
    "a-bell": (lambda: SOUND.replace("The quiet farm", "The quiet \a farm"), ["a character that may not stand in such a file"]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "says"), WHOLE.values(), ids=WHOLE)
def test_a_file_that_is_no_case_at_all_is_said_once(desk, content, says):
    path = write_case(desk, content() if callable(content) else content)

    said = only_message(path)

    assert [words for words in says if words not in said] == [], said
    assert said.startswith(str(path))


def test_aliases_upon_aliases_are_refused_one_by_one_and_never_unfolded(desk):
    found = check_paths([str(write_case(desk, bomb()))], SCENARIOS).errors

    assert 0 < len(found) <= 50
    assert {error.code for error in found} == {"anchor", "alias"}


def test_several_mistakes_in_one_file_are_all_said_at_once(desk):
    broken = SOUND
    for old, new in (("offence: trafficking,", "offense: trafficking,"), ("hold: E1}]\n", "hold: E8}]\n"), ("day >= 15", "dya >= 15"),
                     ("safe: V1", "safe: V9"), ("victims: 20, outcome", "victims: 25, outcome")):  # fmt: skip
        assert broken.count(old) == 1, old
        broken = broken.replace(old, new)

    said = "\n".join(str(error) for error in check_paths([str(write_case(desk, broken))], SCENARIOS).errors)

    assert [words for words in ("offense", "E8", "dya", "V9", "105") if words not in said] == [], said


def test_several_mistakes_in_the_law_are_all_said_at_once_and_once(tmp_path, pack):
    shutil.copytree(pack, tmp_path / "law")
    for name, old, new in (("countries/me.yaml", "ETS24: {in_force", "ETS42: {in_force"), ("treaties/ets30.yaml", "family: coe", "family: cow"),
                           ("procedures/mla.yaml", "begins: ", "begins: x")):  # fmt: skip
        path = tmp_path / "law" / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    write_case(tmp_path, SOUND)

    found = [str(error) for error in check_paths([str(tmp_path)], SCENARIOS).errors]

    assert len(found) == 2 and "'cow'" in found[0] and "there is no stage" in found[1], found


def test_a_missing_table_of_the_law_is_one_message(tmp_path, pack):
    shutil.copytree(pack, tmp_path / "law")
    (tmp_path / "law" / "delays.yaml").unlink()

    assert "this file of the law pack is missing" in only_message(tmp_path / "law")


def test_a_case_without_the_law_beside_it_is_one_message(tmp_path):
    assert "no folder 'law' stands beside this case" in only_message(write_case(tmp_path, SOUND))


def test_a_folder_without_a_case_says_what_it_looked_for(tmp_path):
    assert "no scenario.yaml, no law and no log" in only_message(tmp_path)


def test_a_broken_included_file_is_named_itself(desk):
    path = write_case(desk, SOUND.replace("closes: flag", "include: [more.yaml]\ncloses: flag"))
    more = path.parent / "more.yaml"
    more.write_text("messages:\n  - {id: M1, when: dya > 2, text: Hello.}\n", encoding="utf-8")

    said = only_message(path)

    assert said.startswith(f"{more}:2:20: messages.0.when: ") and "dya" in said
    assert only_message(more) == said


def check(*paths):
    """`rogatory check` as somebody runs it: exit code, what is printed, what is complained of."""
    done = subprocess.run([sys.executable, "-m", "game", "check", *map(str, paths)], capture_output=True, text=True,
                          timeout=60, cwd=HERE.parents[1])  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "content", [deep, bomb, WHOLE["five-megabytes"][0], WHOLE["a-picture"][0]], ids=["deep", "bomb", "huge", "picture"]
)
def test_nothing_in_a_file_brings_the_command_down(desk, content):
    code, _, said = check(write_case(desk, content()))

    assert code == 1 and "scenario.yaml" in said


def test_the_command_says_what_it_found_and_its_exit_code_says_whether(desk, tmp_path):
    sound = write_case(desk, SOUND)
    broken = desk / "other" / "scenario.yaml"
    broken.parent.mkdir()
    broken.write_text(SOUND.replace("id: quiet-farm", "id: other").replace("safe: V1", "save: V1"), encoding="utf-8")

    assert check(sound) == (0, "1 read, 0 mistakes\n", "")
    code, printed, said = check(desk)
    assert (code, printed) == (1, "3 read, 1 mistake\n")
    assert said.startswith(f"{broken}:") and said.count("\n") == 1


def test_a_path_that_leads_nowhere_is_wrong_use(capsys):
    assert run(["check", "scenarios/first-contakt"]) == 2
    assert "did you mean 'first-contact'?" in capsys.readouterr().err
    assert run(["check", str(HERE.parents[1] / "pyproject.toml")]) == 2
    assert "neither a scenario or law file (.yaml) nor a log" in capsys.readouterr().err


def test_the_id_of_a_case_is_a_path_too_and_no_path_means_everything(capsys):
    assert run(["check", "first-contact"]) == 0
    assert run(["check"]) == 0
    assert capsys.readouterr().out == f"1 read, 0 mistakes\n{len(CASES) + len(PACKS)} read, 0 mistakes\n"
