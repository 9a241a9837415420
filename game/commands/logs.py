"""The commands that read a log: step through it, prove it, mark it."""

import argparse
import os
from pathlib import Path
from typing import Any

from game import saves
from game.commands.line import MODES
from game.commands.named import holds, log_named
from game.commands.saying import FINDINGS, FINE, WrongUse, show
from game.words import load_words


def replay(args: argparse.Namespace) -> int:
    """Step through a log, as far as it holds."""
    from game.pages.replay import folded, step_through
    from game.session import verify as prove

    path, words = log_named(args, args.log), load_words(args.lang)
    log, proof = saves.read_log(path), prove(path)
    if proof.row is not None:
        log.rows = log.rows[: max(0, proof.row - 1)]
    rows = list(step_through(log, words, args.upto)) if proof.row != 0 else []
    if args.json:
        show([row for row, _ in rows])
    else:
        for lines in folded(rows, words):
            print("\n".join(lines))
    return FINE if holds(path, words) else FINDINGS


def verify(args: argparse.Namespace) -> int:
    """Prove logs."""
    words = load_words(args.lang)
    found = proofs([log_named(args, name) for name in args.logs], words)
    if args.json:
        show([{key: value for key, value in each.items() if key != "said"} for each in found])
    else:
        for each in found:
            print(each["said"])
    return FINE if all(each["ok"] for each in found) else FINDINGS


def proofs(paths: list[Path], words: Any) -> list[dict[str, Any]]:
    """What proving each log found, in the order named; many logs are shared out among the cores."""
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    prove = partial(proof_values, words=words)
    workers = min(os.cpu_count() or 1, len(paths) // LOGS_A_WORKER, MOST_WORKERS)
    if workers < 2:
        return [prove(path) for path in paths]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(prove, paths, chunksize=LOGS_A_WORKER // 2))


LOGS_A_WORKER = 20
"""With fewer logs for each, another process takes longer to start than it saves."""
MOST_WORKERS = 60
"""Windows waits for no more processes than about so many."""


def proof_values(path: Path, words: Any) -> dict[str, Any]:
    """What proving one log found, as plain values and as a line."""
    from game.session import verify as prove

    try:
        proof = prove(path)
    except saves.BadLog as error:
        said = words(error.key, path=path, why=error.why)
        return {"log": str(path), "ok": False, "row": None, "why": type(error).__name__, "score": None, "said": said}
    if proof.row is None:
        said = words("verify.ok", path=path, rows=len(saves.read_log(path).rows), score=proof.score)
    else:
        said = words("verify.bad", path=path, row=proof.row, why=words(f"verify.{proof.why}"))
    return {"log": str(path), "ok": proof.row is None, "row": proof.row, "why": proof.why, "score": proof.score, "said": said}


def debrief(args: argparse.Namespace) -> int:
    """The debrief of a log that holds."""
    from engine import debrief as make
    from game.cohort import group_beside
    from game.pages.debrief import debrief_page, debrief_values
    from game.pages.telling import Telling
    from game.session import replay_log
    from game.text.app import lines_of

    if args.output and not args.html:
        raise WrongUse("-o goes with --html; text and JSON go to the terminal")
    path, words = log_named(args, args.log), load_words(args.lang)
    if not holds(path, words):
        return FINDINGS
    log = saves.read_log(path)
    played = replay_log(log)
    found, tell = make(played, what_ifs=not args.no_what_ifs), Telling(played.scenario, words)
    group = group_beside(path, played.scenario.id, str(log.header.get("mode", MODES[0])))
    if args.html:
        return print_debrief(args, log, found, played, tell, group)
    if args.json:
        show(debrief_values(found, played, tell, group))
    else:
        print("\n".join(lines_of(debrief_page(found, played, tell, group=group))))
    return FINE


def print_debrief(args: argparse.Namespace, log: saves.Log, found: Any, played: Any, tell: Any, group: Any) -> int:
    """The debrief as an HTML page; says where it lies."""
    from game.pages.printed import Imprint, NotPrinted, debrief_html, write_debrief

    code, mode = str(log.header.get("player", "")), str(log.header.get("mode", MODES[0]))
    text = debrief_html(found, played, tell, Imprint(log.path.name, code, mode, played.digest()), group)
    try:
        target = write_debrief(log.path, text, Path(args.output) if args.output else None)
    except NotPrinted as error:
        why = tell.words("debrief.exists") if error.why == "exists" else error.why
        raise WrongUse(tell.words("debrief.not_printed", path=error.path, why=why)) from None
    if args.json:
        show({"html": str(target)})
    else:
        print(target)
    return FINE
