"""How a model wants its texts: what goes in front of them, which tokens stand for the text, and how many it reads.

A folder's own files decide. Where they are silent the family does, told by the model's name; the entries are what the models'
cards say, and for pooling what fastembed's catalogue implies (first token for its OnnxTextEmbedding, mean for its Pooled ones).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpdesk.adapters.onnx_models.folder import CARD, ModelFolder
from helpdesk.domain.errors import EmbedderUnusable

ASK = "Represent this sentence for searching relevant passages: "
MOST_TOKENS = 512
"""No passage is longer, and attention costs quadratically, whatever a model could read."""

USUAL_LIMIT = 256

SHIFTED = ("roberta", "xlm-roberta", "mpnet", "camembert", "xlm-roberta-xl")
"""Architectures whose positions start behind the padding's: two of the positions their config names are never a token's."""


@dataclass(frozen=True)
class Family:
    """`pooling`: mean, cls or last. `query` and `passage` go in front of a text of that kind."""

    name: str
    pooling: str = "mean"
    query: str = ""
    passage: str = ""


FAMILIES: tuple[tuple[str, Family], ...] = (
    ("bge-m3", Family("bge-m3", "cls")),
    ("bge-small-zh", Family("bge zh", "cls", "为这个句子生成表示以用于检索相关文章：")),
    ("bge-", Family("bge", "cls", ASK)),
    ("mxbai-embed", Family("mxbai", "cls", ASK)),
    ("arctic-embed-l-v2", Family("arctic v2", "cls", "query: ")),
    ("arctic-embed-m-v2", Family("arctic v2", "cls", "query: ")),
    ("arctic-embed", Family("arctic", "cls", ASK)),
    ("nomic-embed-text", Family("nomic", "mean", "search_query: ", "search_document: ")),
    ("embeddinggemma", Family("embeddinggemma", "mean", "task: search result | query: ", "title: none | text: ")),
    (
        "qwen3-embedding",
        Family(
            "qwen3",
            "last",
            "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:",
        ),
    ),
    ("granite-embedding", Family("granite", "cls")),
    ("gte-modernbert", Family("gte", "cls")),
    ("gte-base-en-v1.5", Family("gte", "cls")),
    ("gte-large-en-v1.5", Family("gte", "cls")),
    ("gte-", Family("gte")),
    (
        "multilingual-e5-large-instruct",
        Family(
            "e5 instruct",
            "mean",
            "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ",
        ),
    ),
    ("e5-", Family("e5", "mean", "query: ", "passage: ")),
    ("minilm", Family("MiniLM")),
    ("mpnet", Family("mpnet")),
    ("jina-embeddings-v2", Family("jina v2")),
)
UNKNOWN = Family("unknown")


def family_of(folder: ModelFolder) -> Family:
    """Raises EmbedderUnusable when one of the folder's own files cannot be read."""
    known = by_name(folder)
    prompts = folder.json("config_sentence_transformers.json").get("prompts")
    told = {name: text for name, text in prompts.items() if isinstance(text, str)} if isinstance(prompts, dict) else {}
    return Family(
        known.name,
        pooling_told(folder.json("1_Pooling/config.json")) or known.pooling,
        told.get("query", known.query),
        told.get("passage", told.get("document", known.passage)),
    )


def by_name(folder: ModelFolder) -> Family:
    """By the card fetching wrote, else by the name in config.json, else by the folder's own name."""
    names = (folder.json(CARD).get("name"), folder.json("config.json").get("_name_or_path"), folder.path.name)
    for name in (str(one).lower() for one in names if one):
        found = next((family for sign, family in FAMILIES if sign in name), None)
        if found is not None:
            return found
    return UNKNOWN


def pooling_told(says: Mapping[str, Any]) -> str:
    """The pooling of a sentence-transformers folder; empty when it does not say, or asks for one that is not known here."""
    keys = {"pooling_mode_cls_token": "cls", "pooling_mode_lasttoken": "last", "pooling_mode_mean_tokens": "mean"}
    return next((pooling for key, pooling in keys.items() if says.get(key) is True), "")


def limit_of(folder: ModelFolder) -> int:
    """Tokens the model reads of a text, its special ones included: the least that any of its files allows."""
    config = folder.json("config.json")
    positions = config.get("max_position_embeddings")
    if isinstance(positions, int) and config.get("model_type") in SHIFTED:
        positions -= 2
    told = (
        positions,
        folder.json("tokenizer_config.json").get("model_max_length"),
        folder.json("sentence_bert_config.json").get("max_seq_length"),
    )
    return min([MOST_TOKENS, *(int(limit) for limit in told if isinstance(limit, int | float) and 8 <= limit < 1 << 20)])


def reading_limit(folder: Path) -> int:
    """The same of a folder nobody looked into yet; a careful guess when it is of no use, which its first use will tell."""
    try:
        return limit_of(ModelFolder(folder, "", ()))
    except EmbedderUnusable:
        return USUAL_LIMIT
