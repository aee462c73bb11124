"""What to call a source: the linked actor's name, or the words of the document."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from imbroglio.claims.attribution.source import RELATIVES, antecedent, joined, noun_group, off, phrase
from imbroglio.claims.tree import Tree
from imbroglio.knowledge.lexicon import load_lexicon
from imbroglio.knowledge.speech import Speech
from imbroglio.knowledge.stance import load_stance
from imbroglio.model import Actor, ActorKind, Mention, Mentions, Quotation, Speaker

_NOBODY = frozenset({"whatever", "whoever", "it", "there", "what", "this", "these", "those"})
_ACTING = {ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.POPULATION}
_WHERE = {ActorKind.PLACE, ActorKind.STATE}  # where a report comes "from"
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "such"})
_LOOK_BACK = 50  # quotations
_UNNAMED = frozenset({"unnamed", "anonymous", "unidentified"})  # goes without saying
_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "one"})


class Spoken:
    """Quotations whose speaker is known, in order of their cues."""

    def __init__(self) -> None:
        self._quotations: list[Quotation] = []

    def add(self, q: Quotation) -> None:
        if q.speaker is not None and q.cue is not None:
            insort(self._quotations, q, key=_cue)

    def before(self, position: int) -> Iterator[Quotation]:
        """Those that lie before a character, the latest first; as far back as anybody would look."""
        end = bisect_left(self._quotations, position, key=_cue)
        for q in reversed(self._quotations[max(0, end - _LOOK_BACK) : end]):
            if q.cue is not None and q.cue.end <= position:
                yield q


def _cue(q: Quotation) -> int:
    return q.cue.start if q.cue is not None else 0


class Sources:
    """Names speakers: the linked actor's preferred name where a mention is linked, else the words of the document."""

    def __init__(self, tree: Tree, speech: Speech, mentions: Mentions | None) -> None:
        self.tree, self.speech, self.mentions = tree, speech, mentions
        self.actors: dict[str, Actor] = mentions.actors if mentions is not None else {}
        self._names: dict[int, Mention] = {}  # the longest name over each token
        for mention in sorted(mentions.items if mentions else (), key=lambda m: m.end - m.start):
            if mention.form == "name":
                self._names.update(dict.fromkeys(range(mention.start, mention.end), mention))

    def speaker(self, head: int) -> Speaker | None:
        """Who the phrase headed by the token stands for; None for "it", "this" and the like that link to nobody."""
        head = antecedent(self.tree, head)
        words = phrase(self.tree, head)
        if not words:
            return None
        span = self.tree.span(words[0], words[-1])
        mention = self.mention(head) if joined(self.tree, head) is None else None
        if mention is not None and self._together(head, mention):
            return Speaker(self.description(words, head), None, False, span)
        if mention is None or mention.form == "description":
            owner, writer = self._author(head), self._writer(head)
            if owner is not None:
                return Speaker(owner.name, owner.id, False, span)
            if writer is not None:
                return Speaker(self.description(phrase(self.tree, writer), writer), None, self.anonymous(writer), span)
        if mention is not None and self.mentions is not None and mention.actors:
            actor = self.mentions.actors.get(mention.actors[0])
            if actor is not None and not mention.anonymous and not self._unnamed(head, mention, actor):
                return Speaker(actor.name, actor.id, False, span)
        beside = self._named_beside(head)
        if beside is not None:
            return Speaker(self.description(phrase(self.tree, beside), beside), None, False, span)
        lower = self.tree.lower[head]
        nobody = lower in _NOBODY | _PRONOUNS | RELATIVES or lower in load_stance().determiners
        if nobody or self._is_deed(head, mention):
            return None
        return Speaker(self.description(words, head), None, self.anonymous(head), span)

    def _together(self, head: int, mention: Mention) -> bool:
        """Whether several speak as one: "*both governments* said", which are not the first of them."""
        several = len(mention.actors) > 1 and mention.form == "description"
        return several and self.tree.lemma[head] not in self.speech.people

    def mention(self, head: int) -> Mention | None:
        """The mention that names the speaker best: a name in apposition before the description it explains."""
        if self.mentions is None:
            return None
        own = self.mentions.at(head) or self._names.get(head)
        if own is not None and own.form == "name" and self._person(own):
            return own
        beside = [k for k in self.tree.children(head, "appos", "flat") if k > head]
        beside += [k for one in beside for k in self.tree.children(one, "appos")]  # "the Force – Commander, X"
        named = (self.mentions.at(k) or self._names.get(k) for k in beside)
        return next((m for m in named if m is not None and m.form == "name" and self._person(m)), own)

    def _is_deed(self, head: int, mention: Mention | None) -> bool:
        """ "The sanctions show that", "the attack proves that": what is done tells something, and says nothing."""
        lexicon, lemma = load_lexicon(), self.tree.lemma[head]
        done = any(relation.sign for relation in lexicon.of_noun(lemma)) or lemma in lexicon.groups["penalty"]
        done = done and lemma not in self.speech.bodies  # "the prosecution says"
        return done and self.tree.pos[head] == "NOUN" and (mention is None or not mention.actors)

    def _unnamed(self, head: int, mention: Mention, actor: Actor) -> bool:
        """Whether the words describe some people, whom a description may stand for but who remain unnamed."""
        named = mention.form in ("name", "pronoun") or actor.kind in (
            ActorKind.PERSON,
            ActorKind.GROUP,
            ActorKind.UMBRELLA,
        )
        return not named and self.tree.lemma[head] in self.speech.people

    def described(self, actor: str) -> bool:
        """Whether an actor has no name but the document's description."""
        return actor in self.actors and self.actors[actor].described

    def impersonal(self, speaker: Speaker) -> bool:
        """Whether "it" can stand for a speaker: an outlet, a body, a state, no person."""
        return speaker.actor in self.actors and self.actors[speaker.actor].kind is not ActorKind.PERSON

    def unnamed_before(self, head: int) -> int | None:
        """Whom "he" or "she" goes on from: one unnamed person who is the subject of the sentence before."""
        tree = self.tree
        if tree.lower[head] not in ("he", "she") or not tree.sent[head]:
            return None
        first, end = tree.sents[tree.sent[head] - 1]
        root = next((i for i in range(first, end) if tree.head[i] == i and tree.pos[i] in ("VERB", "AUX")), None)
        subject = tree.child(root, "nsubj") if root is not None else None
        if subject is None or tree.para[subject] != tree.para[head] or tree.pos[subject] != "NOUN":
            return None
        person = tree.lemma[subject] in self.speech.people and tree.lower[subject] == tree.lemma[subject]
        named = self.mention(subject)
        return subject if person and (named is None or not self._person(named)) else None

    def acts(self, head: int) -> bool:
        """Whether the source is a state, a body or a group, which speaks for itself in what concerns it."""
        mention = self.mention(head)
        kinds = {self.actors[a].kind for a in (mention.actors if mention else ()) if a in self.actors}
        return bool(
            kinds & {ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.UMBRELLA, ActorKind.POPULATION}
        )

    def _author(self, head: int) -> Actor | None:
        """Whose text speaks: "a Treasury statement", "the agency's report", "a memo by the ministry"."""
        if self.mentions is None or self.tree.lemma[head] not in self.speech.texts:
            return None
        if joined(self.tree, head) is not None:
            return None
        inside = self.tree.children(head, "compound", "nmod")
        for k in sorted(inside, key=lambda k: abs(k - head)):  # "the district's police log" is the police's
            if self.tree.dep[k] != "nmod" or self.tree.case(k) in ("by", "from"):
                mention = self.mentions.at(k) or self._names.get(k)
                author = self.actors.get(mention.actors[0]) if mention is not None and mention.actors else None
                if author is not None and not (self.tree.case(k) == "from" and author.kind in _WHERE):
                    return author
        return None

    def _writer(self, head: int) -> int | None:
        """Who wrote the text that speaks, by no name: "a study by two researchers"."""
        tree, speech = self.tree, self.speech
        by = [k for k in tree.children(head, "nmod") if tree.lemma[head] in speech.texts and tree.case(k) == "by"]
        return next((k for k in by if tree.lemma[k] in speech.people | speech.bodies | speech.outlets), None)

    def again(self, head: int, spoken: Spoken) -> Speaker | None:
        """Who "the agency", "the article" or "the release" is, of those who spoke before, if it is such a word."""
        tree, speech = self.tree, self.speech
        definite = any(tree.lower[k] in ("the", "this", "that") for k in tree.children(head, "det"))
        if definite and tree.pos[head] in ("NOUN", "PROPN") and tree.lemma[head] not in speech.speakers - speech.people:
            return self._office(head, spoken)
        if not definite or tree.lemma[head] not in speech.outlets | speech.texts:
            return None
        for q in spoken.before(tree.start[head]):
            same = q.source is not None and tree.word[head] in q.source.of(tree.text).split()
            actor = self.actors.get(q.speaker.actor or "") if q.speaker is not None else None
            if same or (actor is not None and actor.kind is ActorKind.MEDIA):
                return q.speaker
        return None

    def _office(self, head: int, spoken: Spoken) -> Speaker | None:
        """Who "the press secretary" is: a named person that spoke before under that title."""
        words = {self.tree.lower[i] for i in phrase(self.tree, head)} - {"the", "this", "that"}
        for q in spoken.before(self.tree.start[head]):
            if q.source is not None and q.speaker is not None and not q.speaker.anonymous and q.speaker.name:
                title = q.source.of(self.tree.text).lower().split()
                if words <= set(title) and not words & set(q.speaker.name.lower().split()):
                    return q.speaker
        return None

    def _named_beside(self, head: int) -> int | None:
        """A person's name set beside the description: "their negotiator, Omar Haddad,"."""
        tree = self.tree
        if tree.pos[head] != "NOUN":
            return None
        named = (
            k for k in tree.children(head, "appos", "flat") if tree.pos[k] == "PROPN" and tree.entity[k] == "PERSON"
        )
        return next(named, None)

    def _person(self, mention: Mention) -> bool:
        return any(a in self.actors and self.actors[a].kind is ActorKind.PERSON for a in mention.actors)

    def description(self, words: list[int], head: int) -> str:
        """The words without the article, a possessive pronoun resolved: "its envoy" is "envoy of Turkey"."""
        tree = self.tree
        owner = next((k for k in tree.children(head, "nmod:poss") if tree.pos[k] == "PRON"), None)
        kept = [i for i in words if not (i == words[0] and tree.lower[i] in _ARTICLES) and i != owner]
        kept = [i for i in kept if tree.lower[i] not in _UNNAMED or i == head]
        kept = [i for i in kept if tree.dep[i] != "advmod" or tree.head[i] != head or i < head]
        text = " ".join(tree.text[tree.start[kept[0]] : tree.end[kept[-1]]].split()) if kept else tree.word[head]
        if owner is not None and self.mentions is not None:
            mention = self.mentions.at(owner)
            actor = self.mentions.actors.get(mention.actors[0]) if mention and mention.actors else None
            if actor is not None:
                return f"{text} of {actor.name}"
        return text

    def anonymous(self, head: int) -> bool:
        """An unnamed person or text: headed by a common noun that stands for no institution, with no name beside it."""
        tree = self.tree
        if tree.pos[head] in ("NUM", "PRON", "DET"):
            return True
        if tree.pos[head] == "PROPN" or tree.lemma[head] in self.speech.bodies:
            return False
        return not any(tree.pos[k] == "PROPN" for k in tree.children(head, "appos", "flat"))

    def told(self, v: int) -> int | None:
        """The outlet that stands right behind "told", whatever the parse makes of its name."""
        group = []
        for i in range(v + 1, min(v + 9, len(self.tree))):
            if self.tree.pos[i] not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "X", "ADP", "PUNCT") or off(self.tree, i):
                break
            group.append(i)
        nominal = [i for i in group if self.tree.pos[i] in ("NOUN", "PROPN", "X")]
        names = self.speech.outlets | self.speech.outlet_endings
        if not nominal or self.tree.lower[group[0]] in ("this", "our", "a", "an", "my"):
            return None
        linked = [i for i in nominal if self.mentions and self._medium(self.mentions.at(i))]
        if linked:
            return linked[0]
        head = noun_group(self.tree, v + 1, group[-1] + 1)
        proper = [i for i in nominal if self.tree.pos[i] != "NOUN"]
        if proper and any(self.tree.lower[i] in names for i in group):
            return head if head in proper else proper[0]
        if head is None:
            return None
        unknown = not any(self.tree.lower[i] in self.speech.bodies for i in group)
        unknown = unknown and self.tree.pos[head] == "PROPN" and self.tree.word[head][:1].isupper()
        unknown = unknown and self.tree.entity[head] != "PERSON"
        unknown = unknown and (self.mentions is None or self.mentions.at(head) is None)
        return head if unknown or self.outlet(head) else None

    def _medium(self, mention: Mention | None) -> bool:
        actors = mention.actors if mention is not None else ()
        return any(a in self.actors and self.actors[a].kind is ActorKind.MEDIA for a in actors)

    def outlet(self, head: int) -> bool:
        """Whether the phrase names a medium, which publishes what it is told; a court or an inquiry only hears it."""
        tree, speech = self.tree, self.speech
        if any(tree.lower[k] in ("this", "our", "a", "an", "my") for k in tree.children(head, "det", "nmod")):
            return False
        mention = self.mentions.at(head) if self.mentions else None
        kinds = {self.actors[a].kind for a in (mention.actors if mention else ()) if a in self.actors}
        if kinds:
            return ActorKind.MEDIA in kinds
        names = speech.outlets | (speech.outlet_endings if tree.pos[head] == "PROPN" else frozenset())
        return not names.isdisjoint(tree.lower[i] for i in phrase(tree, head))
