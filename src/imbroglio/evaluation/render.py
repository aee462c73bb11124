"""The score card as plain data and as Markdown tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from imbroglio.evaluation.scorecard import Score, ScoreCard, Share
from imbroglio.evaluation.trust import Reliability


def as_data(card: ScoreCard) -> dict[str, Any]:
    """The card for JSON; shares and scores rounded to four places."""
    return {
        "documents": card.documents,
        "strict": _score(card.strict),
        "sign": _score(card.sign),
        "attributes": {key: _share(share) for key, share in card.attributes.items()},
        "confusion": {
            key: [{"labelled": a, "read": b, "count": n} for (a, b), n in table.most_common()]
            for key, table in card.confusion.items()
        },
        "by": {name: {key: _score(score) for key, score in scores.items()} for name, scores in card.by.items()},
        "quiet": _share(card.quiet) if card.quiet else None,
        "trust": _rounded(asdict(card.trust)) if card.trust else None,
    }


def _score(score: Score) -> dict[str, Any]:
    out = {"precision": score.precision, "recall": score.recall, "f1": score.f1, "right": score.right}
    out |= {"found": score.found, "asked": score.asked}
    return _rounded(out | ({"interval": list(score.interval)} if score.interval else {}))


def _share(share: Share) -> dict[str, Any]:
    out: dict[str, Any] = {"value": share.value, "count": share.count}
    return _rounded(out | ({"interval": list(share.interval)} if share.interval else {}))


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(v) for key, v in value.items()}
    return [_rounded(v) for v in value] if isinstance(value, list | tuple) else value


def as_tables(card: ScoreCard, by: Sequence[str] = ("relation",)) -> str:
    """The card as Markdown."""
    head = f"{card.documents} documents, {card.strict.asked} labelled claims, {card.strict.found} extracted.\n"
    parts = [head, _main(card), _attributes(card)]
    parts += [f"**By {name}** (strict)\n\n" + _by(card.by[name]) for name in by]
    parts += [f"**{key.capitalize()}** of found claims\n\n" + _confusion(t) for key, t in card.confusion.items() if t]
    if card.trust:
        parts.append("**Trust**: is it the share of claims that are right?\n\n" + _reliability(card.trust))
    return "\n".join(parts)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column to the left, numbers to the right."""
    lines = [list(head), ["---", *("---:" for _ in head[1:])], *map(list, rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def between(interval: tuple[float, float] | None) -> str:
    return f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "–"


def _main(card: ScoreCard) -> str:
    rows = [
        [name, *map(number, (score.precision, score.recall, score.f1)), between(score.interval)]
        for name, score in (("strict", card.strict), ("sign", card.sign))
    ]
    text = table(["claims", "precision", "recall", "F1", "95 % interval"], rows)
    if card.quiet:
        text += f"\nA claim was found in {number(card.quiet.value)} of the {card.quiet.count} documents without one.\n"
    return text


def _attributes(card: ScoreCard) -> str:
    rows = [[key, number(share.value), between(share.interval)] for key, share in card.attributes.items()]
    return table(["of found claims", "right", "95 % interval"], rows)


def _by(scores: dict[str, Score]) -> str:
    rows = [
        [key, str(s.asked or "–"), str(s.found), str(s.right), number(s.precision),
         number(s.recall if s.asked else None), number(s.f1 if s.asked else None)]
        for key, s in scores.items()
    ]  # fmt: skip
    return table(["", "labelled", "extracted", "right", "precision", "recall", "F1"], rows)


def _confusion(counts: Counter[tuple[str, str]]) -> str:
    wrong = [(key, n) for key, n in counts.most_common() if key[0] != key[1]]
    rows = [["right", "", str(sum(n for (a, b), n in counts.items() if a == b))]]
    rows += [[a or "none", b or "none", str(n)] for (a, b), n in wrong[:12]]
    return table(["labelled", "read", "claims"], rows)


def _reliability(trust: Reliability) -> str:
    rows = [
        [f"{b.low:.1f}–{b.high:.1f}", str(b.count), number(b.trust), number(b.right), bar(b.right)] for b in trust.bins
    ]
    text = table(["trust", "claims", "mean trust", "right", ""], rows)
    text += f"\nBrier score {trust.brier:.3f}, expected calibration error {trust.error:.3f}. "
    text += f"{number(trust.sure_precision)} of claims at trust 0.9 and more are right, "
    return text + f"and cover {number(trust.sure_recall)} of the labelled ones.\n"


def bar(share: float, width: int = 20) -> str:
    """A share as a bar of blocks."""
    return "█" * round(share * width)
