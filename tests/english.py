"""The words of the screen that another language needs: `python -m tests.english` keeps the list.

It adds what is missing to resources/i18n/commandcenter_en.ts as unfinished (Qt Linguist shows
them), drops what no source says any more, and prints both.
"""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "resources" / "i18n" / "commandcenter_en.ts"
WORDS = "desk"
CHINESE = re.compile("[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]")
SPOKEN_ELSEWHERE = ("ui/tour/", "ui/arguments.py", "ui/line/spoken.py")
"""The tour's steps are the record of a Chinese day; the program's arguments and what is typed into
the command line are of both languages."""

DATA = frozenset(
    (
        # what the street's people write, not what the screen says
        "(社区)?(居民委员会|村民委员会|居委会|村委会)$",
        r"(?:(?:(\d{4})-)?(\d{1,2})-(\d{1,2})\s+)?(\d{1,2})[:：](\d{2})",
        # the street's own names, by which columns are measured
        *("市场监管所", "暴露垃圾", "非法小广告", "小龙007 ·…", "大刀沙村007…", "危化品非法储运"),
        *("小龙007 · 祠堂东街 12 号", "粤A·D0001演示", "社会面组"),
        # names of keys
        *("？", "? ？ Shift+F1"),
        # how a value names a law, which the screen says with its article
        *("行政处罚法", "行政强制法"),
        # joints of a Chinese sentence that lost its middle
        "：，",
    )
)


@cache
def sources() -> dict[str, str]:
    """Each Chinese text of the screen, and the first file that says it."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(SPOKEN_ELSEWHERE):
            for text in texts(ast.parse(path.read_text("utf-8"))):
                found.setdefault(text, name)
    return found


def texts(tree: ast.Module) -> Iterator[str]:
    """The literals with a Chinese character, without docstrings."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docs else None
        if isinstance(text, str) and CHINESE.search(text):
            yield text


def read(path: Path = FILE) -> dict[tuple[str, str], tuple[str, ...]]:
    """(context, source) -> its translations, more than one where a number chooses.

    An unfinished one is ("",).
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    if not path.exists():
        return found
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = _translations(message)
    return found


def _translations(message: ET.Element) -> tuple[str, ...]:
    told = message.find("translation")
    if told is None or told.get("type"):
        return ("",)
    forms = [form.text or "" for form in told.iter("numerusform")]
    return tuple(forms or [told.text or ""])


def write(found: dict[tuple[str, str], tuple[str, ...]], path: Path = FILE) -> None:
    """The list, sorted, in the form Qt Linguist keeps."""
    root = ET.Element("TS", version="2.1", language="en_US", sourcelanguage="zh_CN")
    for name in sorted({context for context, _ in found}, key=lambda one: (one != WORDS, one)):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for key in sorted(key for key in found if key[0] == name):
            _message(context, key[1], found[key])
    ET.indent(root, " " * 4)
    body = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", "utf-8")


def _message(context: ET.Element, source: str, told: tuple[str, ...]) -> None:
    message = ET.SubElement(context, "message")
    ET.SubElement(message, "source").text = source
    translation = ET.SubElement(message, "translation")
    if not all(told):
        translation.set("type", "unfinished")
    if "%n" in source:
        message.set("numerus", "yes")
        for form in told if len(told) == 2 else told * 2:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = told[0]


def main() -> None:
    """Bring the list up to date and say what is to be translated."""
    needed, found = sources(), read()
    wanted = {text: name for text, name in needed.items() if text not in DATA}
    for text, name in wanted.items():
        if found.setdefault((WORDS, text), ("",)) == ("",):
            print(f"to translate  {name}: {text}")
    for key in [key for key in found if key[1] not in wanted]:
        print(f"dropped  {key[1]}")
        del found[key]
    write(found)


if __name__ == "__main__":
    main()
