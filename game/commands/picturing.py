"""The command that draws a screen as a picture."""

import argparse
import os
from pathlib import Path

from game.commands.display import from_window
from game.commands.named import player_named, scenario_named, scenarios
from game.commands.saying import WrongUse, near

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".tga")


def screenshot(args: argparse.Namespace) -> int:
    """Any screen as a picture."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    target = Path(args.output)
    if target.suffix.lower() not in PICTURES:
        raise WrongUse(f"{args.output!r} is no name of a picture; let it end in {', '.join(PICTURES)}")
    if not target.absolute().parent.is_dir() or target.is_dir():
        raise WrongUse(f"no picture can be written to {args.output!r}: there is no such folder")
    shown = from_window("screenshot")
    if args.screen not in shown.SCREENS:
        raise WrongUse(f"there is no screen {args.screen!r}{near(args.screen, shown.SCREENS)}")
    scenario = scenario_named(args)
    player_named(scenario, args.play, args.seed)
    return int(shown.take(args, scenario, scenarios(args)))
