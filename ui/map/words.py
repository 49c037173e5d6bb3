"""The words that stand on the map, for the translator; the page's script has none of its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def map_words() -> dict[str, str]:
    """Legend, buttons and notes by the name the script uses, in the language of this moment."""
    tr = QCoreApplication.translate
    return {
        "red": tr("MapView", "超期"),
        "red_sign": tr("MapView", "超"),
        "yellow": tr("MapView", "将到期"),
        "green": tr("MapView", "正常"),
        "none": tr("MapView", "不计时"),
        "urgent": tr("MapView", "紧急"),
        "team": tr("MapView", "队伍"),
        "late_grid": tr("MapView", "有超期的网格"),
        "unit_grid": tr("MapView", "单元网格"),
        "load": tr("MapView", "在办件数"),
        "count": tr("MapView", "件"),
        "sketch": tr("MapView", "示意图 · 非测绘"),
        "shelters": tr("MapView", "安置点"),
        "shelter_sign": tr("MapView", "安"),
        "dangers": tr("MapView", "危险点"),
        "danger_sign": tr("MapView", "危"),
        "evacuation": tr("MapView", "待转移"),
        "refused": tr("MapView", "不愿"),
        "places": tr("MapView", "处"),
        "drill": tr("MapView", "演练"),
        "follow": tr("MapView", "跟随"),
        "follow_tip": tr("MapView", "地图自动跟随所选案卷 (F)"),
        "zoom_in": tr("MapView", "放大 (+)"),
        "zoom_out": tr("MapView", "缩小 (-)"),
    }
