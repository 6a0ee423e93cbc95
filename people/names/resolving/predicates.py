"""Whether a man or a woman is meant, by the verb and the address beside a name: «Ким рассказала», «г-жа Ким»."""

import re

from people.names.morphology import parses
from people.names.records import Gender, NameSpan

_SPEECH = (
    r"(?:за|со|рас|под|до|у|по|на|от|при)?"
    r"(?:сказал|явил|общил|бавил|метил|черкнул|яснил|ветил|ключил|точнил|помнил|знал|писал)(?:ась|ся|а)?"
)
# «Ким рассказала», «Ким также не признал»
_AFTER = re.compile(
    r"\s+(?:(?:не|также|уже|ещё|еще|вчера|сегодня|ранее|затем|тоже|лично|сам|сама|впервые)\s+)*([а-яё]+)"
)
# «рассказала Ким»: verbs of speech only, since «встретил Ким» may meet a woman
_BEFORE = re.compile(rf"\b({_SPEECH})\s+$", re.IGNORECASE)
_SPEECH_AFTER = re.compile(rf"\s+({_SPEECH})\b")
_CLAUSE_START = re.compile(r"(?:^|[.!?:;»”\"—–]\s*|\n)$")
_PREPOSITION = re.compile(
    r"\b(?:с|со|к|ко|о|об|у|от|для|по|на|за|без|против|при|про|через|между|перед|около|вокруг|кроме)\s+$", re.IGNORECASE
)
_MAN = re.compile(r"\b(?:г-н\w*|господин\w*|мистер\w*|сэр\w*)\s+$", re.IGNORECASE)
_WOMAN = re.compile(
    r"\b(?:г-ж[аеиу]|г-жой|госпож\w+|миссис|мисс|мадам|депутатк\w+|спикерк\w+|актрис\w+|певиц\w+)\s+$", re.IGNORECASE
)
_REACH = 40
_GENDERS: dict[str, Gender] = {"masc": "male", "femn": "female"}


def gender_told(text: str, span: NameSpan) -> Gender:
    """The gender of the person named here, as far as the text tells; empty where it does not."""
    before = text[max(0, span.start - _REACH) : span.start]
    if _MAN.search(before):
        return "male"
    if _WOMAN.search(before):
        return "female"
    if _PREPOSITION.search(before):
        return ""
    if not span.may_be_nominative:
        # «Орлова заявила», of a woman no record knows; but «Жена Орлова заявила», «Орлова задержала полиция»
        spoken = _SPEECH_AFTER.match(text, span.end) if _CLAUSE_START.search(before) else None
        return _gender_of(spoken[1]) if spoken else ""
    after, told = _AFTER.match(text, span.end), _BEFORE.search(before)
    return (_gender_of(after[1]) if after else "") or (_gender_of(told[1]) if told else "")


def _gender_of(word: str) -> Gender:
    """Of a verb in the past tense: «рассказал» is a man's."""
    if not word.endswith(("л", "ла", "лся", "лась")):
        return ""
    likeliest = parses(word.lower())[0].tag
    if likeliest.POS != "VERB" or likeliest.tense != "past" or likeliest.number != "sing":
        return ""
    return _GENDERS.get(likeliest.gender, "")
