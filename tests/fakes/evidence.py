"""Passages and evidence written down in a test instead of searched for."""

from collections.abc import Sequence
from datetime import UTC, datetime

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.evidence import Evidence, Hit, SearchPath
from helpdesk.domain.ids import ArticleId, PassageId, RevisionId
from helpdesk.domain.words import containment
from helpdesk.ports.writing import WritingTask


def passage(
    n: int, text: str, title: str = "Reset the hub", heading: str = "", audience: Audience = Audience.PUBLIC
) -> Passage:
    """Passage `n` of article `n`, from line 10 of its file on."""
    return Passage(
        id=PassageId(n),
        article_id=ArticleId(n),
        revision_id=RevisionId(n),
        kb="northlight",
        path=f"troubleshooting/article-{n}.md",
        title=title,
        heading=heading,
        text=text,
        lines=(10, 10 + text.count("\n")),
        tokens=len(text) // 4,
        hash=f"hash-{n}",
        audience=audience,
        updated_at=datetime(2026, 3, 1, tzinfo=UTC),
    )


def evidence(question: str, passages: Sequence[Passage], *, cosine: float = 0.6) -> Evidence:
    """The passages as hits, best first."""
    known = containment(question, " ".join(p.embedded_text for p in passages))
    hits = tuple(
        Hit(
            p,
            score=0.9 - 0.2 * rank,
            lexical=0.9 - 0.2 * rank,
            vector=0.8 - 0.2 * rank,
            bm25=9.0 - rank,
            cosine=cosine - 0.1 * rank,
        )
        for rank, p in enumerate(passages)
    )
    return Evidence(question, hits, SearchPath.INDEX, known if hits else 0.0, 1.0 if hits else 0.0)


def task(
    message: str, passages: Sequence[Passage], *, asks: Sequence[str] | None = None, language: str = "en", cosine: float = 0.3
) -> WritingTask:
    wanted = tuple(asks) if asks is not None else (message,)
    return WritingTask(
        subject="",
        message=message,
        earlier=(),
        asks=wanted,
        evidence=tuple(evidence(ask, passages, cosine=cosine) for ask in wanted),
        requester="Jo Miller",
        company="Northlight",
        agent="Ada",
        language=language,
        signature="Ada\nNorthlight",
    )
