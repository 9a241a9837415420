"""Logs of play: one TinyDB file a playthrough, written so that a kill, a full disk or a pulled stick loses nothing shown.

A finished row goes first into an append-only journal beside the log (one JSON line, flushed to the disk); opening or
closing the log folds the journal into TinyDB by writing beside and renaming. So the cost of a decision does not grow
with the length of the log. The only module that imports `tinydb`. The format is described in `saves/README.md`.
"""

import base64
import json
import os
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.storages import Storage

if TYPE_CHECKING:
    from filelock import FileLock

FORMAT = 1
KIND = "rogatory-log"
SUFFIX = ".rogatory.json"
JOURNAL = ".journal"
TRIES = 5
Row = dict[str, Any]


class BadLog(Exception):
    """A log that cannot be used as it is; it is kept untouched. `key` names the words that explain it."""

    key = "save.damaged"

    def __init__(self, path: Path, why: str, **told: Any) -> None:
        self.path, self.why, self.told = path, why, told
        super().__init__(f"{path}: {why}")


class DamagedLog(BadLog):
    """Empty, cut off or garbled."""


class ForeignFile(BadLog):
    """Something else than a log of this game."""

    key = "save.foreign"


class NewerLog(BadLog):
    """Written by a newer version than this one."""

    key = "save.newer"


class LockedLog(BadLog):
    """Open in another window or on another machine."""

    key = "save.locked"


class NotSaved(BadLog):
    """The row could not be put on the disk; nothing was shown, and the log is as it was before."""

    key = "save.not_saved"


class AtomicStorage(Storage):
    """TinyDB storage that writes beside, flushes to the disk and renames; a reader sees the old file or the new one."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables of the file; None when there is no file yet."""
        if not self.path.exists():
            return None
        found = parse(self.path, self.path.read_bytes())
        return {name: dict(table) for name, table in found.items()}

    def write(self, data: Mapping[str, Any]) -> None:
        """Replace the file as a whole."""
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        try:
            with open(beside, "wb") as handle:
                handle.write(text.encode())
                handle.flush()
                os.fsync(handle.fileno())
            rename(beside, self.path)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise NotSaved(self.path, str(error)) from error

    def close(self) -> None:
        """Nothing is kept open."""


def rename(source: Path, target: Path) -> None:
    """Put a finished file in the place of the old one; on Windows a reader may hold it for a moment."""
    for attempt in range(TRIES):
        try:
            os.replace(source, target)
            break
        except PermissionError:
            if attempt == TRIES - 1:
                raise
            time.sleep(0.05 * (attempt + 1))
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def parse(path: Path, raw: bytes) -> dict[str, Any]:
    """The JSON of a file as tables; says what is wrong otherwise."""
    if not raw.strip(b"\0 \n"):
        raise DamagedLog(path, "empty")
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        kind = DamagedLog if raw.lstrip()[:1] == b"{" else ForeignFile
        raise kind(path, f"not complete JSON: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("header"), dict):
        raise ForeignFile(path, "no header table")
    return found


@dataclass(slots=True)
class Log:
    """A log as read: header, rows in order, result; `torn` = a last journal line that was never finished was left out."""

    path: Path
    header: Row
    rows: list[Row] = field(default_factory=list)
    result: Row | None = None
    torn: bool = False

    def content(self) -> dict[str, bytes]:
        """The scenario and law it was played on: path -> bytes."""
        return unpack(self.header["content"])


def canonical(row: Mapping[str, Any]) -> bytes:
    """A row as bytes, always the same for the same values."""
    return json.dumps(row, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def fingerprint(row: Mapping[str, Any]) -> str:
    """The hash of a row without its own `hash`."""
    return blake2b(canonical({key: value for key, value in row.items() if key != "hash"}), digest_size=16).hexdigest()


def pack(files: Mapping[str, bytes]) -> str:
    """Files as one text: compressed, always the same for the same files."""
    table = {name: files[name].decode("utf-8") for name in sorted(files)}
    return base64.b64encode(zlib.compress(canonical(table), 9)).decode("ascii")


def unpack(text: str) -> dict[str, bytes]:
    """The files inside a log."""
    table = json.loads(zlib.decompress(base64.b64decode(text)))
    return {name: body.encode("utf-8") for name, body in table.items()}


class OpenLog:
    """A log that is being written by one player; nobody else can write to it meanwhile."""

    def __init__(self, path: Path, header: Row, rows: list[Row], lock: "FileLock") -> None:
        self.path, self.header, self._rows, self._lock = path, header, rows, lock
        self._journal = path.with_name(path.name + JOURNAL)
        self._handle: Any = None
        self.last = rows[-1]["hash"] if rows else header["hash"]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows so far."""
        return tuple(self._rows)

    def append(self, row: Mapping[str, Any]) -> Row:
        """Put one decision on the disk; it is there when this returns. Raises `NotSaved`, and the log is as before."""
        full = {"n": len(self._rows) + 1, **row, "prev": self.last}
        full["hash"] = fingerprint(full)
        line = canonical(full) + b"\n"
        size = self._journal.stat().st_size if self._journal.exists() else 0
        try:
            if self._handle is None:
                self._handle = open(self._journal, "ab", buffering=0)  # noqa: SIM115 - kept open between decisions
                sync_folder(self.path.parent)
            self._write(line)
        except OSError as error:
            self._undo(size)
            raise NotSaved(self.path, str(error)) from error
        self._rows.append(full)
        self.last = full["hash"]
        return full

    def _write(self, line: bytes) -> None:
        while line:
            line = line[self._handle.write(line) :]
        os.fsync(self._handle.fileno())

    def _undo(self, size: int) -> None:
        if self._handle is not None:
            self._handle.close()
            self._handle = None
        try:
            os.truncate(self._journal, size)
        except OSError:
            return

    def finish(self, result: Mapping[str, Any]) -> None:
        """Write the result; from now on a missing row shows."""
        full = {**result, "rows": len(self._rows), "last": self.last}
        full["hash"] = fingerprint(full)
        self.fold(full)

    def fold(self, result: Row | None = None) -> None:
        """Move the journal into the log."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None
        with TinyDB(str(self.path), storage=AtomicStorage) as db:
            kept = db.table("result").all()
            db.storage.write(tables(self.header, self._rows, result or (dict(kept[0]) if kept else None)))
        self._journal.unlink(missing_ok=True)

    def rewind(self, rows: int) -> None:
        """Begin again after row `rows`: what was taken back stays in the log's journal of rewinds."""
        taken_back = self._rows[rows:]
        self.header.setdefault("rewound", []).append({"to": rows, "taken_back": [row["hash"] for row in taken_back]})
        self.header["hash"] = fingerprint(self.header)
        kept, self._rows, self.last = self._rows[:rows], [], self.header["hash"]
        for row in kept:
            again = {key: value for key, value in row.items() if key not in ("prev", "hash")}
            again["prev"] = self.last
            again["hash"] = fingerprint(again)
            self._rows.append(again)
            self.last = again["hash"]
        self.fold()

    def close(self) -> None:
        """Fold the journal and let others in."""
        try:
            if self._handle is not None or self._journal.exists():
                self.fold()
        finally:
            unlock(self._lock)

    def __enter__(self) -> "OpenLog":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def tables(header: Row, rows: list[Row], result: Row | None) -> dict[str, dict[str, Row]]:
    """The three tables as TinyDB keeps them."""
    return {
        "header": {"1": header},
        "decisions": {str(row["n"]): row for row in rows},
        "result": {"1": result} if result is not None else {},
    }


def lock_of(path: Path) -> "FileLock":
    """The lock of a log, taken at once or not at all."""
    from filelock import FileLock, Timeout  # late: neither the help nor the start of the window needs it

    lock = FileLock(str(path) + ".lock")
    for _ in range(TRIES):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise LockedLog(path, "open elsewhere") from None
        if os.path.exists(lock.lock_file):
            return lock
        lock.release()  # whoever closed the log took the file away between our opening it and our locking it
    raise LockedLog(path, "open elsewhere")


def unlock(lock: "FileLock") -> None:
    """Let others in, and leave no file behind; it is taken away while it is still locked, so nobody can hold another one."""
    if lock.is_locked and os.name != "nt":  # there the library takes it away itself, once it is closed
        with suppress(OSError):
            os.unlink(lock.lock_file)
    lock.release()


def create(folder: Path, name: str, header: Mapping[str, Any]) -> OpenLog:
    """Begin a log under a new name in a folder; an existing file is never overwritten."""
    folder.mkdir(parents=True, exist_ok=True)
    path = free_name(folder, name)
    lock = lock_of(path)
    full = {"format": FORMAT, "kind": KIND, **header}
    full["hash"] = fingerprint(full)
    log = OpenLog(path, full, [], lock)
    try:
        log.fold()
    except NotSaved:
        unlock(lock)
        raise
    return log


def free_name(folder: Path, name: str) -> Path:
    """A path that nobody uses yet."""
    for number in range(1, 10**6):
        path = folder / f"{name}{'' if number == 1 else f'-{number}'}{SUFFIX}"
        if not path.exists():
            return path
    raise NotSaved(folder / name, "no free name")


def create_at(path: Path, header: Mapping[str, Any]) -> OpenLog:
    """Begin a log under exactly this path; refuses when there is a file."""
    if path.exists():
        raise NotSaved(path, "there is a file of this name already")
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = lock_of(path)
    full = {"format": FORMAT, "kind": KIND, **header}
    full["hash"] = fingerprint(full)
    log = OpenLog(path, full, [], lock)
    try:
        log.fold()
    except NotSaved:
        unlock(lock)
        raise
    return log


def read_log(path: Path) -> Log:
    """The log in a file, with what its journal adds; raises a `BadLog` and touches nothing."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DamagedLog(path, str(error)) from error
    found = parse(path, raw)
    headers = list(found["header"].values())
    header = headers[0] if headers else None
    if not isinstance(header, dict) or header.get("kind") != KIND:
        raise ForeignFile(path, "not a log of this game")
    if not isinstance(header.get("format"), int) or header["format"] > FORMAT:
        raise NewerLog(path, "newer format", found=header.get("format"), known=FORMAT)
    decisions = found.get("decisions", {})
    if not isinstance(decisions, dict) or not all(
        isinstance(row, dict) and isinstance(row.get("n"), int) for row in decisions.values()
    ):
        raise DamagedLog(path, "the table of decisions cannot be read")
    log = Log(path, header, sorted(decisions.values(), key=lambda row: row["n"]))
    results = found.get("result", {})
    if not isinstance(results, dict) or not all(isinstance(row, dict) for row in results.values()):
        raise DamagedLog(path, "the table of the result cannot be read")
    log.result = next(iter(results.values()), None)
    read_journal(log)
    return log


def read_journal(log: Log) -> None:
    """Add the rows that were written after the log was last folded."""
    journal = log.path.with_name(log.path.name + JOURNAL)
    if not journal.exists():
        return
    for line in journal.read_bytes().split(b"\n"):
        if not line:
            continue
        try:
            row = json.loads(line)
            n = row["n"]
        except (ValueError, KeyError, TypeError):
            log.torn = True
            return
        if n == len(log.rows) + 1:
            log.rows.append(row)


def reopen(path: Path) -> OpenLog:
    """Go on writing a log; the journal is folded, a torn last line is dropped."""
    read_log(path)
    lock = lock_of(path)
    try:
        log = read_log(path)
        opened = OpenLog(path, log.header, log.rows, lock)
        opened.fold()
    except BadLog:
        unlock(lock)
        raise
    return opened


def check_chain(log: Log) -> tuple[int, str] | None:
    """The first row that was edited, removed or reordered (0 = the header, rows + 1 = the result), and why; None = whole."""
    if log.header.get("hash") != fingerprint(log.header):
        return 0, "header"
    last = log.header["hash"]
    for place, row in enumerate(log.rows, 1):
        if row.get("n") != place:
            return place, "missing"
        if row.get("prev") != last or row.get("hash") != fingerprint(row):
            return place, "edited"
        last = row["hash"]
    result = log.result
    if result is not None:
        if result.get("hash") != fingerprint(result):
            return len(log.rows) + 1, "result"
        if result.get("rows") != len(log.rows) or result.get("last") != last:
            return len(log.rows) + 1, "truncated"
    return None


@dataclass(frozen=True, slots=True)
class Summary:
    """A log in a list: enough to offer it; `trouble` = the key of the words that say why it cannot be opened."""

    path: Path
    scenario: str = ""
    player: str = ""
    started: str = ""
    rows: int = 0
    score: int | None = None
    ending: str | None = None
    trouble: str | None = None
    last: str = ""
    """The day of the last decision, ISO."""


def list_logs(folder: Path) -> Iterator[Summary]:
    """The logs of a folder, newest first; damaged ones too, with what is wrong."""
    if not folder.is_dir():
        return
    found = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
    for path in found:
        yield summary(path)


def summary(path: Path) -> Summary:
    """One log in a list."""
    try:
        log = read_log(path)
    except BadLog as error:
        return Summary(path, trouble=error.key)
    result = log.result or {}
    return Summary(path, str(log.header.get("scenario", "")), str(log.header.get("player", "")),
                   str(log.header.get("started", "")), len(log.rows), result.get("score"), result.get("ending"),
                   last=str(log.rows[-1].get("day", "")) if log.rows else "")  # fmt: skip
