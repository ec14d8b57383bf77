"""The desk: an editor of annotation files in the browser, served on the loopback address alone."""

from .app import build_app
from .documents import Desk
from .server import listen, serve

__all__ = ["Desk", "build_app", "listen", "serve"]
