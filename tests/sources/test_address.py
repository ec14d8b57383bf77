"""Addresses are fetched from a server on this machine, and every failure is one sentence."""

import gzip
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from argmap.errors import InputError
from argmap.sources import read_article
from argmap.sources.address import fetch, without_credentials

ARTICLE = "".join(
    f"<p>The ferry company of {town} and the town council ended their talks without a deal.</p>"
    for town in ("Tarrel", "Vessen", "Orrin", "Port Sable", "Grayling Cove", "Brenholt")
)
PAGE = (
    "<!doctype html><html><head><title>Ferry talks end</title>"
    "<meta property='og:site_name' content='The Quay'></head>"
    f"<body><article><h1>Ferry talks end</h1>{ARTICLE}</article></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
TIMEOUT = 5.0


class Quay(BaseHTTPRequestHandler):
    """A small site with a page and every way to fail."""

    def do_GET(self):
        """Answer a request by its path."""
        answer = getattr(self, "answer_" + self.path.strip("/").partition(".")[0], None)
        if answer is None:
            self.reply(404, HTML, b"<html>No such page</html>")
        else:
            answer()

    def reply(self, status, headers, body=b""):
        """Send a whole answer."""
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(OSError):  # the reader may have had enough
            self.wfile.write(body)

    def answer_ferry(self):
        """A page."""
        self.reply(200, HTML, PAGE.encode())

    def answer_text(self):
        """A plain text in an old encoding that the server names."""
        text = "Ferry talks “end”\n\nThe boats stay.\n\nNobody waved."
        headers = {"Content-Type": "text/plain; charset=windows-1252"}
        self.reply(200, headers, text.encode("cp1252"))

    def answer_markdown(self):
        """A text in Markdown."""
        body = b"# Ferry *talks* end\n\nThe boats stay.\n\nNobody waved."
        self.reply(200, {"Content-Type": "text/markdown"}, body)

    def answer_packed(self):
        """A page that is sent compressed."""
        self.reply(200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode()))

    def answer_bomb(self):
        """A small answer that unpacks to a large one."""
        body = gzip.compress(b" " * 5_000_000)
        self.reply(200, HTML | {"Content-Encoding": "gzip"}, body)

    def answer_corrupt(self):
        """An answer that says it is compressed and is not."""
        self.reply(200, HTML | {"Content-Encoding": "gzip"}, b"not gzip at all")

    def answer_moved(self):
        """A redirect to the page."""
        self.reply(301, {"Location": "/ferry.html"})

    def answer_loop(self):
        """A redirect to itself."""
        self.reply(302, {"Location": "/loop"})

    def answer_tofile(self):
        """A redirect to a file of this machine."""
        self.reply(302, {"Location": "file:///etc/hostname"})

    def answer_image(self):
        """Something that is no page."""
        self.reply(200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n")

    def answer_disguised(self):
        """An image that says it is a page."""
        self.reply(200, HTML, b"\x89PNG\r\n\x1a\n")

    def answer_large(self):
        """A page over the tests' limit."""
        self.reply(200, HTML, b"x" * 200_000)

    def answer_empty(self):
        """A page of nothing."""
        self.reply(200, HTML)

    def answer_klingon(self):
        """A page in an encoding that there is not."""
        self.reply(200, {"Content-Type": "text/html; charset=klingon"}, b"<html>caf\xe9</html>")

    def answer_broken(self):
        """A page that stops in the middle."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<html>")

    def answer_silent(self):
        """No answer for a while."""
        time.sleep(1.5)
        with suppress(OSError):
            self.reply(200, HTML, PAGE.encode())

    def answer_dripping(self):
        """A body that comes a byte at a time, each within the time limit of one read."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        with suppress(OSError):
            for _ in range(30):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)

    def log_message(self, *args):
        """Say nothing on stderr."""


@pytest.fixture(scope="module")
def site():
    """The address of a running site on the loopback interface."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Quay)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """Requests go straight to the site, whatever proxy the machine uses."""
    monkeypatch.setenv("NO_PROXY", "*")


def read(address, **options):
    """Read an article at an address, patient by default."""
    return read_article(address, timeout=options.pop("timeout", TIMEOUT), **options)


def test_a_page_at_an_address_is_an_article(site):
    """Text, title and outlet come from the page, the id from the address."""
    article, warnings = read(f"{site}/ferry.html")
    assert article.title == "Ferry talks end"
    assert article.outlet == "The Quay"
    assert article.url == f"{site}/ferry.html"
    assert article.id == "127-0-0-1-ferry"
    assert article.text.count("The ferry company") == 6
    assert warnings == []


def test_a_label_names_the_outlet_of_an_address(site):
    """`LABEL=ADDRESS` wins over what the page says."""
    article, _ = read(f"Harbor Voice={site}/ferry.html")
    assert article.outlet == "Harbor Voice"


def test_plain_text_is_read_in_the_encoding_that_the_server_names(site):
    """A text file on a server is an article too; its first line is its title."""
    article, warnings = read(f"{site}/text")
    assert article.title == "Ferry talks “end”"
    assert article.text == "Ferry talks “end”\n\nThe boats stay.\n\nNobody waved."
    assert warnings == []


def test_markdown_is_read_as_markdown(site):
    """The media type decides, not the address's ending."""
    article, _ = read(f"{site}/markdown.txt")
    assert article.text.startswith("Ferry talks end\n\n")


def test_a_redirect_is_followed(site):
    """The article's address is where it was found in the end."""
    article, _ = read(f"{site}/moved")
    assert article.url == f"{site}/ferry.html"


def test_a_compressed_page_is_unpacked(site):
    """Servers that compress are understood."""
    assert read(f"{site}/packed")[0].title == "Ferry talks end"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("absent", r"/absent answered 404 \(Not Found\); save the page in your browser"),
        ("image", r"/image is not a page or a text but image/png; save the page"),
        ("disguised", r"/disguised is not a text: it looks like a PNG image"),
        ("tofile", r"/tofile redirects to something that is no web page; save"),
        ("loop", r"/loop redirects more than 5 times"),
        ("large", r"/large is larger than 0\.1 MB"),
        ("bomb", r"/bomb is larger than 0\.1 MB"),
        ("corrupt", r"/corrupt broke off its answer; try again"),
        ("empty", r"/empty is empty; give an article"),
        ("klingon", r'/klingon names an unknown encoding, "klingon"; save it as UTF-8'),
        ("broken", r"/broken broke off its answer; try again"),
    ],
)
def test_every_failure_of_a_server_is_one_sentence(site, path, message):
    """The message names the address, what is wrong and what to do; no traceback, no long wait."""
    with pytest.raises(InputError, match=message) as error:
        read(f"{site}/{path}", max_bytes=100_000)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("path", ["silent", "dripping"])
def test_a_slow_server_is_given_up(site, path):
    """Neither a server that says nothing nor one that drips bytes holds the user up."""
    start = time.monotonic()
    with pytest.raises(InputError, match=r"did not answer within 0\.3 seconds; try again"):
        read(f"{site}/{path}", timeout=0.3)
    assert time.monotonic() - start < 2


def test_a_server_that_is_not_there_is_an_error():
    """A refused connection is one sentence."""
    with pytest.raises(InputError, match="could not be reached; check the address and the network"):
        read("http://127.0.0.1:1/ferry", timeout=2)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("ftp://quay.example/ferry.txt", "is not an http or https address"),
        ("file:///etc/hostname", "is not an http or https address"),
        ("http://", "is not a valid address; check its spelling"),
        ("http://[::1", "is not a valid address; check its spelling"),
        ("http://quay.example:port/", "is not a valid address; check its spelling"),
        ("http://.quay.example/", "is not a valid address; check its spelling"),
    ],
)
def test_what_is_no_web_address_is_an_error(address, message):
    """Other schemes and malformed addresses are refused before anything is sent."""
    with pytest.raises(InputError, match=message):
        read(address)


def test_a_password_in_an_address_is_not_kept(site):
    """Neither the article nor a message shows the user's name and password."""
    address = f"{site}/ferry.html".replace("//", "//ana:secret@")
    assert fetch(address, timeout=TIMEOUT, max_bytes=100_000).url == f"{site}/ferry.html"
    with pytest.raises(InputError) as error:
        read(address.replace("ferry", "absent"))
    assert "secret" not in str(error.value)
    assert without_credentials("https://a:b@quay.example/x?y=1#z") == "https://quay.example/x?y=1"
