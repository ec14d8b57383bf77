"""Guess the spaces of a text of which only the words are left."""

NO_SPACE_BEFORE = frozenset(",.;:!?%)]}…") | {"n't", "n’t", "''", "”", "..."}
NO_SPACE_AFTER = frozenset("([{$£€#") | {"``", "“", "US$", "A$", "C$", "S$", "NT$", "HK$"}
JOINING = frozenset("-/–")
CLITICS = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))


def clitic(word: str) -> bool:
    """Say whether a word is written onto the one before: 's, 're, n't."""
    return (word[0] in "'’" and word[1:].isalpha() and len(word) <= 3) or word in ("n't", "n’t")


def may_close(words: tuple[str, ...], index: int) -> bool:
    """Say whether an apostrophe may end a possessive or a quotation, and not stand in a word."""
    return words[index - 1][-1] in "sxzSXZ.,!?" or "‘" in words[:index] or "'" in words[:index]


def joins(words: tuple[str, ...], index: int) -> bool:
    """Say whether a mark between two words joins them: a compound or a range, not a dash.

    A compound's second part is mostly lower case or, like the first, a number or a name.
    """
    first, second = words[index - 1], (words[index + 1 : index + 2] or ("",))[0]
    if not (first[-1].isalnum() and second[:1].isalnum()):
        return False
    if words[index] == "–":
        return first.isdigit() and second.isdigit()
    same = first[0].isupper() == second[0].isupper() and first.isdigit() == second.isdigit()
    return words[index] == "/" or same or first[0].isupper() or first.isdigit()


def spaces_between(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Return for each word whether a space follows it, as newspapers set their text.

    Straight quotation marks open and close in turn within the sentence.
    """
    spaces = [True] * len(words)
    quotes = 0
    for index, word in enumerate(words):
        before = index > 0
        if before and (word in NO_SPACE_BEFORE or clitic(word)):
            spaces[index - 1] = False
        if word in NO_SPACE_AFTER:
            spaces[index] = False
        if word == '"':
            quotes += 1
            if quotes % 2:
                spaces[index] = False
            elif before:
                spaces[index - 1] = False
        if word in ("'", "’") and before:
            spaces[index - 1] = False
            following = (words[index + 1 : index + 2] or ("",))[0]
            if following in CLITICS or (following.islower() and not may_close(words, index)):
                spaces[index] = False
        if word in JOINING and before and joins(words, index):
            spaces[index - 1] = spaces[index] = False
        if word == "‘":
            spaces[index] = False
    return tuple(spaces)
