"""`imbroglio review`: what is most worth a look, decided key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from imbroglio.cli.options import example
from imbroglio.cli.review.help import COMMON, ON_CLAIMS, ON_QUESTIONS

if TYPE_CHECKING:
    from imbroglio.case import Case


def _listed(title: str, keys: dict[str, str]) -> str:
    return "\b\n" + title + "\n" + "\n".join(f"  {key}  {does}" for key, does in keys.items())


KEYS = "\n\n".join(
    (_listed("On a claim:", ON_CLAIMS), _listed("On a question who is who:", ON_QUESTIONS), _listed("On both:", COMMON))
)
EXAMPLES = example(
    "imbroglio review aleppo.case --by maria",
    "imbroglio review aleppo.case --status",
    "imbroglio review aleppo.case --only questions --actor Turkey",
    "printf 'a a r n looks like a translation\\n q' | imbroglio review aleppo.case",
)


@click.command(epilog=KEYS + "\n\n" + EXAMPLES)
@click.argument("casefile", metavar="CASE", envvar="IMBROGLIO_CASE")
@click.option("--by", metavar="NAME", help="Sign decisions by this name.  [default: your user name]")
@click.option("--status", is_flag=True, help="Only print how many claims stand where, and what waits.")
@click.option("--only", type=click.Choice(["all", "claims", "questions"]), default="all", show_default=True,
              help="Ask about these.")  # fmt: skip
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="About this actor; repeat for any of several.")
def review(casefile: str, by: str | None, status: bool, only: str, actors: tuple[str, ...]) -> None:
    """Decide what stands, key by key, in the terminal.

    One item at a time, the one most worth a look first: questions who is who, then claims that findings rest on and
    that the reader is unsure of. The words of the document stand beside what was read in them and why it was read so.
    Every decision goes at once into the log of the case, signed; nothing that was read is changed, and what is decided
    in the explorer (imbroglio serve) goes into the same log. If somebody else decides about the same thing while you
    look at it, you are told and asked again. All other commands then ask the case as the decisions leave it, unless
    they are given --as-read.

    Where standard input is no terminal, keys are read from it; white space between them is passed over, and what a key
    asks for is the rest of its line.
    """
    from imbroglio.case import Case, Standing

    with Case.open(casefile, create=False) as case:
        if by:
            case.review.who = by
        if status:
            _status(case)
            return
        from rich.console import Console

        from imbroglio.cli.names import Names
        from imbroglio.cli.review.desk import Desk
        from imbroglio.cli.review.keys import keys
        from imbroglio.cli.review.queue import queue

        names = Names(Standing(case))
        items = queue(case, only, [id for name in actors for id in names.ids(name)])
        Desk(case, items, keys(), Console(highlight=False, emoji=False, markup=False)).sit()


def _status(case: Case) -> None:
    from imbroglio.analysis.identity import questions
    from imbroglio.analysis.waiting import counts, unanswered

    view = case.review.view()
    rows = [*counts(view).items(), ("questions open", len(unanswered(view, questions(view.standing(), view.actors))))]
    rows += [("decisions", len(view.decisions)), ("of which loose", len(view.loose))]
    for name, n in rows:
        click.echo(f"{name:<16}{n:>8,}")
