"""The rules for segments: cut, role, types, voice, certainty, polarity, tone and frames."""

from __future__ import annotations

from .rule import Rule, rules

CUT = rules(
    "cut",
    (
        "cut-here",
        "",
        "Each sentence and each heading is a segment. Cut inside a sentence only between clauses,"
        " and only where the voice or the role changes from one clause to the next; a change of"
        " certainty alone is no cut, and “she said” stays with what she said.",
    ),
    (
        "cut-because",
        "because",
        "Cut before a reason clause (because, since, as, for) only where it is offered to make the"
        " rest believable; where it names the cause of what happened it stays.",
    ),
)

ROLE = rules(
    "role",
    (
        "role-boilerplate",
        "boilerplate",
        "Take it out: if the article has lost nothing of its matter, it is boilerplate (credits,"
        " disclaimers, calls to comment, headings that only name a topic).",
    ),
    (
        "role-report",
        "report",
        "Report says what happened or was announced this time, the news, and nobody in the text"
        " disputes that it happened.",
    ),
    (
        "role-background",
        "background",
        "Background was so before this news and would stand in an article on another day.",
    ),
    (
        "role-evidence",
        "evidence",
        "It is evidence if you can point at the segment that it makes more believable; draw that"
        " relation.",
    ),
    (
        "role-claim",
        "claim",
        "It is a claim if a reader of good will could ask “why?” or “who says so?” and would not be"
        " answered by looking at a record.",
    ),
    (
        "role-framing",
        "framing",
        "Take away the figure: if nothing is left that could be true or false, it is framing.",
    ),
    (
        "role-heading",
        "boilerplate framing",
        "A heading that names a topic plainly is boilerplate; one that names it by a figure of"
        " speech is framing; one that states something has the role of what it states.",
    ),
    (
        "role-report-or-background",
        "report background",
        "Would the sentence have been true a week before the news? Then background, otherwise"
        " report.",
    ),
    (
        "role-claim-or-evidence",
        "claim evidence",
        "If it is there for another segment and you can name which, it is evidence, however"
        " disputable it is; if others are there for it, it is a claim.",
    ),
    (
        "role-claim-or-report",
        "claim report",
        "What a record or a camera could settle and nobody disputes is report; a judgement, a"
        " cause, a forecast or a disputed fact is a claim, whoever says it.",
    ),
    (
        "role-claim-or-background",
        "claim background",
        "What both sides of the story would let stand is background; what one of them would argue"
        " with is a claim.",
    ),
    (
        "role-claim-or-framing",
        "claim framing",
        "Say it again without the figure: if somebody could deny what is left, it is a claim with a"
        " framing span, otherwise framing.",
    ),
    (
        "role-evidence-or-report",
        "evidence report",
        "A piece of news is evidence only where the text uses it for a point that stands in another"
        " segment; told for its own sake it is report.",
    ),
    (
        "role-evidence-or-background",
        "evidence background",
        "Earlier events are evidence where the article argues from them (“just as then”), and"
        " background where it only tells them.",
    ),
)

CLAIM_TYPE = rules(
    "claim_type",
    ("claim-policy", "policy", "Somebody is to do or not to do something: policy."),
    ("claim-prediction", "prediction", "It has still to come true: prediction, hedged or not."),
    ("claim-value", "value", "Agreeing needs a standard of good and bad, not only facts: value."),
    ("claim-fact", "fact", "More facts alone could settle it: fact, also where it gives a cause."),
    (
        "claim-policy-or-value",
        "policy value",
        "If it says what to do (must, should, need, let us) it is policy, even where it gives a"
        " judgement as the reason.",
    ),
    (
        "claim-fact-or-value",
        "fact value",
        "Strike the judging word: if a checkable statement of the same point is left, fact; if the"
        " judgement was the point, value.",
    ),
    (
        "claim-fact-or-prediction",
        "fact prediction",
        "Ask when it could be checked: now or in the past, fact; only later, prediction. What"
        " somebody could do one day is a prediction.",
    ),
    (
        "claim-value-or-prediction",
        "value prediction",
        "A judgement of what will happen is a prediction if events could prove it wrong, otherwise"
        " value.",
    ),
    (
        "claim-policy-or-prediction",
        "policy prediction",
        "“Will” that promises or forecasts is prediction; “will” that orders or demands is policy.",
    ),
    ("claim-policy-or-fact", "policy fact", "A demand is policy; that there is a demand is fact."),
)

EVIDENCE_TYPE = rules(
    "evidence_type",
    ("evidence-statistic", "statistic", "The number does the work: statistic, whoever gives it."),
    (
        "evidence-document",
        "study_or_document",
        "A paper, law, letter, record or speech that one could fetch and read: study_or_document.",
    ),
    (
        "evidence-testimony",
        "testimony",
        "Somebody who saw it, does it or knows it says so: testimony.",
    ),
    (
        "evidence-example",
        "anecdote_or_example",
        "One case stands for many: anecdote_or_example.",
    ),
    ("evidence-event", "event", "A happening told as fact, for itself: event."),
    (
        "evidence-statistic-first",
        "statistic testimony",
        "A count or share goes before the person or paper that gives it: statistic.",
    ),
    (
        "evidence-example-or-testimony",
        "anecdote_or_example testimony",
        "Would another case do as well? Then example. Does it count because this person knows? Then"
        " testimony.",
    ),
    (
        "evidence-example-or-event",
        "anecdote_or_example event",
        "If the text says or means “for example”, it is an example; if the happening itself makes"
        " the point, an event.",
    ),
)

VOICE = rules(
    "voice",
    (
        "voice-author",
        "author",
        "Nobody but the outlet answers for it: author, even where the outlet says that it may be.",
    ),
    (
        "voice-attributed",
        "attributed",
        "The sentence hands the assertion to somebody: attributed, also where the somebody is not"
        " named (“reportedly”, “is expected”, “some will argue”).",
    ),
    (
        "voice-mixed",
        "mixed",
        "The outlet asserts it but borrows words in quotation marks: mixed.",
    ),
    (
        "voice-attributed-or-mixed",
        "attributed mixed",
        "Take the quotation marks away: if the source still answers for the whole sentence, it is"
        " attributed; if the outlet does, mixed.",
    ),
    (
        "voice-author-or-mixed",
        "author mixed",
        "Marks that keep a word at arm’s length, or that coin one, make it mixed; a title or a name"
        " in marks does not.",
    ),
)

CERTAINTY = rules(
    "certainty",
    (
        "certainty-voice",
        "",
        "Judge how sure the voice in `voice` is of what it says, not how sure you are: a flat"
        " statement by a source is certain.",
    ),
    (
        "certainty-probable",
        "certain probable",
        "A word that leaves a small door open (likely, expects, estimates, believes) makes it"
        " probable; no such word, certain. To believe that somebody believes is not to doubt it.",
    ),
    (
        "certainty-possible",
        "probable possible",
        "Would the voice bet on it? Then probable. If it only does not rule it out (may, could,"
        " fears), possible.",
    ),
    (
        "certainty-certain-or-possible",
        "certain possible",
        "A may, might, could or perhaps that stands on the main statement makes it possible; one on"
        " a detail does not.",
    ),
    (
        "certainty-uncommitted",
        "uncommitted",
        "The voice leaves it open or passes it on without standing behind it (whether, unclear, a"
        " question, reportedly): uncommitted.",
    ),
)

POLARITY = rules(
    "polarity",
    (
        "polarity-main",
        "",
        "Negative only where the main statement is denied (not, never, no, hardly, denies,"
        " disputes); a negation in a side clause or a half of “not this but that” that ends in the"
        " positive leaves it positive.",
    ),
)

TONE = rules(
    "tone_towards",
    (
        "tone-words",
        "",
        "Name the target and give -2 to 2 only where words of the segment, not its facts, speak"
        " well or ill of it; one word gives 1, the whole sentence 2. No entry means 0.",
    ),
)

FRAMES = rules(
    "frames",
    (
        "frames-cue",
        "",
        "Give a frame only where you can underline the words that call it up, even where the voice"
        " rejects it; none is a good answer, three the most.",
    ),
    ("frame-economic", "economic", "Money, prices, trade, jobs, resources and who has enough."),
    ("frame-morality", "morality", "Right and wrong, guilt, duty, honour, faith."),
    ("frame-fairness", "fairness", "Equal shares, equal rights, who is favoured or left out."),
    ("frame-law-crime", "law_crime", "Courts, laws, inspections, crime, punishment, jurisdiction."),
    ("frame-security", "security", "Threat, defence, arms, spying, borders that are closed."),
    ("frame-human-impact", "human_impact", "Health, safety and daily life of people."),
    ("frame-identity-public", "identity_public", "Who we are, memory, custom, what people think."),
    ("frame-politics", "politics_strategy", "Moves, votes, parties, what a move is good for."),
    ("frame-geopolitics", "geopolitics", "How states stand to each other, treaties, talks."),
    ("frame-other", "other", "A light that none of the nine gives."),
    (
        "frame-security-or-geopolitics",
        "security geopolitics",
        "Somebody must be in danger for security; two states dealing with each other is"
        " geopolitics; both only where both stand in the words.",
    ),
)

SEGMENT_RULES: tuple[Rule, ...] = (
    *CUT,
    *ROLE,
    *CLAIM_TYPE,
    *EVIDENCE_TYPE,
    *VOICE,
    *CERTAINTY,
    *POLARITY,
    *TONE,
    *FRAMES,
)
