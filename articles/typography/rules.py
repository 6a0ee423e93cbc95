"""The rules by language: what is looked for, and what stands in its place. A row is a habit of a newsroom."""

import re
from collections.abc import Callable
from dataclasses import dataclass

NBSP = "\u00a0"
# From the first of several spaces on: to begin anew at each of ten thousand takes minutes.
_RUN = r"(?<![ \u00a0])[ \u00a0]"
_CAPITAL = "[А-ЯЁӨҮҢ]"
_SURNAME = f"{_CAPITAL}[а-яёөүң]+"
_INITIAL = rf"(?:Дж|{_CAPITAL})\."
_UNITS = (
    "млн|млрд|трлн|тыс|миллион(?:а|ов)?|миллиард(?:а|ов)?|триллион(?:а|ов)?|тысяч[аи]?|миң|"
    "сом(?:а|у|ом|ов|ах|го|ду|дун|дон)?|руб|рубл(?:ь|я|ей)|долл|доллар(?:а|ов)?|евро|тенге|сум(?:а|ов)?|%|°|"
    "кг|г|т|ц|км|м|см|мм|га|л|мл|кв|куб|кВт|МВт|ГВт|ч|мин|сек|чел"
)


@dataclass(frozen=True)
class Rule:
    """One habit. ``near`` is a letter without which a text cannot hold the pattern: most texts need no second look."""

    name: str
    pattern: re.Pattern[str]
    becomes: Callable[[re.Match[str]], str]
    near: str = ""


def _rule(name: str, pattern: str, becomes: str | Callable[[re.Match[str]], str], near: str = "") -> Rule:
    compiled = re.compile(pattern, re.MULTILINE)
    return Rule(name, compiled, becomes if callable(becomes) else lambda _match: becomes, near)


def _before(match: re.Match[str]) -> str:
    """The letter before the match, nothing at the start of a line."""
    return match.string[match.start() - 1 : match.start()] if match.start() else ""


def _one_space(match: re.Match[str]) -> str:
    if not _before(match):
        return match[0]
    return NBSP if NBSP in match[0] else " "


def _no_space(match: re.Match[str]) -> str:
    before = _before(match)
    return "" if before.isalnum() or before in {*"»)%"} else match[0]


def _dash(match: re.Match[str]) -> str:
    """«слово — слово»; «5 - 3» may be a score or a difference, and stays."""
    before, after = _before(match), match.string[match.end()]
    return match[0] if not before or (before.isdigit() and after.isdigit()) else f"{NBSP}— "


def _number_range(match: re.Match[str]) -> str:
    """«2020–2025»; «0-2», «3-1» and the end of a telephone number are no ranges."""
    first, last = match[1], match[2]
    return f"{first}–{last}" if not first.startswith("0") and int(first) < int(last) else match[0]


def _together(match: re.Match[str]) -> str:
    """«А. А. Иванов» on one line: the initials that were found, and what follows them."""
    return "".join(initial + NBSP for initial in match.groups() if initial)


_ELLIPSIS = _rule("ellipsis", r"(?<!\.)\.{3}(?!\.)", "…", "...")
_RUSSIAN = (
    _rule("spaces", rf"{_RUN}{{2,}}(?=\S)", _one_space),
    _rule("space_before", rf"{_RUN}+(?=[,;:!?](?:[\s»\"]|$)|\.(?:\s|$))", _no_space),
    _ELLIPSIS,
    # A dash that is one already may have any space before it: to ask about each would be asking about every story.
    _rule("dash", rf"{_RUN}+(?:--?|–)[ \u00a0]+(?=\S)", _dash),
    _rule("dash", r"^(?:--?|–)[ \u00a0]+(?=[^\W\d]|«)", "— "),
    _rule("range", r"(?<![\w.,:/–-])(\d{1,4})-(\d{1,4})(?![\w:/–-]|[.,]\d)", _number_range, "-"),
    _rule("range", r"(?<![\d:–-])(?<=\b)(\d{1,2}:\d\d)-(?=\d{1,2}:\d\d(?![\d:–-]))", lambda match: f"{match[1]}–", "-"),
    _rule("range", r"(?<![\w–-])([IVXLC]+)-(?=[IVXLC]+(?![\w–-]))", lambda match: f"{match[1]}–", "-"),
    _rule("number_sign", r"(?<![A-Za-z] )(?<!\w)(?:N|No|No\.|N°)[ \u00a0](?=\d)", f"№{NBSP}", "N"),
    _rule("number_sign", r"(?<=[№§])[ ]?(?=\d)", NBSP),
    _rule("year", r"(?<=\d)[ ]?(?=гг?\.)", NBSP, "г."),
    _rule("year", r"(?<=[IVXLC])[ ](?=вв?\.)", NBSP, "в."),
    _rule("unit", rf"[ ](?<=\d[ ])(?=(?:{_UNITS})(?!\w))", NBSP),
    _rule("initials", rf"(?<![\w.])({_INITIAL})[ \u00a0]?({_INITIAL})?[ \u00a0]?(?={_SURNAME})", _together, "."),
    _rule("initials", rf"(?<={_CAPITAL}\.)[ ]?(?={_CAPITAL}\.(?!\w))(?<=\w\w [\w]\.)", NBSP, "."),
)

# Kyrgyz is printed as Russian is; English newsrooms differ about dashes, so only what all agree on is suggested.
RULES = {"ru": _RUSSIAN, "ky": _RUSSIAN, "en": (_ELLIPSIS,)}
# Outer and inner quotation marks.
MARKS = {"ru": ("«»", "„“"), "ky": ("«»", "„“"), "en": ("“”", "‘’")}

# Addresses, files, handles and what looks like code mean every letter they have. Each begins within so many letters of
# what it is known by: a pasted picture in base64 is one word of a hundred thousand.
_UNTOUCHED = re.compile(
    r"(?:https?://|www\.)[^\s«»\"<>]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+|[@#]\w+|"
    r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:kg|ru|kz|uz|com|org|net|info|io|pdf|docx?|xlsx?|pptx?|jpe?g|png|mp4|zip|py|js|html)\b(?:/\S*)?|"
    r"\S{0,200}[_\\{}=`|<>]\S*"
)
_HINTS = (*"@#_\\{}=`|<>", "://", "www.")
_DOTTED = re.compile(r"\.[a-z]")


def covered(line: str, cover: str) -> str:
    """The line with every letter of such words replaced by ``cover``."""
    if not any(hint in line for hint in _HINTS) and not _DOTTED.search(line):
        return line
    return _UNTOUCHED.sub(lambda match: cover * len(match[0]), line)
