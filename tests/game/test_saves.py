"""Logs: what was shown is kept; what was changed shows; what cannot be read is left alone and explained."""

import json
import subprocess
import sys
import textwrap

import pytest

from game import saves
from game.saves import DamagedLog, ForeignFile, LockedLog, NewerLog, NotSaved

HEADER = {"scenario": "x", "seed": 1, "content": saves.pack({"x.yaml": b"id: x"})}


def row(number):
    return {"day": "2024-03-04", "seat": "investigator", "act": "wait", "on": [], "terms": {"until": "day"}, "rationale": "", "digest": str(number)}


@pytest.fixture()
def log(tmp_path):
    """A log with five rows, closed."""
    with saves.create(tmp_path, "play", HEADER) as opened:
        for number in range(5):
            opened.append(row(number))
        opened.finish({"ending": "weak", "score": 12})
    return opened.path


def change(path, edit):
    """Edit the tables of a log by hand, as a text editor would."""
    tables = json.loads(path.read_text("utf-8"))
    edit(tables)
    path.write_text(json.dumps(tables), "utf-8")


def test_rows_come_back_as_they_were_written(log):
    read = saves.read_log(log)
    assert [r["digest"] for r in read.rows] == ["0", "1", "2", "3", "4"]
    assert read.content() == {"x.yaml": b"id: x"}
    assert read.result["score"] == 12
    assert saves.check_chain(read) is None


def test_a_log_is_a_tinydb_file_with_three_tables(log):
    from tinydb import TinyDB

    with TinyDB(str(log)) as db:
        assert db.tables() == {"header", "decisions", "result"}
        assert len(db.table("decisions")) == 5


@pytest.mark.parametrize(("edit", "bad"), [
    (lambda t: t["decisions"]["3"].update(seat="judge"), (3, "edited")),
    (lambda t: t["decisions"].pop("2"), (2, "missing")),
    (lambda t: t["decisions"].pop("5"), (5, "truncated")),
    (lambda t: t["decisions"].update({"1": {**t["decisions"]["2"], "n": 1}, "2": {**t["decisions"]["1"], "n": 2}}), (1, "edited")),
    (lambda t: t["header"]["1"].update(seed=2), (0, "header")),
    (lambda t: t["result"]["1"].update(score=100), (6, "result")),
])  # fmt: skip
def test_the_first_row_that_was_tampered_with_is_named(log, edit, bad):
    change(log, edit)
    assert saves.check_chain(saves.read_log(log)) == bad


@pytest.mark.parametrize(("content", "kind"), [
    (b"", DamagedLog), (b"\0\0\0\0", DamagedLog), (b'{"header": {"1": {"kind": "rogatory-log", "form', DamagedLog), (b"\x89PNG\r\n", ForeignFile),
    (b"[1, 2]", ForeignFile), (b'{"people": []}', ForeignFile), (b'{"header": {"1": {"kind": "chess", "format": 1}}}', ForeignFile),
    (b'{"header": {"1": {"kind": "rogatory-log", "format": 99}}}', NewerLog), (b'{"a":' + b"[" * 200_000, DamagedLog),
    (b'{"header": {"1": {"kind": "rogatory-log", "format": 1}}, "decisions": {"1": "x"}}', DamagedLog),
])  # fmt: skip
def test_a_file_that_cannot_be_a_log_is_explained_and_left_as_it_is(tmp_path, content, kind):
    path = tmp_path / "x.rogatory.json"
    path.write_bytes(content)
    with pytest.raises(kind):
        saves.read_log(path)
    with pytest.raises(kind):
        saves.reopen(path)
    with pytest.raises(NotSaved):
        saves.create_at(path, HEADER)
    assert path.read_bytes() == content
    assert [s.trouble for s in saves.list_logs(tmp_path)] == [kind.key]


def test_nobody_else_can_write_while_one_plays(tmp_path):
    with saves.create(tmp_path, "play", HEADER) as opened:
        with pytest.raises(LockedLog):
            saves.reopen(opened.path)
        assert saves.read_log(opened.path).rows == []
    saves.reopen(opened.path).close()


def test_a_log_that_is_closed_leaves_nothing_but_itself(tmp_path):
    opened = saves.create(tmp_path, "play", HEADER)
    assert [each.name for each in tmp_path.glob("*.lock")] == [f"{opened.path.name}.lock"]
    opened.append(row(1))
    opened.close()
    assert list(tmp_path.iterdir()) == [opened.path]


def test_closing_twice_does_not_take_the_lock_of_whoever_came_next(tmp_path):
    first = saves.create(tmp_path, "play", HEADER)
    first.close()
    with saves.reopen(first.path):
        first.close()
        with pytest.raises(LockedLog):
            saves.reopen(first.path)


def test_a_row_is_on_the_disk_before_append_returns(tmp_path):
    with saves.create(tmp_path, "play", HEADER) as opened:
        opened.append(row(1))
        assert len(saves.read_log(opened.path).rows) == 1


def test_a_last_line_that_was_never_finished_is_left_out_and_said(tmp_path):
    opened = saves.create(tmp_path, "play", HEADER)
    opened.append(row(1))
    opened.append(row(2))
    journal = opened.path.with_name(opened.path.name + saves.JOURNAL)
    journal.write_bytes(journal.read_bytes()[:-20])
    opened._lock.release()
    read = saves.read_log(opened.path)
    assert len(read.rows) == 1
    assert read.torn
    with saves.reopen(opened.path) as again:
        again.append(row(2))
    assert len(saves.read_log(opened.path).rows) == 2
    assert saves.check_chain(saves.read_log(opened.path)) is None


def test_going_back_is_recorded(tmp_path):
    with saves.create(tmp_path, "play", HEADER) as opened:
        for number in range(4):
            opened.append(row(number))
        opened.rewind(2)
        opened.append(row(9))
    read = saves.read_log(opened.path)
    assert [r["digest"] for r in read.rows] == ["0", "1", "9"]
    assert [r["to"] for r in read.header["rewound"]] == [2]
    assert len(read.header["rewound"][0]["taken_back"]) == 2
    assert saves.check_chain(read) is None


def test_a_new_log_never_takes_the_name_of_an_old_one(tmp_path):
    first = saves.create(tmp_path, "play", HEADER)
    second = saves.create(tmp_path, "play", HEADER)
    assert first.path != second.path
    first.close()
    second.close()


FULL_DISK = textwrap.dedent("""
    import resource, signal, sys
    from pathlib import Path
    from game import saves
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    opened = saves.create(Path(sys.argv[1]), "play", {"scenario": "x", "seed": 1, "content": saves.pack({"x.yaml": b"id: x"})})
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))
    shown = 0
    try:
        for number in range(1000):
            opened.append({"day": "2024-03-04", "seat": "judge", "act": "wait", "on": [], "terms": {}, "rationale": "", "digest": str(number)})
            shown += 1
    except saves.NotSaved:
        print(shown, opened.path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    opened.append({"day": "2024-03-04", "seat": "judge", "act": "wait", "on": [], "terms": {}, "rationale": "", "digest": "after"})
    opened.close()
""")


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a Unix thing")
def test_a_full_disk_loses_nothing_that_was_shown_and_play_goes_on_when_there_is_room(tmp_path):
    from tests.conftest import ROOT

    made = subprocess.run([sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=True)
    shown, path = made.stdout.split()
    read = saves.read_log(next(tmp_path.glob("*.rogatory.json")))
    assert str(read.path) == path
    assert int(shown) > 3
    assert [r["digest"] for r in read.rows] == [*(str(n) for n in range(int(shown))), "after"]
    assert saves.check_chain(read) is None
