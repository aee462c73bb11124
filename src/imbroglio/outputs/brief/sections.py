"""The sections of a brief that come from claims alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from imbroglio.analysis import (
    Change,
    Channel,
    Join,
    Situation,
    Voice,
    changes,
    channels,
    joins,
    tensions,
    voices,
)
from imbroglio.analysis.weight import FIRMNESS
from imbroglio.analysis.wording import done, listed, plural, verb, where
from imbroglio.case.review import Verdict, undismissed
from imbroglio.model import Claim, Document, Finding, Relation, RelationClass
from imbroglio.outputs.brief.data import Line, Section, section
from imbroglio.outputs.brief.quotes import Quotes
from imbroglio.outputs.tables import statement

FINDINGS = 15
EVIDENCE = 2  # claims quoted on each side of a finding
RESOLVING = 3  # statements that are told of what would resolve it
_GROUND = (Relation.FIGHTS_FOR, Relation.DEPLOYS_TO, Relation.ADVANCES_ON, Relation.CONTROLS)
_CLASS = {
    RelationClass.SUPPORTS: "support",
    RelationClass.OPPOSES: "hostility",
    RelationClass.STRUCTURE: "belonging",
    RelationClass.PLACE: "forces and ground",
    RelationClass.TALK: "talks",
}
_TREND = {"more": "More", "less": "Less", "begin": "Begun", "stop": "Ended"}


def sources_read(situation: Situation) -> Section:
    """What was read."""
    counts = Counter(claim.document for claim in situation.claims)

    def tell(document: Document) -> Line:
        parts = (document.title, document.source, document.published and document.published.isoformat())
        known = ", ".join(part for part in parts if part) or "outlet and date not known"
        return Line(f"{document.id}: {known}; {_counted(counts[document.id], 'claim')}")

    return section("Read", "", tuple(situation.documents.values()), tell)


def what_does_not_add_up(
    situation: Situation, quotes: Quotes, verdicts: Mapping[str, Verdict], dismissed: bool
) -> Section:
    """Findings with quotes on each side and what a person decided; dismissed ones only when asked for."""
    about = "Firm, well sourced and material contradictions first; whether they are real is for you to judge."
    found = tensions(situation)
    shown = found if dismissed else undismissed(found, verdicts)

    def tell(finding: Finding) -> Line:
        return finding_line(finding, quotes, verdicts.get(finding.id))

    return section("What does not add up", about, shown, tell, FINDINGS)


def finding_line(finding: Finding, quotes: Quotes, verdict: Verdict | None = None) -> Line:
    """A finding, with what a person decided, the words on either side and what would resolve it."""
    decided = [Line(verdict.words)] if verdict else []
    records = [
        Line("The words of it", (quotes.words(record.document, record.quote, record.said_by),))
        for record in finding.records
    ]
    sides = [line for side in finding.sides for line in quotes.evidence(side, EVIDENCE)]
    under = tuple(dict.fromkeys([*decided, *records, *sides, *_resolving(finding, quotes)]))
    return Line(f"{finding.rule.capitalize()}: {finding.sentence}", (), 0, under)


def _resolving(finding: Finding, quotes: Quotes) -> list[Line]:
    """The least that would have to be wrong for the finding to be gone."""
    if not finding.resolves:
        return []
    least = finding.resolves[0]
    told = list(dict.fromkeys(map(statement, least)))
    if len(told) > RESOLVING:
        told = [*told[:RESOLVING], f"{len(told) - RESOLVING} more"]
    opening = "Gone if this is wrong" if len(least) == 1 else "Gone if these are all wrong"
    return [quotes.line(f"{opening}: {'; '.join(told)}", least)]


def aid_channels(situation: Situation, quotes: Quotes) -> Section:
    """Who arms, funds and assists whom, through what."""
    about = "Weapons, money and other help, by the programme it runs through."
    found = channels(situation.claims)
    return section("Aid and its channels", about, found, lambda channel: _channel(situation, channel, quotes))


def _channel(situation: Situation, channel: Channel, quotes: Quotes) -> Line:
    if channel.name is None:
        giver, taker = channel.givers[0], channel.recipients[0]
        verbs = dict.fromkeys(verb(claim, plural(situation.actors.get(giver))) for claim in channel.claims)
        aid = f"{_name(situation, giver)} {listed(list(verbs))} {_name(situation, taker)}"
        return quotes.line(aid + where(situation.theatre(channel.claims)), channel.claims)
    givers = listed([_name(situation, giver) for giver in channel.givers])
    takers = listed([_name(situation, taker) for taker in channel.recipients])
    name = f"a channel {channel.name[4:]}" if channel.name.startswith("one ") else channel.name  # "one run by X"
    return quotes.line(f"Through {name}: {givers} → {takers}", (*channel.claims, *channel.behind), shown=6)


def on_the_ground(situation: Situation, quotes: Quotes) -> Section:
    """Whose forces are where, and for whom they fight."""
    groups: dict[tuple[Relation, str, str, bool], list[Claim]] = defaultdict(list)
    for claim in situation.claims:
        if claim.relation in _GROUND and claim.polarity == "yes" and FIRMNESS[claim.firmness] >= FIRMNESS["planned"]:
            groups[claim.relation, claim.object.actor, verb(claim, True), claim.trend == "stop"].append(claim)
    ordered = sorted(groups.items(), key=lambda item: _GROUND.index(item[0][0]))

    def tell(group: tuple[tuple[Relation, str, str, bool], list[Claim]]) -> Line:
        (_, target, words, ended), claims = group
        who = dict.fromkeys(_name(situation, claim.subject.actor) for claim in claims)
        end = " (ended)" if ended else ""
        return quotes.line(f"{listed(list(who))}: {words} {_name(situation, target)}{end}", claims, shown=8)

    about = "Who fights for whom with forces of their own, and who is, moves or holds where."
    return section("On the ground", about, ordered, tell)


def who_said_what(situation: Situation, quotes: Quotes) -> Section:
    """Every voice and how much hangs on it."""

    def tell(voice: Voice) -> Line:
        name = voice.name or "The documents in their own voice"
        through = f", as passed on by {listed(voice.through)}" if voice.through else ""
        unnamed = " (unnamed)" if voice.anonymous else ""
        return quotes.line(f"{name}{unnamed}: {_counted(len(voice.claims), 'claim')}{through}", voice.claims)

    about = "A claim counts for everybody in the chain that passed it on."
    return section("Who said what", about, voices(situation.claims), tell)


def what_changed(situation: Situation, quotes: Quotes) -> Section:
    """Trends, and sides then and now."""
    found = changes(situation)
    return section("What changed over time", "", found, lambda change: _change(situation, change, quotes))


def _change(situation: Situation, change: Change, quotes: Quotes) -> Line:
    name = _name(situation, change.actor)
    if change.trend:
        claim = change.after[0]
        place = where(situation.theatre(change.after))
        many = plural(situation.actors.get(change.actor))
        what = f"{name} {verb(claim, many)} {_name(situation, claim.object.actor)}{place}"
        return quotes.line(f"{_TREND[change.trend]}: {what}", change.after)
    before, after = _sides(situation, change.before), _sides(situation, change.after)
    return quotes.line(f"{name}: before, {before}; now, {after}", (*change.before, *change.after), shown=6)


def _sides(situation: Situation, claims: Iterable[Claim]) -> str:
    told = [done(situation, [claim], *situation.parties(claim)) + where(claim.place) for claim in claims]
    return listed(list(dict.fromkeys(told)))


def what_joins(situation: Situation, quotes: Quotes) -> Section:
    """Ties and actors that several documents share."""
    about = "Ties and actors that more than one document speaks of."
    return section("What joins the documents", about, joins(situation), lambda join: _join(situation, join, quotes))


def _join(situation: Situation, join: Join, quotes: Quotes) -> Line:
    roots = _counted(join.roots, "independent source")
    where_from = f"{listed(join.documents)}; {roots}"
    if join.object is None or join.klass is None:
        return quotes.line(f"{_name(situation, join.subject)} ({where_from})", join.claims)
    pair = f"{_name(situation, join.subject)} → {_name(situation, join.object)}: {_CLASS[join.klass]}"
    return quotes.line(f"{pair} ({where_from})", join.claims)


def who_is_who(situation: Situation, quotes: Quotes) -> Section:
    """Names, parts and leaders as the documents give them."""
    names: dict[str, list[Claim]] = defaultdict(list)
    parts: dict[tuple[str, str, Relation], list[Claim]] = defaultdict(list)
    for claim in situation.claims:
        if claim.polarity == "no":
            continue
        if claim.relation == Relation.SAME_AS:
            names[claim.subject.actor].append(claim)
        elif claim.relation in (Relation.PART_OF, Relation.LEADS):
            parts[claim.subject.actor, claim.object.actor, claim.relation].append(claim)
    texts = {id: document.text for id, document in situation.documents.items()}
    told: list[tuple[str, list[Claim]]] = []
    for actor, claims in names.items():
        others = dict.fromkeys(claim.object.span.of(texts[claim.document]) for claim in claims)
        told.append((f"{_name(situation, actor)} = {' = '.join(others)}", claims))
    for (one, whole, _), claims in parts.items():
        words = verb(claims[0], plural(situation.actors.get(one)))
        told.append((f"{_name(situation, one)} {words} {_name(situation, whole)}", claims))
    about = "Other names, parts and leaders, as the documents give them."
    return section("Who is who", about, told, lambda item: quotes.line(*item))


def _name(situation: Situation, actor: str) -> str:
    found = situation.actors.get(actor)
    return found.name if found else actor


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_Make = Callable[[Situation, Quotes], Section]
DEEDS: tuple[_Make, ...] = (aid_channels, on_the_ground)
TELLING: tuple[_Make, ...] = (who_said_what, what_changed, what_joins, who_is_who)
