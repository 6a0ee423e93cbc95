"""Bytes of an unknown character set, read as the words somebody meant.

IIM may declare its character set and seldom does; EXIF cannot. Half of what arrives here from older desks is
windows-1251, agencies of Europe write Latin-1, and everybody's newer programs UTF-8.
"""

import codecs
import re
from collections.abc import Sequence

_SELDOM = ("koi8_r", "mac_cyrillic")
_SELDOM_HANDICAP = 1
_WORDS_OF_ONE_LETTER = set("авикосуяАВИКОСУЯ")  # «№ 5» of windows-1251 is no «є 5» of KOI8-R
_WORD = re.compile(r"\S+")
_COMMON = set("оеаинтсрвлкмдпуяыьгзбчйхОЕАИНТСРВЛКМДПУЯЫЬГЗБЧЙХ")
_RARE = set("жшюцщэфъёЖШЮЦЩЭФЪЁіїєґўІЇЄҐЎ")
_LONGEST, _EVIDENCE = 50_000, 4000  # characters: a file may hold megabytes of anything
_PROOF = 20  # four letters' worth: «ÄÖÜ» are three capitals of a Swede, «Æåýíáåê» is nobody


def decode(values: Sequence[bytes], declared: str | None = None) -> list[str]:
    """Each value as text. What is valid UTF-8 is UTF-8; the rest is judged together, which gives short ones a context.

    A letter cut in half at the end of a value is lost, and nothing else.
    """
    as_utf8 = [_utf8(value) for value in values]
    doubtful = [value for value, text in zip(values, as_utf8, strict=True) if text is None]
    charset = _judge(b" ".join(doubtful), declared) if doubtful else ""
    texts = [
        text if text is not None else value.decode(charset, "replace").replace("\ufffd", "")
        for value, text in zip(values, as_utf8, strict=True)
    ]
    return [repair(text) for text in texts]


def repair(text: str) -> str:
    """The text as it was before a program misread it: «Ð–ÑÑÐ½Ð±ÐµÐº», «Р–СЌСЌРЅР±РµРє» and «Æåýíáåê» are «Жээнбек».

    Only what comes back whole is touched.
    """
    if text.isascii():
        return text
    text = text[:_LONGEST]
    for charset in ("cp1252", "cp1251"):
        original = _encoded(text, charset)
        if original is not None and (repaired := _utf8(original)) and len(repaired) < len(text):
            return repaired
    misread = _encoded(text, "cp1252")
    if misread is not None:
        cyrillic = misread.decode("cp1251", "replace")
        likeness = _likeness(cyrillic)
        if likeness > 0 and likeness - _likeness(text) >= _PROOF:
            return cyrillic.replace("\ufffd", "")
    return text


def _utf8(value: bytes) -> str | None:
    """The value as UTF-8, without a last letter cut in half; nothing if it is another charset."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(value)
    except UnicodeDecodeError:
        return None
    return text if not text.isascii() or value.isascii() else None


def _encoded(text: str, charset: str) -> bytes | None:
    """The bytes a text was misread from; C1 controls stand for the few bytes the charset leaves undefined."""
    try:
        return b"".join(
            bytes([ord(letter)]) if 0x7F < ord(letter) < 0xA0 else letter.encode(charset) for letter in text
        )
    except UnicodeEncodeError:
        return None


def _judge(value: bytes, declared: str | None) -> str:
    """The single-byte charset in which the value reads most like words; what was declared, when as good as any.

    Latin-1 is doubted even when declared: programs declare it for bytes they have never looked at.
    """
    if declared not in {None, "latin-1", "utf-8"}:
        return str(declared)
    candidates = ("cp1252", "cp1251") if declared == "latin-1" else ("cp1251", "cp1252")
    scores = {charset: _likeness(value.decode(charset, "replace")) for charset in candidates + _SELDOM}
    for charset in _SELDOM:
        scores[charset] -= _SELDOM_HANDICAP
    return max(scores, key=scores.__getitem__)


def _likeness(text: str) -> int:
    """How much the non-ASCII letters of a text look like words of an alphabet: neighbours, case and frequency.

    «Müller» has its one foreign letter among ASCII ones, «Кулубаев» has no ASCII letter at all, and the same bytes in
    the wrong charset are «Mьller» and «Êóëóáàåâ».
    """
    return sum(_word_likeness(word) for word in _WORD.findall(text[:_EVIDENCE]) if not word.isascii())


def _word_likeness(word: str) -> int:
    score = 0
    for place, letter in enumerate(word):
        if letter.isascii():
            continue
        before, after = word[place - 1 : place], word[place + 1 : place + 2]
        neighbours = [near for near in (before, after) if near.isalpha()]
        if not letter.isalpha():
            # «Mac» capitals read as windows-1251 are quotes and daggers in the middle of words.
            inside = len(neighbours) == 2 and letter not in "’-–"
            score -= 3 if inside or letter == "\ufffd" or letter < "\xa0" else 0
        elif "\u0400" <= letter <= "\u04ff":
            score += 2 if letter in _COMMON else 1 if letter in _RARE else -3
            score -= 4 if any(near.isascii() for near in neighbours) else 0
            score -= 3 if not neighbours and letter not in _WORDS_OF_ONE_LETTER else 0
        else:
            score += 2 if any(near.isascii() for near in neighbours) else -3 if neighbours else -1
        if letter.isupper() and before.islower():
            score -= 3  # «жЩЩМАЕЙ»: KOI8-R has its capitals where windows-1251 has small letters
    return score
