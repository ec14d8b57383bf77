"""Pictures of the invented story as Graphviz makes them, drawn by hand."""

from __future__ import annotations

from argmap.model.document import AnnotatedDocument


def story_svg() -> str:
    """A picture of all outlets as Graphviz makes it: a shared claim with a cell for each outlet."""
    places = (("ledger-s2", 30), ("lantern-s4", 50), ("digest-s1", 70))
    cells = "".join(
        f'<g id="a_{n}"><a xlink:href="compare.html#{anchor}" xlink:title="{anchor}">'
        f'<polygon points="10,{top} 190,{top} 190,{top + 15} 10,{top + 15}"/>'
        f'<text x="12" y="{top + 11}" font-size="10">{anchor}</text></a></g>'
        for n, (anchor, top) in enumerate(places)
    )
    claim = (
        '<g id="map-story:claim:g3" class="node shared claim"><title>all tellings</title>'
        '<g id="a_claim"><a xlink:title="all tellings"><polygon points="8,8 200,8 200,95 8,95"/>'
        f'<text x="12" y="22" font-size="10">g3 · C claim</text>{cells}</a></g></g>'
    )
    alone = (
        '<g id="map-story:alone:lantern-s5" class="node argument claim"><title>It'
        " must stop.</title>"
        '<g id="a_alone"><a xlink:href="compare.html#lantern-s5"><polygon'
        ' points="8,110 200,110 200,140 8,140"/><text x="12" y="128" font-size="10">s5</text>'
        "</a></g></g>"
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 240 150"><g id="map-story" class="graph">{claim}{alone}</g></svg>'
    )


def overview_svg() -> str:
    """The overview of a large article: one segment, and a closed box for the page of the rest."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' viewBox="0 0 240 90"><g id="map-lantern" class="graph">'
        '<g id="map-lantern-s2" class="node argument claim main"><g><a'
        ' xlink:href="compare.html#lantern-s2"><polygon points="8,0 200,0 200,30 8,30"/>'
        '<text x="12" y="18" font-size="10">s2</text></a></g></g>'
        '<g id="map-lantern:closed-1" class="node closed"><g><a'
        ' xlink:href="lantern.pages/1.svg"><polygon points="8,40 200,40 200,70 8,70"/>'
        '<text x="12" y="58" font-size="10">page 1</text></a></g></g></g></svg>'
    )


def map_svg(document: AnnotatedDocument) -> str:
    """A picture with a node for each segment outside boilerplate, as the maps have them."""
    name = document.article.id
    nodes = []
    shown = [segment for segment in document.segments if segment.role != "boilerplate"]
    for number, segment in enumerate(shown):
        text = segment.text.replace("&", "&amp;").replace("<", "&lt;")
        top, bottom = number * 40, number * 40 + 30
        nodes.append(
            f'<g id="map-{name}-{segment.id}" class="node argument {segment.role}">'
            f'<title>{text}</title><g><a href="#{name}-{segment.id}">'
            f'<polygon fill="#dbe9f8" points="8,{top} 200,{top} 200,{bottom} 8,{bottom}"/>'
            f'<text x="12" y="{top + 18}" font-size="10">{segment.id}</text></a></g></g>'
        )
    height = 40 * len(shown)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 {height}">'
        f'<g id="map-{name}" class="graph">{"".join(nodes)}</g></svg>'
    )
