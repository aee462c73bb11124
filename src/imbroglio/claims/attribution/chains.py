"""The chain of people who said what a word says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from imbroglio.claims.attribution.find import JOINT, MANNERS
from imbroglio.claims.tree import tree_of
from imbroglio.knowledge.speech import Manner, Speech, load_speech
from imbroglio.model import Mentions, Quotation, Speaker

if TYPE_CHECKING:
    from imbroglio.language.plain import Doc

_GLOSS = 12  # words within brackets
_TEMPORAL = frozenset({"after", "before", "when", "while", "since", "until"})
_NOT = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
_NONE = frozenset({"no", "neither", "nobody", "none"})
_SET_OFF = frozenset({",", "–", "—", "--"})
_REACH = ("advmod", "amod", "aux", "parataxis", "discourse", "obl")


def _plain(name: str) -> str:
    """A name without case, article and domain, for telling whether it is the outlet's own."""
    return name.lower().removeprefix("the ").removesuffix(".com").strip()


class Attribution:
    """Answers, for any token of a document, who says it and how far they vouch for it.

    `outlet` is the document's own outlet, which chains leave out.
    """

    def __init__(
        self, doc: Doc, mentions: Mentions | None, quotations: list[Quotation], outlet: str | None = None
    ) -> None:
        self._tree = tree_of(doc)
        self._speech: Speech = load_speech()
        self._quotations = quotations
        self._manners: dict[Quotation, Manner] = doc.user_data.get(MANNERS, {})
        self._joint: dict[Quotation, list[Speaker]] = doc.user_data.get(JOINT, {})
        self._outlet = _plain(outlet or "")
        self._innermost = self._cover()

    def _cover(self) -> list[int]:
        """For each token the smallest quotation whose content holds it, or -1."""
        tree, out = self._tree, [-1] * len(self._tree)
        sizes = [sum(s.end - s.start for s in q.content) for q in self._quotations]
        for n in sorted(range(len(sizes)), key=lambda n: (-sizes[n], self._depth(n))):
            for span in self._quotations[n].content:
                first, last = bisect_right(tree.start, span.start) - 1, bisect_left(tree.start, span.end)
                out[max(first, 0) : last] = [n] * (last - max(first, 0))
        return out

    def _depth(self, n: int) -> int:
        return len(list(self._up(n)))

    def _up(self, n: int) -> list[int]:
        """The quotation and those around it, innermost first."""
        out: list[int] = []
        k: int | None = n if n >= 0 else None
        while k is not None and k not in out:
            out.append(k)
            k = self._quotations[k].parent
        return out

    def around(self, token: int) -> list[Quotation]:
        """The quotations that a token stands in, innermost first."""
        return [self._quotations[n] for n in self._up(self._innermost[token])]

    def chain(self, token: int, actor: str | None = None) -> tuple[Speaker, ...]:
        """Who says what the token says, outermost first, without the document's outlet; unnamed sources are kept.

        Of several who say it together, `actor` speaks for itself: "Iran and Syria deny arming X".
        """
        out: list[Speaker] = []
        if self._glossed(token):
            return ()
        for n in reversed(self._up(self._innermost[token])):
            quotation = self._quotations[n]
            own = (s for s in self._joint.get(quotation, ()) if actor is not None and s.actor == actor)
            speaker = next(own, quotation.speaker)
            if speaker is None or not self._vouched(n) or _plain(speaker.name) == self._outlet:
                continue
            if not out or (out[-1].name, out[-1].actor) != (speaker.name, speaker.actor):
                out.append(speaker)
        return tuple(out)

    def set_in(self, party: int, predicate: int) -> bool:
        """Whether somebody vouches for a party alone: "armed X and, *officials say*, Y"."""
        tree, n = self._tree, self._innermost[party]
        if tree.dep[party] != "conj" or n < 0 or n in self._up(self._innermost[predicate]):
            return False
        above = tree.head[party]
        return not any(s.start <= tree.start[above] < s.end for s in self._quotations[n].content)

    def _glossed(self, token: int) -> bool:
        """Whether the token stands in brackets by which a writer explains another's words: "[the rebels]", "(PMF)"."""
        tree, (first, end) = self._tree, self._tree.sents[self._tree.sent[token]]
        opened = next((i for i in range(token, max(first, token - _GLOSS) - 1, -1) if tree.word[i] in "[]()"), token)
        closed = next((i for i in range(opened + 1, min(end, opened + _GLOSS)) if tree.word[i] in "])"), end)
        said = any(tree.pos[i] in ("VERB", "AUX") for i in range(opened, closed))
        return tree.word[opened] == "[" or (tree.word[opened] == "(" and not said)

    def speaker_of(self, token: int) -> Speaker | None:
        """Whose "I", "we" and "our" a token inside direct speech would be; None outside."""
        for quotation in self.around(token):
            if quotation.kind == "direct" and quotation.speaker is not None:
                return quotation.speaker
        return None

    def hedge(self, token: int) -> bool:
        """Whether nobody vouches for what the token's clause says: "reportedly", "accused of", "is said to"."""
        tree, n = self._tree, self._innermost[token]
        if n >= 0 and self._hedged(n) and not self._aside(token, n):
            return True
        for i in (token, *self._clause(token)):
            for k in tree.children(i, *_REACH):
                if tree.lower[k] in self._speech.hedging_adverbs or (i == token and self._alleged(k)):
                    return True
        return self._alleged(token)

    def charge(self, token: int, subject: frozenset[str]) -> bool:
        """Whether the sentence goes on to call what is said of another than the speaker (`subject`, by id) a charge.

        "Baku said that Yerevan had armed them, *an accusation that* Yerevan rejects" vouches for nothing, nor does
        "Yerevan armed them, *charges dismissed* by its envoy".
        """
        tree, around = self._tree, self.around(token)
        speaker = around[0].speaker if around else None
        if speaker is not None and speaker.actor in subject:
            return False
        first, end = tree.sents[tree.sent[token]]
        called = next((k for k in range(token + 1, end) if self._is_charge(k)), None)
        return called is not None and (speaker is not None or self._is_all_told(token, range(first, called)))

    def _is_charge(self, k: int) -> bool:
        """ "…, *an accusation* that X denies", "…, *charges* dismissed by X"."""
        tree, manner = self._tree, self._speech.nouns.get(self._tree.lemma[k])
        dets = tree.children(k, "det")
        first = min([k, *dets, *tree.children(k, "amod")])
        if manner is None or not manner.hedged or not first or tree.word[first - 1] not in _SET_OFF:
            return False
        told = any(tree.dep[m] == "acl:relcl" for m in tree.kids[k])
        told = told or any(self._speech.denies(tree.lemma[m]) for m in tree.children(k, "acl"))
        plural = tree.lower[k] != tree.lemma[k] and not dets
        return told and (plural or any(tree.lower[d] in ("a", "an") for d in dets))

    def _is_all_told(self, token: int, words: range) -> bool:
        """Whether a token is of the one clause that the words of a sentence tell in nobody's name."""
        tree = self._tree
        reported = any(self._innermost[i] >= 0 for i in words)
        beside = any(tree.dep[i] in ("acl", "acl:relcl", "appos") for i in (token, *tree.ancestors(token)))
        return not reported and not beside

    def _aside(self, token: int, n: int) -> bool:
        """Whether the token stands in a relative clause or a subject about which the hedged report says something else.

        "The militia, which Moscow trained, is said to …" vouches for the training.
        """
        tree, cue = self._tree, self._quotations[n].cue
        for i in (token, *tree.ancestors(token)):
            if cue is not None and cue.start <= tree.start[i] < cue.end:
                return False
            subject = tree.dep[i] == "nsubj:pass" and cue is not None and tree.start[tree.head[i]] < cue.end
            marks = {tree.lower[k] for k in tree.children(i, "mark")} if tree.dep[i] == "advcl" else set()
            if tree.dep[i] == "acl:relcl" or (subject and i != token) or marks & _TEMPORAL:
                return True
        return False

    def denied(self, token: int) -> bool:
        """Whether the nearest source says that what the token says is not so: "denied arming …"."""
        for n in self._up(self._innermost[token]):
            manner = self._manner(n)
            if manner is None or self._aside(token, n):
                return False
            if manner.denied and manner.name != "dismiss":
                return not self._negated(n)
            if manner.name not in ("plain", "hedged", "denied"):  # only "the report that …" passes a denial on
                return manner.name == "dismiss" and n != self._innermost[token] and not self._negated(n)
        return False

    def _negated(self, n: int) -> bool:
        """ "Did not deny", "neither confirmed nor denied", "no country denied"."""
        cue = self._quotations[n].cue
        tree = self._tree
        words = range(0) if cue is None else range(bisect_left(tree.start, cue.start), bisect_left(tree.start, cue.end))
        near = {tree.lower[k] for i in words for k in (*tree.kids[i], i)}
        who = {tree.lower[m] for i in words for k in tree.children(i, "nsubj") for m in (*tree.kids[k], k)}
        return bool(near & _NOT or who & _NONE)

    def _manner(self, n: int) -> Manner | None:
        return self._manners.get(self._quotations[n]) if n >= 0 else None

    def _hedged(self, n: int) -> bool:
        manner = self._manner(n)
        hidden = manner is not None and manner.name == "describe" and self._quotations[n].source is None
        return hidden or (manner is not None and manner.hedged)

    def _vouched(self, n: int) -> bool:
        manner = self._manner(n)
        return manner is None or manner.voice

    def _alleged(self, k: int) -> bool:
        return self._tree.dep[k] == "amod" and self._tree.lower[k] in self._speech.hedging_adjectives

    def _clause(self, token: int) -> list[int]:
        """The words above a token up to its clause's verb."""
        out, tree, i = [], self._tree, token
        while tree.head[i] != i and not (tree.pos[i] == "VERB" and tree.dep[i] not in ("xcomp", "conj", "advcl")):
            i = tree.head[i]
            out.append(i)
        return out[:8]
