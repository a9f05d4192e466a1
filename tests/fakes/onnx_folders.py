"""Tiny ONNX models written byte by byte: a few words with meanings, run by the real onnxruntime and tokenizers.

Field numbers are those of onnx.proto3; every message is its fields, a tag and a value each.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing

MEANINGS = (
    ("password", "reset", "log", "forgot", "sign", "login"),
    ("parcel", "order", "delivery", "arrived", "late"),
    ("invoice", "bill", "payment", "copy"),
    ("heating", "radiator", "cold", "warm", "hinge", "squeaks"),
)
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
DIMENSION = 8
FLOAT, INT64 = 1, 7


def varint(value: int) -> bytes:
    octets = bytearray()
    while value > 127:
        octets.append(value & 127 | 128)
        value >>= 7
    octets.append(value)
    return bytes(octets)


def field(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    raw = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(raw)) + raw


def tensor(name: str, values: "np.ndarray[Any, Any]", location: str = "") -> bytes:
    kind = FLOAT if values.dtype == np.float32 else INT64
    dims = b"".join(field(1, size) for size in values.shape)
    if location:
        where = field(13, field(1, "location") + field(2, location))
        return dims + field(2, kind) + field(8, name) + where + field(14, 1)
    return dims + field(2, kind) + field(8, name) + field(9, values.tobytes())


def node(kind: str, inputs: Sequence[str], output: str, attributes: bytes = b"") -> bytes:
    return b"".join(field(1, one) for one in inputs) + field(2, output) + field(4, kind) + attributes


def whole(name: str, number: int) -> bytes:
    return field(5, field(1, name) + field(3, number) + field(20, 2))


def value(name: str, kind: int, rank: int) -> bytes:
    shape = b"".join(field(1, field(2, f"{name}{place}")) for place in range(rank))
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def model(nodes: Sequence[bytes], tensors: Sequence[bytes], inputs: Sequence[bytes], outputs: Sequence[bytes]) -> bytes:
    graph = b"".join(
        [
            *(field(1, one) for one in nodes),
            field(2, "tiny"),
            *(field(5, one) for one in tensors),
            *(field(11, one) for one in inputs),
            *(field(12, one) for one in outputs),
        ]
    )
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))


def words() -> list[str]:
    return [word for group in MEANINGS for word in group]


def meanings(seed: int = 1) -> "np.ndarray[Any, Any]":
    """One row a word: its group's direction, a little of its own."""
    rows = np.random.default_rng(seed).normal(0, 0.05, (len(SPECIAL) + len(words()), DIMENSION)).astype(np.float32)
    place = len(SPECIAL)
    for number, group in enumerate(MEANINGS):
        rows[place : place + len(group), number] += 1
        place += len(group)
    return rows


def write_tokenizer(folder: Path, *, limit: int = 64) -> None:
    vocabulary = {word: place for place, word in enumerate((*SPECIAL, *words()))}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps({"model_max_length": limit}))
    (folder / "config.json").write_text(json.dumps({"model_type": "tiny", "hidden_size": DIMENSION}))


def write_embedder(
    folder: Path, rows: "np.ndarray[Any, Any] | None" = None, *, pooled: bool = False, weights: str = "", wants: str = ""
) -> Path:
    """`pooled`: a ready sentence_embedding instead of a vector a token. `weights`: where it says its numbers are. `wants`: one
    more input."""
    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder)
    table = meanings() if rows is None else rows
    inputs = [value("input_ids", INT64, 2), value("attention_mask", INT64, 2)]
    nodes = [node("Gather", ["table", "input_ids"], "last_hidden_state")]
    outputs = [value("last_hidden_state", FLOAT, 3)]
    if pooled:
        mean = field(5, field(1, "axes") + field(8, 1) + field(20, 7)) + whole("keepdims", 0)
        nodes.append(node("ReduceMean", ["last_hidden_state"], "sentence_embedding", mean))
        outputs.append(value("sentence_embedding", FLOAT, 2))
    if wants:
        inputs.append(value(wants, INT64, 2))
    (folder / "model.onnx").write_bytes(model(nodes, [tensor("table", table, weights)], inputs, outputs))
    return folder


def write_reranker(folder: Path) -> Path:
    """Says how many words with a meaning stand in question and text together."""
    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder)
    known = np.zeros((len(SPECIAL) + len(words()), 1), dtype=np.float32)
    known[len(SPECIAL) :] = 1
    total = field(5, field(1, "keepdims") + field(3, 0) + field(20, 2))
    nodes = [node("Gather", ["known", "input_ids"], "found"), node("ReduceSum", ["found", "axis"], "logits", total)]
    tensors = [tensor("known", known), tensor("axis", np.array([1], dtype=np.int64))]
    inputs = [value("input_ids", INT64, 2), value("attention_mask", INT64, 2), value("token_type_ids", INT64, 2)]
    (folder / "model.onnx").write_bytes(model(nodes, tensors, inputs, [value("logits", FLOAT, 2)]))
    return folder
