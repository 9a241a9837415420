"""What a case with misspelt keys or wrong numbers was surely meant to say, so that the rest of it is checked too."""

from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from engine.reading.models import ScenarioFile
from engine.reading.places import fields_at, suggest

NUMBERS = ("int_", "bool_", "float_", "greater_than", "less_than")


def mended(tree: Any) -> ScenarioFile | None:
    """The scenario as it was surely meant, so that the rest of it is checked in the same reading; None = not so sure."""
    whole = deepcopy(tree)
    try:
        return ScenarioFile.model_validate(whole)
    except ValidationError as error:
        for complaint in error.errors(include_url=False):
            number = complaint["type"].startswith(NUMBERS) and complaint["loc"][0] != "weights"
            if complaint["type"] == "extra_forbidden" or number:
                mend(whole, complaint["loc"])
    try:
        return ScenarioFile.model_validate(whole)
    except ValidationError:
        return None


def mend(tree: Any, loc: tuple[Any, ...]) -> None:
    """Take one value out of a tree; a misspelt key gets the name it was meant to have."""
    *path, last = loc
    for part in path:
        if not (isinstance(tree, dict) and part in tree) and not (isinstance(tree, list) and isinstance(part, int)):
            return
        tree = tree[part]
    if isinstance(tree, dict) and last in tree:
        value, known = tree.pop(last), fields_at(ScenarioFile, tuple(path))
        close = suggest(str(last), known)
        if last not in known and close is not None:
            tree.setdefault(close, value)
