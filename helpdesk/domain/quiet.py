"""The environment that keeps libraries from reporting home, from fetching anything, and (OpenBLAS) from spinning on every
processor while their threads wait for each other. Set before any of them is imported."""

from collections.abc import Mapping
from types import MappingProxyType

QUIET: Mapping[str, str] = MappingProxyType(
    {
        "ANONYMIZED_TELEMETRY": "False",
        "CHROMA_OTEL_GRANULARITY": "none",
        "DO_NOT_TRACK": "1",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_OFFLINE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "ORT_DISABLE_TELEMETRY": "1",
        "ORT_TELEMETRY_DISABLED": "1",
        "OTEL_SDK_DISABLED": "true",
        "POSTHOG_DISABLED": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "TRANSFORMERS_OFFLINE": "1",
    }
)
