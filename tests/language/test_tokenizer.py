"""Words as the treebanks have them."""

import pytest

spacy = pytest.importorskip("spacy")
from imbroglio.language.tokenizer import extend  # noqa: E402

nlp = extend(spacy.blank("en"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-backed rebels", "U.S. - backed rebels"),
        ("anti-Assad fighters", "anti-Assad fighters"),
        ("non-U.S.-led", "non-U.S. - led"),
        ("Kata'ib Hizballah", "Kata'ib Hizballah"),
        ("Hay’at Tahrir al-Sham", "Hay’at Tahrir al - Sham"),
        ("[Syrian] Rebels’", "[ Syrian ] Rebels ’"),
        ("“without delay,”unnamed", "“ without delay , ” unnamed"),
        ("troops—mostly foreign—left", "troops — mostly foreign — left"),
        ("ISIS/ISIL-held", "ISIS / ISIL - held"),
        ("and/or", "and / or"),
        ("(HTS)-led", "( HTS ) - led"),
        ("Lt. Col. Ito’s men don't", "Lt. Col. Ito ’s men do n't"),
        ("F-16s in 2011-2014", "F-16s in 2011 - 2014"),
        ("what?!", "what ?!"),
        ("Order No. 4 said no. He", "Order No. 4 said no . He"),
        ("left.The army", "left . The army"),
        ("at www.example.org/a-b", "at www.example.org/a-b"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words.split()


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "a-" * 50, "\x00\x07", "”“" * 30])
def test_text_survives(text: str) -> None:
    assert nlp.make_doc(text).text == text
