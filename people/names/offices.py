"""Which office a text gives to a name: its wording, its post, its organization and its country."""

import re
from dataclasses import dataclass, replace

from people.names.office_phrases import Phrase, phrase_after, phrase_at, phrase_before
from people.names.office_words import PREPOSITIONS
from people.names.phrases import (
    Token,
    country_at,
    country_of_adjective,
    in_case,
    is_acronym,
    lemmas,
    masculine_nominative,
    nominative_of,
    noun_parses,
    tokens,
)
from people.names.posts import HEADS, INTERNATIONAL, KINDS, MINISTRIES, MINISTRY_BY_SHORT, OF_THE_POST, Classification
from search.words import search_key

_MONARCHS = frozenset({"президент", "король", "королева", "эмир", "император", "монарх"})
_OF_GOVERNMENT = frozenset({"премьер-министр", "вице-премьер", "канцлер"})
_LEADS_A_MINISTRY = frozenset({"министр", "глава", "руководитель"})
# Posts that stand for an institution nobody names: «мэр Бишкека» works in «Мэрия Бишкека».
_SEATS = {
    "мэр": "Мэрия",
    "вице-мэр": "Мэрия",
    "губернатор": "Администрация",
    "вице-губернатор": "Администрация",
    "аким": "Акимиат",
    "посол": "Посольство",
    "генеральный прокурор": "Генеральная прокуратура",
    "омбудсмен": "Институт омбудсмена",
}


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text gives it: «глава МИД Киргизии» is the post «министр иностранных дел».

    ``wording`` is what was printed, in the nominative; ``post`` leaves out country and organization. Whoever acts
    in an office or has left it holds the same post, marked so; a deputy or an aide holds another one.
    """

    wording: str
    post: str
    organization: str
    organization_short: str
    classification: Classification
    country: str
    acting: bool
    former: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a post is: what the organization is called and which words of the phrase said so."""

    post: str
    organization: str = ""
    short: str = ""
    classification: Classification = "other"


def office_before(text: str, start: int) -> Office | None:
    """The office printed before the name at ``start``; also the share of a name in a list.

    «главы МИД Киргизии А, Белоруссии Б» makes Б «глава МИД Белоруссии». None when another person, a verb or
    a sentence stands between.
    """
    phrase = phrase_before(text, start)
    return _office(phrase, text) if phrase else None


def office_after(text: str, end: int) -> Office | None:
    """The office in apposition after a name: «Асан Токтосунов, министр культуры Лаковии, …»."""
    phrase = phrase_after(text, end)
    return _office(phrase, text) if phrase else None


def office_at(text: str, start: int, end: int) -> Office | None:
    """The office that these words name by themselves: «заявил | президент Лаковии | в среду»."""
    phrase = phrase_at(text, start, end)
    return _office(phrase, text) if phrase else None


def _office(phrase: Phrase, text: str) -> Office:
    tail, country, genitive = _split_country(phrase)
    if not country:
        country = next(filter(None, (country_of_adjective(token.text) for token in phrase.modifiers)), "")
        genitive = in_case(country, "gent")
    place = _place(phrase, tail, country, genitive, text)
    return Office(
        wording=_wording(phrase),
        post=place.post,
        organization=place.organization,
        organization_short=place.short or place.organization,
        classification=place.classification,
        country=country,
        acting=bool(phrase.acting),
        former=bool(phrase.former),
        start=phrase.start,
        end=phrase.end,
    )


def _wording(phrase: Phrase) -> str:
    """The phrase as printed, in the nominative singular: «министрами иностранных дел» -> «министр иностранных дел»."""
    former = "экс-" if phrase.former and phrase.former[0] is phrase.head else "бывший " if phrase.former else ""
    post = " ".join([*(masculine_nominative(token.text) for token in phrase.modifiers), phrase.noun])
    if phrase.acting:
        acting = "исполняющий обязанности" if len(phrase.acting) > 1 else phrase.acting[0].text.casefold()
        post = f"{acting} {in_case(post, 'gent')}"
    return _join(former + _lower_first(post), *_printed(phrase.tail))


def _post(phrase: Phrase, *rest: str) -> str:
    """The post's name: its adjectives, its noun under the one name we keep, and what the rest says."""
    kept = [
        masculine_nominative(token.text).casefold()
        for token in phrase.modifiers
        if not country_of_adjective(token.text)
    ]
    noun = HEADS[phrase.noun]
    return _join(*kept, noun, *rest)


def _place(phrase: Phrase, tail: list[str], country: str, genitive: str, text: str) -> _Place:
    """Where the post is. The first reading that fits decides: the office of another office, a ministry, a state."""
    inner = _inner(phrase)
    if inner is not None:
        other = _office(inner, text)
        return _Place(
            _post(phrase, in_case(other.post, "gent")),
            other.organization,
            other.organization_short,
            other.classification,
        )
    subject = _ministry_subject(phrase.noun, tail)
    post = HEADS[phrase.noun]
    if subject:
        short = MINISTRIES.get(subject, f"Министерство {subject}")
        name = _join("Министерство", subject, genitive)
        noun = "министра" if post.startswith("заместитель") else ""
        label = _post(phrase, noun if not post.endswith("министра") else "", subject)
        if phrase.noun in {"глава", "руководитель"}:
            label = _join("министр", subject)
        elif phrase.noun in {"замглавы", "замруководителя"}:
            label = _post(replace(phrase, noun="замминистра"), subject)
        return _Place(label, name, _join(short, genitive), "ministry")
    full_post = _post(phrase)
    seat = _SEATS.get(phrase.noun) or _SEATS.get(full_post) or _SEATS.get(post)
    if seat and phrase.noun == "посол":
        return _Place(_post(phrase, *tail), _join(seat, genitive, *tail), "", "other")
    if seat:
        return _Place(full_post, _join(seat, *tail, genitive), "", "other")
    if not tail:
        if phrase.noun in _MONARCHS and genitive:
            name = f"Институт {in_case(phrase.noun, 'gent')} {genitive}"
            return _Place(full_post, name, "", "head of state")
        if (phrase.noun in _OF_GOVERNMENT or post in _OF_GOVERNMENT) and genitive:
            return _Place(full_post, f"Правительство {genitive}", "", "government")
        return _Place(full_post, country, "", "other")
    if tail == ["государства"]:
        return _Place(_post(phrase, "государства"), country, "", "head of state")
    return _body(full_post, tail, genitive, text)


def _inner(phrase: Phrase) -> Phrase | None:
    """The office this one is at: «заместитель | министра культуры Лаковии»."""
    for place, token in enumerate(phrase.tail):
        noun = next((lemma for lemma in (token.text.casefold(), *lemmas(token.text)) if lemma in HEADS), "")
        if noun and token.text.casefold() not in {"министров", "членов", "послов"}:
            return Phrase(phrase.tail[:place], token, noun, phrase.tail[place + 1 :])
        if not any(one.tag.POS in {"ADJF", "PRTF"} for one in noun_parses(token.text)):
            return None
    return None


def _ministry_subject(noun: str, tail: list[str]) -> str:
    """What the ministry is for, in the genitive; empty when the phrase names no ministry."""
    if not tail:
        return ""
    if noun in {"министр", "замминистра"}:
        return MINISTRY_BY_SHORT.get(" ".join(tail).casefold(), " ".join(tail))
    leads = noun in _LEADS_A_MINISTRY or HEADS[noun].startswith("заместитель")
    if leads and lemmas(tail[0]) & {"министерство"}:
        return " ".join(tail[1:])
    known = next((lemma for lemma in lemmas(tail[0]) if lemma in MINISTRY_BY_SHORT), "")
    return MINISTRY_BY_SHORT[known] if leads and known and len(tail) == 1 else ""


def _body(post: str, tail: list[str], genitive: str, text: str) -> _Place:
    """A post at a named body: «генеральный секретарь | ОДКБ», «директор | компании «Ромашка»»."""
    for part in OF_THE_POST:
        length = len(part.split())
        if tail[:length] == part.split():
            return (
                _body(_join(post, part), tail[length:], genitive, text) if tail[length:] else _Place(f"{post} {part}")
            )
    short = tail[-1].strip("()") if tail[-1].startswith("(") else ""
    words = tail[:-1] if short else tail
    if not words:
        return _Place(post)
    if words[0] in PREPOSITIONS:
        return _Place(_join(post, *words))
    printed = " ".join(words)
    if is_acronym(printed):
        name = INTERNATIONAL.get(printed) or _spelled_out(printed, text)
        kind = "international organization" if printed in INTERNATIONAL else _kind(name or printed)
        short = _join(printed, genitive) if name else ""
        return _Place(post, _join(name or printed, genitive), short, kind)
    name = nominative_of(printed)
    name = _join(name[:1].upper() + name[1:], genitive)
    known = next((key for key, full in INTERNATIONAL.items() if search_key(full) == search_key(name)), "")
    if known:
        return _Place(post, name, known, "international organization")
    return _Place(post, name, short, _kind(name))


def _kind(organization: str) -> Classification:
    found = {lemma for word in tokens(organization) for lemma in lemmas(word.text)}
    if found & KINDS["state committee"] and not found & {
        "государственный",
        "госкомитет",
        "гкнб",
        "кнб",
        "безопасность",
    }:
        return "other"
    for kind, nouns in KINDS.items():
        if found & nouns:
            return kind
    return "company" if organization.startswith("«") else "other"


def _spelled_out(acronym: str, text: str) -> str:
    """The full name the text itself gives: «… Лаковского союза портов (ЛСП)» for «ЛСП»; empty when it gives none."""
    match = re.search(rf"\({re.escape(acronym)}\)", text)
    if match is None:
        return ""
    before = tokens(text, text.rfind("\n", 0, match.start()) + 1, match.start())
    for length in range(len(acronym), len(acronym) + 4):
        words = [token.text for token in before[-length:]]
        if len(words) < length:
            break
        initials = "".join(word[0] for word in words if len(word) > 2).casefold()
        if initials == acronym.casefold():
            name = nominative_of(" ".join(words))
            return name[:1].upper() + name[1:]
    return ""


def _split_country(phrase: Phrase) -> tuple[list[str], str, str]:
    """The tail without its country, the country under the name we keep, and its genitive for organizations."""
    words = _printed(phrase.tail)
    for place in range(len(words)):
        found = country_at(words, place)
        if found:
            country, length = found
            return words[:place] + words[place + length :], country, in_case(country, "gent")
    if _ends_in_unknown_country(phrase, words):
        return words[:-1], nominative_of(words[-1]), words[-1]
    return words, "", ""


def _ends_in_unknown_country(phrase: Phrase, words: list[str]) -> bool:
    """Whether the last word names a country we have no row for: «министр культуры | Лаковии»."""
    if not words or not words[-1][:1].isupper() or is_acronym(words[-1]) or phrase.noun in _SEATS:
        return False
    before = words[-2] if len(words) > 1 else ""
    if before[:1].isupper() and not is_acronym(before) and not lemmas(before) & set(MINISTRY_BY_SHORT):
        return False
    is_body = any(lemmas(words[-1]) & nouns for nouns in (*KINDS.values(), frozenset(MINISTRY_BY_SHORT)))
    is_state_post = HEADS[phrase.noun] in _MONARCHS | _OF_GOVERNMENT or bool(before)
    return is_state_post and not is_body and before.casefold() not in {"области", "города", "имени", "района", "по"}


def _printed(tail: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tail]


def _join(*words: str) -> str:
    return " ".join(word for word in words if word).replace(" ,", ",")


def _lower_first(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]
