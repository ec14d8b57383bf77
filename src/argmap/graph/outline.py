"""The argument as a nested list: the map's text alternative, for reading and for screen readers."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge, ArgumentGraph, ArgumentNode
from .escaping import clean
from .labels import voice_words
from .styles import CERTAINTIES, FRAME_STANCES, MAIN_CLAIM_WORD, RELATIONS, ROLES
