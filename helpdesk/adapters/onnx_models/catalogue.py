"""Models fastembed knows by name: where they come from, how large they are, under which licence."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from helpdesk.adapters.onnx_models.families import FAMILIES
from helpdesk.adapters.onnx_models.folder import SHAPING
from helpdesk.domain.embedding_model import CatalogueModel

LATER = ("qwen3",)
"""Want inputs this program does not give."""


@dataclass(frozen=True)
class Source:
    """`files` are the names wanted in the repository; `needed` those without which the model is of no use."""

    model: CatalogueModel
    endpoint: str
    repository: str
    files: tuple[str, ...]
    needed: tuple[str, ...]


def sources() -> tuple[Source, ...]:
    """Smallest first. Runs in a process of its own: the libraries are heavy. Nothing is asked of anybody."""
    from fastembed import TextEmbedding
    from huggingface_hub import constants

    found = [
        Source(
            CatalogueModel(
                told["model"],
                told["description"],
                int(told["dim"]),
                round(told["size_in_GB"] * 1e9),
                told["license"],
                urlsplit(constants.ENDPOINT).hostname or "",
            ),
            constants.ENDPOINT,
            told["sources"]["hf"],
            tuple(wanted(told["model_file"], told["additional_files"])),
            (told["model_file"], *told["additional_files"], "config.json", "tokenizer.json"),
        )
        for told in TextEmbedding.list_supported_models()
        if told["sources"].get("hf") and told["model_file"].endswith(".onnx") and is_known(told["model"])
    ]
    return tuple(sorted(found, key=lambda source: source.model.size))


def wanted(model_file: str, additional: list[str]) -> Iterator[str]:
    yield from dict.fromkeys((model_file, *additional, *SHAPING))


def is_known(name: str) -> bool:
    """Whether this program knows how that model wants its texts."""
    low = name.lower()
    return any(sign in low for sign, _ in FAMILIES) and not any(sign in low for sign in LATER)
