"""The stem all case forms of a surname share, where the dictionary does not know the name.

The likeliest reading of «Кулубаевом» is a place, Кулубаево, and of «Вучича» a woman's name: their readings share no
word with those of «Кулубаев» and «Вучич», their stems do.
"""

import re

# Жапаров, Пушкин, Синицын with every ending, a woman's too.
_IN_OV = re.compile(r"(.{2,}(?:[ое]в|[иы]н))(?:ой|ою|а|у|ым|ом|е|ы|ых|ыми)?$")
# Достоевский, Троцкая.
_IN_SKY = re.compile(r"(.+[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ие|их|ими)$")
_NOUN = re.compile(r"(.{3,}?)(?:ом|ем|ой|ей|ою|ею|[аеиуыюяйь])$")


def surname_stems(word: str, *, is_known: bool) -> set[str]:
    """The stems of a folded word that may be a surname; of one the dictionary knows, only those in -ов, -ин, -ский."""
    found = {match[1] for rule in (_IN_OV, _IN_SKY) if (match := rule.match(word))}
    if not is_known and (match := _NOUN.match(word)):
        found.add(match[1])
    return found
