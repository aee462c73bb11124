"""Reads the knowledge files: YAML as people write it, kept compiled as JSON in the user's cache folder.

Parsing all actors from YAML takes about a second even in C, more than reading a short document. A compiled copy in the
repository would go stale and hide what changed, so the copy lives in the cache folder and carries the hash of the files
it was made from: a changed file is simply parsed anew, and where nothing can be written nothing is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, ClassVar

from imbroglio.errors import KnowledgeError
from imbroglio.knowledge import expand
from imbroglio.model import Actor, ActorKind, Bond, Name

FOLDER = Path(__file__).parent
ACTORS = FOLDER / "actors"
TEMPLATES = FOLDER / "templates.yaml"


@cache
def data(name: str) -> Any:
    """The content of one knowledge file, e.g. `data("relations.yaml")`, as plain lists and dictionaries.

    Raises `KnowledgeError` if the file is missing or is no valid YAML. The result is shared: do not change it.
    """
    path = FOLDER / name
    return _cached(name.replace("/", "-"), [path], lambda: parse(path))


@cache
def words(name: str) -> frozenset[str]:
    """One of the word lists of `nouns/lists.yaml`; its entries are words, or phrases where the file has a list."""
    content = data("nouns/lists.yaml")[name]
    return frozenset(content.split() if isinstance(content, str) else content)


@cache
def quiet(group: str) -> frozenset[str]:
    """One of the word lists of `cues/quiet.yaml`."""
    return frozenset(data("cues/quiet.yaml")[group].split())


@cache
def nouns(file: str, *groups: str) -> frozenset[str]:
    """The nouns of some groups of `nouns/{file}.yaml`, or of all of them: `nouns("offices", "ranks")`."""
    content = data(f"nouns/{file}.yaml")["nouns"]
    return frozenset(word for group in groups or content for word in content[group].split())


@lru_cache(maxsize=1)
def actors() -> tuple[Actor, ...]:
    """Every actor of `knowledge/actors/*.yaml`, the bodies that each state has by default included."""
    files = sorted(ACTORS.glob("*.yaml"))
    code = [Path(__file__), Path(expand.__file__)]
    return tuple(map(_actor, _cached("actors", [*files, TEMPLATES, *code], lambda: _rows(files))))


def parse(path: Path) -> Any:
    """One YAML file, parsed. Only `true` and `false` are truth values (`NO` is Norway), dates stay text."""
    import yaml

    try:
        return yaml.load(path.read_bytes(), Loader=_loader())
    except OSError as e:
        raise KnowledgeError(f"{path}: cannot be read ({e.strerror}); reinstall the package or restore the file") from e
    except yaml.YAMLError as e:
        raise KnowledgeError(f"{path}: no valid YAML: {e}; correct the line it names") from e


@lru_cache(maxsize=1)
def _loader() -> Any:
    """A safe loader without YAML's surprises: `on`, `no`, `12:30` and dates are text, a key given twice is an error."""
    import re

    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}

        def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
            made: dict[Any, Any] = super().construct_mapping(node, deep)
            if len(made) != len(node.value):
                raise yaml.constructor.ConstructorError(None, None, "a key is given twice", node.start_mark)
            return made

    Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null)?$"), ["~", "n", ""])
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?(?:0|[1-9]\d*)$"), list("-0123456789"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?\d+\.\d+$"), list("-0123456789"))
    return Loader


def _cached(name: str, sources: Sequence[Path], build: Callable[[], Any]) -> Any:
    """What `build` makes of the source files, from the cache if they have not changed since."""
    digest = blake2b(digest_size=16)
    for path in sources:
        digest.update(path.name.encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    key = digest.hexdigest()
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    store = root / "imbroglio" / f"{name}.json"
    try:
        kept = json.loads(store.read_bytes())
        if kept["key"] == key:
            return kept["data"]
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no copy, or a damaged one: make it anew
    made = build()
    _keep(store, {"key": key, "data": made})
    return made


def _keep(store: Path, content: dict[str, Any]) -> None:
    """Write a cache file whole or not at all; a folder that cannot be written is no error."""
    draft = store.with_suffix(f".{os.getpid()}.tmp")
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        draft.replace(store)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _rows(files: Sequence[Path]) -> list[Any]:
    """All actor entries of the files in compiled form: plain lists, dates complete."""
    entries: list[expand.Entry] = []
    for path in files:
        found = parse(path) or []
        if not isinstance(found, list):
            raise KnowledgeError(f"{path.name}: holds no list; begin every entry with '- id: …'")
        entries += [expand.checked(entry, path.name) for entry in found]
    return [expand.row(entry) for entry in expand.with_bodies(entries, parse(TEMPLATES)["bodies"])]


def _actor(row: list[Any]) -> Actor:
    ident, name, kind, country, names, bonds, ids = row
    return Actor(
        id=ident,
        name=name,
        kind=ActorKind(kind),
        country=country,
        names=tuple(Name(text, role, _day(start), _day(end), mark) for text, role, start, end, mark in names),
        bonds=tuple(Bond(kind, target, _day(start), _day(end)) for kind, target, start, end in bonds),
        ids=ids,
        known=True,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
