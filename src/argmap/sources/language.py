"""Is an article in English? By the share of scripts, then by everyday function words.

argmap reads English only. A text in another language still gets a result, with a warning.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

ENGLISH = "en"
UNDETERMINED = "und"  # BCP 47

MIN_LATIN_SHARE = 0.5  # of the letters
MIN_WORDS = 25  # fewer say too little about the language
MIN_ENGLISH_SHARE = 0.12  # of the words; news articles have 0.2 to 0.45, lists of names under 0.1
MIN_OTHER_SHARE = 0.15

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = {
    "English": "the of and to in a that is it for on was with as at by from be are this have not "
    "but has had were which or an its his her they he she we who will said would there "
    "i you my do if so about",
    "French": "le la les de des du et un une en dans que qui est pour sur pas au aux avec ce cette "
    "il elle ils nous par plus sont ont été mais se sa son ses leur",
    "German": "der die das und ist nicht ein eine einen dem den des zu mit von auf für im sich es "
    "sie er wir auch als aus bei nach wird werden war haben hat dass",
    "Spanish": "el la los las de del y en un una que es por con para no se su sus al lo como más "
    "pero fue son han ha este esta entre también sobre",
    "Portuguese": "o a os as de do da dos das e em um uma que é por com para não se no na nos nas "
    "ao mais mas foi são seu sua também pelo pela",
    "Italian": "il la lo i gli le di del della dei e in un una che è per con non si da al alla nel "
    "nella più ma sono ha hanno anche come questo questa",
    "Dutch": "de het een en van is niet dat die in op te voor met zijn er aan ook als maar om bij "
    "door naar uit wordt werd hebben heeft dit deze",
}
_LANGUAGES = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}
# The first word of a letter's Unicode name, where it is not what people call the script.
_SCRIPT_NAMES = {"Cjk": "Chinese or Japanese", "Hiragana": "Japanese", "Katakana": "Japanese"}


def foreign_language(text: str) -> str | None:
    """Say what a text is written in, where it does not seem to be English.

    Returns:
        A phrase such as "in Arabic letters" or "in German", None for English and for a text that
        is too short to tell.
    """
    scripts = _scripts(text)
    letters = scripts.total()
    if letters and scripts["Latin"] < MIN_LATIN_SHARE * letters:
        del scripts["Latin"]
        script = min(scripts, key=lambda name: (-scripts[name], name))
        return f"in {_SCRIPT_NAMES.get(script, script)} letters"
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < MIN_WORDS:
        return None
    counts = Counter(words)
    shares = {
        name: sum(counts[word] for word in known) / len(words) for name, known in _LANGUAGES.items()
    }
    best = max(shares, key=lambda name: shares[name])
    if best != "English" and shares[best] >= MIN_OTHER_SHARE:
        return f"in {best}"
    return "in a language other than English" if shares["English"] < MIN_ENGLISH_SHARE else None


def _scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    scripts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if char.isalpha():
            name = unicodedata.name(char, "unknown").split()[0].split("-")[0].capitalize()
            scripts[name] += count
    return scripts
