"""The application: one window, a stack of screens, one focus, and a loop that sleeps when nothing moves."""

import os
import sys
import traceback
from pathlib import Path
from typing import Any

for _name, _value in (("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2"), ("PYGAME_HIDE_SUPPORT_PROMPT", "1"), ("SDL_IME_SHOW_UI", "1")):
    os.environ.setdefault(_name, _value)
if sys.platform.startswith("linux"):
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import pygame  # noqa: E402

from engine import Choice, SeatView  # noqa: E402 - the environment has to be set before
from game.pages.footnotes import footnotes_in  # noqa: E402
from game.pages.telling import Telling  # noqa: E402
from game.saves import BadLog, NotSaved  # noqa: E402
from game.session import Session  # noqa: E402
from game.settings import Settings, keep_settings, load_settings  # noqa: E402
from game.window import brush as brushes  # noqa: E402
from game.window.brush import Brush  # noqa: E402
from game.window.editor import Field, Listening  # noqa: E402
from game.window.ground import Ground  # noqa: E402
from game.window.keys import ARROWS, PRESS, UNFOLD, letter_of, name_of  # noqa: E402
from game.window.layers import Over, Unfolds  # noqa: E402
from game.window.reach import beside, opening, path_to, reach  # noqa: E402
from game.window.screen import Screen  # noqa: E402
from game.window.sound import cue_for, play_cue  # noqa: E402
from game.window.theme import THEMES, load_theme  # noqa: E402
from game.window.tidy import set_aside  # noqa: E402
from game.window.widgets import Scroll, Widget  # noqa: E402
from game.window.writing import clipboard  # noqa: E402
from game.words import Words, load_words  # noqa: E402

IDLE_MS, BUSY_MS, BUSY_FOR_MS = 33, 16, 1000
SCALES = (90, 100, 110, 125, 150, 175, 200)
LEAST = (640, 400)
DEPTH = 32


class App:
    """Owns the surface, the theme, the scale, the stack of screens and the sitting."""

    def __init__(
        self, size: tuple[int, int], *, theme: str = "paper", text_scale: int = 100, language: str = "en"
    ) -> None:
        pygame.display.init()
        pygame.font.init()
        self.settings = Settings(theme=theme, text=text_scale, language=language)
        self.theme, self.words = load_theme(theme), load_words(language)
        self.surface = pygame.Surface(size)
        self.window: pygame.Surface | None = None
        self.stack: list[Screen] = []
        self.session: Session | None = None
        self.seat, self.tell = "", Telling.__new__(Telling)
        self.scenarios, self.saves, self.mode, self.player = Path(), Path(), "practice", ""
        self.root, self.ground = Widget(), Ground()
        self.hover, self.part = "", ""
        self.dirty, self.running = True, True
        self.toast: list[str] = []
        self.spoken = ""
        self.pointer: tuple[float, float] | None = None
        self.fresh_from: dict[str, int] = {}
        self.halts, self.halted = False, ""
        self.asked: set[str] = set()
        self.drawn: Screen | None = None
        self.over, self.listening = Over(), Listening()
        self._able: tuple[Widget, list[Widget]] | None = None
        self._seen: tuple[Any, SeatView, tuple[Choice, ...]] | None = None

    # -- sizes --------------------------------------------------------------------------------------------------------

    @property
    def k(self) -> float:
        """Real pixels a logical one: from the height of the window, and the trainee's own scale of text."""
        height = self.surface.get_height()
        own = next((k for limit, k in ((2000, 2.25), (1400, 1.5), (1180, 1.25), (1040, 1.12)) if height >= limit), 1.0)
        return own * self.text_scale / 100

    @property
    def text_scale(self) -> int:
        """The size of text in percent of the usual."""
        return self.settings.text

    @property
    def less_motion(self) -> bool:
        """Is less motion wanted?"""
        return self.settings.less_motion

    def zoom(self, step: int) -> None:
        """A size of text up or down."""
        place = SCALES.index(self.text_scale) if self.text_scale in SCALES else 1
        self.change(text=SCALES[max(0, min(len(SCALES) - 1, place + step))])

    def other_theme(self) -> None:
        """The other theme."""
        self.change(theme=THEMES[1 - THEMES.index(self.theme.name)])

    def change(self, **changed: Any) -> None:
        """Another setting, at once and for the next time."""
        self.wear(self.settings.but(**changed))
        if self.saves != Path():
            keep_settings(self.saves, self.settings)
        if changed.get("sound"):
            play_cue("mail")

    def wear(self, settings: Settings) -> None:
        """Take over settings; a theme or a size that does not exist stays as it was."""
        theme = settings.theme if settings.theme in THEMES else self.theme.name
        text = min(SCALES, key=lambda s: abs(s - settings.text))
        self.settings = settings.but(theme=theme, text=text)
        self.theme = load_theme(theme)
        brushes.show_flags(settings.flags)
        self.fresh()

    def fresh(self) -> None:
        """Everything drawn anew."""
        brushes.forget()
        self.dirty = True

    # -- the sitting --------------------------------------------------------------------------------------------------

    def sit(self, session: Session) -> None:
        """Take over a sitting."""
        self.session = session
        self.seat, self.asked = session.play.seats[0], set()
        self.words = load_words(self.words.language).of(session.scenario.law)
        self.tell = Telling(session.scenario, self.words)
        today = session.play.today
        self.fresh_from = {
            seat: sum(1 for o in session.play.outcomes if seat in o.seen_by and o.day < today) for seat in session.play.seats
        }

    @property
    def sitting(self) -> Session:
        """The sitting that is going on."""
        assert self.session is not None
        return self.session

    @property
    def view(self) -> SeatView:
        """What the seat may know, asked once between two decisions."""
        return self._now()[1]

    @property
    def moment(self) -> tuple[Any, ...]:
        """What tells this moment of the play from every other, for what is kept between two decisions."""
        play = self.sitting.play
        return (id(play), len(play.decisions), self.seat, self.words.language, self.fresh_from.get(self.seat, 0))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the seat could do, asked once between two decisions."""
        return self._now()[2]

    def _now(self) -> tuple[Any, SeatView, tuple[Choice, ...]]:
        play = self.sitting.play
        when = (id(play), len(play.decisions), self.seat)
        if self._seen is None or self._seen[0] != when:
            self._seen = (when, play.view(self.seat), play.choices(self.seat))
        return self._seen

    def decide(self, decision: Any) -> bool:
        """Carry a decision to the sitting; what followed becomes a notice. False when it was refused or not saved."""
        from engine import Refused

        play = self.sitting.play
        before = len(play.outcomes)
        inbox = len(self.view.inbox)
        try:
            followed = self.sitting.decide(decision)
        except NotSaved as error:
            self.toast = [self.words(error.key, path=error.path, why=error.why)]
            self.dirty = True
            return False
        self.dirty = True
        if isinstance(followed, Refused):
            self.toast = [self.tell.refusal(followed)]
            return False
        play = self.sitting.play
        self.fresh_from[self.seat] = inbox
        fresh = [o for o in play.outcomes[before:] if self.seat in o.seen_by and o.kind not in ("chosen", "stage")]
        self.toast = [self.tell.outcome(o) for o in fresh]
        self.halts = any(o.stops for o in fresh)
        if self.settings.sound and (name := cue_for({o.kind for o in fresh})):
            play_cue(name)
        self.halted = ""
        if decision.act == "wait":
            self.halted = self.words("desk.halted" if fresh else "desk.quiet", date=self.words.date(play.today))
            self.toast = []
        return True

    # -- the stack ----------------------------------------------------------------------------------------------------

    def push(self, screen: Screen) -> None:
        """Another screen on top."""
        self.stack.append(screen)
        self.dirty = True

    def pop(self) -> None:
        """Back to the screen below; the last one asks before it leaves."""
        from game.window.screens.asking import Leaving

        if len(self.stack) > 1:
            self.stack.pop()
        elif not isinstance(self.stack[-1], Leaving):
            self.stack.append(Leaving())
        self.dirty = True

    def reset(self, *screens: Screen) -> None:
        """These screens and no others."""
        self.stack = list(screens)
        self.dirty = True

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.stack[-1]

    # -- drawing ------------------------------------------------------------------------------------------------------

    def render(self) -> Brush:
        """Lay out and draw the screen on top; answers the brush, which noted what had to be cut."""
        brush = Brush(self.surface, self.theme, self.k)
        w, h = self.surface.get_width() / self.k, self.surface.get_height() / self.k
        self.root = self.screen.build(self, brush, w, h)
        self.note_countries()
        self.root.place(brush, 0, 0, w, h)
        self.keep_focus(brush, w, h)
        self.ground.lay(brush, self.root)
        self.root.paint(brush, self.screen.focus, self.hover)
        self.draw_tip(brush, w, h)
        self.over.paint(self, brush, w, h)
        self.listening.follow(self.focused(), brush, self.over.is_open(self))
        self.dirty, self.drawn = False, self.screen
        return brush

    def note_countries(self) -> None:
        """The footnotes of the countries that the screen names stand on it."""
        from game.window.screens.common import Sheet

        if self.session is not None and isinstance(self.root, Sheet):
            self.root.note(footnotes_in(self.root.read_out(), self.session.scenario.law))

    def draw_tip(self, brush: Brush, w: float, h: float) -> None:
        """What the thing under the mouse, or the one with the focus, says beside what is written on it."""
        found = {each.key: each for each in self.able() if each.tip}
        widget = found.get(self.hover) or found.get(self.screen.focus)
        if widget is None or self.toast or self.over.is_open(self):
            return
        if any(widget.tip in each.says for each in widget.walk() if each is not widget):
            return
        rows = brush.lines(widget.tip, "second", min(320.0, w - 40))
        wide = max(brush.width(row, "second") for row in rows) + 20
        tall = 16.0 * len(rows) + 12
        x = min(max(8.0, widget.box[0]), w - wide - 8)
        below = widget.box[1] + widget.box[3] + 6
        y = below if below + tall < h - 4 else max(4.0, widget.box[1] - tall - 6)
        brush.box((x, y, wide, tall), "ink", "line2", 5)
        for number, row in enumerate(rows):
            brush.text(x + 10, y + 6 + 16 * number, row, "second", "card")

    def keep_focus(self, brush: Brush, w: float, h: float) -> None:
        """The focus stays on its key; what is gone hands it to the first thing that takes it. It is scrolled into view."""
        able = self.able()
        if able and self.screen.focus not in {each.key for each in able}:
            wanted = next(
                (each for prefix in ("first", *self.screen.begins_at) for each in able if each.key.startswith(prefix)),
                able[0],
            )
            self.screen.focus = wanted.key
        path = path_to(self.root, self.screen.focus)
        if getattr(self, "follow", True) and path and self.drawn is self.screen:
            for scroll in (each for each in path[:-1] if isinstance(each, Scroll)):
                at = scroll.at.get(scroll.key, 0.0)
                scroll.show(path[-1])
                if scroll.at[scroll.key] != at:
                    self.root.place(brush, 0, 0, w, h)
                    self._able = None
        brush.path = {id(each) for each in path}

    def able(self) -> list[Widget]:
        """Everything that takes the focus, in reading order; found once for each picture."""
        if self._able is None or self._able[0] is not self.root:
            self._able = (self.root, list(reach(self.root)))
        return self._able[1]

    def focused(self) -> Widget | None:
        """What has the focus."""
        return next((each for each in self.able() if each.key == self.screen.focus), None)

    # -- events -------------------------------------------------------------------------------------------------------

    def feed(self, event: Any) -> None:
        """One event. Whatever goes wrong becomes a page that says so; the log is safe."""
        try:
            self._feed(event)
        except BadLog as error:
            self.fail(self.words(error.key, path=error.path, why=error.why))
        except Exception:
            self.fail(traceback.format_exc(limit=-3))

    def fail(self, what: str) -> None:
        """A friendly page for a failure."""
        from game.window.screens.asking import Failure

        self.push(Failure(what))

    def fail_softly(self, title: str, lines: list[str]) -> None:
        """A page that says what is wrong with a file, and that the rest works."""
        from game.window.screens.asking import Failure

        self.push(Failure("\n".join(lines), title))

    def _feed(self, event: Any) -> None:
        kinds = {
            pygame.KEYDOWN: self.key_down,
            pygame.TEXTINPUT: self.text_input,
            pygame.TEXTEDITING: self.text_begun,
            pygame.MOUSEBUTTONDOWN: self.click,
            pygame.MOUSEMOTION: self.move,
            pygame.MOUSEWHEEL: self.wheel,
        }
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type == pygame.VIDEORESIZE:
            self.resize((event.w, event.h))
        elif event.type in kinds:
            self.follow = event.type in (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.TEXTEDITING)
            if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
                self.screen.hurry(self)
            if self.drawn is not self.screen:
                self.render()  # two events in one frame: the second must not press what is no longer there
            if not self.over.takes(self, event):
                kinds[event.type](event)

    def resize(self, size: tuple[int, int]) -> None:
        """Another size of window."""
        self.surface = pygame.Surface((max(LEAST[0], size[0]), max(LEAST[1], size[1])))
        self.fresh()

    def key_down(self, event: Any) -> None:
        """A key: the field first, then the screen's own keys, then focus and press."""
        if self.toast and event.key in (pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_SPACE):
            self.toast, self.dirty = [], True
            return
        self.dirty = True
        focused = self.focused()
        if isinstance(focused, Field) and focused.key_down(event, Brush(self.surface, self.theme, self.k)):
            return
        if self.global_key(event):
            return
        name = name_of(event)
        mine = self.screen.keys(self)
        if name in mine and not (isinstance(focused, Field) and len(name) == 1):
            mine[name]()
        elif event.key == pygame.K_ESCAPE:
            self.screen.escape(self)
        elif event.key == pygame.K_TAB:
            self.step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif focused is not None and event.key in (UNFOLD if isinstance(focused, Unfolds) else PRESS):
            self.press(focused)
        elif event.key in ARROWS:
            self.arrow(focused, ARROWS[event.key])
        elif event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self.page(1 if event.key == pygame.K_PAGEDOWN else -1)

    def arrow(self, focused: Widget | None, direction: str) -> None:
        """An arrow key: what has the focus wants it, or the screen does; else it moves the focus."""
        if not (focused is not None and focused.arrow(direction)) and not self.screen.arrow(self, direction):
            self.aim(direction)

    def global_key(self, event: Any) -> bool:
        """Keys that do the same everywhere."""
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            letter = letter_of(event)
            if letter == "k":
                self.other_theme()
                return True
            if letter == "c":
                clipboard("\n".join(self.screen.words(self)))
                return True
        if event.key in (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS) and not isinstance(self.focused(), Field):
            self.zoom(1)
            return True
        if event.key in (pygame.K_MINUS, pygame.K_KP_MINUS) and not isinstance(self.focused(), Field):
            self.zoom(-1)
            return True
        if event.key == pygame.K_F9:
            from game.window.speech import speak

            focused = self.focused()
            own = focused.says if focused is not None and focused.says != self.spoken else ""
            speak(own or ". ".join(self.screen.words(self)))
            self.spoken = own
            return True
        if event.key == pygame.K_F10:
            self.to_settings()
            return True
        if event.key == pygame.K_F11 and self.window is not None:
            pygame.display.toggle_fullscreen()
            return True
        return False

    def to_settings(self) -> None:
        """The settings on top, once."""
        from game.window.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push(SettingsScreen())

    def text_input(self, event: Any) -> None:
        """Typed text, as the keyboard makes it."""
        focused = self.focused()
        if isinstance(focused, Field):
            focused.writing.put(event.text.replace("\0", ""))
            self.dirty = True

    def text_begun(self, event: Any) -> None:
        """A dead key or an input method has begun a character, goes on with it, or gives it up."""
        focused = self.focused()
        if isinstance(focused, Field):
            focused.writing.begin(event.text, event.start)
            self.dirty = True

    def step(self, by: int) -> None:
        """The focus to the next thing in reading order."""
        able = [each.key for each in self.able()]
        if able:
            here = able.index(self.screen.focus) if self.screen.focus in able else -1
            self.screen.focus = able[(here + by) % len(able)]

    def aim(self, direction: str) -> None:
        """The focus to the nearest thing in a direction."""
        focused = self.focused()
        if focused is None:
            self.step(1)
        elif (found := beside(focused, self.able(), direction)) is not None:
            self.screen.focus = found.key

    def page(self, by: int) -> None:
        """A page up or down in the opening that holds the focus, or in the first one that has more."""
        found = opening(self.root, self.screen.focus)
        if found is not None:
            self.follow = False
            found.scroll(by * found.box[3] * 0.85)

    def press(self, widget: Widget) -> None:
        """Press a thing; one that is barred says why."""
        if widget.press is None:
            return
        if widget.enabled:
            widget.press()
            self.over.unfold(self.screen, widget)
        elif widget.tip:
            self.toast = [widget.tip]
        self.dirty = True

    def at(self, event: Any) -> tuple[float, float]:
        """Where the mouse is, in logical pixels."""
        return event.pos[0] / self.k, event.pos[1] / self.k

    def click(self, event: Any) -> None:
        """A press of the mouse."""
        if event.button != 1:
            return
        if self.toast:
            self.toast, self.dirty = [], True
            return
        x, y = self.at(event)
        for widget in reversed([each for each in self.able() if each.holds(x, y)]):
            self.screen.focus, self.pointer = widget.key, (x, y)
            if isinstance(widget, Field):
                shift = bool(pygame.key.get_mods() & pygame.KMOD_SHIFT)
                widget.point(Brush(self.surface, self.theme, self.k), x, y, shift)
            widget.pointed(x, y)
            self.press(widget)
            break
        self.pointer, self.dirty = None, True

    def move(self, event: Any) -> None:
        """The mouse over things; with the button held in a field, it selects."""
        x, y = self.at(event)
        focused = self.focused()
        if isinstance(focused, Field) and getattr(event, "buttons", (0,))[0] and focused.holds(x, y):
            focused.point(Brush(self.surface, self.theme, self.k), x, y, True)
            self.dirty = True
        over = next((each for each in reversed(self.able()) if each.holds(x, y)), None)
        found, part = (over.key, over.part(x, y)) if over is not None else ("", "")
        if (found, part) != (self.hover, self.part):
            self.hover, self.part, self.dirty = found, part, True

    def wheel(self, event: Any) -> None:
        """The wheel moves what is under the mouse."""
        pos = (
            pygame.mouse.get_pos()
            if pygame.display.get_init() and self.window is not None
            else getattr(event, "pos", (0, 0))
        )
        x, y = pos[0] / self.k, pos[1] / self.k
        for each in reversed([each for each in self.root.walk() if isinstance(each, Scroll) and each.holds(x, y)]):
            each.scroll(-48 * getattr(event, "precise_y", event.y))
            self.dirty = True
            break

    # -- time you can watch ---------------------------------------------------------------------------------------------

    def tick(self, passed_ms: int) -> bool:
        """Let what moves move; answers whether something still does."""
        try:
            moving = bool(self.stack) and self.screen.tick(self, passed_ms)
        except Exception:
            self.fail(traceback.format_exc(limit=-3))
            return False
        self.dirty = self.dirty or moving
        return moving

    # -- the loop -----------------------------------------------------------------------------------------------------

    def run(self) -> int:
        """Show the window until it is closed; every decision is on the disk already."""
        self.window = pygame.display.set_mode(self.surface.get_size(), pygame.RESIZABLE)
        pygame.display.set_caption(self.words("app.name"))
        pygame.key.set_repeat(350, 40)
        self.show()
        lively = before = 0
        stands: Session | None = None
        while self.running:
            events = pygame.event.get()
            for event in events:
                self.feed(event)
            now = pygame.time.get_ticks()
            if events or self.tick(now - before):
                lively = now
            before = now
            if self.dirty:
                self.show()
            busy = pygame.time.get_ticks() - lively < BUSY_FOR_MS
            if not busy and stands is not self.session:
                stands = self.session
                set_aside()
            pygame.time.wait(BUSY_MS if busy else IDLE_MS)
        if self.session is not None:
            self.session.close()
        pygame.quit()
        return 0

    def show(self) -> None:
        """Draw, and put it on the window."""
        if self.window is not None:
            self.surface = canvas(self.window, self.surface)
        try:
            self.render()
        except Exception:
            self.fail(traceback.format_exc(limit=-3))
            self.render()
        if self.window is not None:
            if self.surface is not self.window:
                self.window.blit(self.surface, (0, 0))
            pygame.display.flip()


def canvas(window: pygame.Surface, before: pygame.Surface) -> pygame.Surface:
    """What a window is drawn on: itself, unless it is smaller than the least size or has other pixels than ours."""
    size = max(LEAST[0], window.get_width()), max(LEAST[1], window.get_height())
    if window.get_size() == size and window.get_bitsize() == DEPTH:
        return window
    return before if before.get_size() == size and before is not window else pygame.Surface(size)


def play_window(
    scenarios: Path,
    saves: Path,
    *,
    scenario: str | None = None,
    seed: int | None = None,
    mode: str = "practice",
    player: str = "",
    resume: str | None = None,
    language: str = "en",
) -> int:
    """The window: at the picker, at the briefing of a case, or where a saved play was left."""
    from game.window.screens.picker import Picker

    if not getattr(pygame, "IS_CE", False):
        print("The module pygame is not pygame-ce; uninstall pygame and install pygame-ce.", file=sys.stderr)
        return 2
    app = App((1366, 768), language=language)
    app.scenarios, app.saves, app.mode, app.player = scenarios, saves, mode, player
    app.wear(load_settings(saves))
    picker = Picker(app)
    app.reset(picker)
    if resume is not None:
        picker.resume(app, Path(resume))
    elif scenario is not None:
        picker.begin(app, scenario, seed)
    return app.run()


__all__ = ["App", "Screen", "Words", "play_window"]
