"""Questions of identity that are still open."""

from __future__ import annotations

from imbroglio.analysis.identity import Question
from imbroglio.analysis.identity import questions as ask
from imbroglio.analysis.waiting import answer, unanswered
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book

SHOWN = 5  # claims a question


def questions(book: Book, answered: bool = False) -> list[shapes.Question]:
    """The questions nobody has answered yet, or with `answered` all of them."""
    found = _found(book)
    return [_row(book, question) for question in (found if answered else unanswered(book.view, found))]


def _found(book: Book) -> list[Question]:
    return book.cached("questions", lambda: ask(book.view.standing(), book.actors))


def _row(book: Book, question: Question) -> shapes.Question:
    return {
        "id": question.id,
        "one": rows.actor_name(book, question.one),
        "other": rows.actor_name(book, question.other),
        "suggests": question.suggests,
        "why": question.why,
        "weight": round(question.weight, 3),
        "answer": answer(book.view, question),
        "claims": rows.of_claims(book, question.claims[:SHOWN]),
    }
