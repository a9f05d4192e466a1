"""Words for what a sentence stands on."""

from collections.abc import Mapping

from helpdesk.domain.proof import Level, Proof, SentenceProof, Why

SUPPORT: Mapping[str, str] = {
    Level.SUPPORTED: "Supported",
    Level.WEAK: "Weakly supported",
    Level.UNSUPPORTED: "Not supported",
}
SUPPORT_REASONS: Mapping[str, str] = {
    Why.WORDS: "words of it are in no source",
    Why.NUMBER: "a number, date or code differs",
    Why.UNIT: "the unit of a number differs",
    Why.ADDRESS: "a link or address is in no source",
    Why.DENIAL: "one denies what the other says",
    Why.OPPOSITE: "one says the opposite of the other",
    Why.OTHER_SOURCE: "the source it names does not say it, another one does",
}


def support(one: SentenceProof) -> str:
    """Why a sentence is not, or not fully, supported; empty when it is."""
    reasons = "; ".join(SUPPORT_REASONS[why] for why in one.why)
    moved = "close in meaning, though " if one.meaning and reasons and one.level is Level.WEAK else ""
    said = moved + reasons
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def counted(found: Proof) -> str:
    """'7 of 8 sentences supported'."""
    backed, every = len(found.of(Level.SUPPORTED)), len(found.sentences)
    return f"{backed} of {every} {'sentence' if every == 1 else 'sentences'} supported"


def spoken(found: Proof) -> str:
    """The same for a screen reader, with the sentences to check."""
    doubts = found.of(Level.WEAK, Level.UNSUPPORTED)
    told = [f"{SUPPORT[one.level]}: {' '.join(found.said(one).split())} {support(one)}" for one in doubts]
    return " ".join([f"{counted(found)}.", *told])
