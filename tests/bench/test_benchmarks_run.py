"""Each benchmark runs and prints figures; how good they are is read by people, not by tests."""

import pytest

from tests.bench import engine, logs, window

SMALL = {
    engine.bot_play: 1, engine.replay_speed: 1, engine.reading: 1, engine.what_ifs: 1, logs.saved_decision: 3, logs.verifying: 2,
    logs.starting: 1, window.redraw: 1, window.motion: 1, window.loop: 0.2,
}  # fmt: skip


@pytest.mark.parametrize("benchmark", SMALL, ids=lambda each: each.__name__)
def test_a_benchmark_prints_its_figures(benchmark, capsys):
    benchmark(SMALL[benchmark])
    shown = capsys.readouterr().out.splitlines()
    assert shown
    assert all(any(part.replace(",", "").replace(".", "").isdigit() for part in line.split()) for line in shown)
