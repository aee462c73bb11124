"""The API's description (OpenAPI 3.1), made from the endpoints and the shapes of what they give."""

from __future__ import annotations

import re
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from imbroglio import __version__
from imbroglio.web import shapes
from imbroglio.web.api.declare import Endpoint, Parameter
from imbroglio.web.api.endpoints import ENDPOINTS

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_KINDS = {"date": {"type": "string", "format": "date"}}
_MEDIA = {
    "csv": "text/csv", "markdown": "text/markdown", "bibtex": "application/x-bibtex",
    "csl-json": "application/vnd.citationstyles.csl+json",
}  # fmt: skip


def description() -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, Any] = {}
    for endpoint in ENDPOINTS:
        paths.setdefault(f"/api{endpoint.path}", {})[endpoint.method.lower()] = _operation(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Imbroglio", "version": __version__,
            "description": "Who backs, arms and fights whom, where, when, according to whom; and what does not add up.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": {name: schema(getattr(shapes, name)) for name in sorted(shapes.__all__)}},
    }  # fmt: skip


def schema(kind: Any) -> dict[str, Any]:
    """A typed dictionary as JSON Schema."""
    hints = get_type_hints(kind)
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": {name: _schema(hint) for name, hint in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }


def _schema(hint: Any) -> dict[str, Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        return {"$ref": f"#/components/schemas/{hint.__name__}"}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(one) for one in inner]}
    if origin is list:
        return {"type": "array", "items": _schema(inner[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": True if inner[1] is Any else _schema(inner[1])}
    raise TypeError(f"no schema for {hint!r}")


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": endpoint.answer.__name__,
        "summary": endpoint.about,
        "parameters": [*_in_path(endpoint), *map(_parameter, endpoint.takes), *_format(endpoint)],
        "responses": _responses(endpoint),
    }
    if endpoint.body:
        properties = {name: {"type": kind, "description": about} for name, kind, about in endpoint.body}
        content = {"schema": {"type": "object", "properties": properties, "required": ["seen"]}}
        made["requestBody"] = {"required": True, "content": {"application/json": content}}
    return made


def _in_path(endpoint: Endpoint) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", endpoint.path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _parameter(parameter: Parameter) -> dict[str, Any]:
    one: dict[str, Any] = dict(_KINDS.get(parameter.kind, {"type": parameter.kind}))
    if parameter.choices:
        one["enum"] = list(parameter.choices)
    if parameter.least is not None:
        one["minimum"] = parameter.least
    if parameter.most is not None:
        one["maximum"] = parameter.most
    whole = {"type": "array", "items": one} if parameter.many else one
    if parameter.default not in (None, ""):
        whole["default"] = parameter.default
    return {"name": parameter.name, "in": "query", "description": parameter.about, "schema": whole}


def _format(endpoint: Endpoint) -> list[dict[str, Any]]:
    if not endpoint.formats:
        return []
    about = "Another format: the view as a table, or footnotes of its claims."
    return [{"name": "format", "in": "query", "description": about, "schema": {"enum": ["json", *endpoint.formats]}}]


def _responses(endpoint: Endpoint) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": _schema(endpoint.returns)}}
    content |= {_MEDIA[form]: {"schema": {"type": "string"}} for form in endpoint.formats}
    answer = {"description": endpoint.about, "content": content}
    problems = {"default": _problem("Problem")}
    if endpoint.method == "POST":
        return {"201": answer, "409": _problem("Conflict"), **problems}
    return {"200": answer, **problems}


def _problem(name: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"description": "What was wrong, and what to do.", "content": content}
