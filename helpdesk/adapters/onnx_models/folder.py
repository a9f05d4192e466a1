"""A model's folder: which files count, and that none of them can do harm by its size, its kind or where it leads."""

import hashlib
import json
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from helpdesk.adapters.onnx_models.external_weights import weight_files
from helpdesk.domain.embedding_model import ModelFile
from helpdesk.domain.errors import EmbedderUnusable

MODEL_NAMES = ("model", "model_optimized", "model_quantized", "model_int8", "model_uint8", "model_fp16", "model_O4", "model_O3")
PLACES = ("", "onnx/")
NEEDED = ("config.json", "tokenizer.json")
SHAPING = (
    *NEEDED,
    "tokenizer_config.json",
    "special_tokens_map.json",
    "sentence_bert_config.json",
    "1_Pooling/config.json",
    "config_sentence_transformers.json",
)
CARD = "helpdesk-model.json"
"""What fetching writes beside the files: the model's name, its licence and where it came from."""

LARGEST_MODEL = 4 << 30
LARGEST_TOKENIZER = 64 << 20
LARGEST_CONFIG = 1 << 20
PIECE = 1 << 20


@dataclass(frozen=True)
class ModelFolder:
    """`model` is the ONNX file's name relative to the folder, with '/'; `weights` files it keeps its numbers in."""

    path: Path
    model: str
    weights: tuple[str, ...]

    @property
    def model_path(self) -> Path:
        return self.path / self.model

    @property
    def files(self) -> tuple[str, ...]:
        """Everything that shapes what the model says, in a fixed order."""
        shaping = tuple(name for name in SHAPING if (self.path / name).exists())
        return (self.model, *self.weights, *shaping)

    def hashes(self) -> tuple[ModelFile, ...]:
        """Reads every file once. Raises EmbedderUnusable."""
        return tuple(self._hashed(name) for name in self.files)

    def json(self, name: str) -> Mapping[str, Any]:
        """Empty when the folder has no such file. Raises EmbedderUnusable."""
        return read_json(self.path, name) if (self.path / name).exists() else {}

    def _hashed(self, name: str) -> ModelFile:
        file = self.path / name
        total, size = hashlib.sha256(), 0
        try:
            with file.open("rb") as stream:
                while piece := stream.read(PIECE):
                    total.update(piece)
                    size += len(piece)
        except OSError as error:
            raise unusable(self.path, f"{name} cannot be read: {error.strerror}") from error
        return ModelFile(name, size, total.hexdigest())


def opened(path: Path) -> ModelFolder:
    """Looks at names, kinds and sizes; reads of the model only where it keeps its weights. Raises EmbedderUnusable."""
    if not path.is_dir():
        raise unusable(path, "there is no such folder")
    name = next((name for name in candidates() if (path / name).is_file()), None)
    if name is None:
        raise unusable(path, "model.onnx is missing")
    for needed in NEEDED:
        if not (path / needed).exists():
            raise unusable(path, f"{needed} is missing")
    bounded(path, name, LARGEST_MODEL)
    for shaping in SHAPING:
        if (path / shaping).exists():
            bounded(path, shaping, LARGEST_TOKENIZER if shaping == "tokenizer.json" else LARGEST_CONFIG)
    return ModelFolder(path, name, tuple(kept_beside(path, name)))


def candidates() -> Iterator[str]:
    for place in PLACES:
        yield from (f"{place}{name}.onnx" for name in MODEL_NAMES)


def kept_beside(path: Path, model: str) -> Iterator[str]:
    """Files that hold the model's weights. One that would be read from outside of the model's own folder is refused."""
    try:
        named = sorted(weight_files(path / model))
    except (ValueError, IndexError, OSError) as error:
        raise unusable(path, f"{model} is not a whole ONNX file") from error
    home = (path / model).parent
    total = (path / model).stat().st_size
    for location in named:
        parts = PurePosixPath(location).parts
        if not location or "\\" in location or ":" in location or location.startswith("/") or ".." in parts:
            raise unusable(path, f"{model} wants to read {location!r}, outside of its folder")
        if not (home / location).exists():
            raise unusable(path, f"{location}, where {model} keeps its weights, is missing")
        if not (home / location).resolve().is_relative_to(home.resolve()):
            raise unusable(path, f"{location} is a link that leads out of the folder; copy the file itself there")
        inside = (home / location).relative_to(path).as_posix()
        total += bounded(path, inside, LARGEST_MODEL)
        if total > LARGEST_MODEL:
            raise unusable(path, f"the model is larger than {LARGEST_MODEL >> 30} GB")
        yield inside


def bounded(path: Path, name: str, most: int) -> int:
    """The size of a regular file that is not too large. Raises EmbedderUnusable."""
    try:
        found = (path / name).stat()
    except OSError as error:
        raise unusable(path, f"{name} cannot be read: {error.strerror}") from error
    if not stat.S_ISREG(found.st_mode):
        raise unusable(path, f"{name} is not a file")
    if found.st_size > most:
        raise unusable(path, f"{name} has {found.st_size >> 20} MB; at most {most >> 20} MB are read")
    return found.st_size


def read_json(path: Path, name: str) -> Mapping[str, Any]:
    bounded(path, name, LARGEST_CONFIG)
    try:
        read = json.loads((path / name).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise unusable(path, f"{name} cannot be read: {first_line(error)}") from error
    if not isinstance(read, dict):
        raise unusable(path, f"{name} is not a JSON object")
    return read


def unusable(path: Path, detail: str) -> EmbedderUnusable:
    return EmbedderUnusable(str(path), detail)


def first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:300]
