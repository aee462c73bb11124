"""The one file: template, style sheets, modules and snapshot, under a policy that lets it ask for nothing.

Modules lie in the file as they are, but that they import each other by name instead of by path; `offline/start.js`
gives the browser the names. What is other people's stands in JSON alone, without a "<" by which it could end.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from imbroglio import __version__
from imbroglio.outputs.jsonl import to_json
from imbroglio.web.pages import HERE, SHEETS

STATIC = HERE / "static"
POLICY = (
    "default-src 'none'; connect-src 'none'; script-src 'nonce-{nonce}' blob:; style-src 'nonce-{nonce}'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
_ALONE = ("theme.js", "offline/start.js")  # scripts that are no modules
_IMPORT = re.compile(r'(\bfrom\s*|\bimport\s*\(?\s*)"(\.{1,2}/[^"]+)"')


def page(snapshot: Mapping[str, Any]) -> str:
    """The HTML of the file. The same snapshot gives the same file."""
    theme, start = (_text(STATIC / "js" / name) for name in _ALONE)
    data = {"modules": inert(modules()), "snapshot": inert(snapshot)}
    # Nobody whose words are in the snapshot can know the nonce: it rests on all of them.
    nonce = base64.b64encode(hashlib.sha256("".join(data.values()).encode()).digest()).decode().rstrip("=")
    mark = base64.b64encode((STATIC / "mark.svg").read_bytes()).decode()
    pages = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True)
    return pages.get_template("offline.html").render(
        view="matrix", release=__version__, read_only=True, nonce=nonce, policy=POLICY.format(nonce=nonce),
        mark=f"data:image/svg+xml;base64,{mark}", style=_raw("\n".join(_text(_sheet(name)) for name in SHEETS)),
        theme=_raw(theme), start=_raw(start), **{name: Markup(text) for name, text in data.items()},
    )  # fmt: skip


def inert(data: Any) -> str:
    """The data as JSON that ends no script element and begins no comment."""
    made = to_json(data).replace("<", "\\u003c")
    return made.encode("utf-8", "backslashreplace").decode()  # halves of pairs, which UTF-8 does not have


def modules() -> dict[str, str]:
    """All modules by name (`explorer/js/core/api.js`), their imports by name as well."""
    folders = ((STATIC / "js").rglob("*.js"), (STATIC / "vendor").rglob("*.js"))
    paths = sorted(path.relative_to(STATIC).as_posix() for found in folders for path in found)
    return {
        f"explorer/{path}": _named(path, _text(STATIC / path))
        for path in paths
        if path.removeprefix("js/") not in _ALONE
    }


def _named(path: str, text: str) -> str:
    def by_name(found: re.Match[str]) -> str:
        return f'{found[1]}"explorer/{posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2]))}"'

    return text if path.startswith("vendor/") else _IMPORT.sub(by_name, text)


def _sheet(name: str) -> Path:
    return STATIC / "css" / f"{name}.css"


def _raw(text: str) -> Markup:
    """Our own style or script as it is; it holds nothing that would end its element."""
    assert "</" not in text and "<!--" not in text
    return Markup(text)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
