"""Texts that are not in English are recognised, English ones are left in peace."""

import pytest

from argmap.sources.language import foreign_language
from argmap.story import story_files


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير إن المحادثات ستبدأ في الربيع", "in Arabic letters"),
        ("השר אמר שהשיחות יתחילו באביב", "in Hebrew letters"),
        ("部长说谈判将于春天开始", "in Chinese or Japanese letters"),
        ("장관은 회담이 봄에 시작될 것이라고 말했다", "in Hangul letters"),
        ("Министр сказал, что переговоры начнутся весной", "in Cyrillic letters"),
        ("Ο υπουργός δήλωσε ότι οι συνομιλίες θα αρχίσουν", "in Greek letters"),
    ],
)
def test_other_scripts_are_named(text, expected):
    """The script that most letters belong to is named."""
    assert foreign_language(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Minister sagte am Montag, dass die Gespräche im Frühling nicht mit der Stadt "
            "beginnen, und die Boote bleiben bis auf weiteres in dem Hafen, ohne Geld.",
            "in German",
        ),
        (
            "Le ministre a dit lundi que les négociations avec la ville ne vont pas commencer au "
            "printemps et que les bateaux restent dans le port, car il n'y a plus d'argent.",
            "in French",
        ),
        (
            "El ministro dijo el lunes que las negociaciones con la ciudad no van a empezar en la "
            "primavera y que los barcos se quedan en el puerto, porque no hay dinero para ellos.",
            "in Spanish",
        ),
        (
            "O ministro disse na segunda que as conversas com a cidade não vão começar na hora "
            "e que os barcos ficam no porto, mas não há dinheiro para eles, nem para o cais.",
            "in Portuguese",
        ),
        (
            "Il ministro ha detto lunedì che i colloqui con la città non sono in programma per la "
            "primavera e che le barche restano nel porto, ma non ci sono soldi per la gente.",
            "in Italian",
        ),
        (
            "De minister zei maandag dat de gesprekken met de stad niet in het jaar beginnen en "
            "dat de boten in de haven blijven, want er is geen geld voor het werk van een jaar.",
            "in Dutch",
        ),
        (
            "Ministeri sanoi maanantaina, että neuvottelut kaupungin kanssa eivät ala keväällä ja "
            "veneet jäävät satamaan, koska rahaa ei ole eikä kukaan tiedä, mitä sitten tapahtuu "
            "kalastajille, jotka odottavat rannalla jo kolmatta talvea.",
            "in a language other than English",
        ),
    ],
)
def test_other_languages_in_latin_letters_are_recognised(text, expected):
    """Function words tell common languages apart; any other is just not English."""
    assert foreign_language(text) == expected


@pytest.mark.parametrize("path", story_files(), ids=lambda path: path.stem)
def test_english_articles_pass(path):
    """The bundled story is English, as a whole and paragraph by paragraph."""
    text = path.read_text(encoding="utf-8").split("\n---\n")[1]
    assert foreign_language(text) is None
    assert {foreign_language(paragraph) for paragraph in text.split("\n\n")} == {None}


@pytest.mark.parametrize(
    "text",
    ["", "12 345 \U0001f600", "Ferry: fini", "The minister (министр) spoke of 春 and of spring."],
)
def test_too_little_text_is_not_judged(text):
    """Short texts, numbers and single foreign words give no warning."""
    assert foreign_language(text) is None
