"""What this user opens when nothing is said: kept in start.ini of the platform's config folder."""

from __future__ import annotations

from configparser import ConfigParser, Error
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ui.arguments import Arguments, data_folder, usual_folder
from ui.opening import DATABASE

FILE = "start.ini"
DEMO, OWN, SERVER = "demo", "own", "server"


@dataclass(frozen=True, slots=True)
class Choice:
    """What to open, and what the other answers led to, so that going back asks for nothing.

    `own` is the folder of the own street, `name` its name; `ask` is "1" when the next start is
    to ask again.
    """

    kind: str = ""
    own: str = ""
    name: str = ""
    server: str = ""
    pin: str = ""
    ask: str = ""

    @property
    def own_folder(self) -> Path | None:
        """The folder of the own street, while it is there."""
        return Path(self.own) if self.own and has_street(Path(self.own)) else None


def config_folder() -> Path:
    """Where programs of this user keep what was chosen."""
    import platformdirs

    return Path(platformdirs.user_config_dir("commandcenter", appauthor=False))


def load(folder: Path) -> Choice:
    """What was chosen; nothing where the file is missing, broken or says what nobody can choose."""
    parser = ConfigParser(interpolation=None)
    try:
        parser.read(folder / FILE, encoding="utf-8")
        found = dict(parser["start"]) if parser.has_section("start") else {}
    except (Error, UnicodeDecodeError, OSError):
        found = {}
    kept = Choice(**{key: value for key, value in found.items() if key in Choice.__slots__})
    return kept if kept.kind in ("", DEMO, OWN, SERVER) else replace(kept, kind="")


def save(folder: Path, choice: Choice) -> None:
    """Keep it; raises OSError when the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    parser = ConfigParser(interpolation=None)
    parser["start"] = asdict(choice)
    fresh = folder / f"{FILE}.new"
    with fresh.open("w", encoding="utf-8") as file:
        parser.write(file)
    fresh.replace(folder / FILE)


def ask_next_time(folder: Path) -> None:
    """The next start without words asks again; OSError."""
    save(folder, replace(load(folder), ask="1"))


def has_street(folder: Path) -> bool:
    """Whether a street lives in that folder."""
    return (folder / DATABASE).is_file()


def own_street_folder(code: str) -> Path:
    """A folder for the street of this code in which none lives yet."""
    base = data_folder()
    number, found = 1, base / f"street-{code}"
    while has_street(found):
        number += 1
        found = base / f"street-{code}-{number}"
    return found


def to_ask(given: Arguments, choice: Choice) -> bool:
    """Whether the question comes: nothing was said, and nothing that is still there was chosen."""
    if given.told:
        return False
    if given.ask or choice.ask:
        return True
    if choice.kind == OWN:
        return choice.own_folder is None
    if choice.kind == SERVER:
        return not choice.server
    return not choice.kind and not has_street(given.folder)


def chosen(given: Arguments, choice: Choice) -> Arguments:
    """The arguments as the choice completes them; as they are where something was said."""
    if given.told or not choice.kind:
        return given
    if choice.kind == SERVER:
        folder = usual_folder(False, choice.server)
        return replace(given, folder=folder, server=choice.server, pin=choice.pin)
    if choice.kind == DEMO:
        return replace(given, folder=usual_folder(True, ""), demo=True)
    return replace(given, folder=choice.own_folder or given.folder)
