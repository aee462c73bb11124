"""Questions of identity that are still open."""

from __future__ import annotations

from imbroglio.analysis.identity import Question
from imbroglio.analysis.identity import questions as ask
from imbroglio.analysis.waiting import answer, unanswered
from imbroglio.web import rows, shapes
from imbroglio.web.book import Book

SHOWN = 5  # claims a question


def questions(book: Book) -> list[Question]:
    """The questions nobody has answered yet."""
    return list(unanswered(book.view, book.cached("questions", lambda: ask(book.view.standing(), book.actors))))


def asked(book: Book, question: Question) -> shapes.Question:
    """A question as the API gives it."""
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
