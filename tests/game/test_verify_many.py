"""Many logs are proved side by side, and told in the order named."""

import json
import multiprocessing
import os

import pytest

from game.cli import run
from game.commands.logs import LOGS_A_WORKER


@pytest.fixture
def started_afresh():
    """Processes start as on Windows: from nothing, with what they need handed over."""
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("spawn", force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


def a_class_of_logs(folder, count):
    """Logs of one play under many names."""
    first = folder / "log-000.rogatory.json"
    assert run(["play", "first-contact", "--auto", "textbook", "--seed", "2", "-o", str(first)]) == 0
    copies = [folder / f"log-{n:03}.rogatory.json" for n in range(1, count)]
    for copy in copies:
        copy.write_bytes(first.read_bytes())
    return [first, *copies]


def test_a_log_that_does_not_hold_is_named_in_its_place_among_many(tmp_path, capsys, monkeypatch, started_afresh):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    logs = a_class_of_logs(tmp_path, 2 * LOGS_A_WORKER)
    forged = logs[17]
    forged.write_bytes(forged.read_bytes().replace(b'"seed":2', b'"seed":3', 1))
    capsys.readouterr()
    assert run(["verify", "--json", *map(str, logs)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [each["log"] for each in told] == [str(log) for log in logs]
    assert [each["log"] for each in told if not each["ok"]] == [str(forged)]
