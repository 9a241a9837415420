"""Broken logs: `rogatory check` says what befell each, in which row, and leaves it as it is."""

import json
from pathlib import Path

import pytest

from engine import player
from game import saves, session
from game.checking import check_paths
from game.cli import run
from tests.conftest import SCENARIOS


@pytest.fixture(scope="module")
def sound(first_contact, tmp_path_factory):
    """The bytes of a log with eight decisions."""
    folder = tmp_path_factory.mktemp("logs")
    with session.sitting(session.begin(first_contact, 2, folder)) as sitting:
        path = sitting.log.path
        who = player(sitting.scenario, "textbook", 1)
        for _ in range(8):
            sitting.decide(who.next(sitting.play))
    return path.read_bytes()


def with_header(**changes):
    """A change of the header, its own hash made anew."""

    def change(tables):
        header = next(iter(tables["header"].values()))
        header.update(changes)
        rechain(tables)

    return change


def with_row(number, rehash, **changes):
    """A change of one row; `rehash` = by somebody who knows how the chain is made."""

    def change(tables):
        sorted(tables["decisions"].values(), key=lambda row: row["n"])[number - 1].update(changes)
        if rehash:
            rechain(tables)

    return change


def without_row(number):
    """A row cut out."""

    def change(tables):
        tables["decisions"] = {key: row for key, row in tables["decisions"].items() if row["n"] != number}

    return change


def rechain(tables):
    """Make every hash anew, from the header on."""
    header = next(iter(tables["header"].values()))
    header["hash"] = last = saves.fingerprint(header)
    for row in sorted(tables["decisions"].values(), key=lambda row: row["n"]):
        row["prev"] = last
        row["hash"] = last = saves.fingerprint(row)


def by_hand(change):
    """A change of the tables, as a text editor would make it."""

    def edit(raw):
        tables = json.loads(raw)
        change(tables)
        return json.dumps(tables).encode()

    return edit


def drop_content(tables):
    """The scenario inside garbled, every hash right."""
    with_header(content="bm90aGluZw==")(tables)


BROKEN = {
    "zero bytes": (lambda raw: b"", ["is damaged (empty)"], None),
    "zeros after a power cut": (lambda raw: b"\0" * 4096, ["is damaged (empty)"], None),
    "cut off in the middle": (lambda raw: raw[: len(raw) // 2], ["is damaged (not complete JSON"], None),
    "JSON of another program": (lambda raw: b'{"name": "package", "version": "1.0"}', ["is not a log of this game"], None),
    "a list": (lambda raw: b"[1, 2, 3]", ["is not a log of this game"], None),
    "a text": (lambda raw: b"Dear colleague,", ["is not a log of this game"], None),
    "two hundred thousand brackets": (lambda raw: b"[" * 200_000, ["is not a log of this game"], None),
    "TinyDB of another program": (lambda raw: b'{"header": {"1": {"kind": "recipes"}}}', ["is not a log of this game"], None),
    "a newer format": (by_hand(with_header(format=99)), ["newer version of this game"], None),
    "a garbled header": (by_hand(lambda tables: tables["header"]["1"].update(seed=3)), ["the header was changed"], "row 0"),
    "a table of decisions that is a list": (by_hand(lambda tables: tables.update(decisions=[1])), ["is damaged"], None),
    "a table of results that is a number": (by_hand(lambda tables: tables.update(result=7)), ["is damaged"], None),
    "a result that is a text": (by_hand(lambda tables: tables.update(result={"1": "won"})), ["is damaged"], None),
    "a row edited": (by_hand(with_row(3, False, rationale="because")), ["a row was changed"], "row 3"),
    "a row cut out": (by_hand(without_row(4)), ["a row is missing"], "row 4"),
    "a digest that differs": (by_hand(with_row(5, True, digest="0" * 32)), ["played again, it leads elsewhere"], "row 5"),
    "a decision nobody could take": (by_hand(with_row(5, True, seat="judge")), ["played again, it leads elsewhere"], "row 5"),
    "content that is no content": (by_hand(drop_content), ["the scenario or law inside cannot be read"], "row 0"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "says", "row"), BROKEN.values(), ids=BROKEN)
def test_what_befell_a_log_is_said_once(sound, tmp_path, spoil, says, row):
    path = tmp_path / "play.rogatory.json"
    broken = spoil(sound)
    path.write_bytes(broken)

    said = [str(error) for error in check_paths([str(path)], SCENARIOS).errors]

    assert len(said) == 1 and all(words in said[0] for words in says), said
    assert said[0].startswith(f"{path}: {row}: " if row else f"{path}: ")
    assert path.read_bytes() == broken


def test_a_sound_log_has_nothing_to_say_and_a_broken_one_beside_it_does_not_hide_it(sound, tmp_path, capsys):
    Path(tmp_path / "sound.rogatory.json").write_bytes(sound)
    assert run(["check", str(tmp_path)]) == 0
    Path(tmp_path / "empty.rogatory.json").write_bytes(b"")
    assert run(["check", str(tmp_path)]) == 1

    printed = capsys.readouterr()
    assert printed.out == "1 read, 0 mistakes\n2 read, 1 mistake\n"
    assert "empty.rogatory.json" in printed.err and "sound.rogatory.json" not in printed.err
