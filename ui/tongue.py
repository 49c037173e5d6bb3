"""Another language for the screen: one list of words, whatever the context that asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator

I18N = Path(__file__).resolve().parents[1] / "resources" / "i18n"
WORDS = "desk"
"""The context of all words; a context of its own stands only where a word means two things."""


class Tongue(QTranslator):
    """The words of a compiled file; many texts come from tables, so contexts say little."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No words until load()."""
        super().__init__(parent)
        self._known: dict[tuple[str, str, int], str] = {}

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        """The word in its own context, else among all words, else the source as it is."""
        asked = _text(context), _text(sourceText), n
        found = self._known.get(asked)
        if found is None:
            find = super().translate
            own, source, _ = asked
            found = find(own, source, None, n) or find(WORDS, source, None, n) or source
            self._known[asked] = found
        return found


def _text(given: str | bytes) -> str:
    return given.decode() if isinstance(given, bytes) else given


def tongue_of(wanted: str, locale: QLocale) -> str:
    """The language asked for (en, zh_CN), else the locale's; "" is Chinese, the source.

    A machine that says nothing (C, POSIX: servers, a display without a session) is Chinese.
    """
    silent = locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage)
    code = wanted or ("" if silent else locale.name())
    return "" if code.startswith("zh") else code[:2].lower()


def load(wanted: str, locale: QLocale, parent: QObject | None = None) -> Tongue | None:
    """The words of the language of the screen; None where that is Chinese or has no words."""
    code = tongue_of(wanted, locale)
    tongue = Tongue(parent)
    return tongue if code and tongue.load(f"commandcenter_{code}", str(I18N)) else None


def chinese_of_qt(parent: QObject | None = None) -> QTranslator:
    """Qt's own Chinese: menus of fields, file choosers, buttons; our sources need no words."""
    words = QTranslator(parent)
    words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return words
