"""How much a document may ask of us; documents are hostile data.

A novel has about half a megabyte of text and a long report of a United Nations panel about one, so that nothing honest
is refused.
"""

TEXT_BYTES = 2_000_000
"""Largest document, in bytes of its text."""

HTML_BYTES = 20_000_000
"""Largest HTML page, in bytes: pages carry scripts and pictures that never become text."""

LINE_BYTES = 5_000_000
"""Longest line of a JSON lines file, in bytes; the rest of an overlong line is passed over, not kept."""

FRONT_MATTER_CHARS = 64_000
"""Longest front matter of a Markdown file."""

HTML_DEPTH = 200
"""Deepest nesting of elements in an HTML page."""
