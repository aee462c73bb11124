"""The published scores as a page: everything on it comes from `results.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imbroglio.evaluation.corpora import CORPORA
from imbroglio.evaluation.render import as_tables, between, number, table

BARS = {  # what each is to reach
    "documents: strict F1": 0.70, "documents: sign F1": 0.80, "documents: names": 0.90, "documents: polarity": 0.97,
    "documents: firmness": 0.90, "documents: said_by": 0.88, "documents: place": 0.70, "documents: tense": 0.90,
    "documents: precision at trust 0.9": 0.92, "documents: share of gold at trust 0.9": 0.40,
    "dispatches: strict F1": 0.80, "dispatches: quiet documents with a claim": 0.04,
    "dispatches: precision at trust 0.9": 0.92, "dispatches: share of gold at trust 0.9": 0.40,
    "founding articles: strict F1": 0.80, "founding articles: names": 0.95,
    "re3d: FightingAgainst": 0.55, "re3d: AlliesOf": 0.45, "plover: class": 0.80,
    "polnear: content": 0.70, "polnear: source": 0.62, "polnear: exact": 0.45,
}  # fmt: skip
AT_MOST = frozenset(["dispatches: quiet documents with a claim"])
Data = Mapping[str, Any]


def as_table(figures: Data, before: Data | None = None) -> str:
    """Every figure with its interval, its bar and, where given, the frozen one."""
    head = ["what", "score", "95 % interval", "cases", "bar", *(["frozen"] if before is not None else [])]
    rows = []
    for name, figure in figures.items():
        row = [name, number(figure["value"]), between(figure["interval"]), str(figure["cases"]), bar(name, figure)]
        if before is not None:
            row.append(number(before[name]["value"] if name in before else None))
        rows.append(row)
    return table(head, rows)


def bar(name: str, figure: Data) -> str:
    """What the figure is to reach, and whether it does."""
    if name not in BARS:
        return ""
    reached = figure["value"] <= BARS[name] if name in AT_MOST else figure["value"] >= BARS[name]
    return f"{'≤ ' if name in AT_MOST else ''}{BARS[name]:.2f} {'reached' if reached else 'missed'}"


def page(results: Data) -> str:
    """The committed page."""
    corpora = "\n".join(f"- {text}" for text in CORPORA.values())
    parts = "\n".join(_part(name, results) for name in results["cards"])
    return f"""# Scores

Printed by `make score`, frozen by `python -m benchmarks.score --write`; [how to read them](../docs/evaluation.md).
Strict F1 wants the relation itself, sign F1 only its class; the attributes are shares of the strictly found claims.
None of these texts is trained on. Trust alone is calibrated on the documents and the dispatches (two numbers), and
their errors were read while the grammar grew, so new text will score lower. [Blind texts](blind/README.md) are dense
and idiomatic reports of many registers; nothing is fitted to them, but their errors have been read as well. Intervals
draw documents again.

{as_table(results["figures"])}
The corpora:

{corpora}

What their figures mean, and where their terms are not ours, is told at the head of each file of
`src/imbroglio/evaluation/corpora/`. Syntax is that of the language engine on raw text (Universal Dependencies, test
sets).

{parts}"""


def _part(name: str, results: Data) -> str:
    phenomena = ["phenomenon"] if len(results["cards"][name]["by"]["phenomenon"]) > 1 else []
    return f"""## {name.capitalize()}

{as_tables(results["cards"][name], ("relation", "construction", *phenomena))}
**Grammar and learned arcs**, alone and together (strict F1 by relation; right of extracted by construction)

{_sides(results["sides"][name])}
Of the reading's processor time, {_time(results["time"][name])}.
"""


def _sides(sides: Data) -> str:
    rows = [["all", *(number(side["strict"]) for side in sides.values())]]
    both = list(sides.values())[-1]
    for relation in both["relation"]:
        rows.append([relation, *(number(side["relation"].get(relation, {}).get("f1")) for side in sides.values())])
    for construction in dict.fromkeys(key for side in reversed(list(sides.values())) for key in side["construction"]):
        cells = (side["construction"].get(construction) for side in sides.values())
        rows.append([construction, *(f"{cell['right']} of {cell['extracted']}" if cell else "–" for cell in cells)])
    return table(["", *sides], rows)


def _time(time: Data) -> str:
    return ", ".join(f"{share:.0%} goes into {work}" for work, share in time.items())
