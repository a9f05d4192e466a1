"""A look at a model's folder, in a process of its own: it may be anything."""

from pathlib import Path

from helpdesk.adapters.onnx_models.cross_encoder import CrossEncoder
from helpdesk.adapters.onnx_models.embedder import OnnxEmbedder
from helpdesk.adapters.onnx_models.record import kept_record
from helpdesk.adapters.onnx_models.self_test import passed, still_the_same
from helpdesk.domain.embedding_model import ModelCheck
from helpdesk.domain.errors import EmbedderUnusable


def examined(folder: Path, threads: int, record: Path) -> ModelCheck:
    """Everything that can be told of it, and in `failure` the first test it does not pass."""
    model = OnnxEmbedder(folder, threads)
    try:
        family, files = model.family, model.files
        adopted = kept_record(record)
        likeness = passed(model)
        dimension = model.dimension
        changed = adopted.changed(files) if adopted else ()
        failure = ""
        if adopted and not changed and not still_the_same(adopted.golden, model):
            failure = "the files are the same, but it no longer gives the vectors it gave when it was adopted"
    except EmbedderUnusable as error:
        return ModelCheck(str(folder), error.detail)
    return ModelCheck(
        folder=str(folder),
        failure=failure,
        fingerprint=model.identity,
        family=family.name,
        dimension=dimension,
        limit=model.limit,
        pooling=family.pooling,
        query_prefix=family.query,
        passage_prefix=family.passage,
        files=files,
        changed=changed,
        likeness=likeness,
    )


def judging(folder: Path, threads: int) -> ModelCheck:
    """Whether it is a cross-encoder: it has to judge a pair."""
    CrossEncoder(folder, threads)
    return ModelCheck(str(folder), "")


def adopted(folder: Path, threads: int, record: Path) -> None:
    """Raises EmbedderUnusable, OSError."""
    OnnxEmbedder(folder, threads, record).adopt()
