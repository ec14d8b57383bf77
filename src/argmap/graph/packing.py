"""Packing on a grid: trees into the block of a group, blocks into rows of a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise

LEAST_WIDTH = 2  # columns of a group that has more than a single file in it

Cell = tuple[int, int, str]
"""Row, column and name of a node, a point, a reference or a strut."""


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that are moved as one; rows and columns count from its upper left corner."""

    width: int
    height: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The part of the grid that a group has to itself; `bottom` and `right` are outside it."""

    group: int
    top: int
    bottom: int
    left: int
    right: int


def pack_trees(
    roots: Sequence[str], children: Mapping[str, list[str]], order: Mapping[str, int], columns: int
) -> list[Block]:
    """Trees and single nodes side by side: in one column, in two, and so on.

    What needs no more columns than there are is packed alike in all that are wider.
    """
    found: list[Block] = []
    trees = {root: _tree(root, children, order, columns) for root in roots}
    for wide in range(columns, 0, -1):
        if found and found[-1].width <= wide:
            found.append(found[-1])
            continue
        for root, tree in trees.items():
            if tree.width > wide:
                trees[root] = _tree(root, children, order, wide)
        found.append(_pack(trees.values(), wide))
    return found[::-1]


def under(name: str, block: Block, tied: Collection[str]) -> Block:
    """A block below a cell of its own, over that one of its first row which is nearest the middle.

    Those that are `tied` to the cell go before others.
    """
    first = [(below not in tied, column) for row, column, below in block.cells if row == 0]
    half = (block.width - 1) / 2
    _, middle = min(first, key=lambda one: (one[0], abs(one[1] - half), one[1]), default=(True, 0))
    cells = ((row + 1, column, lower) for row, column, lower in block.cells)
    return Block(max(block.width, 1), 1 + block.height, ((0, middle, name), *cells))


def shelve(
    blocks: Mapping[int, Sequence[Block]], top: int, columns: int
) -> Iterator[tuple[Block, Area]]:
    """Set groups on shelves, in their order, so that all together need the fewest rows.

    Args:
        blocks: for each group its block in one column, in two, and so on.
        top: the row of the first shelf.
        columns: how many columns a shelf has.
    """
    groups = list(blocks)
    # the fewest rows for the first so many groups, and the widths on the last of their shelves
    best: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for count in range(1, len(groups) + 1):
        options = []
        for size in range(1, min(columns, count) + 1):
            last = groups[count - size : count]
            for widths in _shares(columns, size):
                least = [min(LEAST_WIDTH, blocks[group][-1].width) for group in last]
                if any(width < low for width, low in zip(widths, least, strict=True)):
                    continue
                high = max(blocks[g][w - 1].height for g, w in zip(last, widths, strict=True))
                options.append((best[count - size][0] + high, size, widths))
        rows, _, widths = min(options)
        best.append((rows, widths))
    shelves = []
    count = len(groups)
    while count:
        widths = best[count][1]
        shelves.append((groups[count - len(widths) : count], widths))
        count -= len(widths)
    for members, widths in reversed(shelves):
        chosen = [blocks[group][width - 1] for group, width in zip(members, widths, strict=True)]
        bottom = top + max(block.height for block in chosen)
        sides = pairwise([0, *accumulate(widths)])
        for group, block, (left, right) in zip(members, chosen, sides, strict=True):
            yield block, Area(group=group, top=top, bottom=bottom, left=left, right=right)
        top = bottom


def _shares(columns: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to share columns among so many parts, at least one each."""
    for cuts in combinations(range(1, columns), parts - 1):
        ends = [0, *cuts, columns]
        yield tuple(right - left for left, right in pairwise(ends))


def _tree(
    root: str, children: Mapping[str, list[str]], order: Mapping[str, int], columns: int
) -> Block:
    """A node over the blocks of what stands below it, built from the leaves upwards.

    What nothing hangs on stands nearest, since a tall block before it would push it far away.
    """
    if root not in children:
        return Block(1, 1, ((0, 0, root),))
    waiting, topdown = [root], []
    while waiting:
        name = waiting.pop()
        topdown.append(name)
        waiting.extend(children.get(name, ()))
    blocks: dict[str, Block] = {}
    for name in reversed(topdown):
        if name not in children:
            blocks[name] = Block(1, 1, ((0, 0, name),))
            continue
        below = sorted(children[name], key=lambda n: (n in children, order[n]))
        packed = _pack([blocks.pop(child) for child in below], columns)
        cells = [(row + 1, column, lower) for row, column, lower in packed.cells]
        width = max(packed.width, 1)
        blocks[name] = Block(width, 1 + packed.height, ((0, (width - 1) // 2, name), *cells))
    return blocks[root]


def _pack(blocks: Iterable[Block], columns: int) -> Block:
    """Put each block as high as it goes, then as far left: a skyline that grows downwards."""
    heights = [0] * columns
    cells: list[Cell] = []
    for block in blocks:
        wide = block.width
        if wide == 1:
            top = min(heights)
            left = heights.index(top)
        else:
            tops = [max(heights[x : x + wide]) for x in range(columns - wide + 1)]
            top = min(tops)
            left = tops.index(top)
        cells += [(top + row, left + column, name) for row, column, name in block.cells]
        heights[left : left + wide] = [top + block.height] * wide
    width = 1 + max((column for _, column, _ in cells), default=-1)
    return Block(width, max(heights), tuple(cells))
