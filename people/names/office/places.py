"""Where a post is: the institution, its short name and its country, from the words of a phrase."""

from dataclasses import replace

from people.names.office.bodies import Place, at_body, join_words
from people.names.office.countries import split_country
from people.names.office.phrases import Phrase
from people.names.office.posts import HEADS, MINISTRIES, MINISTRY_BY_SHORT, MONARCHS, OF_GOVERNMENT, SEATS
from people.names.words.phrases import country_of_adjective, in_case, lemmas, masculine_nominative, noun_parses

_LEADS_A_MINISTRY = frozenset({"министр", "глава", "руководитель"})
# «президент страны» does not say of which.
_SOME_COUNTRY = frozenset({"страны", "республики", "государства"})


def place_of(phrase: Phrase, text: str) -> Place:
    """The post of a phrase and where it is: «глава МИД РФ» is «министр иностранных дел» in Russia's ministry."""
    tail, country, genitive = split_country(phrase)
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
            else at_body(_post(phrase), tail, genitive, text)
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
    return SEATS.get(phrase.noun) or SEATS.get(_post(phrase)) or SEATS.get(HEADS[phrase.noun], "")


def _seated(phrase: Phrase, tail: list[str], country: str, genitive: str) -> Place:
    """A post whose institution nobody names: «посол Киргизии в России», «мэр Бишкека», «президент Киргизии»."""
    post, seat, noun = _post(phrase), _seat(phrase), HEADS[phrase.noun]
    if phrase.noun == "посол":
        return Place(join_words(post, *tail), join_words(seat, genitive, *tail))
    if seat:
        return Place(post, join_words(seat, *tail, genitive))
    if noun in MONARCHS and genitive:
        return Place(post, f"Институт {in_case(noun, 'gent')} {genitive}", "", "head of state")
    if noun in OF_GOVERNMENT and genitive:
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
