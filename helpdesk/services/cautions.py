"""What an agent should know of a reply's sources before it goes out: they may have changed since, or not be for customers."""

import re
from collections.abc import Iterator, Sequence

from helpdesk.domain.article import ArticleStatus, Audience
from helpdesk.domain.article_history import ArticleStanding
from helpdesk.domain.draft import Citation, Draft, DraftState, Reason
from helpdesk.domain.macro import is_macro
from helpdesk.domain.markup import flat
from helpdesk.domain.proof import Level, Proof
from helpdesk.domain.reply import MARKER
from helpdesk.domain.sentences import sentences
from helpdesk.ports import Records

GONE, CHANGED, INTERNAL, STALE = "source-gone", "source-changed", "source-internal", "source-stale"
QUOTES_INTERNAL = "quotes-internal"
UNSUPPORTED = "unsupported-sentence"
BLOCKING = frozenset((GONE, CHANGED, INTERNAL, QUOTES_INTERNAL, UNSUPPORTED))
"""Cautions that must have been seen before a reply may leave."""

WORD = re.compile(r"\w+")
PHRASE, STEP = 6, 3
"""Words of a run that is looked up, and how far the next begins: whatever is repeated for eight words is found."""

SENTENCE = range(4, 13)
TELLING = 3
MOST_WORDS, MOST_SHARED = 500, 20
SHOWN = 90


async def of_sources(records: Records, draft: Draft) -> tuple[Reason, ...]:
    """Of a draft that waits for a decision: what became of the articles it cites. One caution an article and kind."""
    if draft.state is not DraftState.IN_REVIEW or not draft.citations:
        return ()
    articles = [cited for cited in draft.citations if not is_macro(cited)]
    now = await records.articles.standing([cited.article_id for cited in articles])
    found: dict[tuple[str, str], Reason] = {}
    for cited in articles:
        for code, words in await _told(records, cited, now.get(cited.article_id)):
            found.setdefault((code, cited.path), Reason(code, words, 0.0))
    return tuple(found.values())


async def _told(records: Records, cited: Citation, now: ArticleStanding | None) -> list[tuple[str, str]]:
    named = f"“{cited.title}”"
    if now is None or not now.serves or now.status in (ArticleStatus.DRAFT, ArticleStatus.ARCHIVED):
        return [(GONE, f"{named} was taken out of use after this was written")]
    told = []
    if now.revision_id != cited.revision_id and not await _still_says(records, cited):
        told.append((CHANGED, f"{named} changed after this was written and no longer says “{short(cited.quote)}”"))
    if now.status is ArticleStatus.INTERNAL:
        told.append((INTERNAL, f"{named} is internal: its words are not for customers"))
    if now.stale:
        told.append((STALE, f"{named} is due for a review: check that it still holds"))
    return told


async def _still_says(records: Records, cited: Citation) -> bool:
    text = await records.articles.says(cited.article_id)
    return cited.quote in text or flat(cited.quote) in flat(text)


async def of_text(records: Records, text: str, draft: str) -> tuple[Reason, ...]:
    """Whether what an agent added to a draft repeats words that only internal articles hold. Writers are not given internal
    passages, so what the draft itself says need not be looked up."""
    wanted = list(dict.fromkeys(phrases(text, words_of(draft))))
    if not wanted or not await records.articles.has_internal():
        return ()
    inside = [(title, words_of(said)) for title, said in await saying(records, wanted, Audience.INTERNAL)]
    shared = [phrase for phrase in wanted if any(phrase in said for _, said in inside)][:MOST_SHARED]
    public = [words_of(said) for _, said in await saying(records, shared, Audience.PUBLIC)]
    leaked = [phrase for phrase in shared if not any(phrase in said for said in public)]
    titles = dict.fromkeys(title for title, said in inside if any(phrase in said for phrase in leaked))
    return tuple(Reason(QUOTES_INTERNAL, f"The reply repeats words of “{title}”, which is internal", 0.0) for title in titles)


async def saying(records: Records, wanted: Sequence[str], audience: Audience) -> list[tuple[str, str]]:
    """Passages that may hold one of the phrases: they hold its longest words, which are the rarest."""
    groups = [sorted(phrase.split(), key=len)[-TELLING:] for phrase in wanted]
    return await records.articles.saying(groups, audience) if groups else []


def phrases(text: str, known: str) -> Iterator[str]:
    """Of every sentence that is not `known`: itself when it is short, else runs of its words; one space between words."""
    budget = MOST_WORDS
    for sentence in sentences(text):
        said = WORD.findall(sentence.lower())[: max(0, budget)]
        if " ".join(said) in known:
            continue
        budget -= len(said)
        if len(said) in SENTENCE:
            yield " ".join(said)
        yield from runs(said)


def runs(said: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(said) - PHRASE + 1, STEP):
        yield " ".join(said[start : start + PHRASE])


def words_of(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def of_proof(found: Proof) -> tuple[Reason, ...]:
    """One caution a sentence that no source of the draft backs; it names the sentence, so that another one asks anew."""
    return tuple(
        Reason(UNSUPPORTED, f"No source backs “{short(MARKER.sub('', found.said(one)))}”", 0.0)
        for one in found.of(Level.UNSUPPORTED)
    )


def short(quote: str) -> str:
    plain = flat(quote)
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1].rstrip() + "…"
