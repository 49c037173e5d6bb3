"""A mapping file is checked to the last key."""

from pathlib import Path

import pytest

from commandcenter.intake.mapping import BadMapping, Names, read_mapping

BOSTON = Path(__file__).resolve().parents[2] / "resources" / "mappings" / "boston.toml"
LEAST = """
name = "least"
prefix = "L-"
[columns]
id = "id"
opened = "t"
item = "what"
[times]
format = "iso"
zone = "America/New_York"
[items]
default = "01-99"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "mapping.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_boston_is_a_mapping_and_no_code() -> None:
    boston = read_mapping(BOSTON)
    assert boston.prefix == "B-"
    assert len(boston.days) == 10
    assert str(boston.clock.zone) == "America/New_York"
    sources = BOSTON.parents[2] / "commandcenter"
    assert not [
        p
        for p in sources.rglob("*.py")
        if "boston" in p.read_text("utf-8").lower()
        and "such as boston.toml" not in p.read_text("utf-8")
    ]


def test_the_least_mapping_names_id_time_and_item(tmp_path: Path) -> None:
    least = read_mapping(written(tmp_path, LEAST))
    assert (least.encoding, least.delimiter, least.words) == ("utf-8", ",", ())
    assert least.items.of("anything") == "01-99"
    assert least.units.of("anything") is None


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('name = "least"', 'name = "least"\ncolour = 1', "colour"),
        ('id = "id"\n', "", "columns.id"),
        ('id = "id"', 'id = "id"\nstreet = "s"', "columns.street"),
        ('id = "id"', 'id = "id"\nlon = "x"', "columns.lon"),
        ('"iso"', '""', "times.format"),
        ("America/New_York", "America/Atlantis", "clock"),
        ('"L-"', '"2019-"', "prefix"),
        ('name = "least"', 'name = "least"\nencoding = "utf-16"', "encoding"),
        ('name = "least"', 'name = "least"\ndelimiter = "--"', "delimiter"),
        ('default = "01-99"', "", "items.default"),
        ("[times]\n", '[clock]\nworkday = ["mon"]\n[times]\n', "clock"),
        ("[times]\n", '[clock.days]\nx = "two"\n[times]\n', "clock.days"),
        ("[times]\n", '[sources]\ndefault = "pigeon"\n[times]\n', "sources"),
        ("[times]\n", '[status]\nopen = ["a"]\nclosed = ["a"]\n[times]\n', "status"),
        ("[columns]", "[columns", "mapping.toml"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in LEAST
    with pytest.raises(BadMapping) as caught:
        read_mapping(written(tmp_path, LEAST.replace(old, new, 1)))
    assert caught.value.key == key


def test_the_longest_start_wins() -> None:
    names = Names({"PW whole": "a"}, (("PW_Light", "b"), ("PW", "c")), None)
    assert [names.of(one) for one in ("PW whole", "PW_Light 2", "PWx", "other")] == [
        "a",
        "b",
        "c",
        None,
    ]
