"""The way to one host: the `ollama` package's client with everything off that could lead elsewhere."""

import asyncio
import json
import os
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from helpdesk.adapters.writers.ollama.errors import NOT_ONE, refusal
from helpdesk.domain.errors import ModelHostUnconfirmed, ModelServerDown
from helpdesk.domain.model_server import is_loopback

if TYPE_CHECKING:
    import httpx
    import ollama

CONNECT_SECONDS = 3.0
LONGEST_ANSWER = 8 << 20
"""Bytes of a list or a description. A model's own description with its words is about two million."""


class Connection:
    """Opens nothing before it is used. `confirmed` is the one host beyond this computer that a person allowed."""

    def __init__(self, host: str, confirmed: str = "") -> None:
        self.host = host
        self._confirmed = confirmed
        self._client: ollama.AsyncClient | None = None

    def is_allowed(self) -> bool:
        return is_loopback(self.host) or self.host.strip() == self._confirmed.strip()

    @property
    def client(self) -> "ollama.AsyncClient":
        """Raises ModelHostUnconfirmed, ModelServerDown when the address is none."""
        if not self.is_allowed():
            raise ModelHostUnconfirmed(self.host)
        if self._client is None:
            self._client = made(self.host)
        return self._client

    @property
    def http(self) -> "httpx.AsyncClient":
        """The package's own door to raw requests: its chat method cannot turn silent truncation off, never times out, and takes
        a stream that just ends for a finished one."""
        raw: httpx.AsyncClient = self.client._client  # noqa: SLF001 - there is no other
        return raw

    async def prepare(self) -> None:
        """Importing the package takes longer than anything else a draft does here: elsewhere, while the desk goes on."""
        if "ollama" not in sys.modules and self.is_allowed():
            await asyncio.to_thread(_import)

    async def asked(self, verb: str, path: str, seconds: float | None, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """The answer, when it is a JSON object. Raises ModelServerDown and what a refusal means."""
        with self.spoken(seconds):
            async with asyncio.timeout(seconds):
                request = self.http.build_request(verb, path, json=body)
                response = await self.http.send(request, stream=True)
                try:
                    raw = await bounded(response)
                finally:
                    await response.aclose()
            if response.status_code != 200:
                raise refusal(response.status_code, raw, str((body or {}).get("model", "")), self.host)
            told = json.loads(raw)
        if not isinstance(told, dict):
            raise ModelServerDown(self.host, NOT_ONE)
        return told

    @contextmanager
    def spoken(self, seconds: float | None) -> Iterator[None]:
        """Whatever can go wrong with a question and its answer, as ModelServerDown; for answers that come in one piece."""
        import httpx
        import ollama

        try:
            yield
        except (httpx.ConnectError, ConnectionError) as error:
            raise ModelServerDown(self.host) from error
        except (TimeoutError, httpx.TimeoutException) as error:
            within = f" within {seconds:.0f} seconds" if seconds else ""
            raise ModelServerDown(self.host, f"nothing came{within}") from error
        except ollama.ResponseError as error:
            raise refusal(error.status_code, json.dumps({"error": error.error}).encode(), "", self.host) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelServerDown(self.host, NOT_ONE) from error

    async def aclose(self) -> None:
        """Ends every stream that is still open."""
        client, self._client = self._client, None
        if client is not None:
            with suppress(RuntimeError):  # the loop it was opened in is gone, and its sockets with it
                await client._client.aclose()  # noqa: SLF001


def made(host: str) -> "ollama.AsyncClient":
    """No proxies, no redirects elsewhere, no credentials from the environment. Raises ModelServerDown."""
    _import()
    import httpx
    import ollama

    _one_loop()
    try:
        timeout = httpx.Timeout(None, connect=CONNECT_SECONDS)
        client = ollama.AsyncClient(
            host=host.strip(), trust_env=False, follow_redirects=False, timeout=timeout, verify=_trusted(host)
        )
    except (ValueError, httpx.InvalidURL) as error:
        raise ModelServerDown(host, "the address cannot be read") from error
    client._client.headers.pop("authorization", None)  # noqa: SLF001
    return client


def _import() -> None:
    """And what its connections would import when the first of them is made."""
    with _without_proxies():
        import ollama  # noqa: F401 - and httpx with it
    with suppress(ImportError):
        import_module("anyio._backends._asyncio")
        import_module("anyio.streams.tls")


async def bounded(response: "httpx.Response") -> bytes:
    """Raises ValueError for an answer that does not end."""
    raw = bytearray()
    async for data in response.aiter_bytes():
        raw += data
        if len(raw) > LONGEST_ANSWER:
            raise ValueError("too long")
    return bytes(raw)


def _one_loop() -> None:
    """httpx's transport looks for sniffio, which tells asyncio from others, before every request and every lock, through every
    folder of the path. That it is not there is said once: it costs a draft a few milliseconds less."""
    if "sniffio" not in sys.modules and find_spec("sniffio") is None:
        sys.modules["sniffio"] = None  # type: ignore[assignment]


def _trusted(host: str) -> ssl.SSLContext:
    """Reading every certificate of the system takes longer than a question to this computer, and is only for https."""
    return ssl.create_default_context() if host.strip().startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@contextmanager
def _without_proxies() -> Iterator[None]:
    """The package opens a client of its own when imported, which fails under a SOCKS proxy setting; none is used here."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.lower().endswith("_proxy")}
    try:
        yield
    finally:
        os.environ.update(hidden)
