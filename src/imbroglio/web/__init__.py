"""The explorer: a JSON API over one case, and the pages that stand on it."""

from imbroglio.web.app import make_app

__all__ = ["make_app"]
