"""How long a prompt may be, counted on our side: a server that finds it too long may cut it in silence and answer all the
same."""

from dataclasses import dataclass

MARGIN_TOKENS = 64
SHORT_OF_ESTIMATE = 0.8
FAR_SHORT = 0.5
"""No mix of languages makes a text half as many tokens as another of its length."""

HALF, HALF_WITHIN = 2, 2
"""A prompt that is cut keeps its first four tokens, five with the one that begins every text, and of the others so many that
half of the window stays free: so many tokens more than half, give or take."""


@dataclass(frozen=True)
class Budget:
    """Tokens: `window` holds prompt and reply. `bytes_per_token` as learned of this model."""

    window: int
    reply: int
    bytes_per_token: float

    @property
    def room(self) -> int:
        return self.window - self.reply - MARGIN_TOKENS

    def tokens(self, text: str) -> int:
        """An upper estimate."""
        return int(len(text.encode()) / self.bytes_per_token) + 1


def was_cut(counted: int | None, estimate: int, window: int, *, counts_all: bool) -> bool:
    """Whether the server read less than it was sent. A window filled to the brim was cut to it; one half full, to the token,
    when more was expected was cut in the way of newer servers. Else the count must be far too short, and of a server that
    counts what it had cached (`counts_all`)."""
    if counted is None:
        return False
    if counted >= window - 1:
        return True
    halved = abs(counted - window // 2 - HALF) <= HALF_WITHIN and counted < SHORT_OF_ESTIMATE * estimate
    return halved or (counts_all and counted < FAR_SHORT * estimate)
