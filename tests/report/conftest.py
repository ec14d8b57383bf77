"""The invented story as a view and as a page."""

from __future__ import annotations

import pytest

from argmap.report import StoryView, build_view, render_page

import invented
