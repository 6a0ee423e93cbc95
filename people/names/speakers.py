"""Who said a quotation: the attribution after it or before it, or nobody we could be sure of."""

import re
from collections.abc import Sequence

from people.names.discover import Proposal
from people.names.office.posts import HEADS
from people.names.offices import Office, office_at
from people.names.words.phrases import lemmas, noun_parses, tokens

_SAYS = frozenset(
    {"заявить", "сказать", "отметить", "подчеркнуть", "сообщить", "добавить", "пояснить", "рассказать", "считать"}
    | {"признать", "напомнить", "уточнить", "объяснить", "написать", "ответить", "спросить", "призвать", "заверить"}
    | {"утверждать", "полагать", "говорить", "заявлять", "отмечать", "подчёркивать", "подчеркивать", "сообщать"}
    | {"предупредить", "указать", "высказаться", "обратиться", "поблагодарить", "процитировать", "цитировать"}
    | {"рассказывать", "добавлять", "пояснять", "поделиться", "резюмировать", "заключить", "прокомментировать"}
    | {"продолжить", "возразить", "воскликнуть", "назвать", "поручить", "предложить", "выразить", "поздравить"}
)
_ACCORDING_TO = re.compile(r"\b(?:[Пп]о (?:словам|мнению|данным|выражению)|как (?:говорит|отмечает))\s+$")
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[А-ЯЁӨҮҢ«])|\n")
_AFTER = re.compile(r"^[\s,.!?…»\"”]*[—–-]\s*")
_HEAD_OF_STATE = frozenset({"глава государства", "лидер"})


def speaker_of(text: str, quote_start: int, quote_end: int, people: Sequence[Proposal]) -> Proposal | None:
    """The one person of ``people`` to whom the text gives the words between the offsets.

    «…», — заявил президент: the words after the quotation decide, then the sentence before it. A bare office
    belongs to the one person of the text who holds it; «он» and «она» are not guessed.
    """
    start, end = _clause_after(text, quote_end)
    if not _verbs(text, start, end):
        start, end = _clause_before(text, quote_start)
    return _subject(text, start, end, people)


def _verbs(text: str, start: int, end: int) -> bool:
    """Whether the clause says that somebody speaks; one that does decides, even when it names nobody we know."""
    return any(lemmas(token.text) & _SAYS for token in tokens(text, start, end))


def _clause_after(text: str, quote_end: int) -> tuple[int, int]:
    """The attribution that follows a dash after the quotation, to the end of its sentence."""
    dash = _AFTER.match(text[quote_end : quote_end + 10])
    if dash is None:
        return (0, 0)
    start = quote_end + dash.end()
    stop = _SENTENCE_END.search(text, start)
    end = stop.start() if stop else len(text)
    opening = text.find("«", start, end)
    return (start, opening if opening >= 0 else end)


def _clause_before(text: str, quote_start: int) -> tuple[int, int]:
    """The sentence up to the quotation: «Асан Токтосунов отметил, что «…»»."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= quote_start]
    return (ends[-1] if ends else 0, quote_start)


def _subject(text: str, start: int, end: int, people: Sequence[Proposal]) -> Proposal | None:
    """Who speaks in this clause: named by a verb of speech or by «по словам», else the holder of a bare office."""
    named = [
        (mention[0], person)
        for person in people
        for mention in person.mentions
        if start <= mention[0] and mention[1] <= end
    ]
    according = {person.name: person for place, person in named if _is_source(text, start, place, person)}
    if according:
        return next(iter(according.values())) if len(according) == 1 else None
    if not _verbs(text, start, end):
        return None
    subjects = {
        person.name: person
        for place, person in named
        if _is_nominative(text, place, person) and not re.search(r"\b(?:с|от|для|к|о)\s$", text[start:place])
    }
    if subjects:
        return next(iter(subjects.values())) if len(subjects) == 1 else None
    return _holder(text, start, end, people) if not named else None


def _is_source(text: str, start: int, place: int, person: Proposal) -> bool:
    """«По словам [министра культуры] Асана Токтосунова»."""
    begins = [place, *(office.start for office in person.offices if start <= office.start < office.end <= place)]
    return any(_ACCORDING_TO.search(text[max(0, begin - 30) : begin]) for begin in begins)


def _is_nominative(text: str, place: int, person: Proposal) -> bool:
    """Whether the name is printed as in the nominative: the subject of «заявил», not «встретившись с …»."""
    span = next(mention for mention in person.mentions if mention[0] == place)
    printed = {word.casefold().replace("ё", "е") for word in re.findall(r"[\w-]+", text[span[0] : span[1]])}
    return printed <= {word.casefold().replace("ё", "е") for word in re.findall(r"[\w-]+", person.name.full)}


def _holder(text: str, start: int, end: int, people: Sequence[Proposal]) -> Proposal | None:
    """The one person of the text who holds the office that is the subject of this clause."""
    for token in tokens(text, start, end):
        word = token.text.casefold()
        is_subject = word in HEADS and any(parse.tag.case == "nomn" for parse in noun_parses(word))
        office = office_at(text, token.start, end) if is_subject else None
        if office is not None:
            holders = [person for person in people if any(_same(office, held) for held in person.offices)]
            return holders[0] if len(holders) == 1 else None
    return None


def _same(said: Office, held: Office) -> bool:
    """Whether «президент» or «министр культуры» in an attribution may mean the office held."""
    if said.country and held.country and said.country != held.country:
        return False
    if said.post in _HEAD_OF_STATE:
        return held.classification == "head of state" and " " not in held.post
    if said.post.startswith("глава") and said.organization:
        return said.organization == held.organization
    return held.post == said.post or held.post.startswith(f"{said.post} ")
