"""The explorer as one file: a snapshot of all that its views are made from, and the page that holds it."""

from imbroglio.web.offline.export import ExportError, explorer_html, export_html

__all__ = ["ExportError", "explorer_html", "export_html"]
