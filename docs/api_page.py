"""The page on the JSON API, made from the endpoints and the shapes of what they give."""

from __future__ import annotations

import re
from typing import Any, get_type_hints

from imbroglio.web import shapes
from imbroglio.web.api.declare import Endpoint, Parameter
from imbroglio.web.api.endpoints import ENDPOINTS
from imbroglio.web.api.parameters import FILTERS

HEAD = """# The JSON API

Made by `make docs` from `web/api` and `web/shapes`. `imbroglio serve CASE` answers under `/api`; `/api/openapi.json`
describes the same for programs.

- Every answer has `version`; it changes with every decision and every document read. It comes with an `ETag` as well: send
  it back as `If-None-Match` and what has not changed is answered by 304.
- Every error is a problem document (RFC 9457): `{"type", "title", "status", "detail"}`.
- Ids go percent-encoded into a path. A parameter marked * may be repeated; any of its values then lets pass.
- `?format=csv` gives a view as a table; `markdown`, `bibtex` or `csl-json` the footnotes of its claims.
- Writes are JSON (`Content-Type: application/json`) from the same origin, with `seen`: the `log` that whoever decides has
  seen. If somebody decided about the same thing since, the answer is 409 with their decisions, and nothing is written;
  decisions about other things do not stand in the way.
- A server that is bound to another address than loopback asks for a token: `Authorization: Bearer TOKEN`, or once
  `?token=TOKEN`, which leaves a cookie.
- Texts of documents, names and notes are other people's: put them into a page as text.

The same data comes from Python: `imbroglio.web.views` has a function for each address, on a `Book` of the case.
"""
KINDS = """## Kinds of decision

`targets` and `after` of `POST /api/decisions`.

| kind | targets | after |
|---|---|---|
| `accept`, `reject`, `unsure`, `needs_work` | claims | – |
| `correct` | a claim | any of `relation`, `polarity`, `firmness`, `background`, `trend`, `place`, `place_id`, `via`, `when` (`{tense, basis, start, end, precise, words}`), `said_by` (`[{name, actor, anonymous}]`), `subject`, `object` (ids of actors) |
| `swap` | a claim | – |
| `note` | a claim or an actor | `text` |
| `add` | none | `document`, `relation`, `subject` and `object` (`{span, id}` of a known actor, `{span, name, kind}` of a new one), `cue` (a span), `quote` (a span, or null), `fields` (as in `correct`) |
| `merge` | the actor that stays, then the others | – |
| `split` | an actor | `name`, `claims` (in which it is somebody else), `kind` |
| `rename` | an actor | `name` |
| `reparent` | an actor | `parent` (an id, or null for none) |
| `answer` | the two actors of a question | `answer`: `same`, `part_of`, `renamed_from`, `different`, `unsure` (the first is … the second) |
| `keep`, `dismiss` | a finding | `note` |

A claim that some accept and others reject is *in conflict*; `unsure` and `needs_work` make it *needs work*. Rejected claims
leave the views (ask for `status=rejected` to see them), accepted ones are trusted fully.
"""


def api() -> str:
    """All addresses, then all shapes."""
    lines = [HEAD, "## Filters", "", "Addresses marked *filters* take these.", "", *_table(FILTERS), "## Addresses", ""]
    for endpoint in ENDPOINTS:
        lines += _endpoint(endpoint)
    lines += [KINDS, "## Shapes", "", "Every key is always there; `| null` says that it may be null.", ""]
    for name in sorted(shapes.__all__):
        lines += _shape(name, getattr(shapes, name))
    return "\n".join(lines).rstrip("\n") + "\n"


def _endpoint(endpoint: Endpoint) -> list[str]:
    own = [parameter for parameter in endpoint.takes if parameter not in FILTERS]
    marks = ["filters"] * (own != list(endpoint.takes)) + list(endpoint.formats)
    gives = f"Gives `{endpoint.returns.__name__}`" + (f" ({', '.join(marks)})" if marks else "")
    lines = [f"### `{endpoint.method} /api{endpoint.path}`", "", endpoint.about, "", gives + ".", ""]
    if endpoint.body:
        lines += ["| in the body | type | |", "|---|---|---|"]
        lines += [f"| `{name}` | {kind} | {about} |" for name, kind, about in endpoint.body]
        lines.append("")
    return lines + (_table(own) if own else [])


def _table(parameters: tuple[Parameter, ...] | list[Parameter]) -> list[str]:
    rows = ["| parameter | type | |", "|---|---|---|"]
    for parameter in parameters:
        choices = f" {', '.join(f'`{choice}`' for choice in parameter.choices)}." if parameter.choices else ""
        default = parameter.default
        usual = (
            ""
            if default in (None, "")
            else f" Default: `{' '.join(default) if isinstance(default, tuple) else default}`."
        )
        rows.append(
            f"| `{parameter.name}`{' *' * parameter.many} | {parameter.kind} | {parameter.about}{choices}{usual} |"
        )
    return [*rows, ""]


def _shape(name: str, kind: Any) -> list[str]:
    hints = get_type_hints(kind)
    lines = [f"### {name}", "", " ".join((kind.__doc__ or "").split()), "", "| key | type |", "|---|---|"]
    return [*lines, *(f"| `{key}` | {_type(hint)} |" for key, hint in hints.items()), ""]


def _type(hint: Any) -> str:
    if isinstance(hint, type) and not hasattr(hint, "__args__"):
        text = "null" if hint is type(None) else hint.__name__
    else:
        text = re.sub(r"imbroglio\.[\w.]+\.|typing\.", "", repr(hint)).replace("None", "null")
    return f"`{text}`".replace("|", "\\|")
