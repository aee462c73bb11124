"""YAML in, actors out; errors say which file and entry; the cache never lies."""

from datetime import date

import pytest

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge import expand, load


def compiled(*entries: dict) -> dict[str, list]:
    templates = [{"body": "military", "nouns": ["military", "army"]}]
    ready = [expand.checked(entry, "test.yaml") for entry in entries]
    return {row[0]: row for row in map(expand.row, expand.with_bodies(ready, templates))}


NORLAND = {"id": "norland", "name": "Norland", "kind": "state", "demonyms": ["Norlandic", "Norlanders"]}


def test_state_gets_its_bodies() -> None:
    _, name, kind, country, names, bonds, _ = compiled(NORLAND)["norlandic-military"]
    assert (name, kind, country) == ("Norlandic military", "government body", "norland")
    assert {n[0] for n in names} == {"Norlandic military", "Norlandic army", "military of Norland", "army of Norland"}
    assert bonds == [["part_of", "norland", None, None]]


def test_named_body_takes_the_place_of_the_default_one() -> None:
    guard = {
        "id": "home-guard",
        "name": "Home Guard",
        "kind": "government body",
        "country": "norland",
        "body": "military",
    }
    rows = compiled(NORLAND, guard)
    assert "norlandic-military" not in rows
    assert "Norlandic army" in {n[0] for n in rows["home-guard"][4]}


def test_regular_name_goes_to_the_entry_that_claims_it() -> None:
    army = {"id": "norland-army", "name": "Norlandic Army", "kind": "government body", "country": "norland"}
    rows = compiled(NORLAND, army)
    assert {n[0] for n in rows["norland-army"][4]} == {"Norlandic Army", "Norlandic army"}
    assert "Norlandic army" not in {n[0] for n in rows["norlandic-military"][4]}


def test_partial_dates_cover_the_whole_year_or_month() -> None:
    part = {"id": "norland", "from": 2014, "to": "2016-02"}
    group = {"id": "g", "name": "G", "part_of": [part], "renamed": [{"to": "h", "on": "2016-02-03"}]}
    assert compiled(group)["g"][5] == [
        ["part_of", "norland", "2014-01-01", "2016-02-29"],
        ["renamed", "h", "2016-02-03", None],
    ]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"name": "No id"}, "needs an id"),
        ({"id": "Bad Id", "name": "X"}, "needs an id"),
        ({"id": "x"}, "needs a name"),
        ({"id": "x", "name": "X", "kind": "gang"}, "unknown kind 'gang'"),
        ({"id": "x", "name": "X", "alias": ["Y"]}, "unknown field alias"),
        ({"id": "x", "name": "X", "part_of": [{"id": "y", "from": "May 2014"}]}, "no date"),
        ({"id": "x", "name": "X", "part_of": [{"from": 2014}]}, "names no actor"),
    ],
)
def test_wrong_entry_is_named(entry: dict, words: str) -> None:
    with pytest.raises(KnowledgeError, match=words) as caught:
        compiled(entry)
    assert "test.yaml" in str(caught.value)


def test_yaml_has_no_surprises(tmp_path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("iso2: NO\non: 2016-07-28\nyes: 12:30\nyear: 1935\nsure: true\n")
    assert load.parse(path) == {"iso2": "NO", "on": "2016-07-28", "yes": "12:30", "year": 1935, "sure": True}


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "- [unclosed\n"])
def test_broken_yaml_is_an_error_with_its_place(tmp_path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    with pytest.raises(KnowledgeError, match="line"):
        load.parse(path)


def test_cache_is_made_anew_when_a_file_changes(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "x.yaml"
    path.write_text("1")
    built = []

    def read() -> object:
        return load._cached("x", [path], lambda: built.append(1) or path.read_text())

    assert (read(), read(), len(built)) == ("1", "1", 1)
    path.write_text("2")
    assert (read(), len(built)) == ("2", 2)
    (tmp_path / "cache/imbroglio/x.json").write_text("{broken")
    assert (read(), len(built)) == ("2", 3)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path, monkeypatch) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert load._cached("x", [], lambda: 1) == 1


def test_all_actors_load_whole() -> None:
    load.actors()  # fills the cache
    load.actors.cache_clear()
    actors = {actor.id: actor for actor in load.actors()}
    states = [a for a in actors.values() if a.ids.get("iso2")]
    assert len(states) >= 193
    without = {a.id for a in states if not any(n.role == "demonym" for n in a.names)}
    assert without <= {"holy-see"}  # "Vatican" is its name
    assert actors["democratic-republic-of-the-congo"].ids["iso3"] == "COD"
    zaire = next(n for n in actors["democratic-republic-of-the-congo"].names if n.text == "Zaire")
    assert zaire.end == date(1997, 5, 17)
