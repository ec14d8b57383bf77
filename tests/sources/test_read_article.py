"""From what a user names to an article: the whole way through the room."""

import io

import pytest

from argmap.errors import InputError
from argmap.model.article import Article
from argmap.model.labels import Genre
from argmap.sources import read_article
from argmap.story import story_files


def test_a_text_file_is_an_article(written, notice):
    """The text comes back as written, its first line is the title, its name is the id."""
    article, warnings = read_article(written("ferry talks.txt", notice))
    assert article == Article(
        id="ferry-talks", text=notice.rstrip(), title="Ferry talks end without a deal"
    )
    assert warnings == []


@pytest.mark.parametrize("path", story_files(), ids=lambda path: path.stem)
def test_the_bundled_story_is_read_without_a_warning(path):
    """Front matter gives outlet, date, address and genre; the headline is the first line."""
    article, warnings = read_article(str(path))
    assert warnings == []
    assert article.id == path.stem
    assert article.outlet
    assert article.published
    assert article.url
    assert article.genre in {Genre.OPINION, Genre.REPORT, Genre.SUMMARY}
    assert article.text.split("\n")[0] == article.title
    assert article.language == "en"


def test_a_label_wins_over_the_front_matters_outlet(written):
    """`LABEL=PATH` names the outlet."""
    path = written("a.txt", "---\noutlet: The Quay\n---\nThe boats stay in port.")
    assert read_article(path)[0].outlet == "The Quay"
    assert read_article(f"Harbor Voice={path}")[0].outlet == "Harbor Voice"


def test_a_title_in_the_front_matter_wins_over_the_first_line(written, notice):
    """The first line stays in the text all the same."""
    article, _ = read_article(written("a.txt", f"---\ntitle: Boats\n---\n{notice}"))
    assert article.title == "Boats"
    assert article.text == notice.rstrip()


def test_standard_input_is_read(notice):
    """A hyphen reads a text, with front matter or without, and even a page."""
    article, _ = read_article("-", stdin=io.BytesIO(notice.encode()))
    assert (article.id, article.text) == ("stdin", notice.rstrip())
    article, _ = read_article("Quay=-", stdin=io.BytesIO(b"---\nauthor: Ann\n---\nBoats stay."))
    assert (article.outlet, article.author) == ("Quay", "Ann")
    page = "<html><body><article>" + "<p>The boats stay in port, she said.</p>" * 20
    article, _ = read_article("-", stdin=io.BytesIO(page.encode()))
    assert "<p>" not in article.text


def test_markdown_is_read_as_its_words(written):
    """Front matter, title and paragraphs of a Markdown file."""
    source = "---\noutlet: The Quay\n---\n\n# Ferry *talks*\n\nThe boats&nbsp;stay&shy;ed.\n"
    article, _ = read_article(written("a.md", source))
    assert article.title == "Ferry talks"
    assert article.outlet == "The Quay"
    assert article.text == "Ferry talks\n\nThe boats stayed."


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.txt", "a"])
def test_a_page_is_read_whatever_its_files_name(written, name):
    """HTML is known by the file's ending or by its first characters; its encoding is obeyed."""
    source = (
        "<html><head><meta charset='windows-1250'><title>Łódź ferry</title></head><body><article>"
        "<h1>Łódź ferry</h1>" + "<p>The boats of Łódź stay in port, she said.</p>" * 20
    )
    article, _ = read_article(written(name, source.encode("cp1250")))
    if name in {"a.html", "a.HTM", "a.xhtml"}:
        assert article.title == "Łódź ferry"
    assert article.text.count("stay in port") == 20
    assert "<p>" not in article.text


def test_a_page_with_hardly_a_word_gives_a_warning(written):
    """A notice in the place of an article is read, and the user is told."""
    source = "<html><body><article><p>Please log in to read this article now.</p></article></body>"
    _, warnings = read_article(written("a.html", source))
    assert len(warnings) == 1
    assert "shows fewer than 50 words; the article may need a log-in." in warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_text_does_not_depend_on_encoding_and_line_ends(written, notice, encoding, line_end):
    """However a file was saved, the same article comes out of it."""
    text = notice.replace('"We waited', "“We waited").replace("dark,", "dark – café,")
    data = text.replace("\n", line_end).encode(encoding)
    assert read_article(written("a.txt", data))[0].text == text.rstrip()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"a\.txt is empty; give an article\.$"),
        (b" \n\t\r\n ", r"a\.txt holds only blank space; give an article\.$"),
        (b"\xef\xbb\xbf", r"a\.txt holds no article text"),
        ("\u200b\u00a0\n".encode(), r"a\.txt holds no article text"),
        (b"---\ntitle: A\n---\n", r"a\.txt holds no article text"),
        (b"\x89PNG\r\n\x1a\n\0\0", r"a\.txt is not a text: it looks like a PNG image"),
        (b"---\ntitel: A\n---\nText", r'a\.txt, line 2: unknown key "titel"'),
    ],
)
def test_what_is_no_article_is_one_error(written, content, message):
    """Every bad file is refused in one sentence that names it."""
    with pytest.raises(InputError, match=message) as error:
        read_article(written("a.txt", content))
    assert "\n" not in str(error.value)
    assert error.value.exit_status == 3


def test_an_annotation_file_is_no_article(written):
    """JSON is refused by its name, before anything looks inside."""
    with pytest.raises(InputError, match="is a JSON file, not an article"):
        read_article(written("a.json", '{"format": "argmap"}'))


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_of_five_megabytes_is_refused(written, name):
    """A text as long as a shelf of books is no article; the answer comes at once."""
    with pytest.raises(InputError, match="has 5,000,001 characters, more than"):
        read_article(written(name, "word " * 1_000_000 + "."))


def test_a_hundred_thousand_words_are_read(written):
    """A very long article is read whole, with a warning."""
    text = "\n".join(["The boats of the town stay in the port until spring, she said."] * 8000)
    article, warnings = read_article(written("a.txt", text))
    assert article.text == text
    assert warnings == [
        f"{written('a.txt', text)} has 104,000 words, so reading it takes long and its map is "
        "crowded."
    ]


def test_only_headings_give_a_warning_and_a_result(written):
    """A text without a sentence is read, and the user is told."""
    article, warnings = read_article(written("a.txt", "Ferry talks\n\nA long night\n\nBoats"))
    assert article.title == "Ferry talks"
    assert len(warnings) == 1
    assert warnings[0].endswith("holds only headings, no full sentence.")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قال الوزير إن المحادثات ستبدأ في الربيع.\nولا أحد يعرف ماذا سيحدث.", "Arabic letters"),
        ("部长说谈判将于春天开始。\n没有人知道会发生什么。", "Chinese or Japanese letters"),
    ],
)
def test_other_scripts_give_a_warning_and_a_result(written, text, what):
    """Right-to-left and CJK text is read unchanged, and the user is told that it is not English."""
    article, warnings = read_article(written("a.txt", text))
    assert article.text == text
    assert article.language == "und"
    assert len(warnings) == 1
    assert f"seems to be in {what}; argmap reads English only" in warnings[0]


def test_emoji_and_combining_marks_keep_their_code_points(written):
    """Offsets count the code points that stand in the file."""
    text = "A family \U0001f469\u200d\U0001f467 sailed to Cafe\u0301 Orrin, she said \U0001f600."
    article, _ = read_article(written("a.txt", text))
    assert article.text == text
    assert article.text.index("\U0001f600") == text.index("\U0001f600")


def test_wrapped_lines_are_joined_with_a_warning(written):
    """Mail-like text becomes paragraphs, and the user is told."""
    lines = ["The boats of the town will stay in port,", "and nobody knows who is going to pay for"]
    text = "\n".join(lines * 5) + "\nit."
    article, warnings = read_article(written("a.txt", text))
    assert article.text == text.replace("\n", " ")
    assert "lines of fixed width" in warnings[0]


def test_a_hostile_file_name_cannot_write_to_the_terminal(tmp_path):
    """Control characters of a name do not reach a message."""
    with pytest.raises(InputError) as error:
        read_article(str(tmp_path / "a\x1b[2Jb.txt"))
    assert "\x1b" not in str(error.value)
