"""Inputs that several tests of reading share; every sentence was written for these tests."""

import pytest

NOTICE = (
    "Ferry talks end without a deal\n"
    "\n"
    "The ferry company and the town council ended their talks on Monday without a deal, officials "
    "said. The boats will be in port until the spring, and nobody knows who will pay for them.\n"
    "\n"
    '"We waited until it was dark," said Orla Finch, the harbor master. "They did not come back."\n'
)


@pytest.fixture
def notice():
    """A short article: a headline and two paragraphs."""
    return NOTICE


@pytest.fixture
def written(tmp_path):
    """A function that writes a file and returns its path as a string."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    return write
