"""A treebank of a few invented sentences, written as the real ones are."""

from pathlib import Path

import numpy
import pytest
from training.syntax.vectors import save

TREEBANK = """\
# newdoc id = GUM_news_ferry
# newpar
# sent_id = 1
# text = The harbor board doesn't pay.
1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t3\tdet\t_\t_
2\tharbor\tharbor\tNOUN\tNN\tNumber=Sing\t3\tcompound\t_\t_
3\tboard\tboard\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t_\t_
4-5\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdoes\tdo\tAUX\tVBZ\tVerbForm=Fin\t6\taux\t_\t_
5\tn't\tnot\tPART\tRB\tPolarity=Neg\t6\tadvmod\t_\t_
6\tpay\tpay\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# newpar
# sent_id = 2
# text = "Fares fell" -- she laughed.
1\t"\t"\tPUNCT\t``\t_\t3\tpunct\t_\tSpaceAfter=No
2\tFares\tfare\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_
3\tfell\tfall\tVERB\tVBD\tVerbForm=Fin\t7\tccomp\t_\tSpaceAfter=No
4\t"\t"\tPUNCT\t''\t_\t3\tpunct\t_\t_
5\t--\t--\tPUNCT\t:\t_\t7\tpunct\t_\t_
6\tshe\tshe\tPRON\tPRP\tCase=Nom\t7\tnsubj\t_\t_
7\tlaughed\tlaugh\tVERB\tVBD\tVerbForm=Fin\t0\troot\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

# newdoc id = GUM_fiction_gull
# newpar
# sent_id = 3
# text = Gulls sing.
1\tGulls\tgull\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tsing\tsing\tVERB\tVBP\tVerbForm=Fin\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of the invented corpora, in the places of the real ones."""
    folder = tmp_path / "data"
    for name in ("ud-ewt", "ud-gum"):
        (folder / name).mkdir(parents=True)
        for part in ("train", "dev"):
            (folder / name / f"{part}.conllu").write_text(TREEBANK, encoding="utf-8")
    return folder


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    """Made-up vectors of a few words."""
    words = ["board", "fares", "harbor", "she", "the"]
    rows = numpy.random.default_rng(3).normal(size=(len(words), 8)).astype("float32")
    save(tmp_path / "vectors.npz", words, rows)
    return tmp_path / "vectors.npz"
