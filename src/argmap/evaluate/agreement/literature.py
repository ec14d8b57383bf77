"""What others report on the agreement of people about labels of the same kind.

Only figures that were read at the place named stand here. They are of other texts, cuts, labels and
numbers of annotators: they say what is usual, not what is enough.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reported:
    """One figure of the literature: of what, how much by which coefficient, where it stands."""

    what: str
    figure: str
    source: str


EDITORIALS = Reported(
    "six unit types in 300 news editorials", "Fleiss' kappa .56", "Al-Khatib and others 2016"
)
NEWS_CLAIMS = Reported(
    "which sentence of a news article holds a claim, people against the gold",
    "F1 .601",
    "NewsClaims, Reddy and others 2022",
)
ARTICLES_AND_BLOGS = Reported(
    "claim and premise spans in articles and blog posts",
    "unitized alpha .22 and .24, five parts jointly .09",
    "Habernal and Gurevych 2017",
)
ESSAYS = Reported(
    "claim and premise in student essays",
    "kappa .635 and .833",
    "Stab and Gurevych 2017",
)
ESSAY_RELATIONS = Reported(
    "support and attack in student essays",
    "kappa .708 and .737",
    "Stab and Gurevych 2017",
)
ATTRIBUTION = Reported(
    "source, cue and content in news, word by word",
    "alpha .754; 92.3 % of attributions found by both",
    "PolNeAR, Newell and others 2018",
)
FACTUALITY = Reported(
    "certainty of events in news, FactBank against the crowd",
    "kappa .60 (probable .79, possible .86, uncommitted .06)",
    "de Marneffe, Manning and Potts 2012",
)
FRAMES = Reported(
    "generic frames of an article on climate, 428 articles",
    "alpha .06 to .70 by question",
    "computed from the published answers of the narrative-framing data",
)
BIASED_SENTENCES = Reported(
    "biased sentences in news",
    "alpha .21 (crowd), .39 and .40 (trained)",
    "BABE, Spinde and others 2021",
)
TARGET_SENTIMENT = Reported(
    "tone towards a named target in news",
    "kappa .50 (crowd, all answers), .72 (trained)",
    "NewsMTSC, Hamborg and Donnay 2021",
)
