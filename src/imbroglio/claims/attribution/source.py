"""Who a reporting word's subject is, and what to call them."""

from __future__ import annotations

from imbroglio.claims.tree import Tree
from imbroglio.knowledge.speech import Speech
from imbroglio.model import ActorKind, Mention, Mentions, Speaker

_DEPTH = 8
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NOBODY = frozenset({"it", "there", "what", "this", "these", "those"})
_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "one"})
_DROPPED = ("acl", "appos", "parataxis", "cc:preconj", "advcl", "dep", "ccomp")


def passive(tree: Tree, v: int) -> bool:
    """Whether the verb's subject is acted on: "was accused", "a group accused of …"."""
    if any(tree.dep[k] in ("nsubj:pass", "aux:pass", "csubj:pass", "obl:agent") for k in tree.kids[v]):
        return True
    if any(tree.dep[k] in ("nsubj", "aux", "cop") for k in tree.kids[v]):
        return False
    if tree.dep[v] == "conj":
        return passive_head(tree, v)
    reduced = tree.dep[v] in ("acl", "amod", "advcl") and not tree.lower[v].endswith("ing")
    return reduced and not tree.children(v, "mark", "obj")


def passive_head(tree: Tree, v: int) -> bool:
    """A coordinated participle shares the passive of the first: "was accused and found to …"."""
    h = tree.head[v]
    return tree.lower[v].endswith(("ed", "en", "aid", "old")) and any(
        tree.dep[k] in ("aux:pass",) for k in tree.kids[h]
    )


def source_of(tree: Tree, v: int, content: list[int] | None = None, depth: int = 0) -> int | None:
    """The head of the phrase that names who says it, or None where nobody is named."""
    if passive(tree, v):
        return next(
            (k for k in tree.children(v, "obl", "nmod") if tree.dep[k] == "obl:agent" or tree.case(k) == "by"), None
        )
    own = tree.child(v, "nsubj")
    if own is not None:
        return own
    inverted = _inverted(tree, v, content)
    if inverted is not None:
        return inverted
    if tree.head[v] == v or depth > _DEPTH:
        return None
    return _inherited(tree, v, depth)


def _inverted(tree: Tree, v: int, content: list[int] | None) -> int | None:
    """Behind fronted speech the subject may look like an object: '"…," reveals Reuters'."""
    k = tree.child(v, "obj")
    if k is None or k < v or not content or content[0] > v or not set(content).isdisjoint(tree.subtree(k)):
        return None
    return k


def _inherited(tree: Tree, v: int, depth: int) -> int | None:
    head, dep = tree.head[v], tree.dep[v].partition(":")[0]
    if dep == "acl":
        return head if tree.lower[v].endswith("ing") or tree.dep[v] == "acl:relcl" else None
    if dep in ("xcomp", "advcl", "conj", "parataxis") and tree.pos[head] in ("VERB", "AUX", "ADJ", "NOUN"):
        if dep == "advcl" and any(tree.lower[m] == "as" for m in tree.children(v, "mark", "case")):
            quoted = (
                tree.child(head, "nsubj") if passive(tree, head) else tree.child(head, "obj")
            )  # "quoted X as saying"
            if quoted is not None:
                return quoted
        if dep == "xcomp" and (controller := tree.child(head, "obj", "iobj")) is not None:
            return controller
        if dep != "conj" and passive(tree, head):
            return tree.child(head, "nsubj")
        return source_of(tree, head, None, depth + 1)
    return None


def antecedent(tree: Tree, i: int) -> int:
    """What a relative pronoun stands for, else the token itself."""
    if tree.lower[i] not in _RELATIVES:
        return i
    k = i
    for _ in range(_DEPTH):
        if tree.dep[k] == "acl:relcl":
            return tree.head[k]
        if tree.head[k] == k:
            break
        k = tree.head[k]
    return i


def phrase(tree: Tree, head: int) -> list[int]:
    """Tokens of the source phrase, without what is set off or said of it."""
    dropped = [
        k for k in tree.kids[head] if tree.dep[k].startswith(_DROPPED) or tree.dep[k] in ("case", "punct", "mark")
    ]
    if tree.pos[head] in ("VERB", "AUX"):
        dropped += tree.kids[head]
    return tree.trim([i for i in tree.subtree(head, without=dropped) if tree.pos[i] != "SPACE"])


class Sources:
    """Names speakers: the linked actor's preferred name where a mention is linked, else the words of the document."""

    def __init__(self, tree: Tree, speech: Speech, mentions: Mentions | None) -> None:
        self.tree, self.speech, self.mentions = tree, speech, mentions

    def speaker(self, head: int) -> Speaker | None:
        """Who the phrase headed by the token stands for; None for "it", "this" and the like that link to nobody."""
        head = antecedent(self.tree, head)
        words = phrase(self.tree, head)
        if not words:
            return None
        span = self.tree.span(words[0], words[-1])
        mention = self.mention(head)
        if mention is not None and self.mentions is not None and mention.actors:
            actor = self.mentions.actors.get(mention.actors[0])
            if actor is not None and not mention.anonymous:
                return Speaker(actor.name, actor.id, False, span)
        lower = self.tree.lower[head]
        if lower in _NOBODY | _PRONOUNS or lower in _RELATIVES:
            return None
        return Speaker(self.description(words, head), None, self.anonymous(head), span)

    def mention(self, head: int) -> Mention | None:
        """The mention that names the speaker best: a name in apposition before the description it explains."""
        if self.mentions is None:
            return None
        own = self.mentions.at(head)
        if own is not None and own.form == "name":
            return own
        for k in self.tree.children(head, "appos", "flat"):
            named = self.mentions.at(k)
            if named is not None and named.form == "name" and self._person(named):
                return named
        return own

    def _person(self, mention: Mention) -> bool:
        actors = self.mentions.actors if self.mentions else {}
        return any(a in actors and actors[a].kind is ActorKind.PERSON for a in mention.actors)

    def description(self, words: list[int], head: int) -> str:
        """The words without the article, a possessive pronoun resolved: "its envoy" is "envoy of Turkey"."""
        tree = self.tree
        owner = next((k for k in tree.children(head, "nmod:poss") if tree.pos[k] == "PRON"), None)
        kept = [i for i in words if not (i == words[0] and tree.pos[i] == "DET") and i != owner]
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

    def outlet(self, head: int) -> bool:
        """Whether the phrase names somebody that publishes what it is told: a medium, or a body of inquiry."""
        tree, speech = self.tree, self.speech
        mention = self.mentions.at(head) if self.mentions else None
        if mention is not None and self.mentions is not None:
            kinds = {self.mentions.actors[a].kind for a in mention.actors if a in self.mentions.actors}
            if kinds:
                return ActorKind.MEDIA in kinds or (
                    tree.lemma[head] in speech.inquiries and ActorKind.PERSON not in kinds
                )
        determined = any(tree.lower[k] in ("this", "our", "a", "an", "my") for k in tree.children(head, "det", "nmod"))
        if tree.pos[head] == "PROPN":
            last = max([head, *tree.children(head, "flat", "compound")])
            return tree.lower[last] in speech.outlet_endings | speech.inquiries or tree.lemma[head] in speech.outlets
        return not determined and (tree.lemma[head] in speech.outlets or tree.lemma[head] in speech.inquiries)
