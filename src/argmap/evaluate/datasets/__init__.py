"""The public data sets, one small file each, in a literal table."""

from __future__ import annotations

from typing import Any

from ..dataset import DataSet
from .aaec import AAEC
from .arg_microtexts import ARG_MICROTEXTS
from .babe import BABE
from .basil import BASIL
from .basil_triples import BASIL_TRIPLES
from .checkthat import CHECKTHAT
from .factuality import FACTUALITY
from .news_discourse import NEWS_DISCOURSE
from .newsmtsc import NEWSMTSC
from .newswire_names import NER
from .polnear import POLNEAR
from .semeval_frames import SEMEVAL_FRAMES
from .sts import STS
from .universal_dependencies import UD
from .webis_editorials import WEBIS_EDITORIALS
from .wiki_weasel import WIKI_WEASEL

DATASETS: dict[str, DataSet[Any, Any]] = {
    "ud": UD,
    "ner": NER,
    "polnear": POLNEAR,
    "basil": BASIL,
    "babe": BABE,
    "checkthat-subj": CHECKTHAT,
    "news-discourse": NEWS_DISCOURSE,
    "webis-editorials": WEBIS_EDITORIALS,
    "semeval2023-frames": SEMEVAL_FRAMES,
    "factuality": FACTUALITY,
    "wiki-weasel": WIKI_WEASEL,
    "newsmtsc": NEWSMTSC,
    "aaec": AAEC,
    "arg-microtexts": ARG_MICROTEXTS,
    "sts": STS,
    "basil-triples": BASIL_TRIPLES,
}
