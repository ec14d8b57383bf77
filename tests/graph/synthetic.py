"""Made-up articles of any size whose segments hang together as densely as an argument can."""

from __future__ import annotations

from random import Random

from argmap.model.document import AnnotatedDocument

from .drafts import Draft, Relation, make_document

ROLES = ("claim", "claim", "evidence", "evidence", "evidence", "report", "background", "framing")
CERTAINTIES = ("certain", "certain", "certain", "probable", "possible", "uncommitted")
SPEAKERS = (
    "the harbour office",
    "Ilse Maran",
    "a pilot who asked not to be named",
    "the Union of Ferry Crews and Dock Hands of the Outer Isles",
    "Oda Brekk",
)
WORDS = """the ferry pier board winter fare crossing island council harbour strait pilot crew letter
number season night engine repair promise vote town market bread mail price of in and for that with
nobody always hardly again before after closes opens rises falls pays waits"""


def dense_article(
    units: int,
    seed: int,
    *,
    sections: int = 6,
    related: float = 0.85,
    far: float = 0.3,
    depth: int = 4,
) -> AnnotatedDocument:
    """An opinion of so many segments in so many sections, most of them part of one tree.

    Args:
        units: how many segments, headings not counted.
        seed: another seed gives another article; the same seed the same.
        sections: how many headings; 0 for a text without any.
        related: the share of segments that bear on another.
        far: the share of those that bear on a segment anywhere before them, in another section
            most of the time, rather than on a near one.
        depth: how many relations lead up to the first segment at most.
    """
    random = Random(seed)
    parts: list[str | Draft] = []
    places: list[str] = []  # ids of the segments that are no headings
    for number in range(units):
        if sections and number % max(units // sections, 1) == 0:
            parts.append(f"Part {number} of the Matter at Hand")
        parts.append(_segment(random, number))
        places.append(f"s{len(parts)}")
    return make_document(
        *parts, relations=_relations(random, places, related, far, depth), article="dense"
    )


def _segment(random: Random, number: int) -> Draft:
    length = random.choice((4, 9, 14, 18, 24, 32, 50))
    text = " ".join(random.choice(WORDS.split()) for _ in range(length)).capitalize() + "."
    if number == 0:
        return Draft(text=text)
    says = tuple(random.sample(SPEAKERS, k=random.choice((0, 0, 0, 1, 1, 2))))
    frames = {text.split()[1]: "uses"} if random.random() < 0.15 else {}
    return Draft(
        text=text,
        role=random.choice(ROLES),
        says=says,
        certainty=random.choice(CERTAINTIES),
        frames=frames,
    )


def _relations(
    random: Random, places: list[str], related: float, far: float, depth: int
) -> tuple[Relation, ...]:
    """A tree over most of the segments with the first on top, and some relations across it."""
    found: list[Relation] = []
    parent: dict[str, str] = {}

    def line_of(name: str) -> list[str]:
        line = []
        while name in parent:
            name = parent[name]
            line.append(name)
        return line

    for number in range(1, len(places)):
        if random.random() > related:
            continue
        nearest = 0 if random.random() < far else max(number - 4, 0)
        target = places[random.randrange(nearest, number)]
        while len(line_of(target)) >= depth:
            target = parent[target]
        parent[places[number]] = target
        kinds = ("supports",) * 6 + ("attacks", "elaborates", "elaborates", "restates")
        found.append((places[number], random.choice(kinds), target))
    for _ in range(len(places) // 12):
        source, target = random.sample(places, k=2)
        found.append((source, random.choice(("supports", "attacks")), target))
    for _ in range(len(places) // 25):
        if found:
            found.append((random.choice(places), "undercuts", f"r{random.randint(1, len(found))}"))
    return tuple(found)
