"""Who is found to say what in plain sentences, read as the shipped reader reads them."""

from __future__ import annotations

import pytest

from imbroglio.actors import Registry, find_mentions
from imbroglio.claims.attribution import Attribution, find_quotations
from imbroglio.documents import make_document
from imbroglio.language import parse
from imbroglio.outputs.quotes import outermost, quotation_rows


def reports(text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each attribution that the text makes itself."""
    (doc,) = parse([text])
    found = outermost(find_quotations(doc, find_mentions(doc, make_document(text, id="one"), Registry.load())))
    return [
        (q.source and q.source.of(text), q.cue and q.cue.of(text), " … ".join(span.of(text) for span in q.content))
        for q in found
    ]


def chain(text: str, word: str) -> list[str]:
    """Who says what the word says, outermost first."""
    (doc,) = parse([text])
    mentions = find_mentions(doc, make_document(text, id="one"), Registry.load())
    attribution = Attribution(doc, mentions, find_quotations(doc, mentions))
    return [speaker.name for speaker in attribution.chain([t.text for t in doc].index(word))]


TOWN, LEAVE = "The town is ours.", "to leave the town"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # speech behind a fronted adverbial, with marks of two kinds, in the next paragraph, above its speaker's name
        (f"Asked why, the mayor said, “{TOWN}”", [("the mayor", "said", f"“{TOWN}”")]),
        ('“It is ours," he added. “We will stay.”', [("he", "added", '“It is ours," … “We will stay.”')]),
        ("“We hold it,” the mayor said.\n\n“They left.”\n", [("the mayor", "said", "“We hold it,” … “They left.”")]),
        (f'"{TOWN}"\n\n- Omar Haddad\n', [("Omar Haddad", "-", f'"{TOWN}"')]),
        ("These roads, the envoy said, “all lead to the port.”", [
            ("the envoy", "said", "These roads … “all lead to the port.”")]),
        # a second report is the same speaker's and no part of the first
        ("The mayor said the road was open and warned that it was mined.", [
            ("The mayor", "said", "the road was open"), ("The mayor", "warned", "that it was mined")]),
        ("He said the army had shelled the town, noting that it was full.", [
            ("He", "said", "the army had shelled the town"), ("He", "noting", "that it was full")]),
        ("The minister said the general met the rebels and told them to leave.", [
            ("The minister", "said", "the general met the rebels and told them to leave")]),
        # what is said goes on behind words in marks, and behind "and that"; the writer's own words do not
        ("He said the raid was a “crime,” and that the army would answer it.", [
            ("He", "said", "the raid was a “crime,” and that the army would answer it")]),
        ("He said the envoy was a “liar,” a “thief” and a coward.", [
            ("He", "said", "the envoy was a “liar,” a “thief” and a coward")]),
        ("The mayor said it was not, and that the two towns had a long friendship.", [
            ("The mayor", "said", "it was not, and that the two towns had a long friendship")]),
        ("He said he was “sure,” but gave no reason.", [("He", "said", "he was “sure,”")]),
        # what follows an inserted source goes on with what is said
        ("Troops will stay, the mayor said on Monday, and will join the hunt.", [
            ("the mayor", "said", "Troops will stay … and will join the hunt")]),
        # whom somebody calls on, and to what
        ("Berlin called for the minister to resign.", [("Berlin", "called", "the minister to resign")]),
        ("The accord calls on the rebels to leave the town.", [("The accord", "calls", f"the rebels {LEAVE}")]),
        ("The council authorises the mission to leave the town.", [
            ("The council", "authorises", f"the mission {LEAVE}")]),
        # nobody is named
        ("The rebels are expected to leave the town.", [(None, "are expected", f"The rebels … {LEAVE}")]),
        ("The army reportedly shelled the town.", [(None, "reportedly", "The army … shelled the town")]),
        # reasons and stances
        ("The envoy left, citing the cost of the war.", [("The envoy", "citing", "the cost of the war")]),
        ("The envoy blasted the raid as a crime.", [("The envoy", "blasted", "the raid as a crime")]),
        ("Officials are confident that the militia fled.", [("Officials", "confident", "that the militia fled")]),
        ("Iran's pledge to arm the group angered them.", [("Iran", "pledge", "to arm the group")]),
        ("The mayor defended the truce.", [("The mayor", "defended", "the truce")]),
        ("The militia defended the bridge.", []),
        # texts, and whoever puts them out
        ("The survey shows a narrow lead for the rebels.", [("The survey", "shows", "a narrow lead for the rebels")]),
        ("The ministry released a statement saying that the rebels had fled.", [
            ("The ministry", "saying", "that the rebels had fled")]),
        ("According to Omar Haddad, who led the raid, the rebels fled.", [
            ("Omar Haddad", "According to", "the rebels fled")]),
        # the accuser behind the accusation
        ("Haddad is accused by the prosecutor of selling rifles.", [
            ("the prosecutor", "is accused", "Haddad … of selling rifles")]),
        ("The camp was said by the mayor to be empty.", [("the mayor", "was said", "The camp … to be empty")]),
        ("Air strikes continued on Monday.", []),
    ],
)  # fmt: skip
def test_reports(text: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Omar Haddad said: “We believe that the army shelled the port.”", "shelled", ["Omar Haddad"]),
        ("The rebels told Reuters that a guard had said the army shelled the port.", "shelled", ["Reuters", "rebels", "guard"]),
        ("The mayor said the Badr men [the group] had shelled the port.", "group", []),
        ("Press Secretary Omar Haddad spoke first. “It is calm,” said Press Secretary Omar Haddad. "
         "The press secretary said the army had shelled the port.", "shelled", ["Omar Haddad"]),
        ("A deserter told the commission that Uganda armed the rebels.", "armed", ["deserter"]),
        ("Mali and Niger have no troops there, and armed nobody, both governments said.", "armed", ["both governments"]),
        ("The bishop decided that Uganda armed the rebels.", "armed", ["bishop"]),
        ("The court decided which rebels received Ugandan weapons.", "received", []),
        ("The court did not say which rebels received Ugandan weapons.", "received", []),
        ("Uganda rejects claims that it armed them, though it bought the rifles.", "bought", []),
        ("Uganda stands accused of arming the rebels.", "arming", []),
        ("Uganda armed rebels, court told", "armed", []),
        ("Uganda armed rebels, bishop tells court", "armed", ["bishop"]),
        ("A report by Amnesty International said Uganda armed the rebels.", "armed", ["Amnesty International"]),
        ("A report by a panel of experts said Uganda armed the rebels.", "armed", ["panel of experts"]),
        ("A report from Kabul said Uganda armed the rebels.", "armed", ["report"]),
        ("A study by two researchers found that Uganda armed the rebels.", "armed", ["two researchers"]),
        ("In the envoy's telling, it was the Poles who armed the rebels.", "armed", ["envoy"]),
        ("In the envoy's house the Poles armed the rebels.", "armed", []),
    ],
)  # fmt: skip
def test_chains(text: str, word: str, expected: list[str]) -> None:
    assert chain(text, word) == expected


def test_what_a_speaker_says_that_another_said_stands_inside_the_row() -> None:
    text = "The mayor said that the guard had warned that the army would come."
    (doc,) = parse([text])
    (row,) = quotation_rows("one", text, find_quotations(doc))
    (inner,) = row["within"]
    assert (text[slice(*row["source"])], text[slice(*inner["source"])]) == ("The mayor", "the guard")
    assert [s["name"] for s in inner["said_by"]] == ["mayor", "guard"] and inner["within"] == []


TRANSCRIPT = (
    "A partial transcript follows.\n\n"
    '"KERAM: Will the army leave tonight?\n\n'
    '"LT. GEN. DOVAN: Well, the envoy says that Chad arms the rebels. We know nothing of it.\n\n'
    '"KERAM: The envoy is here."'
)


def test_a_transcript_is_read_turn_by_turn() -> None:
    turns = [(source, content) for source, cue, content in reports(TRANSCRIPT) if cue == ":"]
    assert turns == [
        ("KERAM", "Will the army leave tonight?"),
        ("DOVAN", "Well, the envoy says that Chad arms the rebels. We know nothing of it"),
        ("KERAM", "The envoy is here"),
    ]
    assert chain(TRANSCRIPT, "arms") == ["DOVAN", "envoy"]


def test_headlines_in_capitals_are_no_transcript() -> None:
    assert not [r for r in reports("WATCH: Rebels take the town\n\nUPDATE: The army is back\n") if r[1] == ":"]
