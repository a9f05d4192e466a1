"""What a model's folder was when the workspace adopted it: a small JSON file beside the store."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from helpdesk.domain.embedding_model import ModelFile


@dataclass(frozen=True)
class Record:
    """`golden` are the vectors of fixed sentences, little-endian float32."""

    folder: str
    fingerprint: str
    files: tuple[ModelFile, ...]
    golden: tuple[bytes, ...]

    def changed(self, files: Sequence[ModelFile]) -> tuple[str, ...]:
        """Files that are new, gone or different, by name."""
        before = {file.name: file.sha256 for file in self.files}
        now = {file.name: file.sha256 for file in files}
        return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))

    def keep(self, file: Path) -> None:
        """By one atomic rename. Raises OSError."""
        told = asdict(self) | {"golden": [base64.b64encode(vector).decode() for vector in self.golden]}
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(told, indent=1), "utf-8")
        fresh.replace(file)


def record_file(folder: Path, model: Path) -> Path:
    """Where the workspace's folder of records keeps that model's."""
    return folder / f"{sha256(str(model).encode()).hexdigest()[:16]}.json"


def kept_record(file: Path) -> Record | None:
    """None when there is none that can be read: the folder is then tested and adopted again."""
    try:
        told = json.loads(file.read_text("utf-8"))
        files = tuple(ModelFile(**one) for one in told["files"])
        return Record(told["folder"], told["fingerprint"], files, vectors(told))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def vectors(told: Mapping[str, list[str]]) -> tuple[bytes, ...]:
    return tuple(base64.b64decode(one, validate=True) for one in told["golden"])
