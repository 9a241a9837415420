"""Which files a case stands on, and its own file as it is written, other files taken in."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from pydantic import ValidationError

from engine.errors import ContentError, Unreadable
from engine.reading.case.mending import mended
from engine.reading.law.pack import law_files, procedure_files
from engine.reading.models import ScenarioFile
from engine.reading.places import from_pydantic, suggest
from engine.reading.strict import Document, read_yaml

SCENARIO_FILE = "scenario.yaml"
Files = Mapping[str, bytes]
"""What a play stands on: path relative to the scenarios folder -> bytes. This travels inside a log."""


def scenario_files(folder: Path, id: str) -> dict[str, bytes]:
    """The files of a scenario and of the law it stands on, without looking into the law of other countries."""
    files: dict[str, bytes] = {}
    single = folder / f"{id}.yaml"
    if single.is_file():
        files[single.name] = single.read_bytes()
    for path in sorted((folder / id).glob("*.yaml")):
        files[f"{id}/{path.name}"] = path.read_bytes()
    for path in sorted((folder / "shared").glob("*.yaml")):
        files[f"shared/{path.name}"] = path.read_bytes()
    _, written, _ = read_scenario_file(files, id)
    if written is not None and (folder / written.law).is_dir():
        countries = {written.home, *written.countries, *(c for p in written.people.values() for c in p.nationality)}
        files |= law_files(folder / written.law, sorted(countries)) | procedure_files(folder / written.law)
    return files


def read_scenario_file(files: Files, id: str) -> tuple[Document, ScenarioFile | None, list[ContentError]]:
    """The scenario file as a document and, if it has the right keys, as a model."""
    name = f"{id}/{SCENARIO_FILE}" if f"{id}/{SCENARIO_FILE}" in files else f"{id}.yaml"
    if name not in files:
        missing = ContentError(name, None, None, id, "there is no such scenario", None, "error", "missing")
        raise Unreadable((missing,))
    document = read_yaml(name, files[name])
    errors = include_files(document, files, id)
    try:
        return document, ScenarioFile.model_validate(document.tree), errors
    except ValidationError as error:
        errors = [*errors, *from_pydantic(document, error, ScenarioFile)]
    return document, mended(document.tree), errors


def include_files(document: Document, files: Files, id: str) -> list[ContentError]:
    """Add the keys of the files under `include:`, from the scenario's own folder or from `shared/`."""
    errors: list[ContentError] = []
    wanted = document.tree.get("include") if isinstance(document.tree, dict) else None
    for number, name in enumerate(wanted if isinstance(wanted, list) else ()):
        line, column = document.place(("include", number))
        known = {path.removeprefix(f"{id}/"): path for path in files if path.startswith((f"{id}/", "shared/"))}
        if name not in known or known[name] == document.file:
            close = suggest(str(name), known)
            fix = f"did you mean {close!r}?" if close else "a file beside scenario.yaml, or shared/NAME.yaml"
            errors.append(ContentError(document.file, line, column, f"include.{number}", f"there is no file {name!r}",
                                       fix, "error", "include"))  # fmt: skip
            continue
        part = read_yaml(known[name], files[known[name]])
        if not isinstance(part.tree, dict):
            errors.append(ContentError(part.file, 1, 1, "", "an included file holds keys, such as beats:", None,
                                       "error", "include"))  # fmt: skip
            continue
        for place in document.include(part):
            line, column = part.place(place)
            dotted = ".".join(map(str, place))
            errors.append(ContentError(part.file, line, column, dotted, f"{dotted!r} is already written elsewhere",
                                       f"see {document.file_of(place)}", "error", "duplicate"))  # fmt: skip
    return errors


def content_digest(files: Files) -> str:
    """A fingerprint of the files a play stands on."""
    sink = blake2b(digest_size=16)
    for name in sorted(files):
        sink.update(name.encode() + b"\0" + files[name] + b"\0")
    return sink.hexdigest()
