"""What the words of a command name: a folder, a case, a law pack, a country, a log, seats, a player; or a near match."""

import argparse
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from engine import BOTS, Scenario, load_scenario
from game import places, saves
from game.commands.saying import WrongUse, near, say_error


def scenarios(args: argparse.Namespace) -> Path:
    """The folder of scenarios; complains when there is none of this name."""
    folder = places.scenarios_folder(args.scenarios)
    if not folder.is_dir():
        raise WrongUse(f"there is no folder of scenarios {str(folder)!r}")
    return folder


def known_case(args: argparse.Namespace) -> Path:
    """The folder that has the case of the command line; complains, with a near match, when it has not."""
    folder = scenarios(args)
    known = places.scenario_ids(folder)
    if args.scenario is None:
        raise WrongUse(f"which case? one of: {', '.join(known) or 'none'} (rogatory list)")
    if args.scenario not in known:
        raise WrongUse(f"there is no case {args.scenario!r} in {folder}{near(args.scenario, known)}")
    return folder


def scenario_named(args: argparse.Namespace) -> Scenario:
    """The scenario of the command line."""
    return load_scenario(known_case(args), args.scenario)


def lawbook(args: argparse.Namespace) -> Any:
    """The whole law book of a pack: that of the folder of scenarios, else the one that comes with the game."""
    from engine import load_lawbook

    return load_lawbook(pack_named(args, args.pack or "law"))


def pack_named(args: argparse.Namespace, name: str) -> Path:
    """The folder of a law pack; complains, with a near match, when there is none."""
    from engine import law_packs

    folders = (scenarios(args), places.shipped("scenarios"))
    for folder in folders:
        if name in law_packs(folder):
            return folder / name
    raise WrongUse(f"there is no law pack {name!r}{near(name, {each for folder in folders for each in law_packs(folder)})}")


def country_id(book: Any, word: str) -> str:
    """The country of the pack that a word names; complains, with a near match, when there is none."""
    if word.upper() in book.countries:
        return word.upper()
    names = {id: book.country(id).name for id in sorted(book.countries)}
    meant = country_meant(word.upper(), names)
    hint = f"; did you mean {meant!r} ({names[meant]})?" if meant else f"; known: {', '.join(names)}"
    raise WrongUse(f"there is no country {word!r} in the pack{hint}")


def country_meant(word: str, names: dict[str, str]) -> str | None:
    """The country whose name has the letters of a word in order (SRB: Serbia), or is near it, or whose sign is."""
    for id, name in names.items():
        letters = iter(name.upper())
        if len(word) > 2 and name.upper()[0] == word[0] and all(letter in letters for letter in word):
            return id
    by_name = {name.upper(): id for id, name in names.items()}
    close = get_close_matches(word, by_name, 1) or get_close_matches(word, names, 1)
    return by_name.get(close[0], close[0]) if close else None


def log_named(args: argparse.Namespace, name: str) -> Path:
    """The log of a path, or of a name in the folder for logs; complains, with a near match, when there is none."""
    folder = places.saves_folder(args.saves)
    tried = (Path(name), folder / name, folder / f"{name}{saves.SUFFIX}")
    for path in tried:
        if path.is_file():
            return path
    if Path(name).is_dir():
        raise WrongUse(f"{name!r} is a folder; name the logs in it, such as {name.rstrip('/')}/*{saves.SUFFIX}")
    beside = [path.name for each in (Path(name).parent, folder) for path in each.glob(f"*{saves.SUFFIX}")]
    raise WrongUse(f"there is no log {name!r}{near(Path(name).name, beside, known=False)}")


def holds(path: Path, words: Any, *, unfinished: bool = True) -> bool:
    """Does a log hold? Says which row does not; a last row that was never finished may be let pass."""
    from game.session import verify as prove

    proof = prove(path)
    if proof.row is None or (unfinished and proof.why == "torn"):
        return True
    say_error(words("verify.bad", path=path, row=proof.row, why=words(f"verify.{proof.why}")))
    return False


def seats_named(args: argparse.Namespace, scenario: Scenario) -> tuple[str, ...]:
    """The seats of the command line, none = all of the case; complains about one the case has not."""
    seats = tuple(seat.strip() for seat in args.seats.split(",")) if args.seats else ()
    for seat in seats:
        if seat not in scenario.seats:
            raise WrongUse(f"there is no seat {seat!r} in {scenario.id}{near(seat, scenario.seats)}")
    return seats


def player_named(scenario: Scenario, name: str, seed: int | None) -> tuple[Any, int]:
    """The line of play or bot of this name, and the seed it plays; complains when there is none."""
    from engine import player

    written = scenario.plays.get(name)
    luck = seed if seed is not None else (written.seed if written else 1)
    who = player(scenario, name, luck)
    if who is None:
        raise WrongUse(f"there is no line of play and no bot {name!r}{near(name, {*scenario.plays, *BOTS})}")
    return who, luck
