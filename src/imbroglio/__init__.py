"""Imbroglio: who backs, arms and fights whom, where, when, according to whom, and where it stops adding up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imbroglio.bearing import Bearing, between
    from imbroglio.case import Case
    from imbroglio.documents import make_document, open_documents
    from imbroglio.errors import CaseError, DocumentError, ImbroglioError
    from imbroglio.model import Actor, Claim, Document, Finding, Reading, Relation, Span, Tie
    from imbroglio.pipeline import Summary, read, read_documents, read_text
    from imbroglio.web.offline import export_html

__version__ = "0.1.0"

# Public names by the module that has them: imported when first asked for, so that `import imbroglio` stays light.
_HOMES = {
    "imbroglio.bearing": ("Bearing", "between"),
    "imbroglio.case": ("Case",),
    "imbroglio.documents": ("make_document", "open_documents"),
    "imbroglio.errors": ("CaseError", "DocumentError", "ImbroglioError"),
    "imbroglio.model": ("Actor", "Claim", "Document", "Finding", "Reading", "Relation", "Span", "Tie"),
    "imbroglio.pipeline": ("Summary", "read", "read_documents", "read_text"),
    "imbroglio.web.offline": ("export_html",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Actor", "Bearing", "Case", "CaseError", "Claim", "Document", "DocumentError", "Finding",
    "ImbroglioError", "Reading", "Relation", "Span", "Summary", "Tie", "between", "export_html",
    "make_document", "open_case", "open_documents", "read", "read_documents", "read_text",
]  # fmt: skip


def open_case(path: str) -> Case:
    """The casefile at this path, made if it is not there yet; see `Case.open`."""
    from imbroglio.case import Case

    return Case.open(path)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'imbroglio' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
