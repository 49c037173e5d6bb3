"""The rules of the house that a machine can hold: who imports whom, sizes, docstrings, clocks."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("commandcenter", "ui", "tests")
GAPS = {"setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing"}
OFF_GRID = 75
MOST_LINES = {"file": 400, "function": 60, "class": 300}

# A package imports those below it, never its neighbours. What is not named stands on top.
RANK = {"domain": 0, "settings": 1, "geo": 1, "storage": 1, "services": 2}
RANK |= {"intake": 3, "server": 3, "app": 4}
TOP = 5

QT = {"PySide6", "shiboken6", "qtawesome", "qtpy", "pyqtgraph", "ui"}
BELOW_THE_DESK = {"sqlalchemy", "alembic", "pysqlite3", "sqlite3"}
WALL_CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}


def files(*folders: str, ends: str = ".py") -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob(f"*{ends}"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Dotted names of all a file imports, relative ones resolved; a name in a package counts."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *([node.module] if node.module else [])))
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def part(dotted: str) -> str | None:
    """The part of commandcenter a dotted name lies in, or None for a name from elsewhere."""
    head, _, rest = dotted.partition(".")
    return rest.split(".")[0] if head == "commandcenter" and rest else None


def rank(of: str) -> int:
    return RANK.get(of, TOP)


def wrong_layer(path: Path) -> Iterator[str]:
    own = path.relative_to(ROOT / "commandcenter").parts[0].removesuffix(".py")
    for dotted in imports(path):
        other = part(dotted)
        if other not in (None, own) and other in RANK and rank(other) >= rank(own):
            yield f"{name(path)} imports {dotted}"


def foreign(path: Path, banned: Callable[[str], bool]) -> Iterator[str]:
    return (f"{name(path)} imports {dotted}" for dotted in imports(path) if banned(dotted))


def test_domain_is_standard_library_only() -> None:
    ours = sys.stdlib_module_names | {"commandcenter"}
    assert not [
        line
        for path in files("commandcenter/domain")
        for line in foreign(path, lambda dotted: dotted.split(".")[0] not in ours)
    ]


def test_the_engine_knows_no_qt() -> None:
    assert not [
        line
        for path in files("commandcenter")
        for line in foreign(path, lambda dotted: dotted.split(".")[0] in QT)
    ]


def test_the_screen_never_reaches_below_the_desk() -> None:
    def below(dotted: str) -> bool:
        return dotted.split(".")[0] in BELOW_THE_DESK or part(dotted) in ("storage", "server")

    assert not [line for path in files("ui") for line in foreign(path, below)]


def test_layers_import_downward_only() -> None:
    assert not [line for path in files("commandcenter") for line in wrong_layer(path)]


def test_the_clock_is_injected() -> None:
    found = []
    for path in files("commandcenter/domain", "commandcenter/services"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute):
                owner = ast.unparse(node.value).split(".")[-1]
                if (owner, node.attr) in WALL_CLOCKS:
                    found.append(f"{name(path)}:{node.lineno}")
    assert not found


def too_long(path: Path) -> Iterator[str]:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > MOST_LINES["file"]:
        yield f"{name(path)}: {lines} lines"
    if path.suffix != ".py":
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES[kind]:
                yield f"{name(path)}:{node.lineno} {node.name}: {length} lines"


@pytest.mark.parametrize("ends", [".py", ".js"])
def test_sizes(ends: str) -> None:
    assert not [line for path in files(*SOURCES, ends=ends) for line in too_long(path)]


def off_grid(path: Path) -> Iterator[str]:
    """Gaps and edges of a module's layouts that are numbers of its own; 0 is nobody's."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            own = any(isinstance(one, ast.Constant) and one.value for one in node.args)
            if node.func.attr in GAPS and own:
                yield f"{name(path)}:{node.lineno} {ast.unparse(node)}"


def test_gaps_and_edges_come_from_the_grid() -> None:
    """ui/scale.py has the grid; what is not on it yet only becomes less."""
    found = [line for path in files("ui") for line in off_grid(path)]
    assert len(found) <= OFF_GRID, found


def test_modules_and_classes_say_what_they_are() -> None:
    silent = []
    for path in files(*SOURCES):
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(path)):
            silent.append(name(path))
        if path.is_relative_to(ROOT / "tests"):
            continue  # a test's name is its sentence
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and not ast.get_docstring(node):
                silent.append(f"{name(path)}:{node.lineno} {node.name}")
    assert not silent


UNWANTED = {
    "left for later": re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b"),
    "a path of one machine": re.compile(r"(?<![\w.])/(?:wor" r"k|roo" r"t|opt/py" r"pi)/"),
}
TEXTS = {".py", ".js", ".md", ".toml", ".lock", ".sh", ".qss", ".ts", ".html", ".css", ""}


def test_no_stubs_and_no_machine_paths() -> None:
    tops = [ROOT / top for top in (*SOURCES, "resources", "docs", ".ci")]
    texts = [path for top in tops for path in top.rglob("*")] + list(ROOT.glob("*"))
    found = []
    for path in texts:
        if path.is_file() and path.suffix in TEXTS:
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [
                f"{name(path)}: {what}" for what, rule in UNWANTED.items() if rule.search(text)
            ]
    assert not found


def test_tests_are_real() -> None:
    found = []
    for path in files("tests"):
        found += foreign(path, lambda dotted: dotted.startswith(("unittest.mock", "pytest_mock")))
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "qtbot.wait":
                found.append(f"{name(path)}:{node.lineno} waits for a time, not for a thing")
    assert not found
