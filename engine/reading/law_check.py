"""Checking one law file by itself, before the whole pack is read."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from engine.errors import ContentError, Unreadable
from engine.reading import law_models as m
from engine.reading.models import ProcedureFile
from engine.reading.places import from_pydantic
from engine.reading.procedures import TableReader
from engine.reading.strict import Document, read_yaml

BY_KEY: tuple[tuple[str, type[BaseModel]], ...] = (
    ("stages", ProcedureFile), ("between", m.BilateralFile), ("accepts", m.CountryFile), ("admissibility", m.CountryFile),
    ("closed", m.CalendarFile), ("articles", m.TreatyFile), ("family", m.TreatyFile), ("training_parameter", m.PracticeFile),
)  # fmt: skip


def check_one(path: Path) -> list[ContentError]:
    """Every mistake of one law file that can be seen without the others."""
    try:
        document = read_yaml(path)
    except Unreadable as error:
        return list(error.errors)
    model = model_of(document)
    if model is None:
        return []
    try:
        written = model.model_validate(document.tree)
    except ValidationError as error:
        return from_pydantic(document, error, model)
    errors: list[ContentError] = []
    if isinstance(written, ProcedureFile):
        TableReader(document, errors).procedure(written)
    return errors


def model_of(document: Document) -> type[BaseModel] | None:
    """What kind of law file this is, by its keys."""
    keys = document.tree if isinstance(document.tree, dict) else {}
    return next((model for key, model in BY_KEY if key in keys), None)
