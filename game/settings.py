"""A person's own settings: text size, theme, motion, sound, flags, language. Kept beside the logs, never part of one."""

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen.

    Attributes:
        theme: `paper` or `contrast`. text: percent of the usual size. less_motion: days do not go by on the picture.
        sound: are soft cues played? flags: are flags shown beside the codes of States? language: of the words.
    """

    theme: str = "paper"
    text: int = 100
    less_motion: bool = False
    sound: bool = False
    flags: bool = True
    language: str = "en"

    def but(self, **changed: Any) -> "Settings":
        """The same with something changed."""
        return replace(self, **changed)


def load_settings(folder: Path) -> Settings:
    """The settings kept in a folder; what is missing, damaged or of the wrong kind is as it is at first."""
    first = Settings()
    try:
        kept = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return first
    if not isinstance(kept, dict):
        return first
    own = {f.name: kept[f.name] for f in fields(Settings) if type(kept.get(f.name)) is type(getattr(first, f.name))}
    return Settings(**own)


def keep_settings(folder: Path, settings: Settings) -> bool:
    """Write them beside and rename; answers whether that could be done (a full or read-only disk is no error)."""
    beside = folder / f"{NAME}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
        os.replace(beside, folder / NAME)
    except OSError:
        return False
    return True
