"""The page of one story: view classes first, then the HTML of them."""

from .html import render_page
from .view import StoryView, build_view
from .view_maps import ArticleMap
from .view_method import PublicFigure
from .view_story_map import StoryMap

__all__ = ["ArticleMap", "PublicFigure", "StoryMap", "StoryView", "build_view", "render_page"]
