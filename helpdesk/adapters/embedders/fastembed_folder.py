"""A sentence-embedding model in a folder on this machine, run by fastembed on onnxruntime. Nothing is ever downloaded."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.domain.terms import WORD

if TYPE_CHECKING:
    from fastembed import TextEmbedding

RECIPE = 1
BATCH = 16
MOST_TOKENS = 256
LONGEST_TEXT = 20_000
MODEL_FILES = ("model.onnx", "onnx/model.onnx", "model_optimized.onnx", "onnx/model_optimized.onnx", "model_quantized.onnx")
NEEDED = ("config.json", "tokenizer.json", "tokenizer_config.json")
SHAPING = (*NEEDED, "special_tokens_map.json", "1_Pooling/config.json", "config_sentence_transformers.json")


class FastembedFolder:
    """`folder` holds model.onnx (or onnx/model.onnx), config.json, tokenizer.json and tokenizer_config.json. `threads` 0 takes
    half of the processors. The model is read at the first use."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        self.folder = folder
        self.threads = threads or max(1, (os.cpu_count() or 2) // 2)
        self._model: TextEmbedding | None = None
        self._fingerprint = ""

    @property
    def fingerprint(self) -> str:
        """Raises EmbedderUnusable."""
        if not self._fingerprint:
            self._fingerprint = f"fastembed/{RECIPE}:{self._digest()}:{self._pooling()}:{MOST_TOKENS}"
        return self._fingerprint

    @property
    def dimension(self) -> int:
        """Raises EmbedderUnusable."""
        size = self._json("config.json").get("hidden_size")
        if not isinstance(size, int) or size < 1:
            raise self._unusable("config.json does not say the vectors' size (hidden_size)")
        return size

    def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        model = self._loaded()
        prefix = self._prefix(query)
        result = [bytes(4 * self.dimension)] * len(texts)
        worded = sorted((i for i, text in enumerate(texts) if WORD.search(text)), key=lambda i: len(texts[i]))
        given = [prefix + sound(texts[i]) for i in worded]
        try:
            for i, raw in zip(worded, model.embed(given, batch_size=BATCH), strict=True):
                result[i] = self._checked(raw)
        except EmbedderUnusable:
            raise
        except Exception as error:  # onnxruntime and tokenizers raise types of their own
            raise self._unusable(f"the model failed while it ran: {first_line(error)}") from error
        return result

    def _checked(self, raw: Any) -> bytes:
        one = np.asarray(raw, dtype="<f4")
        if one.shape != (self.dimension,) or not np.isfinite(one).all():
            raise self._unusable(f"the model gives vectors of shape {one.shape} instead of {self.dimension} finite numbers")
        length = float(np.linalg.norm(one))
        return (one / length if length > 0 else one).astype("<f4").tobytes()

    def _loaded(self) -> "TextEmbedding":
        if self._model is None:
            self._model = self._load()
        return self._model

    def _load(self) -> "TextEmbedding":
        from fastembed import TextEmbedding
        from fastembed.common.model_description import ModelSource, PoolingType

        name = self.fingerprint
        file = self._model_file()
        try:
            if name not in {known["model"] for known in TextEmbedding.list_supported_models()}:
                TextEmbedding.add_custom_model(
                    model=name,
                    pooling=PoolingType.CLS if self._pooling() == "cls" else PoolingType.MEAN,
                    normalization=True,
                    sources=ModelSource(url="file:///never-fetched"),
                    dim=self.dimension,
                    model_file=file.relative_to(self.folder).as_posix(),
                )
            model = TextEmbedding(
                name,
                threads=self.threads,
                providers=["CPUExecutionProvider"],
                specific_model_path=str(self.folder),
                local_files_only=True,
                enable_cpu_mem_arena=False,
            )
            bound_tokens(model)
        except EmbedderUnusable:
            raise
        except Exception as error:  # onnxruntime and tokenizers raise types of their own
            raise self._unusable(f"{file.name} or its tokenizer cannot be loaded: {first_line(error)}") from error
        return model

    def _model_file(self) -> Path:
        if not self.folder.is_dir():
            raise self._unusable("there is no such folder")
        for name in MODEL_FILES:
            if (self.folder / name).is_file():
                return self.folder / name
        raise self._unusable("model.onnx is missing")

    def _digest(self) -> str:
        """SHA-256 over everything in the folder that shapes a vector."""
        model = self._model_file()
        for name in NEEDED:
            if not (self.folder / name).is_file():
                raise self._unusable(f"{name} is missing")
        total = hashlib.sha256()
        beside = [p for p in (model.with_name(model.name + "_data"), model.with_name(model.name + ".data")) if p.is_file()]
        for file in [model, *beside, *(self.folder / name for name in SHAPING)]:
            if file.is_file():
                try:
                    with file.open("rb") as stream:
                        total.update(hashlib.file_digest(stream, "sha256").digest())
                except OSError as error:
                    raise self._unusable(f"{file.name} cannot be read: {error.strerror}") from error
        return total.hexdigest()[:32]

    def _pooling(self) -> str:
        """Mean unless the folder itself says that the first token stands for the text."""
        path = "1_Pooling/config.json"
        says = self._json(path) if (self.folder / path).is_file() else {}
        return "cls" if says.get("pooling_mode_cls_token") is True else "mean"

    def _prefix(self, query: bool) -> str:
        path = "config_sentence_transformers.json"
        prompts = self._json(path).get("prompts") if (self.folder / path).is_file() else None
        if not isinstance(prompts, dict):
            return ""
        text = prompts.get("query") if query else prompts.get("passage", prompts.get("document"))
        return text if isinstance(text, str) else ""

    def _json(self, name: str) -> dict[str, Any]:
        try:
            read = json.loads((self.folder / name).read_text("utf-8"))
        except FileNotFoundError as error:
            raise self._unusable(f"{name} is missing") from error
        except (OSError, ValueError) as error:
            raise self._unusable(f"{name} cannot be read: {first_line(error)}") from error
        if not isinstance(read, dict):
            raise self._unusable(f"{name} is not a JSON object")
        return read

    def _unusable(self, detail: str) -> EmbedderUnusable:
        return EmbedderUnusable(str(self.folder), detail)


def bound_tokens(model: "TextEmbedding") -> None:
    """Longer texts cost quadratically and models of this kind were trained on at most this many tokens."""
    tokenizer = getattr(model.model, "tokenizer", None)
    if tokenizer is not None:
        limit = (tokenizer.truncation or {}).get("max_length", MOST_TOKENS)
        tokenizer.enable_truncation(max_length=min(limit, MOST_TOKENS))


def sound(text: str) -> str:
    """What a tokenizer takes: no lone surrogates, and no more than could ever fit into MOST_TOKENS."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")


def first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:300]
