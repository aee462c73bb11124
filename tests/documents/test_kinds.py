"""Plain text, Markdown and HTML become documents."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from imbroglio.documents import DocumentWarning, limits, make_document
from imbroglio.documents.build import to_date
from imbroglio.documents.html import from_html
from imbroglio.documents.markdown import from_markdown
from imbroglio.documents.text import from_text
from imbroglio.errors import DocumentError
from imbroglio.model import Document
from imbroglio.pipeline import readable

PAGE = """<!doctype html><html><head><title>Guard takes Sorn - The Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta property="og:title" content="Guard takes Sorn">
<meta property="article:published_time" content="2016-02-14T23:10:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Guard takes Sorn</h1>
<p>The Lion's Guard, which Norland has armed since 2014, took the port of Sorn on Sunday, the ministry said.</p>
<p>Sudland &amp; its allies condemned the attack and called for a ceasefire. Norland denied any part in it.</p>
</article><script>var x = "Norland arms nobody";</script><footer>All rights reserved</footer></body></html>"""


def about(document: Document) -> tuple[object, ...]:
    return document.title, document.source, document.published


def words_of(document: Document) -> list[str]:
    return readable(document).split()


def test_plain_text_is_kept_as_it_is() -> None:
    text = "Guard takes Sorn\r\n\r\nNorland arms the Guard.\r\n"
    document = from_text(text, id="a", source="The Gazette", published=date(2016, 2, 14))
    assert document.text == text
    assert document.hash == hashlib.sha256(text.encode()).hexdigest()
    assert about(document) == ("Guard takes Sorn", "The Gazette", date(2016, 2, 14))


@pytest.mark.parametrize(
    "text", ["Norland arms the Guard.\n\nSorn denies it.\n", "Norland arms\nthe Guard.\n", "Norland"]
)
def test_a_first_line_that_is_no_headline_is_no_title(text: str) -> None:
    document = from_text(text, id="a")
    assert document.title is None
    assert document.published is None and document.source is None


def test_front_matter_wins_over_what_the_caller_supposes() -> None:
    text = "---\ntitle: Guard takes Sorn\nsource: The Gazette\npublished: 2016-02-14\n---\nNorland arms the Guard.\n"
    document = from_markdown(text, id="a", source="Another", published=date(1999, 1, 1))
    assert document.text == text
    assert about(document) == ("Guard takes Sorn", "The Gazette", date(2016, 2, 14))
    assert words_of(document) == ["Norland", "arms", "the", "Guard."]


def test_markdown_marks_are_passed_over_and_offsets_stay() -> None:
    text = (
        "# Guard takes Sorn\n\n> **Norland** arms the [Lion's Guard](page.html), _it_ says.\n\n- `one`\n- a_b\n\n"
        "```\nnorland --arms guard\n```\n\n![map](map.png)\n\n***\n\n[1]: page.html\nSorn <b>denies</b> it.\n"
    )
    document = from_markdown(text, id="a")
    assert document.title == "Guard takes Sorn"
    read = readable(document)
    assert len(read) == len(text)
    words = "Guard takes Sorn Norland arms the Lion's Guard , it says. one a_b Sorn denies it."
    assert " ".join(read.split()) == words
    assert all(a in (b, " ") for a, b in zip(read, text, strict=True))


@pytest.mark.parametrize("head", ["title: [1, 2", "- a list", "title: !!python/name:os.system x", "a: " + "[" * 3000])
def test_front_matter_that_is_none_is_passed_over(head: str, recwarn: pytest.WarningsRecorder) -> None:
    document = from_markdown(f"---\n{head}\n---\nNorland arms the Guard.\n", id="a")
    assert document.title is None
    assert words_of(document) == ["Norland", "arms", "the", "Guard."]
    assert bool(recwarn.list) == (head != "- a list")


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert words_of(from_markdown("---\nNorland arms the Guard.\n", id="a")) == ["Norland", "arms", "the", "Guard."]


def test_html_gives_the_article_its_outlet_and_its_date() -> None:
    document = from_html(PAGE, id="a", source="Another")
    assert document.text.startswith("Guard takes Sorn\n\nThe Lion's Guard, which Norland has armed")
    assert "Sudland & its allies" in document.text
    assert not {"Home", "nobody", "reserved"} & set(document.text.replace('"', " ").split())
    assert about(document) == ("Guard takes Sorn", "The Gazette", date(2016, 2, 14))


def test_html_that_states_no_date_has_none() -> None:
    page = PAGE.replace("article:published_time", "og:nothing").replace("since 2014", "since 3 May 2014")
    assert from_html(page, id="a").published is None
    assert from_html(page, id="a", published=date(2016, 2, 20)).published == date(2016, 2, 20)


def test_date_in_json_ld() -> None:
    page = PAGE.replace("article:published_time", "og:nothing").replace(
        "<script>", '<script type="application/ld+json">{"datePublished": "2016-02-13T08:00:00Z"}</script><script>'
    )
    assert from_html(page, id="a").published == date(2016, 2, 13)


def test_broken_html_gives_what_words_it_has() -> None:
    document = from_html("<html><body><p>Norland <b>arms <i>the Guard.</p><div>Sorn denies it.", id="a")
    assert {"Norland", "arms", "Guard.", "Sorn", "denies"} <= set(document.text.split())


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body></body></html>", "no-text"),
        ("<html><head><title>404</title></head><body><script>1</script></body></html>", "no-text"),
        ("<", "no-text"),
        ("<div>" * 5000 + "Norland arms the Guard.", "too-deep"),
    ],
)
def test_html_without_usable_text_is_named(page: str, reason: str) -> None:
    with pytest.raises(DocumentError) as error:
        from_html(page, id="a")
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("2016-02-14", date(2016, 2, 14)),
        ("2016-02-14T23:59:00-05:00", date(2016, 2, 14)),
        ("14 February 2016", date(2016, 2, 14)),
        ("Feb 14, 2016", date(2016, 2, 14)),
        (date(2016, 2, 14), date(2016, 2, 14)),
        (None, None),
        ("", None),
    ],
)
def test_dates(given: object, made: date | None) -> None:
    assert to_date(given, "a") == made


@pytest.mark.parametrize("given", ["last Tuesday", "2016-02-30", ["2016"], 7])
def test_what_is_no_date_stays_missing(given: object) -> None:
    with pytest.warns(DocumentWarning, match="stays undated"):
        assert to_date(given, "a") is None


def test_size_and_half_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.warns(DocumentWarning, match="could not be kept"):
        assert make_document("Norland \ud800 arms\0", id="a").text == "Norland \ufffd arms\ufffd"
    monkeypatch.setattr(limits, "TEXT_BYTES", 10)
    with pytest.raises(DocumentError, match="the limit is 10") as error:
        make_document("twelve bytes", id="a")
    assert error.value.reason == "too-large"
