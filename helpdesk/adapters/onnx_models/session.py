"""Tokenizer and ONNX session of a model's folder, with bounded threads and memory."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import numpy as np
import numpy.typing as npt

from helpdesk.adapters.onnx_models.folder import ModelFolder, first_line, unusable
from helpdesk.domain.errors import EmbedderUnusable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

P = ParamSpec("P")
T = TypeVar("T")

TOKENS_A_RUN = 1024
"""Padded tokens that go through the model at once: larger ones fall out of the processor's caches and are slower a passage."""

LONGEST_TEXT = 20_000
"""Characters no model of these limits could read; what is behind them need not be tokenised."""

MOST_THREADS = 8
KNOWN_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
WHOLE = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}

Floats = npt.NDArray[np.float32]
Whole = npt.NDArray[Any]
Run = tuple[Sequence[int], Floats, Whole]
"""Which texts, what the model said of them, and their mask (rows, tokens)."""


class TextSession:
    """Reads texts, or pairs of texts, and says what the model's one output says. `limit` is in tokens."""

    def __init__(self, folder: ModelFolder, limit: int, threads: int) -> None:
        self._folder = folder
        self._tokenizer = tokenizer_of(folder, limit)
        self._session = session_of(folder, threads or usable_threads())
        self._inputs = {given.name: WHOLE.get(given.type) for given in self._session.get_inputs()}
        strange = [name for name, kind in self._inputs.items() if name not in KNOWN_INPUTS or kind is None]
        if strange or "input_ids" not in self._inputs:
            wants = f"wants an input called {strange[0]!r}" if strange else "takes no input_ids"
            raise unusable(folder.path, f"{folder.model} {wants}; it is not a text model this program can run")

    @property
    def outputs(self) -> dict[str, int]:
        """name → number of dimensions."""
        return {output.name: len(output.shape) for output in self._session.get_outputs()}

    def encoded(self, texts: Sequence[str] | Sequence[tuple[str, str]]) -> "list[Encoding]":
        """Raises EmbedderUnusable."""
        return self._guarded(self._tokenizer.encode_batch)(texts)

    def runs(self, encodings: "Sequence[Encoding]", output: str) -> Iterator[Run]:
        """One by one, packed by length so that next to nothing is padded. Raises EmbedderUnusable."""
        for batch in packed([len(e.ids) for e in encodings]):
            yield self._run(batch, [encodings[i] for i in batch], output)

    def _run(self, batch: list[int], chosen: "list[Encoding]", output: str) -> Run:
        longest = max(len(one.ids) for one in chosen)
        given = {name: np.zeros((len(chosen), longest), dtype=kind) for name, kind in self._inputs.items()}
        mask = np.zeros((len(chosen), longest), dtype=np.int64)
        for row, one in enumerate(chosen):
            length = len(one.ids)
            mask[row, :length] = 1
            given["input_ids"][row, :length] = one.ids
            if "token_type_ids" in given:
                given["token_type_ids"][row, :length] = one.type_ids
        if "attention_mask" in given:
            given["attention_mask"][:] = mask
        said = self._guarded(self._session.run)([output], given)[0]
        return batch, np.asarray(said, dtype=np.float32), mask

    def _guarded(self, work: Callable[P, T]) -> Callable[P, T]:
        return guarded(work, self._folder, "the model failed while it ran")


def packed(lengths: Sequence[int]) -> list[list[int]]:
    """Places of texts, sorted by length, in batches of at most TOKENS_A_RUN tokens with their padding."""
    batches: list[list[int]] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batches and (len(batches[-1]) + 1) * lengths[place] <= TOKENS_A_RUN:
            batches[-1].append(place)
        else:
            batches.append([place])
    return batches


def tokenizer_of(folder: ModelFolder, limit: int) -> "Tokenizer":
    """A tokenizer file brings its own truncation and padding along; the model's limit and no padding take their place."""

    def load() -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(folder.path / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_length=limit)
        return tokenizer

    return guarded(load, folder, "tokenizer.json cannot be loaded")()


def session_of(folder: ModelFolder, threads: int) -> "InferenceSession":
    """Memory patterns are off because they are kept for every shape that ever ran."""

    def load() -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        return onnxruntime.InferenceSession(str(folder.model_path), options, providers=["CPUExecutionProvider"])

    return guarded(load, folder, f"{folder.model} cannot be loaded")()


def guarded(work: Callable[P, T], folder: ModelFolder, what: str) -> Callable[P, T]:
    """Whatever onnxruntime and tokenizers raise, Rust's panics included, as EmbedderUnusable."""

    @wraps(work)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return work(*args, **kwargs)
        except (EmbedderUnusable, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - a Rust panic is a BaseException
            raise unusable(folder.path, f"{what}: {first_line(error)}") from None

    return run


def usable_threads() -> int:
    """Of two processors both, of more all but one: the window, the store and the agent's other programs need one as well."""
    processors = os.process_cpu_count() if hasattr(os, "process_cpu_count") else len(affinity())
    return max(1, min(MOST_THREADS, processors if processors <= 2 else processors - 1))


def affinity() -> Sequence[int]:
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return range(os.cpu_count() or 1)


def sound(text: str) -> str:
    """What a tokenizer takes: no lone surrogates, and not endlessly much."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")
