"""Models that turn text into vectors, as people choose, check and fetch them."""

from dataclasses import dataclass

BUILT_IN = "built-in"


@dataclass(frozen=True)
class ModelFile:
    """`name` is relative to the model's folder, with '/'; `sha256` in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class ModelCheck:
    """What a look at a model's folder found. `failure` is empty when all tests passed; `changed` names files that are no longer
    what they were when the folder was adopted; `likeness` is how much nearer paraphrases are than strangers, in cosine."""

    folder: str
    failure: str
    fingerprint: str = ""
    family: str = ""
    dimension: int = 0
    limit: int = 0
    pooling: str = ""
    query_prefix: str = ""
    passage_prefix: str = ""
    files: tuple[ModelFile, ...] = ()
    changed: tuple[str, ...] = ()
    likeness: float = 0.0

    @property
    def ok(self) -> bool:
        return not self.failure


@dataclass(frozen=True)
class ModelState:
    """The embedder in force. `why` says how it came to be; `failure` why it cannot be used. `speed` is in passages a second,
    measured on this machine (0: not measured)."""

    name: str
    folder: str
    why: str
    failure: str
    fingerprint: str
    dimension: int
    embedded: int
    lacking: int
    speed: float


@dataclass(frozen=True)
class ModelEstimate:
    """What switching would cost: passages still to embed and the seconds that takes on this machine."""

    check: ModelCheck
    passages: int
    seconds: float


@dataclass(frozen=True)
class CatalogueModel:
    """A model that can be fetched by its name; `size` in bytes is about right. `host` is who would be asked."""

    name: str
    about: str
    dimension: int
    size: int
    licence: str
    host: str
