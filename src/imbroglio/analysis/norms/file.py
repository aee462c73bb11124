"""Files of rules: YAML that says who may not do what toward whom; `docs/rules.md` describes it.

Files are other people's: size, depth and number of parts are bounded, and each error names file, rule and field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from imbroglio.analysis.norms.described import Describing
from imbroglio.analysis.norms.description import Anyone
from imbroglio.analysis.norms.rule import MUST, MUST_NOT, Excuse, Rule
from imbroglio.errors import KnowledgeError, RuleError
from imbroglio.knowledge.load import FOLDER, parse
from imbroglio.model import Relation

BYTES, RULES, STEPS = 1_000_000, 1_000, 6
_FILE = ("parties", "lists", "rules")
FIELDS = ("name", "why", "who", "may_not", "must", "toward", "from", "until", "through", "except")
_EXCUSE = ("who", "toward", "relations", "place")


def shipped() -> dict[str, Path]:
    """The rule files that come with the package, by name."""
    return {path.stem: path for path in sorted((FOLDER / "rules").glob("*.yaml"))}


def load_rules(path: Path) -> list[Rule]:
    """The rules of a file.

    Raises:
        RuleError: the file cannot be read, or breaks the format.
    """
    try:
        if path.stat().st_size > BYTES:
            raise RuleError(f"{path}: larger than {BYTES // 1_000_000} MB; split it")
        content = parse(path)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}); correct the path") from error
    except (KnowledgeError, RecursionError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: no valid YAML: {error}") from error
    return list(_Reading(str(path), content).rules())


@dataclass
class _Reading:
    """One file being read."""

    path: str
    content: Any
    where: str = "the file"

    def rules(self) -> Iterator[Rule]:
        if not isinstance(self.content, dict) or "rules" not in self.content:
            self.wrong("rules", "is missing", "begin with 'rules:' and a list of rules")
        self.known(self.content, _FILE, "")
        found = self.content["rules"]
        if not isinstance(found, list) or not found or len(found) > RULES:
            self.wrong("rules", f"is no list of 1 to {RULES:,} rules", "write each as '- name: …'")
        self.describing = Describing(self.content.get("parties"), self.content.get("lists"), self.wrong)
        self.describing.check()
        for number, entry in enumerate(found, 1):
            self.where = f"rule {number}"
            if not isinstance(entry, dict):
                self.wrong("", "is no mapping", "write name, who, may_not and toward")
            self.known(entry, FIELDS, "")
            name = entry.get("name")
            if not isinstance(name, str) or not name.strip():
                self.wrong("name", "is missing", "give the rule a name of its own")
            self.where = f"rule {name!r}"
            yield self.rule(entry, name)

    def rule(self, entry: dict[str, Any], name: str) -> Rule:
        modes = [(field, mode) for field, mode in (("may_not", MUST_NOT), ("must", MUST)) if field in entry]
        if len(modes) != 1:
            self.wrong("may_not", "is missing" if not modes else "stands beside must", "write one of may_not and must")
        field, mode = modes[0]
        for needed in ("who", "toward"):
            if needed not in entry:
                self.wrong(needed, "is missing", "describe the party, or write 'anybody'")
        start, end = self.day(entry, "from"), self.day(entry, "until")
        if start and end and end < start:
            self.wrong("until", f"{end} is before from {start}", "exchange them")
        steps = entry.get("through", 1)
        if not isinstance(steps, int) or isinstance(steps, bool) or not 1 <= steps <= STEPS:
            self.wrong("through", f"{steps!r} is no number of links from 1 to {STEPS}", "1 is from hand to hand")
        excuses = tuple(self.excuse(one) for one in self.several(entry.get("except"), "except"))
        return Rule(
            name, self.describing.read(entry["who"], "who"), mode, self.relations(entry[field], field),  # type: ignore[arg-type]
            self.describing.read(entry["toward"], "toward"), start, end, steps, excuses, str(entry.get("why") or ""),
        )  # fmt: skip

    def excuse(self, entry: Any) -> Excuse:
        if not isinstance(entry, dict) or not entry:
            self.wrong("except", "is no list of exceptions", f"each has some of {', '.join(_EXCUSE)}")
        self.known(entry, _EXCUSE, "except: ")
        sides = {
            side: self.describing.read(entry[side], f"except: {side}") if side in entry else Anyone()
            for side in ("who", "toward")
        }
        relations = self.relations(entry["relations"], "except: relations") if "relations" in entry else ()
        place = entry.get("place")
        if place is not None and not isinstance(place, str):
            self.wrong("except: place", f"{place!r} is no name of a place", "write one")
        return Excuse(sides["who"], sides["toward"], relations, place)

    def relations(self, found: Any, field: str) -> tuple[Relation, ...]:
        words = self.several(found, field)
        if not words:
            self.wrong(field, "is empty", "write one relation or a list of them")
        made = []
        for word in words:
            try:
                made.append(Relation(str(word).replace(" ", "_").replace("-", "_")))
            except ValueError:
                self.wrong(field, f"{word!r} is no relation", f"the relations are {', '.join(Relation)}")
        return tuple(dict.fromkeys(made))

    def day(self, entry: dict[str, Any], field: str) -> date | None:
        if entry.get(field) is None:
            return None
        try:
            return date.fromisoformat(str(entry[field]))
        except ValueError:
            self.wrong(field, f"{entry[field]!r} is no date", "write YYYY-MM-DD")

    def several(self, found: Any, field: str) -> list[Any]:
        """One or a list of them."""
        if found is None:
            return []
        return found if isinstance(found, list) else [found]

    def known(self, entry: dict[str, Any], fields: tuple[str, ...], inside: str) -> None:
        for field in entry:
            if field not in fields:
                self.wrong(f"{inside}{field}", "is no field here", f"the fields are {', '.join(fields)}")

    def wrong(self, field: str, problem: str, advice: str) -> NoReturn:
        told = f"{self.path}: {self.where}{', ' if field else ''}{field}: {problem}; {advice}"
        raise RuleError("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in told))
