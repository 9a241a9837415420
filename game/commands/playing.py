"""The commands that play: in the window, as text, by a written line or a bot."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine import Intention, Playthrough, Refused, Scenario, WrittenLine
from game import places, saves
from game.commands.display import ask_only_real_displays, display_there, from_window, no_display, no_window_opened
from game.commands.named import holds, known_case, log_named, player_named, scenario_named, scenarios, seats_named
from game.commands.saying import FINDINGS, FINE, WrongUse, say_error, show
from game.words import load_words


def window(args: argparse.Namespace) -> int:
    """The window; without a display or without pygame-ce, an explanation and the text mode's command."""
    folder = known_case(args) if args.scenario else scenarios(args)
    resumed = str(log_named(args, args.resume)) if args.resume else None
    words = load_words(args.lang)
    if not display_there():
        raise WrongUse(no_display(words))
    play_window: Callable[..., int] = from_window("app").play_window
    ask_only_real_displays()
    try:
        return play_window(folder, places.saves_folder(args.saves), scenario=args.scenario, seed=args.seed, mode=args.mode,
                           player=args.player, resume=resumed, language=args.lang)  # fmt: skip
    except RuntimeError as error:
        if not no_window_opened(error):
            raise
        raise WrongUse(f"{no_display(words)} ({error})") from None


def play(args: argparse.Namespace) -> int:
    """Play a case."""
    if args.auto and args.resume:
        raise WrongUse("--auto begins a play and --resume goes on with one; choose one of them")
    if args.auto:
        return play_auto(args)
    if args.text:
        return play_text(args)
    for option in ("output", "seats"):
        if getattr(args, option):
            raise WrongUse(f"--{option} goes with --text or --auto; the window writes into the folder of --saves")
    return window(args)


def play_text(args: argparse.Namespace) -> int:
    """Play on the terminal."""
    from game.session import resume, sitting
    from game.text.app import TextGame

    words = load_words(args.lang)
    if args.resume:
        path = log_named(args, args.resume)
        if not holds(path, words):
            return FINDINGS
        session = resume(path)
    else:
        scenario = scenario_named(args)
        seats = seats_named(args, scenario)
        seed = args.seed if args.seed is not None else int.from_bytes(os.urandom(3), "big")
        session = begin_log(args, scenario, seed, args.player, seats)
    with sitting(session):
        TextGame(session, words).run()
    return FINE


def begin_log(args: argparse.Namespace, scenario: Scenario, seed: int, who: str, seats: tuple[str, ...]) -> Any:
    """A new sitting with its log; complains when no log can be written there."""
    from game.session import begin

    path = Path(args.output) if args.output else None
    folder = places.saves_folder(args.saves)
    try:
        return begin(scenario, seed, folder, mode=args.mode, player=who, path=path, seats=seats, auto=args.auto or "")
    except (OSError, saves.NotSaved) as error:
        why = error.why if isinstance(error, saves.NotSaved) else error.strerror or str(error)
        raise WrongUse(f"no log can be written to {path or folder} ({why}); name another place with --saves or -o") from None


def play_auto(args: argparse.Namespace) -> int:
    """Let a written line or a bot play."""
    from engine import Decision
    from game.session import sitting

    scenario = scenario_named(args)
    who, seed = player_named(scenario, args.auto, args.seed)
    seats = seats_named(args, scenario)
    with sitting(begin_log(args, scenario, seed, args.player or args.auto, seats)) as session:
        while not session.play.is_over:
            decision = who.next(session.play)
            if decision is None or isinstance(session.decide(decision), Refused):
                session.decide(Decision(session.play.seats[0], "wait", (), {"until": "day"}))
        return tell_result(session, args, left_out(session, who, load_words(args.lang)))


def left_out(session: Any, who: Any, words: Any) -> list[str]:
    """The steps of a written line that were never taken, each with the reason."""
    if not isinstance(who, WrittenLine):
        return []
    from game.pages.telling import Telling

    tell = Telling(session.scenario, words)
    found = []
    for number, step, refused in who.left_out(session.play):
        why = why_never(session.play, step) if refused is None else tell.refusal(refused)
        found.append(f"step {number} never became possible: {in_words(step)}: {why}")
    return found


def in_words(step: Intention) -> str:
    """A step of a written line as its author wrote it."""
    if step.act == "start":
        about = f" about {', '.join(step.on[2:])}" if step.on[2:] else ""
        return f"start {step.on[0]} with {step.on[1]}{about}"
    if step.act == "step":
        return f"step {step.on[1]} of {step.on[0]}"
    return f"{step.act} {'.'.join(step.on)}"


def why_never(play: Playthrough, step: Intention) -> str:
    """Why a step of a line was not even tried."""
    if step.day is not None and step.day > play.today - play.scenario.start:
        return f"the play was over before its day {step.day}"
    if step.act == "choose" and step.on[0] not in play.world.beats:
        return f"{step.on[0]} never came up"
    if step.act == "step" and step.on[0] not in play.world.requests:
        return f"there never was a paper {step.on[0]}"
    if step.when is not None:
        return f"its condition never held when it could have been taken ({step.when.source})"
    return "it was off the table before its day" if step.act == "choose" else "the paper was never where that can be done"


def tell_result(session: Any, args: argparse.Namespace, missed: list[str]) -> int:
    """How an automatic play ended; steps of the line that were left out are said on the error stream."""
    from engine import mark

    score = mark(session.scenario, session.play.world.earned).score
    values = {"scenario": session.scenario.id, "seed": session.play.seed, "player": args.auto, "ending": session.play.ending,
              "score": score, "decisions": len(session.play.decisions), "digest": session.play.digest(),
              "log": str(session.log.path), "left_out": missed}  # fmt: skip
    if args.json:
        show(values)
    else:
        print(
            f"{values['scenario']}, {args.auto}, seed {values['seed']}: ending {values['ending']}, "
            f"score {score}, {values['decisions']} decisions"
        )
        print(values["log"])
    for line in missed:
        say_error(line)
    return FINE
