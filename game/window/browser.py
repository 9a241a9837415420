"""A written page in the system's browser: only where there is a real screen, never waited for, never an error."""

import webbrowser
from pathlib import Path
from threading import Thread

import pygame

NO_SCREEN = ("dummy", "offscreen", "")


def show_page(path: Path) -> bool:
    """Hand a page to the browser, if there is one that has a window of its own; answers whether it was handed over."""
    if pygame.display.get_surface() is None or pygame.display.get_driver() in NO_SCREEN:
        return False
    try:
        browser = webbrowser.get()
        address = path.resolve().as_uri()
    except (webbrowser.Error, OSError, ValueError):
        return False
    if type(browser) is webbrowser.GenericBrowser:
        return False
    Thread(target=opened, args=(browser, address), daemon=True).start()
    return True


def opened(browser: webbrowser.BaseBrowser, address: str) -> bool:
    """Did the browser take the address? Whatever goes wrong is its own affair: the page lies where it was said to lie."""
    try:
        return browser.open(address)
    except (webbrowser.Error, OSError):
        return False
