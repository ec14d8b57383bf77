"""The server: the loopback address only, one process, ended by Ctrl-C."""

from __future__ import annotations

import socket

import uvicorn
from starlette.types import ASGIApp

from argmap.errors import InputError

HOST = "127.0.0.1"
_LAST_REQUESTS = 10  # seconds for a saving that has begun when the server is told to end


def listen(port: int) -> socket.socket:
    """A socket at the loopback address; port 0 takes any that is free.

    Raises InputError where the port is taken or may not be used.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen()  # who comes before the server is up waits, and is not refused
    except OSError as error:
        found.close()
        reason = error.strerror or str(error)
        raise InputError(
            f"Port {port} of {HOST} cannot be used ({reason}); name another with --port."
        ) from None
    return found


def serve(app: ASGIApp, listener: socket.socket) -> None:
    """Answer until the process is told to end; raises KeyboardInterrupt after Ctrl-C."""
    server_of(app).run(sockets=[listener])


def server_of(app: ASGIApp) -> uvicorn.Server:
    """The server of an application: no log of requests, no name, no protocol but plain HTTP."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http="h11",
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_LAST_REQUESTS,
        )
    )
