"""What every part of a pack of law is read with: its files as models, what they may name, and the list of mistakes."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from engine.errors import ContentError, Unreadable
from engine.reading.law import models as m
from engine.reading.law.pack import PACK_FILE, Files, recited, takings
from engine.reading.places import from_pydantic, suggest
from engine.reading.strict import Document, Path_, read_yaml

Model = TypeVar("Model", bound=BaseModel)
KEPT_IN = {"treaty": "treaties/", "shared list": "admissibility.yaml", "country": "countries/"}


class PackReader:
    """Reads one pack; collects every mistake."""

    def __init__(self, files: Files, pack: str) -> None:
        self.files, self.id = files, pack
        self.errors: list[ContentError] = []
        self.documents: dict[str, Document] = {}
        self.unread: set[str] = set()
        self.source, self.takes = takings(files.get(f"{pack}/{PACK_FILE}"))
        self.written: m.PackFile | None = None
        if f"{pack}/{PACK_FILE}" in files:
            self.written = self.model(PACK_FILE, m.PackFile)

    def path(self, name: str) -> str:
        """Where a file of the pack stands: in its own folder, or in that of the pack it is taken from."""
        own, taken = f"{self.id}/{name}", f"{self.source}/{name}"
        return taken if own not in self.files and name.removesuffix(".yaml") in self.takes else own

    def is_own(self, name: str) -> bool:
        """Does a file stand in the pack's own folder?"""
        return self.path(name).startswith(f"{self.id}/")

    def read(self, name: str) -> Document | None:
        """One file of the pack, or None when it cannot be read."""
        path = self.path(name)
        if path not in self.files:
            self.unread.add(name)
            self.errors.append(ContentError(path, None, None, "", "this file of the law pack is missing"))
            return None
        try:
            found = read_yaml(path, self.files[path])
        except Unreadable as error:
            self.unread.add(name)
            self.errors.extend(error.errors)
            return None
        self.documents[name] = found if self.is_own(name) else recited(found, self.written, name.removesuffix(".yaml"))
        return self.documents[name]

    def model(self, name: str, model: type[Model]) -> Model | None:
        """One file as a model."""
        document = self.read(name)
        if document is None:
            return None
        try:
            return model.model_validate(document.tree)
        except ValidationError as error:
            self.unread.add(name)
            self.errors.extend(from_pydantic(document, error, model))
            return None

    def table(self, name: str, model: type[Model]) -> dict[str, Model]:
        """One file as a mapping of models."""
        document = self.read(f"{name}.yaml")
        if document is None:
            return {}
        try:
            return TypeAdapter(dict[str, model]).validate_python(document.tree)  # type: ignore[valid-type]
        except ValidationError as error:
            self.errors.extend(from_pydantic(document, error, model))
            return {}

    def words(self, name: str) -> dict[str, str]:
        """One file as a mapping of words."""
        document = self.read(f"{name}.yaml")
        if document is None:
            return {}
        if not isinstance(document.tree, dict):
            self.wrong(f"{name}.yaml", (), "expected a mapping of ids to words", None)
            return {}
        return {str(key): str(value) for key, value in document.tree.items()}

    def every(self, part: str, model: type[Model]) -> dict[str, Model]:
        """Every file of a folder of the pack, by its name."""
        found = {}
        for path in sorted(self.files):
            name = path.removeprefix(f"{self.id}/")
            if name != path and name.startswith(f"{part}/") and "/" not in name[len(part) + 1 :]:
                one = self.model(name, model)
                if one is not None:
                    found[name] = one
        return found

    def wrong(self, name: str, path: Path_, problem: str, fix: str | None = None) -> None:
        """Note a mistake."""
        line, column = self.documents[name].place(path)
        self.errors.append(
            ContentError(self.path(name), line, column, ".".join(map(str, path)), problem, fix, "error", "law")
        )

    def must_know(self, name: str, path: Path_, value: str, known: Iterable[str], what: str) -> None:
        """Is this one of the known ids? Where a file of such ids could not be read, nobody can say."""
        if any(each.startswith(KEPT_IN[what]) for each in self.unread if what in KEPT_IN):
            return
        known = list(known)
        if value not in known:
            close = suggest(value, known)
            self.wrong(name, path, f"there is no {what} {value!r}", f"did you mean {close!r}?" if close else None)

    def footnote(self) -> str | None:
        """What the pack says under every name of its countries."""
        return self.written.says if self.written is not None and self.written.invented else None
