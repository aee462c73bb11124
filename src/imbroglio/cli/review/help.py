"""What each key does: the short name before the colon stands under every card."""

ON_CLAIMS = {
    "a": "accept: the passage says so",
    "r": "reject: the passage does not say so; it no longer counts",
    "u": "unsure: somebody else should look",
    "c": "relation: correct it",
    "f": "firmness: correct it",
    "s": "swap: subject for object",
    "1": "subject: another actor",
    "2": "object: another actor",
    "p": "place: where it holds",
    "t": "time: when it holds",
    "b": "said by: who says so",
    "n": "note: words kept with the claim",
}
ON_QUESTIONS = {
    "1": "the same: two names of one actor",
    "2": "part of: the first belongs to the second",
    "3": "renamed: the first was called the second before",
    "4": "different: neither of these",
    "u": "unsure: somebody else should look",
    "s": "turn: ask it of the second and the first",
}
COMMON = {
    "j": "skip: the next without deciding; space and . do the same",
    "k": "back: the one before",
    "z": "undo: your last decision that stands; the log keeps both",
    "y": "redo: what you undid last",
    "?": "help: what the keys do",
    "q": "quit: everything decided is kept already",
}
