"""Real documentation, where it is at hand: no file is lost without a reason, every citation leads to its lines."""

from pathlib import Path

import pytest

from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.markdown_articles.article import read_all
from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.ports import FoundFile

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "dev"
MOST_FILES = 120


@pytest.mark.parametrize(
    "name", ["kb/netbox", "kb/business_central", "retrieval/product_docs_small/kb", "retrieval/emanual_tv/kb"]
)
def test_real_documentation_is_read_whole(name: str) -> None:
    folder = CORPORA / name
    if not folder.is_dir():
        pytest.skip("the evaluation data is not at hand")
    found = list(knowledge_source(folder).files())
    step = max(1, len(found) // MOST_FILES)
    files = [file for file in found[::step] if isinstance(file, FoundFile)]
    for file, article in zip(files, read_all(files), strict=True):
        if isinstance(article, FileFailure):
            assert "holds no text" in article.reason
            continue
        assert_true_to(file, article)


def assert_true_to(file: FoundFile, article: ReadArticle) -> None:
    lines = article.source.split("\n")
    assert article.title
    assert len(lines) == file.content.replace(b"\r\n", b"\n").count(b"\n") + 1
    end = 0
    for passage in article.passages:
        first, last = passage.lines
        assert end <= first <= last <= len(lines), (file.path, passage.lines)
        assert passage.tokens <= 400
        assert passage.text.strip()
        end = first
