"""How far one spelling is from another."""


def distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with the next to make one word of the other."""
    last: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, its in enumerate(other):
            row.append(min(row[j] + 1, above[j + 1] + 1, above[j] + (letter != its)))
            if i and j and letter == other[j - 1] and one[i - 1] == its:
                row[-1] = min(row[-1], last[j - 1] + 1)
        last, above = above, row
    return above[-1]
