"""A shop's knowledge, indexed."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.article import Audience, ReadArticle
from helpdesk.domain.evidence import Evidence
from helpdesk.ports.store import Store
from helpdesk.services.retrieval import Retrieval
from helpdesk.settings import Settings
from tests.fakes.knowledge import article
from tests.fakes.lending import lent, lent_index

BUILT_IN = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder")
NO_MODEL = EmbedderRecipe("helpdesk.adapters.onnx_models.embedder:OnnxEmbedder", (Path("/nowhere"), 1))


def shop() -> list[ReadArticle]:
    return [
        article(
            "account/password.md",
            "Passwords",
            (
                "Reset",
                "To reset your password open Settings, choose Security and press Reset password. A mail with a link comes.",
            ),
            ("Rules", "A password has at least twelve characters. Old passwords cannot be used again."),
            ("Reset > On the phone", "On the phone tap your picture, then Reset password. The link is valid for one hour."),
            ("Reset > By an agent", "An agent can send the reset link for a password too, after checking who you are."),
            ("Reset > Trouble", "If the password reset mail does not come look into the spam folder."),
        ),
        article("billing/refunds.md", "Refunds", ("", "Refunds are paid within fourteen days to the card that was charged.")),
        article("billing/refunds-old.md", "Refunds", ("", "Refunds are paid within fourteen days to the card that was used.")),
        article(
            "shipping.md", "Shipping", ("Norway", "Parcels to Norway take five working days. Customs may ask for an invoice.")
        ),
        article(
            "internal/fraud.md",
            "Chargebacks",
            ("", "A chargeback is passed to the fraud desk on extension 4411."),
            audience=Audience.INTERNAL,
        ),
    ]


class Heard:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture(scope="session")
def worker() -> Iterator[WorkerProcess]:
    with lent(WorkerProcess("retrieval-tests")) as shared:
        yield shared


@pytest.fixture
async def index(tmp_path: Path, worker: WorkerProcess) -> AsyncIterator[LocalIndex]:
    async with lent_index(LocalIndex(tmp_path / "index", BUILT_IN, worker)) as opened:
        yield opened


@pytest.fixture
def heal() -> Heard:
    return Heard()


@pytest.fixture
def retrieval(store: Store, index: LocalIndex, heal: Heard) -> Retrieval:
    return Retrieval(store, index, Settings(), heal)


def paths(evidence: Evidence) -> list[str]:
    return [h.passage.path for h in evidence.hits]
