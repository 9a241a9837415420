"""Checking the law: one file by itself, or the whole pack with its procedures."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from engine.errors import ContentError, Unreadable
from engine.law import LawBook, UnknownSource
from engine.reading.law import models as m
from engine.reading.law.book import load_lawbook, procedure_documents
from engine.reading.law.pack import law_files, procedure_files
from engine.reading.models import ProcedureFile
from engine.reading.places import from_pydantic
from engine.reading.procedures import TableReader
from engine.reading.strict import Document, Path_, read_yaml

BY_KEY: tuple[tuple[str, type[BaseModel]], ...] = (
    ("takes_from", m.PackFile), ("stages", ProcedureFile), ("between", m.BilateralFile), ("accepts", m.CountryFile),
    ("admissibility", m.CountryFile),
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
        errors.extend(check_terms(folder, load_lawbook(folder)))
    except Unreadable as error:
        errors.extend(error.errors)
    for path in sorted((folder / "procedures").glob("*.yaml")):
        errors.extend(replace(error, file=f"{folder.name}/procedures/{path.name}") for error in check_one(path))
    return errors


def check_terms(folder: Path, book: LawBook) -> Iterator[ContentError]:
    """Does everything that is filled in on a paper name a source of the pack?"""
    files = law_files(folder) | procedure_files(folder)
    for document in procedure_documents(files, folder.name, []):
        for place, reference in cited(document.tree):
            try:
                book.source(reference)
            except UnknownSource as error:
                line, column = document.place(place)
                taken = not document.file.startswith(f"{folder.name}/")
                fix = f"name what stands for it under cites: in {folder.name}/pack.yaml" if taken else error.fix
                yield ContentError(document.file, line, column, ".".join(map(str, place)), str(error), fix, "error", "law")


def cited(tree: Any, place: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every source that a procedure names, with its place."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        if key == "source" and isinstance(value, str):
            yield (*place, key), value
        else:
            yield from cited(value, (*place, key))


def model_of(document: Document) -> type[BaseModel] | None:
    """What kind of law file this is, by its keys."""
    keys = document.tree if isinstance(document.tree, dict) else {}
    return next((model for key, model in BY_KEY if key in keys), None)
