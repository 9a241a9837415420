"""All benchmarks, or those named: bot_play replay_speed reading what_ifs saved_decision verifying starting redraw motion loop memory."""

import sys

from tests.bench import engine, logs, window

ALL = {each.__name__: each for each in (engine.bot_play, engine.replay_speed, engine.reading, engine.what_ifs, logs.saved_decision, logs.verifying,
                                        logs.starting, window.redraw, window.motion, window.loop,
                                        window.memory)}  # fmt: skip


def main(names):
    """Run them one after the other; exit code 2 for a name that is none."""
    wrong = [name for name in names if name not in ALL]
    if wrong:
        print(f"no benchmark {', '.join(wrong)}; there are {', '.join(ALL)}", file=sys.stderr)
        return 2
    for name in names or ALL:
        ALL[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
