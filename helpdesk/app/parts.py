"""What every service is made of, and the parts that a setting picks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.adapters.markdown_articles.measure import rule_for
from helpdesk.adapters.onnx_models.families import reading_limit
from helpdesk.adapters.onnx_models.record import record_file
from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.adapters.writers.ollama.server import OllamaServer
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.domain.events import Event
from helpdesk.domain.passage_rule import WORDS_RULE, TokenRule
from helpdesk.paths import Workspace
from helpdesk.ports import Clock, PassageIndex, ReplyWriter, Store
from helpdesk.ports.model_server import FigureBook
from helpdesk.services.assistance import Likeness
from helpdesk.services.learning import ScorerBook
from helpdesk.services.redacting import Redacting
from helpdesk.settings import Settings

Publish = Callable[[Event], None]


EMBEDDERS: Mapping[str, Callable[[Settings, Workspace], EmbedderRecipe]] = {
    "built-in": lambda _, __: EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder", learns=True),
    "fastembed": lambda settings, workspace: onnx_recipe(
        Path(settings.model_folder), settings.threads, record_file(workspace.models, Path(settings.model_folder))
    ),
}


PASSAGE_RULES: Mapping[str, Callable[[Settings], TokenRule]] = {
    "built-in": lambda _: WORDS_RULE,
    "fastembed": lambda settings: rule_for(
        Path(settings.model_folder) / "tokenizer.json", reading_limit(Path(settings.model_folder))
    ),
}


WRITERS: Mapping[str, Callable[[OllamaServer, FigureBook], ReplyWriter]] = {
    "excerpts": lambda _, __: ExcerptsWriter(),
    "ollama": OllamaWriter,
}


@dataclass(frozen=True)
class Parts:
    """What every service is made of."""

    settings: Settings
    workspace: Workspace
    store: Store
    index: PassageIndex
    channel: FolderChannel
    clock: Clock
    publish: Publish
    patient: bool
    scorers: ScorerBook
    hiding: Redacting
    likeness: Likeness


def onnx_recipe(folder: Path, threads: int, record: Path | None = None) -> EmbedderRecipe:
    return EmbedderRecipe("helpdesk.adapters.onnx_models.embedder:OnnxEmbedder", (folder, threads, record))
