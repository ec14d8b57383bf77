"""The rules for attributions, sources, spans, relations and the article's genre."""

from __future__ import annotations

from .rule import Rule, rules

ATTRIBUTION = (
    *rules(
        "attribution",
        (
            "attribution-what",
            "",
            "Mark an attribution where the text gives somebody’s words, belief, estimate, fear or"
            " denial; not where it only tells what somebody did (asked a court, signed, promised a"
            " thing).",
        ),
    ),
    *rules(
        "source",
        (
            "source-extent",
            "",
            "The source is the name with what says who it is (title, relative clause), once, as it"
            " stands at this place.",
        ),
    ),
    *rules(
        "cue",
        (
            "cue-extent",
            "",
            "The cue is the shortest expression that hands the words over: the verb without its"
            " helpers, “according to”, “reportedly”.",
        ),
    ),
    *rules(
        "content",
        (
            "content-extent",
            "",
            "The content is all that the source is made to say, with its “that” and its quotation"
            " marks, in pieces where the cue interrupts it, and on over the sentences that the same"
            " quotation fills.",
        ),
    ),
    *rules(
        "speaker",
        (
            "speaker-one",
            "",
            "All mentions of one speaker are one source, whatever they are called.",
        ),
    ),
    *rules(
        "parent",
        (
            "parent-outer",
            "",
            "Where one voice reports another, the segment names the outermost one that the author"
            " quotes; the inner one hangs on it as its parent.",
        ),
    ),
    *rules(
        "quote",
        ("quote-direct", "direct", "All of the content stands in quotation marks: direct."),
        ("quote-indirect", "indirect", "None of it does: indirect."),
        ("quote-mixed", "mixed", "A part of it does: mixed."),
    ),
    *rules(
        "stance",
        (
            "stance-neutral",
            "neutral",
            "The cue only says that it was said, meant or asked: neutral.",
        ),
        ("stance-distancing", "distancing", "The cue lets it look doubtful: distancing."),
        ("stance-endorsing", "endorsing", "The cue lets it look true: endorsing."),
        (
            "stance-evaluative",
            "evaluative",
            "The cue says what to think of the speaker: evaluative.",
        ),
        (
            "stance-plain-verbs",
            "neutral evaluative",
            "Verbs that name the act (deny, dispute, estimate, expect, call) are neutral; verbs"
            " that paint it (admit, blast, boast, cry, blame) are evaluative.",
        ),
    ),
    *rules(
        "kind",
        ("kind-person", "named_person", "A proper name of a person: named_person."),
        ("kind-org", "named_org", "A name or clear description of one body: named_org."),
        ("kind-document", "document_or_data", "A paper, record or count: document_or_data."),
        (
            "kind-anonymous",
            "anonymous",
            "Certain people whom the outlet knows and does not name: anonymous.",
        ),
        (
            "kind-collective",
            "collective",
            "A crowd without a count (“analysts”, “some”, “residents”): collective.",
        ),
        (
            "kind-anonymous-or-collective",
            "anonymous collective",
            "Could the outlet write the names down? “Two lawmakers”, “a senior official” and “some"
            " officials” are anonymous; “analysts” are collective.",
        ),
    ),
)

SPAN = (
    *rules(
        "framing",
        (
            "span-shortest",
            "",
            "Mark the shortest stretch that still has the effect when it is read alone, without its"
            " article and end mark; mark it only if another writer could have said the same without"
            " it.",
        ),
        ("span-label", "label", "A name for the situation that could be a headline: label."),
        ("span-metaphor", "metaphor", "One thing is spoken of as another: metaphor."),
        (
            "span-analogy",
            "historical_analogy",
            "A past event is called up to say what the present one is: historical_analogy.",
        ),
        ("span-antithesis", "antithesis", "Two halves set against each other: antithesis, both."),
        (
            "span-question",
            "rhetorical_question",
            "A question that wants no answer: rhetorical_question, the whole of it.",
        ),
        (
            "span-absolute",
            "absolute",
            "A word that lets no exception through where one is thinkable: absolute.",
        ),
        (
            "span-scare-quotes",
            "scare_quotes",
            "Quotation marks without a speaker, at arm’s length: scare_quotes.",
        ),
        (
            "span-label-or-analogy",
            "label historical_analogy",
            "A name is a label even where it quotes history; the sentence that says what it was"
            " like then is the analogy.",
        ),
        (
            "span-metaphor-or-analogy",
            "metaphor historical_analogy",
            "A figure that names no past event (an echo, a shadow) is a metaphor; the event itself"
            " is the analogy.",
        ),
    ),
    *rules(
        "loaded",
        (
            "span-loaded",
            "",
            "Mark a word only if a plainer one for the same fact exists and the choice tells what"
            " to feel; a hard fact is not a loaded word.",
        ),
        ("span-loaded-word", "loaded_word", "The word itself judges: loaded_word."),
        ("span-labeling", "labeling", "A person or body gets a judging name: labeling."),
        (
            "span-exaggeration",
            "exaggeration_minimising",
            "A word makes an amount bigger or smaller than its number: exaggeration_minimising.",
        ),
        (
            "span-presupposition",
            "presupposition",
            "A word takes for granted what is in dispute (realise, admit): presupposition.",
        ),
        (
            "span-doubt",
            "doubt_casting",
            "A word makes a statement look false without saying so: doubt_casting.",
        ),
    ),
    *rules(
        "hedge",
        (
            "span-hedge",
            "",
            "Mark the words that weaken the voice’s own statement (may, could, about, as many as,"
            " reportedly); a cue of attribution is no hedge, whatever it does to certainty.",
        ),
    ),
    *rules(
        "booster",
        (
            "span-booster",
            "",
            "Mark the words that only strengthen (it is true that, clearly, of course); a quantity"
            " such as “not a single” is an absolute.",
        ),
    ),
    *rules(
        "stance_to_frame",
        ("frame-uses", "uses", "The outlet says it as its own: uses."),
        ("frame-reports", "reports", "The outlet gives it as somebody’s words: reports."),
        ("frame-rejects", "rejects", "The voice turns it down: rejects."),
    ),
)

RELATION = rules(
    "relation",
    (
        "relation-draw",
        "",
        "Draw a relation only if you can put because, but, that is, or more exactly between the two"
        " segments and the text stays true to itself; to the nearest segment that it fits.",
    ),
    ("relation-supports", "supports", "It makes the other more believable: supports."),
    ("relation-attacks", "attacks", "It makes the other less believable: attacks."),
    (
        "relation-undercuts",
        "undercuts",
        "It grants both segments and denies that one bears on the other: undercuts, at the"
        " relation.",
    ),
    ("relation-restates", "restates", "It says the same once more: restates."),
    ("relation-elaborates", "elaborates", "It adds detail and no reason: elaborates."),
    (
        "relation-supports-or-elaborates",
        "supports elaborates",
        "Put because between them: if it holds, supports; if only “more exactly” does, elaborates.",
    ),
    (
        "relation-attacks-or-undercuts",
        "attacks undercuts",
        "“That is not so” attacks; “so what?” undercuts.",
    ),
)

GENRE = rules(
    "genre",
    (
        "genre-whole",
        "",
        "What the outlet calls the piece decides; else who speaks in it: sources a report, the"
        " author an opinion, both by turns an analysis, another outlet’s article a summary.",
    ),
)

LAYER_RULES: tuple[Rule, ...] = (*ATTRIBUTION, *SPAN, *RELATION, *GENRE)
