"""The commands that ask without playing: which cases there are, what the law says on a day, what is wrong with a file."""

import argparse
from datetime import date
from typing import Any

from engine import Scenario, Unreadable, load_scenario
from game import places
from game.commands.named import country_id, lawbook, pack_named, scenarios
from game.commands.saying import FINDINGS, FINE, USAGE, WrongUse, error_values, report_errors, say_error, show


def list_scenarios(args: argparse.Namespace) -> int:
    """The cases."""
    folder = scenarios(args)
    rows, bad = [], []
    for id in places.scenario_ids(folder):
        try:
            rows.append(scenario_values(load_scenario(folder, id)))
        except Unreadable as error:
            bad.append(error)
    if args.json:
        show(rows)
    else:
        for each in rows:
            print(
                f"{each['id']}: {each['title']}. Home {each['home']}, with {', '.join(each['countries'])}; "
                f"{each['start']}; {each['minutes']} minutes; level {each['level']}{'; invented countries' if each['invented'] else ''}"
            )
    for unread in bad:
        report_errors(unread, False)
    return FINDINGS if bad else FINE


def scenario_values(case: Scenario) -> dict[str, Any]:
    """A case in a list, as plain values."""
    return {"id": case.id, "title": case.title, "home": case.home, "countries": list(case.countries), "minutes": case.minutes,
            "level": case.level, "start": date.fromordinal(case.start).isoformat(), "seats": list(case.seats),
            "plays": list(case.plays), "law": case.law.pack.id, "invented": case.law.pack.invented}  # fmt: skip


def law(args: argparse.Namespace) -> int:
    """The legal bases between two countries on a day."""
    from game.reference import law_answer, law_text

    book = lawbook(args)
    requesting, requested = country_id(book, args.requesting), country_id(book, args.requested)
    if requesting == requested:
        raise WrongUse(f"{requesting} does not need a treaty with itself; name two countries")
    if args.json:
        show(law_answer(book, requesting, requested, args.purpose, args.day))
    else:
        print(law_text(book, requesting, requested, args.purpose, args.day))
    return FINE


def country(args: argparse.Namespace) -> int:
    """A country's rules on a day."""
    from game.reference import country_answer, country_text

    book = lawbook(args)
    id, day = country_id(book, args.country), args.day or date.today()
    if args.json:
        show(country_answer(book, id, day))
    else:
        print(country_text(book, id, day))
    return FINE


def check(args: argparse.Namespace) -> int:
    """Every mistake in what the paths name."""
    from game.checking import check_paths

    paths = [*args.paths, *([str(pack_named(args, args.pack))] if args.pack else [])]
    found = check_paths(paths, scenarios(args))
    for path in found.nowhere:
        say_error(path)
    if args.json:
        show([error_values(each) for each in (*found.errors, *found.warnings)])
    else:
        for each in (*found.errors, *found.warnings):
            say_error(str(each))
        if found.read or found.errors:
            print(found.counted())
    return USAGE if found.nowhere else FINDINGS if found.errors else FINE
