"""Checking the law: one file by itself, or the whole pack with its procedures."""

from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ValidationError

from engine.errors import ContentError, Unreadable
from engine.reading import law_models as m
from engine.reading.law import load_lawbook
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
        return [ContentError(str(path), 1, 1, "", "no country, treaty, procedure, calendar or table of delays", None)]
    try:
        written = model.model_validate(document.tree)
    except ValidationError as error:
        return from_pydantic(document, error, model)
    errors: list[ContentError] = []
    if isinstance(written, ProcedureFile):
        TableReader(document, errors).procedure(written)
    return errors


def check_pack(folder: Path) -> list[ContentError]:
    """Every mistake of a law folder; the files are named with it, such as `law/...`."""
    errors: list[ContentError] = []
    try:
        load_lawbook(folder)
    except Unreadable as error:
        errors.extend(error.errors)
    for path in sorted((folder / "procedures").glob("*.yaml")):
        errors.extend(replace(error, file=f"{folder.name}/procedures/{path.name}") for error in check_one(path))
    return errors


def model_of(document: Document) -> type[BaseModel] | None:
    """What kind of law file this is, by its keys."""
    keys = document.tree if isinstance(document.tree, dict) else {}
    return next((model for key, model in BY_KEY if key in keys), None)
