"""A post at a named body: the body under its full name, with its short name and its kind."""

import re
from dataclasses import dataclass, replace

from people.names.office.posts import BODIES, INTERNATIONAL, KINDS, OF_THE_POST, Classification
from people.names.office.words import PREPOSITIONS
from people.names.words.phrases import is_acronym, lemmas, nominative_of, tokens
from search.words import search_key

_REPRESENTED = frozenset({"фракция", "партия", "округ", "избирательный", "одномандатный", "список", "блок", "группа"})


@dataclass(frozen=True, slots=True)
class Place:
    """A post under the one name we keep, and the organization and country it is in."""

    post: str
    organization: str = ""
    short: str = ""
    classification: Classification = "other"
    country: str = ""


def at_body(post: str, tail: list[str], genitive: str, text: str) -> Place:
    """A post at a named body: «генеральный секретарь | ОДКБ», «директор | компании «Ромашка»»."""
    tail = _without_faction(tail)
    for part in OF_THE_POST:
        length = len(part.split())
        if tail[:length] == part.split():
            whole, rest = join_words(post, part), tail[length:]
            return at_body(whole, rest, genitive, text) if rest else Place(whole)
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
        return at_body(join_words(post, *words[1:]), words[:1], genitive, text)
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


def join_words(*words: str) -> str:
    return " ".join(word for word in words if word).replace(" ,", ",")
