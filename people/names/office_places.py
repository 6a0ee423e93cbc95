"""Where a post is: the institution, its short name and its country, from the words of a phrase."""

import re
from dataclasses import dataclass, replace

from people.names.office_phrases import Phrase
from people.names.office_words import PREPOSITIONS
from people.names.phrases import (
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
from people.names.posts import (
    BODIES,
    HEADS,
    INTERNATIONAL,
    KINDS,
    MINISTRIES,
    MINISTRY_BY_SHORT,
    OF_THE_POST,
    Classification,
)
from search.words import search_key

_MONARCHS = frozenset({"президент", "король", "королева", "эмир", "император", "монарх"})
_OF_GOVERNMENT = frozenset({"премьер-министр", "вице-премьер", "канцлер"})
_LEADS_A_MINISTRY = frozenset({"министр", "глава", "руководитель"})
# «президент страны» does not say of which.
_SOME_COUNTRY = frozenset({"страны", "республики", "государства"})
_REPRESENTED = frozenset({"фракция", "партия", "округ", "избирательный", "одномандатный", "список", "блок", "группа"})
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
class Place:
    """A post under the one name we keep, and the organization and country it is in."""

    post: str
    organization: str = ""
    short: str = ""
    classification: Classification = "other"
    country: str = ""


def place_of(phrase: Phrase, text: str) -> Place:
    """The post of a phrase and where it is: «глава МИД РФ» is «министр иностранных дел» in Russia's ministry."""
    tail, country, genitive = _split_country(phrase)
    if not country:
        country = next(filter(None, (country_of_adjective(token.text) for token in phrase.modifiers)), "")
        genitive = in_case(country, "gent")
    inner = _inner(phrase)
    if inner is not None:
        other = place_of(inner, text)
        return replace(other, post=_post(phrase, in_case(other.post, "gent")), country=country)
    if len(tail) == 1 and tail[0] in _SOME_COUNTRY and phrase.noun not in {"глава", "лидер"}:
        tail = []
    subject = _ministry_subject(phrase.noun, tail)
    if subject:
        place = _ministry(phrase, subject, genitive)
    elif tail and not _seat(phrase):
        is_state = tail == ["государства"]
        place = (
            Place(_post(phrase, "государства"), country, "", "head of state")
            if is_state
            else _body(_post(phrase), tail, genitive, text)
        )
    else:
        place = _seated(phrase, tail, country, genitive)
    return replace(place, country=country)


def _ministry(phrase: Phrase, subject: str, genitive: str) -> Place:
    """«глава Минздрава», «министр здравоохранения», «замглавы Минздрава»: one ministry, two posts."""
    post = HEADS[phrase.noun]
    short = MINISTRIES.get(subject, f"Министерство {subject}")
    name = join_words("Министерство", subject, genitive)
    if phrase.noun in {"глава", "руководитель"}:
        label = join_words("министр", subject)
    elif phrase.noun in {"замглавы", "замруководителя"}:
        label = _post(replace(phrase, noun="замминистра"), subject)
    else:
        is_deputy = post.startswith("заместитель") and not post.endswith("министра")
        label = _post(phrase, "министра" if is_deputy else "", subject)
    return Place(label, name, join_words(short, genitive), "ministry")


def _seat(phrase: Phrase) -> str:
    return _SEATS.get(phrase.noun) or _SEATS.get(_post(phrase)) or _SEATS.get(HEADS[phrase.noun], "")


def _seated(phrase: Phrase, tail: list[str], country: str, genitive: str) -> Place:
    """A post whose institution nobody names: «посол Киргизии в России», «мэр Бишкека», «президент Киргизии»."""
    post, seat, noun = _post(phrase), _seat(phrase), HEADS[phrase.noun]
    if phrase.noun == "посол":
        return Place(join_words(post, *tail), join_words(seat, genitive, *tail))
    if seat:
        return Place(post, join_words(seat, *tail, genitive))
    if noun in _MONARCHS and genitive:
        return Place(post, f"Институт {in_case(noun, 'gent')} {genitive}", "", "head of state")
    if noun in _OF_GOVERNMENT and genitive:
        return Place(post, f"Правительство {genitive}", "", "government")
    return Place(post, country)


def _post(phrase: Phrase, *rest: str) -> str:
    """The post's name: its adjectives, its noun under the one name we keep, and what the rest says."""
    kept = [
        masculine_nominative(token.text).casefold()
        for token in phrase.modifiers
        if not country_of_adjective(token.text)
    ]
    noun = HEADS[phrase.noun]
    return join_words(*kept, noun, *rest)


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


def _body(post: str, tail: list[str], genitive: str, text: str) -> Place:
    """A post at a named body: «генеральный секретарь | ОДКБ», «директор | компании «Ромашка»»."""
    tail = _without_faction(tail)
    for part in OF_THE_POST:
        length = len(part.split())
        if tail[:length] == part.split():
            whole, rest = join_words(post, part), tail[length:]
            return _body(whole, rest, genitive, text) if rest else Place(whole)
    short = tail[-1].strip("()") if tail[-1].startswith("(") else ""
    words = tail[:-1] if short else tail
    if not words:
        return Place(post)
    if words[0] in PREPOSITIONS:
        return Place(join_words(post, *words))
    printed = " ".join(words)
    if body := _body_printed_short(words, genitive):
        return replace(body, post=post)
    if is_acronym(words[0]) and len(words) > 2 and words[1] in PREPOSITIONS:  # «представитель ЕС | по делам»
        return _body(join_words(post, *words[1:]), words[:1], genitive, text)
    if is_acronym(printed):
        name = INTERNATIONAL.get(printed) or _spelled_out(printed, text)
        kind = "international organization" if printed in INTERNATIONAL else _kind(name or printed)
        short = join_words(printed, genitive) if name else ""
        return Place(post, join_words(name or printed, genitive), short, kind)
    name = printed if printed.startswith("в/ч") else nominative_of(printed)
    name = name if name.startswith("в/ч") else name[:1].upper() + name[1:]
    name = join_words(name, genitive)
    known = next((key for key, full in INTERNATIONAL.items() if search_key(full) == search_key(name)), "")
    if known:
        return Place(post, name, known, "international organization")
    return Place(post, name, short, _kind(name))


def _without_faction(tail: list[str]) -> list[str]:
    """«депутат ЖК | от фракции «…» по округу № 12»: whom a deputy stands for is no part of the parliament's name."""
    for place in range(1, len(tail) - 1):
        if tail[place] in {"от", "по"} and lemmas(tail[place + 1]) & _REPRESENTED:
            return tail[:place]
    return tail


def _body_printed_short(words: list[str], genitive: str) -> Place | None:
    """«зампред | Кабмина», «депутат | ЖК»: a body of state under its full name."""
    short = next((name for name in BODIES if len(words) == 1 and search_key(name) in lemmas(words[0])), "")
    if not short:
        return None
    return Place("", join_words(BODIES[short], genitive), join_words(short, genitive), _kind(BODIES[short]))


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
    words = [token.text for token in phrase.tail]
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


def join_words(*words: str) -> str:
    return " ".join(word for word in words if word).replace(" ,", ",")
