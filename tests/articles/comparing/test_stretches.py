"""Whatever two rows of words are, the stretches are both rows, whole and in order, and what is called same is."""

from hypothesis import given
from hypothesis import strategies as st

from articles.comparing.stretches import stretches

FEW = st.lists(st.sampled_from("абв"), max_size=40)
MANY = st.lists(st.sampled_from([f"слово{number}" for number in range(30)]), max_size=60)


@given(st.one_of(st.tuples(FEW, FEW), st.tuples(MANY, MANY)))
def test_stretches_are_both_rows(rows):
    old, new = rows
    at_old = at_new = 0
    for is_same, a, b, c, d in stretches(old, new):
        assert (a, c) == (at_old, at_new)
        assert (b, d) > (a, c)
        if is_same:
            assert old[a:b] == new[c:d]
        at_old, at_new = b, d
    assert (at_old, at_new) == (len(old), len(new))


@given(MANY, MANY, MANY)
def test_what_was_put_between_is_all_that_differs(before, between, after):
    marked = ["здесь", *between]
    found = [(is_same, d - c) for is_same, _, _, c, d in stretches(before + after, before + marked + after)]
    assert sum(words for is_same, words in found if not is_same) == len(marked)
