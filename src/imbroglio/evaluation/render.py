"""The score card as plain data, and the data as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from imbroglio.evaluation.attributes import Confusion
from imbroglio.evaluation.measure import DRAWS, SEED, Measure, Measures, f1, precision, recall
from imbroglio.evaluation.scorecard import ScoreCard, Tally

LONGEST = 15  # rows of a table of values
Data = Mapping[str, Any]


def as_data(card: ScoreCard, draws: int = DRAWS, seed: int = SEED) -> dict[str, Any]:
    """The card for JSON, with intervals from so many draws; numbers rounded to four places."""
    return {
        "counts": {
            "documents": card.documents, "labelled": card.strict.cases, "optional": card.optional,
            "extracted": card.extracted, "unanchored": card.unanchored,
        },
        "strict": _scores(card.strict, draws, seed),
        "sign": _scores(card.sign, draws, seed),
        "attributes": {key: measure.as_data(draws, seed) for key, measure in card.attributes.items()},
        "quiet": card.quiet.as_data(draws, seed) if card.quiet else None,
        "sure": {
            "precision": card.sure.under(precision).as_data(draws, seed),
            "share of gold": card.sure.under(recall).as_data(draws, seed),
        },
        "trust": _rounded(asdict(card.trust)) if card.trust else None,
        "confusion": {key: _confusion(table) for key, table in card.confusion.items()},
        "by": {name: {key: _tally(tally) for key, tally in tallies.items()} for name, tallies in card.by.items()},
    }  # fmt: skip


def _scores(measure: Measure, draws: int, seed: int) -> dict[str, Any]:
    parts = {"precision": precision, "recall": recall, "f1": f1}
    return {name: measure.under(formula).as_data(draws, seed) for name, formula in parts.items()}


def _tally(tally: Tally) -> dict[str, Any]:
    """Precision and F1; those that gold does not tell apart have no recall."""
    scores = Measure.of([(tally.right, tally.found, tally.asked)], f1)
    made: dict[str, Any] = {"labelled": tally.asked or None, "extracted": tally.found, "right": tally.right}
    made["precision"] = scores.under(precision).value
    made |= {"recall": scores.under(recall).value, "f1": scores.value} if tally.asked else {"recall": None, "f1": None}
    rounded: dict[str, Any] = _rounded(made)
    return rounded


def _confusion(counts: Confusion) -> list[dict[str, Any]]:
    """One entry a labelled value: how many claims have it, how many were read so, and what the others were read as."""
    values: dict[str, dict[str, int]] = {}
    for (labelled, read), n in counts.most_common():
        values.setdefault(labelled, {})[read] = n
    rows = [{"labelled": v, "claims": sum(r.values()), "right": r.pop(v, 0), "read as": r} for v, r in values.items()]
    return sorted(rows, key=lambda row: -row["claims"])


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(v) for key, v in value.items()}
    return [_rounded(v) for v in value] if isinstance(value, list | tuple) else value


def as_tables(card: Data, by: Sequence[str] = ("relation",)) -> str:
    """What `as_data` gives, as Markdown."""
    counts = card["counts"]
    head = f"{counts['documents']} documents, {counts['labelled']} labelled claims, {counts['extracted']} extracted.\n"
    parts = [head, _main(card), _attributes(card)]
    parts += [f"**By {name}** (strict)\n\n" + _by(card["by"][name]) for name in by]
    parts += [f"**{key.capitalize()}** of found claims\n\n" + _values(rows) for key, rows in card["confusion"].items()]
    if card["trust"]:
        parts.append("**Trust**: is it the share of claims that are right?\n\n" + _reliability(card))
    return "\n".join(parts)


def as_rows(measures: Measures, draws: int = DRAWS, seed: int = SEED) -> list[list[str]]:
    """Rows of (what, score, interval, cases) as text."""
    rows = ((label, measure.as_data(draws, seed)) for label, measure in measures.items())
    return [[label, number(m["value"]), between(m["interval"]), str(m["cases"])] for label, m in rows]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column to the left, numbers to the right."""
    lines = [list(head), ["---", *("---:" for _ in head[1:])], *map(list, rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def between(interval: Sequence[float] | None) -> str:
    return f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "–"


def _main(card: Data) -> str:
    rows = [
        [name, *(number(card[name][key]["value"]) for key in ("precision", "recall", "f1")),
         between(card[name]["f1"]["interval"])]
        for name in ("strict", "sign")
    ]  # fmt: skip
    text = table(["claims", "precision", "recall", "F1", "95 % interval"], rows)
    if quiet := card["quiet"]:
        text += f"\nA claim was found in {number(quiet['value'])} of the {quiet['cases']} documents without one "
        text += f"({between(quiet['interval'])}).\n"
    return text


def _attributes(card: Data) -> str:
    rows = [[key, number(m["value"]), between(m["interval"])] for key, m in card["attributes"].items()]
    return table(["of found claims", "right", "95 % interval"], rows)


def _by(tallies: Data) -> str:
    rows = [
        [_cell(key), *("–" if t[k] is None else str(t[k]) for k in ("labelled", "extracted", "right")),
         *(number(t[k]) for k in ("precision", "recall", "f1"))]
        for key, t in tallies.items()
    ]  # fmt: skip
    return table(["", "labelled", "extracted", "right", "precision", "recall", "F1"], rows)


def _values(rows: Sequence[Data]) -> str:
    """The values that were most often labelled; where there are too many, those that were read wrongly first."""
    shown = sorted(rows, key=lambda row: row["right"] == row["claims"])[:LONGEST] if len(rows) > LONGEST else rows
    cells = [
        [_cell(row["labelled"]), str(row["claims"]), str(row["right"]),
         ", ".join(f"{_cell(value)} {n}" for value, n in row["read as"].items())]
        for row in shown
    ]  # fmt: skip
    more = [[f"{len(rows) - len(shown)} more", *_sums(rows, shown), ""]] if len(rows) > len(shown) else []
    return table(["labelled", "claims", "right", "else read as"], cells + more)


def _sums(rows: Sequence[Data], shown: Sequence[Data]) -> list[str]:
    return [str(sum(row[key] for row in rows) - sum(row[key] for row in shown)) for key in ("claims", "right")]


def _reliability(card: Data) -> str:
    trust, sure = card["trust"], card["sure"]
    rows = [
        [f"{b['low']:.1f}–{b['high']:.1f}", str(b["count"]), number(b["trust"]), number(b["right"]), bar(b["right"])]
        for b in trust["bins"]
    ]
    text = table(["trust", "claims", "mean trust", "right", ""], rows)
    text += f"\nBrier score {number(trust['brier'])}, expected calibration error {number(trust['error'])}. "
    precise, kept = sure["precision"], sure["share of gold"]
    text += (
        f"{number(precise['value'])} ({between(precise['interval'])}) of the claims at trust 0.9 and more are right, "
    )
    return text + f"and find {number(kept['value'])} ({between(kept['interval'])}) of the labelled ones.\n"


def bar(share: float, width: int = 20) -> str:
    """A share as a bar of blocks."""
    return "█" * round(share * width)


def _cell(words: str) -> str:
    """Words of documents, safe in a Markdown table and on a terminal."""
    from imbroglio.outputs.tables import markdown

    return markdown(words)
