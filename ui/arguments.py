"""The command line of the desk."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ui.opening import demo_folder

DAYS = "ABCDE"
"""The days that a tour can play (ui/tour)."""
KEYS, LINE = "keys", "line"
"""How a tour gives its deeds: by keys and forms, or each as a line of the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What the desk was started with; "" and None are what was kept or found."""

    folder: Path
    demo: bool = False
    tour: Path | None = None
    day: str = "A"
    by: str = KEYS
    theme: str = ""
    size: tuple[int, int] | None = None
    person: str = ""
    language: str = ""
    seed: int = 1
    speed: float = 2.0
    server: str = ""
    pin: str = ""
    ask: bool = False
    told: bool = False
    """Whether the words say what to open, so that nothing is asked or remembered."""


def parse(words: Sequence[str]) -> Arguments:
    """Read the words after the program's name; SystemExit(2) with the reason when one is wrong."""
    parser = _parser()
    given = parser.parse_args(words)
    if given.ask and (given.server or given.demo or given.tour or given.data):
        parser.error("--ask: --server, --demo, --tour, --data ✗")
    if given.server and (given.demo or given.tour):
        parser.error("--server: --demo, --tour ✗")
    return Arguments(
        folder=given.data or usual_folder(given.demo, given.server),
        demo=given.demo,
        tour=given.tour,
        day=given.day,
        by=given.by,
        theme=given.theme,
        size=given.size,
        person=given.person,
        language=given.language,
        seed=given.seed,
        speed=given.speed,
        server=given.server,
        pin=given.pin,
        ask=given.ask,
        told=bool(given.data or given.demo or given.server or given.tour),
    )


def data_folder() -> Path:
    """Where this user's streets lie."""
    import platformdirs

    return Path(platformdirs.user_data_dir("commandcenter", appauthor=False))


def usual_folder(demo: bool, server: str) -> Path:
    """Of today's demo street, of the seat at a server, or of the desk without a name."""
    folder = data_folder()
    if server:
        return folder / "seat" / re.sub(r"[^0-9A-Za-z.]+", "-", server.split("://")[-1])
    return demo_folder(folder / "demo") if demo else folder / "desk"


def _size(text: str) -> tuple[int, int]:
    try:
        wide, high = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: 1366x768") from None
    return wide, high


def _speed(text: str) -> float:
    speed = float(text)
    if not 0 < speed <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r}: 0 < N <= 1000")
    return speed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="start", description="街道指挥中心 · Command Center")
    say = parser.add_argument
    say("--demo", action="store_true", help="演示街道，模拟器运行 · demo street with its simulator")
    say("--server", default="", metavar="URL", help="登录服务器 · a seat at https://HOST:PORT")
    say("--pin", default="", metavar="SHA256", help="服务器证书的指纹 · its fingerprint")
    say("--data", type=Path, metavar="DIR", help="数据文件夹 · data folder")
    say("--ask", action="store_true", help="重新选择打开什么 · ask again what to open")
    say("--tour", type=Path, metavar="DIR", help="播放演示并存图 · play the tour, keep pictures")
    say("--day", default="A", choices=list(DAYS), help="演示哪一天 · the day that is played")
    say(
        "--by",
        default=KEYS,
        choices=[KEYS, LINE],
        help="用按键和表单，或只用命令行 · by keys and forms, or by the command line alone",
    )
    themes = ["dark", "light", "dark-high", "light-high"]
    say(
        "--theme",
        default="",
        choices=themes,
        help="深色、浅色、高对比 · dark, light, high contrast",
    )
    say("--size", type=_size, metavar="WxH", help="窗口大小 · size of the window")
    say("--person", default="", metavar="ID", help="谁坐在本席 · who sits at this seat")
    say("--language", default="", metavar="CODE", help="界面语言 · language, such as en")
    say("--seed", type=int, default=1, metavar="N", help="模拟器的种子 · seed of the simulator")
    say(
        "--speed",
        type=_speed,
        default=2.0,
        metavar="N",
        help="模拟器的速度 · speed of the simulator",
    )
    return parser
