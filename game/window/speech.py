"""The operating system's own voice, where there is one. A missing voice is no error."""

import shutil
import subprocess
import sys

_speaking: subprocess.Popen[bytes] | None = None


def command(text: str) -> list[str] | None:
    """The system's command that says a text, or None."""
    if sys.platform == "darwin":
        return ["say", text]
    if sys.platform == "win32":
        quoted = text.replace("'", "''")
        return [
            "powershell",
            "-NoProfile",
            "-Command",
            f"Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak('{quoted}')",
        ]
    found = next((name for name in ("spd-say", "espeak-ng", "espeak") if shutil.which(name)), None)
    return None if found is None else [found, "--", text] if found != "spd-say" else [found, text]


def speak(text: str) -> bool:
    """Say a text, instead of what is being said; answers whether there is a voice."""
    global _speaking
    if _speaking is not None and _speaking.poll() is None:
        _speaking.terminate()
    words = command(text)
    if words is None or not text:
        return False
    try:
        _speaking = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return True
