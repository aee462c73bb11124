"""Rules: descriptions in three values, verdicts with chains of claims, files and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from imbroglio.analysis.norms import check, described, from_text, load_rules, shipped
from imbroglio.analysis.norms.file import FIELDS
from imbroglio.errors import RuleError
from imbroglio.model import Agreement, Interval, Norm, Relation, Span
from tests.analysis.making import claim, document, party, situation

RULE = """
rules:
  - name: no help
    who: Patria
    may_not: [arms, funds]
    toward: {kind: armed group, affiliated_with: Rivalia}
"""


def verdicts(path: Path, text: str, claims, **more):
    file = path / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    return check(situation(claims, **more), load_rules(file))


def verdict(path: Path, text: str, claims, **more):
    (found,) = verdicts(path, text, claims, **more)
    return found


ARMS, TIE = claim("patria", "arms", "guard"), claim("rivalia", "backs", "guard")


@pytest.mark.parametrize(
    ("claims", "word", "deeds"),
    [
        ([ARMS, TIE], "broken", ["breach"]),
        ([claim("patrian-army", "arms", "guard"), TIE], "broken", ["breach"]),  # a body acts for its state
        ([ARMS], "undecided", ["open"]),  # nobody says whether the guard is tied to Rivalia
        ([claim("patria", "arms", "guard", firmness="planned"), TIE], "undecided", ["open"]),
        ([claim("patria", "arms", "guard", firmness="hypothetical"), TIE], "undecided", []),
        ([claim("patria", "arms", "guard", polarity="no"), TIE], "kept", ["denied"]),
        ([claim("patria", "arms", "guard", trend="stop"), TIE], "kept", ["ended"]),
        ([ARMS, TIE, claim("patria", "arms", "guard", polarity="no")], "broken", ["breach", "denied"]),
        ([claim("patria", "assists", "guard"), TIE], "undecided", []),  # not what the rule forbids
        ([claim("thirdland", "arms", "guard"), TIE], "undecided", []),  # not whom it binds
        ([claim("patria", "arms", "thirdland"), claim("rivalia", "backs", "thirdland")], "undecided", []),
        ([ARMS, claim("rivalia", "agrees_with", "guard")], "undecided", ["open"]),  # a truce is no tie
        ([ARMS, claim("rivalia", "backs", "guard", polarity="no")], "undecided", ["open"]),
        ([claim("patria", "arms", "hawks"), claim("rivalia", "backs", "front")], "broken", ["breach"]),  # its umbrella
        ([], "undecided", []),
    ],
)
def test_verdicts(claims, word, deeds, tmp_path):
    found = verdict(tmp_path, RULE, claims)
    assert (found.word, [deed.word for deed in found.deeds]) == (word, deeds)
    assert bool(found.missing) == (word == "undecided")


def test_a_breach_has_the_chain_of_claims_and_the_grounds(tmp_path):
    (deed,) = verdict(tmp_path, RULE, [ARMS, TIE]).deeds
    assert (deed.claims, deed.grounds) == ((ARMS,), (TIE,))
    (gap,) = verdict(tmp_path, RULE, [ARMS]).missing
    assert gap == "whether Home Guard is tied to Rivalia"


def test_what_arrives_through_other_hands(tmp_path):
    given, handed = claim("patria", "arms", "thirdland", trust=0.9), claim("thirdland", "arms", "guard", trust=0.6)
    assert verdict(tmp_path, RULE, [given, handed, TIE]).word == "undecided"
    (found,) = verdicts(tmp_path, RULE + "    through: 2\n", [given, handed, TIE])
    (deed,) = found.broken_by
    assert deed.claims == (given, handed) and deed.grounds == (TIE,) and deed.strength == 0.6


def about(toward: str, *more: str) -> str:
    lines = ["rules:", "  - name: a rule", "    who: Patria", "    may_not: arms", f"    toward: {toward}"]
    return "\n".join([*lines, *(f"    {line}" for line in more)])


FRIEND = claim("rivalia", "arms", "rebels"), claim("rebels", "backs", "guard")
MEMBER = claim("guard", "part_of", "front")


@pytest.mark.parametrize(
    ("toward", "further", "word"),
    [
        ("Home Guard", [], "broken"),
        ("anybody", [], "broken"),
        ("Free Front", [], "undecided"),
        ("Free Front", [MEMBER], "broken"),  # part of what is named
        ("{kind: [state, armed group]}", [], "broken"),
        ("{kind: state}", [], "undecided"),
        ("{member_of: Free Front}", [MEMBER], "broken"),
        ("{affiliated_with: Rivalia, depth: 2}", FRIEND, "broken"),
        ("{affiliated_with: Rivalia}", FRIEND, "undecided"),
        ("{affiliated_with: Rivalia, depth: 2, by: [arms]}", FRIEND, "undecided"),
        ("{listed: [Home Guard, Nobody Else]}", [], "broken"),
        ("{listed: [Hawks, Doves]}", [], "undecided"),
        ("{not: {listed: [Hawks]}}", [], "broken"),
        ("{any_of: [Rivalia, Home Guard]}", [], "broken"),
        ("{all_of: [{kind: armed group}, Rivalia]}", [], "undecided"),
        ("[Rivalia, Home Guard]", [], "broken"),
        ("{country: Iraq}", [], "undecided"),
    ],
)
def test_descriptions(toward, further, word, tmp_path):
    assert verdict(tmp_path, about(toward), [ARMS, *further]).word == word


@pytest.mark.parametrize(
    ("more", "word", "deeds"),
    [
        (["from: 2014-01-01"], "broken", ["breach"]),
        (["from: 2016-01-01"], "kept", ["excused"]),
        (["until: 2014-12-31"], "kept", ["excused"]),
        (["except: [{toward: Home Guard}]"], "kept", ["excused"]),
        (["except: [{who: Rivalia}]"], "broken", ["breach"]),
        (["except: [{relations: [funds]}]"], "broken", ["breach"]),
        (["except: [{relations: arms, place: Southland}]"], "kept", ["excused"]),
        (["except: [{place: Northland}]"], "broken", ["breach"]),
        (["except: [{toward: {member_of: Free Front}}]"], "undecided", ["open"]),
    ],
)
def test_dates_and_exceptions(more, word, deeds, tmp_path):
    dated = [document("one", published=date(2015, 5, 5))]
    placed = claim("patria", "arms", "guard", place="Port City")
    found = verdict(tmp_path, about("anybody", *more), [placed], documents=dated)
    assert (found.word, [deed.word for deed in found.deeds]) == (word, deeds)


def test_a_deed_without_a_date_is_undecided_where_dates_matter(tmp_path):
    assert verdict(tmp_path, about("anybody", "from: 2014-01-01"), [ARMS]).missing == ("when Patria did that",)


def test_a_duty_is_broken_by_what_is_said_not_to_be_done(tmp_path):
    duty = about("anybody").replace("may_not", "must")
    assert verdict(tmp_path, duty, [claim("patria", "arms", "guard", polarity="no")]).word == "broken"
    assert verdict(tmp_path, duty, [claim("patria", "arms", "guard", polarity="no", trend="stop")]).word == "broken"
    kept = verdict(tmp_path, duty, [ARMS])
    assert (kept.word, [deed.word for deed in kept.deeds]) == ("kept", ["done"])


TRUCE = """
rules:
  - name: parties do not attack
    who: {party_to: ceasefire}
    may_not: fights
    toward: {not: {left_out_of: ceasefire}}
"""


def test_parties_to_a_truce_for_each_truce(tmp_path):
    start = Interval("past", "stated", date(2015, 1, 1), date(2015, 1, 1))
    truce = Agreement("one", "ceasefire", (party("patria"),), (party("hawks"),), Span(0, 5), when=start)
    dated = [document("one", published=date(2015, 1, 2)), document("two", published=date(2015, 1, 9))]
    allowed, broken = (claim("patria", "fights", who, document="two") for who in ("hawks", "rebels"))
    before = claim("patria", "fights", "guard", document="two", start=date(2014, 1, 1))
    found = verdict(tmp_path, TRUCE, [allowed, broken, before], documents=dated, agreements=[truce])
    assert found.word == "broken" and found.agreement == truce
    assert [deed.claims for deed in found.broken_by] == [(broken,)]
    assert verdict(tmp_path, TRUCE, [broken], documents=dated).missing == ("a ceasefire: none is told of",)


def test_norms_of_the_text():
    norm = Norm(
        "one", "forbids", "The law", party("patria"), (Relation.ARMS,), "groups of Thirdland tied to Rivalia",
        Span(0, 40), None, "thirdland", party("rivalia"),
    )  # fmt: skip
    known = situation([replace(ARMS, cue=Span(900, 904)), TIE], norms=[norm])
    rule = from_text(norm, known)
    assert rule and check(known, [rule])[0].word == "broken"
    own = situation([replace(ARMS, cue=Span(5, 9)), TIE])  # the rule's own words are no deed
    assert check(own, [rule])[0].word == "undecided"
    assert from_text(replace(norm, mode="permits"), known) is None
    vague = from_text(replace(norm, toward="either side", toward_country=None, toward_tied_to=None), known)
    assert vague and check(known, [vague])[0].missing == ("who is meant by “either side”",)


WRONG = {
    "nothing": ("", "the file, rules: is missing"),
    "no list": ("rules: 3", "is no list"),
    "no name": ("rules: [{who: Patria}]", "rule 1, name: is missing"),
    "no mode": (about("anybody").replace("may_not: arms", "why: x"), "rule 'a rule', may_not: is missing"),
    "two modes": (about("anybody", "must: funds"), "stands beside must"),
    "no party": (about("anybody").replace("    who: Patria\n", ""), "rule 'a rule', who: is missing"),
    "unknown relation": (about("anybody").replace("arms", "hugs"), "may_not: 'hugs' is no relation; the relations are"),
    "unknown field": (about("anybody", "colour: red"), "colour: is no field here; the fields are name"),
    "unknown part": (about("{size: big}"), "toward: size: is no field of a description"),
    "unknown kind": (about("{kind: band}"), "'band' is no kind of actor; the kinds are state"),
    "unknown country": (about("{country: Atlantis}"), "'Atlantis' is no state that is known"),
    "unknown list": (about("{listed: blacklist}"), "'blacklist' is no list"),
    "unknown agreement": (about("{party_to: marriage}"), "'marriage' is no kind of agreement"),
    "unknown tie": (about("{affiliated_with: Rivalia, by: [hugs]}"), "by: 'hugs' is no relation"),
    "no date": (about("anybody", "from: yesterday"), "from: 'yesterday' is no date; write YYYY-MM-DD"),
    "turned dates": (about("anybody", "from: 2016-01-01", "until: 2015-01-01"), "exchange them"),
    "no number": (about("anybody", "through: far"), "'far' is no number of links from 1 to 6"),
    "depth": (about("{affiliated_with: Rivalia, depth: 0}"), "depth 0 is no number of steps"),
    "no exception": (about("anybody", "except: [often]"), "except: is no list of exceptions"),
    "no yaml": ("rules: [", "no valid YAML"),
    "circle": (
        "parties: {a: {any_of: [b, Patria]}, b: {not: c}, c: a}\n" + about("a"), "'a' describes itself: a → b → c → a"
    ),
    "own circle": ("parties: {a: {not: a}}\n" + about("Patria"), "'a' describes itself: a → a"),
    "knot": ("parties: {a: &a {not: *a}}\n" + about("Patria"), "more than 20 descriptions deep"),
    "bomb": (
        "parties: {" + ", ".join(f"p{n}: [{', '.join([f'p{n + 1}'] * 4)}]" for n in range(9)) + ", p9: Patria}\n"
        + about("p0"), "more than 20,000 descriptions",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_file_is_told_with_its_place(name, tmp_path):
    text, message = WRONG[name]
    file = tmp_path / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_rules(file)
    assert str(error.value).startswith(f"{file}: ") and message in str(error.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(RuleError, match="cannot be read"):
        load_rules(tmp_path / "none.yaml")


@pytest.mark.parametrize("name", shipped())
def test_shipped_rules_are_read(name):
    assert all(rule.why or rule.agreement for rule in load_rules(shipped()[name]))


def test_the_rules_shown_in_the_documentation_are_read(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    file = tmp_path / "rules.yaml"
    file.write_text(page.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    first, *_ = load_rules(file)
    assert (first.steps, first.start, len(first.excuses)) == (3, date(2015, 1, 1), 2)
    fields = {
        word for line in page.splitlines() if line.startswith("| `") for word in line.split("|")[1].split("`")[1::2]
    }
    assert fields == {*FIELDS, *described.KEYS} - {"depth", "by"}
