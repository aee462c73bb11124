"""Trees that the parser gets wrong in one way, put right; trees like them that are right, left alone."""

from __future__ import annotations

import pytest

from tests.language.hung import mended

# Words as "text/tag/relation/head", the word that may be hung elsewhere, and where it hangs in the end.
TREES = {
    "list behind a relative clause": (
        "X/PROPN/nsubj/10 ,/PUNCT/punct/4 which/PRON/nsubj:pass/4 is/AUX/aux:pass/4 backed/VERB/acl:relcl/0 "
        "by/ADP/case/6 A/PROPN/obl/4 ,/PUNCT/punct/9 and/CCONJ/cc/9 Y/PROPN/conj/6 agreed/VERB/root/10",
        (9, 0, "conj"),
    ),
    "list inside a relative clause": (
        "X/PROPN/nsubj/9 ,/PUNCT/punct/4 which/PRON/nsubj:pass/4 is/AUX/aux:pass/4 backed/VERB/acl:relcl/0 "
        "by/ADP/case/6 A/PROPN/obl/4 and/CCONJ/cc/8 B/PROPN/conj/6 agreed/VERB/root/9",
        (8, 6, "conj"),
    ),
    "goes on speaking": (
        "X/PROPN/nsubj/1 said/VERB/root/1 rebels/NOUN/nsubj/3 attacked/VERB/ccomp/1 and/CCONJ/cc/5 "
        "accused/VERB/conj/3 Y/PROPN/obj/5",
        (5, 1, "conj"),
    ),
    "goes on attacking": (
        "X/PROPN/nsubj/1 said/VERB/root/1 rebels/NOUN/nsubj/3 attacked/VERB/ccomp/1 and/CCONJ/cc/5 fled/VERB/conj/3",
        (5, 3, "conj"),
    ),
    "between one side and another": (
        "between/ADP/case/2 X/PROPN/nmod:poss/2 men/NOUN/obl/10 backed/VERB/acl/2 by/ADP/case/5 Y/PROPN/obl:agent/3 "
        "from/ADP/case/7 Z/PROPN/nmod/5 and/CCONJ/cc/9 rebels/NOUN/conj/7 fell/VERB/root/10",
        (9, 2, "conj"),
    ),
    "between many": (
        "between/ADP/case/1 groups/NOUN/obl/7 in/ADP/case/3 X/PROPN/nmod/1 and/CCONJ/cc/5 Y/PROPN/conj/3 "
        "often/ADV/advmod/7 fell/VERB/root/7",
        (5, 3, "conj"),
    ),
    "between two already": (
        "between/ADP/case/1 X/PROPN/obl/7 and/CCONJ/cc/3 Y/PROPN/conj/1 of/ADP/case/5 A/PROPN/nmod/3 "
        "often/ADV/advmod/7 fell/VERB/root/7",
        (3, 1, "conj"),
    ),
    "no person is a which": (
        "the/DET/det/1 leader/NOUN/nsubj/8 of/ADP/case/3 X/PROPN/nmod/1 ,/PUNCT/punct/6 which/PRON/nsubj/6 "
        "armed/VERB/acl:relcl/1 Y/PROPN/obj/6 met/VERB/root/8",
        (6, 3, "acl:relcl"),
    ),
    "a person is a who": (
        "the/DET/det/1 leader/NOUN/nsubj/8 of/ADP/case/3 X/PROPN/nmod/1 ,/PUNCT/punct/6 who/PRON/nsubj/6 "
        "armed/VERB/acl:relcl/1 Y/PROPN/obj/6 met/VERB/root/8",
        (6, 1, "acl:relcl"),
    ),
    "one object told twice": (
        "X/PROPN/nsubj/1 arms/VERB/root/1 the/DET/det/3 Front/PROPN/obj/1 ,/PUNCT/punct/6 a/DET/det/6 group/NOUN/obj/1",
        (6, 3, "appos"),
    ),
    "two objects": (
        "X/PROPN/nsubj/1 gave/VERB/root/1 Y/PROPN/iobj/1 a/DET/det/4 gun/NOUN/obj/1",
        (4, 1, "obj"),
    ),
    "whom it is accused of arming": (
        "rebels/NOUN/root/0 ,/PUNCT/punct/5 whom/PRON/obj/5 X/PROPN/nsubj:pass/5 is/AUX/aux:pass/5 "
        "accused/VERB/acl:relcl/0 of/SCONJ/mark/7 arming/VERB/advcl/5",
        (2, 7, "obj"),
    ),
    "whom it accuses, who fled": (
        "rebels/NOUN/nsubj/5 ,/PUNCT/punct/4 whom/PRON/obj/5 X/PROPN/nsubj/4 accuses/VERB/acl:relcl/0 fled/VERB/root/5",
        (2, 4, "obj"),
    ),
    "charged by somebody": (
        "X/PROPN/nsubj:pass/2 was/AUX/aux:pass/2 accused/VERB/root/2 by/ADP/case/4 Y/PROPN/obl:agent/2 of/ADP/mark/6 "
        "arming/VERB/acl/4 Z/PROPN/obj/6",
        (6, 2, "advcl"),
    ),
    "charged as well": (
        "X/PROPN/nsubj/1 accuses/VERB/root/1 Y/PROPN/obj/1 of/SCONJ/mark/4 arming/VERB/advcl/1 Z/PROPN/obj/4 "
        "and/CCONJ/cc/7 W/PROPN/conj/5 of/SCONJ/mark/9 training/VERB/advcl/4 them/PRON/obj/9",
        (7, 1, "obj"),
    ),
    "armed as well": (
        "X/PROPN/nsubj/1 accuses/VERB/root/1 Y/PROPN/obj/1 of/SCONJ/mark/4 arming/VERB/advcl/1 Z/PROPN/obj/4 "
        "and/CCONJ/cc/7 W/PROPN/conj/5",
        (7, 5, "conj"),
    ),
    "somebody helped": (
        "X/PROPN/nsubj/1 helped/VERB/root/1 the/DET/det/5 army/NOUN/compound/5 fight/VERB/xcomp/1 rebels/NOUN/obj/4",
        (3, 1, "obj"),
    ),
    "helped with an object": (
        "X/PROPN/nsubj/1 helped/VERB/root/1 Y/PROPN/obj/3 drive/VERB/xcomp/1 troops/NOUN/obj/3 out/ADV/advmod/3",
        (2, 1, "obj"),
    ),
    "who is said to be armed": (
        "rebels/NOUN/root/0 who/PRON/nsubj/3 experts/NOUN/nsubj/3 say/VERB/acl:relcl/0 are/AUX/aux:pass/5 "
        "armed/VERB/ccomp/3",
        (1, 5, "nsubj:pass"),
    ),
    "who says so": (
        "group/NOUN/root/0 that/PRON/nsubj:pass/5 X/PROPN/nsubj:pass/5 says/VERB/acl:relcl/0 is/AUX/aux:pass/5 "
        "armed/VERB/ccomp/3",
        (2, 3, "nsubj"),
    ),
    "whose": (
        "X/PROPN/nsubj/7 ,/PUNCT/punct/4 whose/PRON/nsubj/4 Front/PROPN/nsubj/4 fought/VERB/acl:relcl/0 "
        "Y/PROPN/obj/4 ,/PUNCT/punct/4 fled/VERB/root/7",
        (2, 3, "nmod:poss"),
    ),
    "subject as a part of its verb": (
        "armed/ADJ/amod/1 wing/NOUN/compound/2 shot/VERB/root/2 dead/ADJ/xcomp/2 soldiers/NOUN/obj/2",
        (1, 2, "nsubj"),
    ),
    "sentence as a noun": (
        "the/DET/det/3 minister/NOUN/compound/3 accused/VERB/amod/3 agents/NOUN/root/3 of/ADP/case/5 it/PRON/nmod/3",
        (3, 2, "obj"),
    ),
    "each its own": (
        "X/PROPN/nsubj/1 sold/VERB/root/1 tanks/NOUN/obj/1 to/ADP/case/4 Y/PROPN/obl/1 and/CCONJ/cc/6 "
        "jets/NOUN/conj/4 to/ADP/case/8 Z/PROPN/nmod/6",
        (6, 2, "conj"),
    ),
    "who goes on": (
        "officers/NOUN/nsubj/1 armed/VERB/root/1 Y/PROPN/obj/1 ,/PUNCT/punct/5 a/DET/det/5 group/NOUN/appos/2 "
        "that/PRON/nsubj/7 left/VERB/acl:relcl/5 and/CCONJ/cc/9 fights/VERB/conj/1 Z/PROPN/obj/9",
        (9, 7, "conj"),
    ),
    "says at the end": (
        "X/PROPN/nsubj/1 fled/VERB/ccomp/7 ,/PUNCT/punct/3 people/NOUN/nsubj/4 briefed/VERB/xcomp/1 on/ADP/case/6 "
        "it/PRON/obl/4 said/VERB/root/7",
        (3, 7, "nsubj"),
    ),
    "a new clause begins": (
        "X/PROPN/nsubj/1 trains/VERB/root/1 Y/PROPN/obj/1 ,/PUNCT/punct/5 and/CCONJ/cc/5 Z/PROPN/conj/2 ,/PUNCT/punct/8"
        " which/PRON/nsubj/8 fled/VERB/acl:relcl/2 ,/PUNCT/punct/1 has/VERB/parataxis/1 bases/NOUN/obj/10",
        (8, 5, "acl:relcl"),
    ),
    "led as a whole": (
        "X/PROPN/root/0 ,/PUNCT/punct/3 an/DET/det/3 alliance/NOUN/appos/0 of/ADP/case/5 groups/NOUN/nmod/3 "
        "that/PRON/obj/8 Y/PROPN/nsubj/8 leads/VERB/acl:relcl/5",
        (8, 3, "acl:relcl"),
    ),
    "one of several": (
        "fighters/NOUN/root/0 of/ADP/case/2 X/PROPN/nmod/0 ,/PUNCT/punct/6 who/PRON/nsubj/6 has/AUX/aux/6 "
        "fled/VERB/acl:relcl/0",
        (6, 2, "acl:relcl"),
    ),
    "what somebody owns": (
        "X/PROPN/nsubj/4 's/PART/case/0 Front/PROPN/appos/0 ,/PUNCT/punct/2 fled/VERB/root/4",
        (2, 4, "nsubj"),
    ),
    "who owns it": (
        "of/ADP/case/1 X/PROPN/obl/4 's/PART/case/1 Front/PROPN/appos/1 spoke/VERB/root/4",
        (1, 3, "nmod:poss"),
    ),
    "named behind what is owned": (
        "X/PROPN/nmod:poss/2 's/PART/case/0 leader/NOUN/nsubj/4 Nur/PROPN/appos/2 fled/VERB/root/4",
        (3, 2, "appos"),
    ),
    "charged with what is done": (
        "X/PROPN/nsubj/1 accuses/VERB/root/1 Y/PROPN/obj/1 of/SCONJ/mark/4 arming/VERB/advcl/1 Z/PROPN/obj/4 "
        "and/CCONJ/cc/7 W/PROPN/conj/5 of/SCONJ/mark/10 having/AUX/aux/10 trained/VERB/advcl/4 them/PRON/obj/10",
        (10, 7, "acl"),
    ),
    "armed with what is used": (
        "X/PROPN/nsubj/1 accuses/VERB/root/1 Y/PROPN/obj/1 of/SCONJ/mark/4 arming/VERB/advcl/1 Z/PROPN/obj/4 "
        "and/CCONJ/cc/7 W/PROPN/conj/5 with/ADP/case/10 training/NOUN/compound/10 rifles/NOUN/obl/4",
        (7, 5, "conj"),
    ),
    "second verb as a quality": (
        "X/PROPN/nsubj/1 called/VERB/root/1 it/PRON/obj/1 a/DET/det/4 trap/NOUN/xcomp/1 and/CCONJ/cc/6 "
        "accused/VERB/amod/4 Y/PROPN/obj/6",
        (6, 1, "conj"),
    ),
    "two qualities": (
        "X/PROPN/nsubj/1 met/VERB/root/1 wanted/ADJ/amod/5 and/CCONJ/cc/4 accused/VERB/conj/2 men/NOUN/obj/1",
        (4, 2, "conj"),
    ),
    "monitors report": (
        "monitors/NOUN/compound/1 report/NOUN/root/1 that/SCONJ/mark/4 X/PROPN/nsubj/4 arms/VERB/ccomp/1 Y/PROPN/obj/4",
        (0, 1, "nsubj"),
    ),
    "report of a monitor": (
        "army/NOUN/compound/1 report/NOUN/root/1 that/SCONJ/mark/4 X/PROPN/nsubj/4 arms/VERB/acl/1 Y/PROPN/obj/4",
        (0, 1, "compound"),
    ),
    "no party is a whom": (
        "the/DET/det/1 party/NOUN/nsubj/10 of/ADP/case/4 President/PROPN/nmod:desc/4 Nur/PROPN/nmod/1 ,/PUNCT/punct/9 "
        "whom/PRON/obj/9 X/PROPN/nsubj/9 has/AUX/aux/9 jailed/VERB/acl:relcl/1 fled/VERB/root/10",
        (9, 4, "acl:relcl"),
    ),
    "a party is several": (
        "the/DET/det/1 party/NOUN/nsubj/9 of/ADP/case/4 President/PROPN/nmod:desc/4 Nur/PROPN/nmod/1 ,/PUNCT/punct/8 "
        "who/PRON/nsubj/8 have/AUX/aux/8 voted/VERB/acl:relcl/1 fled/VERB/root/9",
        (8, 1, "acl:relcl"),
    ),
    "a leader of a party": (
        "the/DET/det/1 chairman/NOUN/nsubj/8 of/ADP/case/4 President/PROPN/nmod:desc/4 Nur/PROPN/nmod/1 "
        ",/PUNCT/punct/7 who/PRON/nsubj/7 fled/VERB/acl:relcl/1 spoke/VERB/root/8",
        (7, 1, "acl:relcl"),
    ),
    "led by one": (
        "X/PROPN/root/0 ,/PUNCT/punct/3 a/DET/det/3 coalition/NOUN/appos/0 of/ADP/case/5 groups/NOUN/nmod/3 "
        "led/VERB/acl/5 by/ADP/case/8 Nur/PROPN/obl:agent/6",
        (6, 3, "acl"),
    ),
    "led by many": (
        "X/PROPN/root/0 ,/PUNCT/punct/3 a/DET/det/3 coalition/NOUN/appos/0 of/ADP/case/5 groups/NOUN/nmod/3 "
        "led/VERB/acl/5 by/ADP/case/8 officers/NOUN/obl:agent/6",
        (6, 5, "acl"),
    ),
    "what he was": (
        "led/VERB/root/0 by/ADP/case/3 former/ADJ/amod/3 officer/NOUN/obl:agent/0 Nur/PROPN/obl:agent/0",
        (3, 4, "nmod:desc"),
    ),
    "town as a speaker": (
        "Goma/PROPN/nsubj/9 :/PUNCT/punct/0 rebels/NOUN/nsubj/3 fled/VERB/ccomp/9 ,/PUNCT/punct/6 the/DET/det/6 "
        "mayor/NOUN/nsubj/3 ,/PUNCT/punct/8 Nur/PROPN/appos/6 said/VERB/root/9",
        (0, 9, "dep"),
    ),
    "mayor as one who fled": (
        "Goma/PROPN/root/0 :/PUNCT/punct/0 rebels/NOUN/nsubj/3 fled/VERB/parataxis/0 ,/PUNCT/punct/6 the/DET/det/6 "
        "mayor/NOUN/nsubj/3 ,/PUNCT/punct/8 Nur/PROPN/appos/6 ,/PUNCT/punct/6 said/VERB/parataxis/0",
        (6, 10, "nsubj"),
    ),
    "headline of a possessor": (
        "Chad/PROPN/nmod:poss/4 's/PART/case/0 army/NOUN/compound/4 shells/NOUN/compound/4 town/NOUN/root/4",
        (4, 3, "obj"),
    ),
    "shells of an army": (
        "Chad/PROPN/nmod:poss/4 's/PART/case/0 army/NOUN/compound/4 shells/NOUN/compound/4 deal/NOUN/root/4",
        (3, 4, "compound"),
    ),
    "attacked towns": (
        "these/PRON/nsubj/3 are/AUX/cop/3 attacked/VERB/amod/3 towns/NOUN/root/3",
        (2, 3, "amod"),
    ),
    "suspended talks": (
        "Nur/PROPN/nsubj/6 ,/PUNCT/punct/3 a/DET/det/3 rebel/NOUN/appos/0 ,/PUNCT/punct/0 attacked/VERB/amod/6 "
        "X/PROPN/root/6",
        (6, 5, "obj"),
    ),
    "armed by somebody": (
        "X/PROPN/nsubj/2 is/AUX/cop/2 armed/ADJ/root/2 ,/PUNCT/punct/6 according/VERB/case/6 to/ADP/fixed/4 "
        "experts/NOUN/obl/2 ,/PUNCT/punct/9 by/ADP/case/9 Y/PROPN/nmod/6",
        (9, 2, "obl:agent"),
    ),
    "held by somebody": (
        "X/PROPN/nsubj/2 is/AUX/cop/2 armed/ADJ/root/2 ,/PUNCT/punct/6 according/VERB/case/6 to/ADP/fixed/4 "
        "experts/NOUN/obl/2 held/VERB/acl/6 by/ADP/case/9 Y/PROPN/obl:agent/7",
        (9, 7, "obl:agent"),
    ),
    "founded and paid": (
        "X/PROPN/root/0 ,/PUNCT/punct/3 a/DET/det/3 unit/NOUN/appos/0 founded/VERB/acl/3 by/ADP/case/6 "
        "officers/NOUN/obl:agent/4 and/CCONJ/cc/8 armed/VERB/acl/6 by/ADP/case/10 Y/PROPN/obl:agent/8",
        (8, 4, "conj"),
    ),
    "paid and then done": (
        "X/PROPN/nsubj/10 ,/PUNCT/punct/2 founded/VERB/acl/0 by/ADP/case/4 Y/PROPN/obl:agent/2 and/CCONJ/cc/6 "
        "armed/VERB/conj/10 by/ADP/case/8 Z/PROPN/obl/6 ,/PUNCT/punct/0 fled/VERB/root/10",
        (8, 6, "obl:agent"),
    ),
    "two who say it": (
        "X/PROPN/nsubj/1 fled/VERB/root/1 ,/PUNCT/punct/1 people/NOUN/nsubj/1 and/CCONJ/cc/5 monks/NOUN/nsubj/6 "
        "said/VERB/parataxis/1",
        (5, 3, "conj"),
    ),
    "one who fled and one who says it": (
        "X/PROPN/nsubj/3 and/CCONJ/cc/2 Y/PROPN/conj/0 fled/VERB/root/3 ,/PUNCT/punct/3 monks/NOUN/nsubj/6 "
        "said/VERB/parataxis/3",
        (2, 0, "conj"),
    ),
    "both say it": (
        "X/PROPN/nsubj/1 arms/VERB/ccomp/7 Y/PROPN/obj/1 ,/PUNCT/punct/4 ministers/NOUN/appos/2 and/CCONJ/cc/6 "
        "monks/NOUN/conj/2 say/VERB/root/7",
        (6, 4, "conj"),
    ),
    "lists of many that say": (
        "heads/NOUN/nsubj/7 of/ADP/case/2 X/PROPN/nmod/0 ,/PUNCT/punct/4 Y/PROPN/conj/2 and/CCONJ/cc/6 Z/PROPN/conj/2 "
        "say/VERB/root/7",
        (6, 2, "conj"),
    ),
    "named so by somebody": (
        "X/PROPN/nsubj/2 ,/PUNCT/punct/2 called/VERB/root/2 a/DET/det/4 gang/NOUN/obj/2 by/ADP/case/6 Y/PROPN/obl/2 "
        ",/PUNCT/punct/2 attacked/VERB/conj/2 Z/PROPN/obj/8",
        (2, 0, "acl"),
    ),
    "both done": (
        "X/PROPN/nsubj/1 called/VERB/root/1 Y/PROPN/obj/1 ,/PUNCT/punct/1 attacked/VERB/conj/1 Z/PROPN/obj/4",
        (4, 1, "conj"),
    ),
    "most of them": (
        "fighters/NOUN/root/0 ,/PUNCT/punct/2 most/ADJ/nsubj/0 of/ADP/case/4 them/PRON/nmod/2 drawn/VERB/acl/2 "
        ",/PUNCT/punct/7 attacked/VERB/advcl/5 X/PROPN/obj/7",
        (0, 7, "nsubj"),
    ),
    "whom he says X is paying": (
        "rebels/NOUN/root/0 whom/PRON/obj/3 he/PRON/nsubj/3 says/VERB/acl:relcl/0 X/PROPN/nsubj/5 arm/VERB/ccomp/3",
        (1, 5, "obj"),
    ),
    "whom he told so": (
        "rebels/NOUN/root/0 whom/PRON/obj/3 he/PRON/nsubj/3 told/VERB/acl:relcl/0 they/PRON/nsubj/5 fled/VERB/ccomp/3",
        (1, 3, "obj"),
    ),
    "each has its clause": (
        "X/PROPN/nsubj/9 ,/PUNCT/punct/3 which/PRON/nsubj/3 fled/VERB/acl:relcl/0 and/CCONJ/cc/5 Y/PROPN/conj/0 "
        ",/PUNCT/punct/8 which/PRON/nsubj/8 stayed/VERB/acl:relcl/0 agreed/VERB/root/9",
        (8, 5, "acl:relcl"),
    ),
    "both have one clause": (
        "X/PROPN/nsubj/6 and/CCONJ/cc/2 Y/PROPN/conj/0 ,/PUNCT/punct/5 which/PRON/nsubj/5 stayed/VERB/acl:relcl/0 "
        "agreed/VERB/root/6",
        (5, 0, "acl:relcl"),
    ),
    "he said of the nearest": (
        "said/VERB/root/0 monks/NOUN/nsubj/0 ,/PUNCT/punct/3 blaming/VERB/advcl/0 soldiers/NOUN/obj/3 he/PRON/nsubj/6 "
        "feared/VERB/acl:relcl/1",
        (6, 4, "acl:relcl"),
    ),
    "of the whole": (
        "soldiers/NOUN/root/0 of/ADP/case/2 army/NOUN/nmod/0 he/PRON/nsubj/4 feared/VERB/acl:relcl/0",
        (4, 0, "acl:relcl"),
    ),
    "name in the clause behind it": (
        "Shield/PROPN/nsubj/6 ,/PUNCT/punct/3 a/DET/det/3 force/NOUN/nsubj/7 that/PRON/obj/6 X/PROPN/nsubj/6 "
        "pays/VERB/acl:relcl/3 fled/VERB/root/7",
        (0, 7, "nsubj"),
    ),
    "what the subject is": (
        "X/PROPN/nsubj/7 ,/PUNCT/punct/3 an/DET/det/3 alliance/NOUN/nsubj/7 of/ADP/case/5 groups/NOUN/nmod/3 "
        ",/PUNCT/punct/3 fled/VERB/root/7",
        (3, 0, "appos"),
    ),
    "each with its place": (
        "guards/NOUN/obj/0 at/ADP/case/2 X/PROPN/nmod/0 and/CCONJ/cc/4 crews/NOUN/conj/2 at/ADP/case/6 Y/PROPN/nmod/4",
        (4, 0, "conj"),
    ),
    "places in a row": (
        "guards/NOUN/root/0 at/ADP/case/2 X/PROPN/nmod/0 and/CCONJ/cc/4 camps/NOUN/conj/2 in/ADP/case/6 Y/PROPN/nmod/4",
        (4, 2, "conj"),
    ),
    "deed behind a participle": (
        "X/NOUN/root/0 ,/PUNCT/punct/2 allied/ADJ/amod/0 with/ADP/case/4 Y/PROPN/obl/2 ,/PUNCT/punct/0 "
        "shelled/VERB/amod/7 towns/NOUN/appos/0",
        (0, 6, "nsubj"),
    ),
    "what somebody had done": (
        "rebels/NOUN/root/0 whom/PRON/obj/4 X/PROPN/nsubj/4 had/AUX/aux/4 armed/ADJ/acl:relcl/0",
        (4, 0, "acl:relcl"),
    ),
    "comma read as an object": ("X/NOUN/root/0 Y/NOUN/dep/0 ,/NOUN/obj/0", (2, 0, "obj")),
    "one more behind a time": (
        "X/PROPN/nsubj/1 sanctioned/VERB/root/1 Y/PROPN/obj/1 in/ADP/case/4 May/PROPN/obl/1 and/CCONJ/cc/9 "
        ",/PUNCT/punct/8 days/NOUN/obl:unmarked/8 later/ADV/advmod/1 Z/PROPN/conj/1",
        (9, 2, "conj"),
    ),
    "one more that is said of": (
        "X/PROPN/nsubj/1 sanctioned/VERB/root/1 Y/PROPN/obj/1 in/ADP/case/4 May/PROPN/obl/1 and/CCONJ/cc/7 "
        "is/AUX/cop/7 foe/NOUN/conj/1",
        (7, 1, "conj"),
    ),
    "body that rules": (
        "men/NOUN/root/0 loyal/ADJ/amod/0 to/ADP/case/3 X/PROPN/obl/1 ,/PUNCT/punct/6 the/DET/det/6 body/NOUN/appos/0",
        (6, 3, "appos"),
    ),
}


@pytest.mark.parametrize("name", TREES)
def test_trees(name: str) -> None:
    written, (moved, head, dep) = TREES[name]
    doc = mended(written)
    assert (doc[moved].head.i, doc[moved].dep_) == (head, dep)
    assert doc[moved] in doc[head].children
    assert doc[head].right_edge.i >= moved
