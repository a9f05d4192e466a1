"""Words for what a sentence stands on."""

from collections.abc import Mapping

from helpdesk.domain.proof import Level, Proof, SentenceProof, Why
from helpdesk.ui.language import Words, capital, mark, tr, trn

SUPPORT: Mapping[str, str] = Words(
    {
        Level.SUPPORTED: mark("Supported"),
        Level.WEAK: mark("Weakly supported"),
        Level.UNSUPPORTED: mark("Not supported"),
    }
)
SUPPORT_REASONS: Mapping[str, str] = Words(
    {
        Why.WORDS: mark("words of it are in no source"),
        Why.NUMBER: mark("a number, date or code differs"),
        Why.UNIT: mark("the unit of a number differs"),
        Why.ADDRESS: mark("a link or address is in no source"),
        Why.DENIAL: mark("one denies what the other says"),
        Why.OPPOSITE: mark("one says the opposite of the other"),
        Why.OTHER_SOURCE: mark("the source it names does not say it, another one does"),
    }
)


def support(one: SentenceProof) -> str:
    """Why a sentence is not, or not fully, supported; empty when it is."""
    reasons = "; ".join(SUPPORT_REASONS[why] for why in one.why)
    close = one.meaning and reasons and one.level is Level.WEAK
    said = tr("close in meaning, though {reasons}", reasons=reasons) if close else reasons
    return f"{capital(said)}." if said else ""


def counted(found: Proof) -> str:
    """'7 of 8 sentences supported'."""
    backed, every = len(found.of(Level.SUPPORTED)), len(found.sentences)
    return trn("{backed} of {n} sentence supported", "{backed} of {n} sentences supported", every, backed=backed)


def spoken(found: Proof) -> str:
    """The same for a screen reader, with the sentences to check."""
    doubts = found.of(Level.WEAK, Level.UNSUPPORTED)
    told = [f"{SUPPORT[one.level]}: {' '.join(found.said(one).split())} {support(one)}" for one in doubts]
    return " ".join([f"{counted(found)}.", *told])
