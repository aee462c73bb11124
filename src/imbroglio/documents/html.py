"""HTML pages: the article's own words, found by trafilatura; these are the document's text."""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Any

from imbroglio.documents import limits
from imbroglio.documents.build import make_document, to_date, to_text, too_large
from imbroglio.errors import DocumentError
from imbroglio.model import Document

_BLOCKS = "//h1|//h2|//h3|//p|//li|//blockquote|//td"
# Only what a page states about itself; a date found in its words or its address would be a guess.
_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date' or @name='DC.date.issued']/@content",
    "//time[@pubdate]/@datetime",
    "//article//header//time/@datetime",
)
_JSON_LD_DATE = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d[^"]{0,30})"')


def from_html(
    text: str,
    *,
    id: str,
    where: str | None = None,
    path: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> Document:
    """The document of a web page, its headline first; `source` and `published` are for a page that does not say.

    Raises:
        DocumentError: `no-text` where no words are found, `too-deep` for elements nested past `limits.HTML_DEPTH`, and
            those of `make_document`.
    """
    where = where or id
    if len(text) > limits.HTML_BYTES:
        raise too_large(len(text), limits.HTML_BYTES, where)
    tree = _tree(text, where)
    words, meta = _article(tree)
    if not any(map(str.isalnum, words)):
        raise _no_text(where)
    title = to_text(meta.get("title"))
    if title and not words.lstrip().startswith(title):
        words = f"{title}\n\n{words}"
    return make_document(
        words,
        id=id,
        where=where,
        path=path,
        source=to_text(meta.get("sitename")) or source,
        published=_published(tree, where) or published,
        title=title,
        url=to_text(meta.get("url")),
    )


def _tree(page: str, where: str) -> Any:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        # As bytes: a declaration of some other encoding inside the page must not be believed any more.
        parser = HTMLParser(encoding="utf-8", no_network=True)
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise _no_text(where) from error
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.HTML_DEPTH:
            message = f"nests elements more than {limits.HTML_DEPTH} deep; save the article's text instead"
            raise DocumentError(message, where=where, reason="too-deep")
    return tree


def _article(tree: Any) -> tuple[str, dict[str, object]]:
    """The words and the metadata; pages too short for trafilatura's judgement give the words of all their blocks."""
    from copy import deepcopy

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it finds wanting, our errors say
    meta = trafilatura.extract_metadata(deepcopy(tree), extensive=False)
    text = trafilatura.extract(deepcopy(tree), include_comments=False, include_tables=False, deduplicate=False)
    if not text:
        blocks = (" ".join("".join(block.itertext()).split()) for block in tree.xpath(_BLOCKS))
        text = "\n".join(block for block in blocks if block)
    # A block ends a paragraph, which plain text says with a blank line.
    return re.sub(r"\n+", "\n\n", text or ""), (meta.as_dict() if meta else {})


def _published(tree: Any, where: str) -> date | None:
    for path in _PUBLISHED:
        for value in tree.xpath(path):
            if found := to_date(str(value)[:40], where):
                return found
    scripts = " ".join(tree.xpath("//script[@type='application/ld+json']/text()"))
    found_in_json = _JSON_LD_DATE.search(scripts)
    return to_date(found_in_json[1], where) if found_in_json else None


def _no_text(where: str) -> DocumentError:
    return DocumentError("no words found in this HTML; save the article's text instead", where=where, reason="no-text")
