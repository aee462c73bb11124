"""The process that works out findings (see `beside`): asked on standard input, answers on standard output."""

from __future__ import annotations

import json
import os
import pickle
import sys

from imbroglio.case import Case
from imbroglio.web.book import Book
from imbroglio.web.tension import found
from imbroglio.web.tension.beside import told

PATIENT = 10  # how much less pressing the work is than answers to readers (see nice(1))


def main() -> None:
    """Answers nothing where the case is not at the version that was asked for."""
    asked = json.load(sys.stdin)
    if hasattr(os, "nice"):
        os.nice(PATIENT)
    with Case.open(asked["case"], create=False) as case:
        book = Book(case)
        if book.version == asked["version"]:
            claims = book.view.standing()
            number = {id(claim): n for n, claim in enumerate(claims)}
            findings = [told(one, lambda claim: number[id(claim)]) for one in found(book, claims)]
            sys.stdout.buffer.write(pickle.dumps(findings))


if __name__ == "__main__":
    main()
