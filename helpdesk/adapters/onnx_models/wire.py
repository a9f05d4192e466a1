"""HTTP to a model hub: only to hosts a person allowed, resumed after cuts, every failure as one of our own errors."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urljoin, urlsplit

from helpdesk.domain.errors import FetchFailed, HostNotAllowed

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 10.0
SILENT_SECONDS = 30.0
MOST_ANSWER = 8 << 20
MOST_REDIRECTS = 5
TRIES = 4
"""In a row without a single byte; a transfer that moves is never given up."""
BETWEEN_TRIES = 1.0
PIECE = 1 << 18
REDIRECTS = (301, 302, 303, 307, 308)


class Cut(Exception):
    """The connection ended before the file did; another request goes on from there."""


class Counter(Protocol):
    def came(self, octets: int) -> None: ...

    def had(self, octets: int) -> None: ...


@dataclass(frozen=True)
class Wire:
    """`endpoint` is the hub's address; `also` are further hosts, for hubs that pass large files on to others."""

    endpoint: str
    model: str
    http: "httpx.AsyncClient"
    also: frozenset[str]
    pause: float = BETWEEN_TRIES

    @property
    def host(self) -> str:
        return urlsplit(self.endpoint).hostname or self.endpoint

    def failed(self, detail: str) -> FetchFailed:
        return FetchFailed(self.model, self.host, detail)

    async def asked(self, path: str) -> Any:
        """The JSON at that path. Raises FetchFailed, HostNotAllowed."""
        import httpx

        try:
            async with self._opened(path, 0) as response:
                self._well(response, path)
                body = b""
                async for piece in response.aiter_bytes(PIECE):
                    body += piece
                    if len(body) > MOST_ANSWER:
                        raise self.failed("its answer does not end")
                return httpx.Response(200, content=body).json()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self.failed(worded(error)) from error
        except ValueError as error:
            raise self.failed("what answers does not speak like a model hub") from error

    async def download(self, path: str, part: "Part") -> None:
        """Appends until the part is whole. Raises FetchFailed, HostNotAllowed, OSError."""
        import httpx

        idle, why = 0, "it sends nothing"
        while (had := part.had()) < part.size:
            if idle >= TRIES:
                raise self.failed(f"{why}; what came is kept, and trying again goes on from there")
            if idle:
                await asyncio.sleep(self.pause * idle)
            try:
                await self._some(path, part, had)
            except (httpx.HTTPError, httpx.InvalidURL, Cut) as error:
                why = worded(error)
            idle = 0 if part.had() > had else idle + 1
        part.touch()

    async def _some(self, path: str, part: "Part", had: int) -> None:
        async with self._opened(path, had) as response:
            code = response.status_code
            if code == 416 or (code == 206 and not starts_at(response, had)):
                part.start_over()
                raise Cut("it does not go on where it stopped")
            self._well(response, path)
            if code == 200 and had:
                part.start_over()
            async for piece in response.aiter_raw():  # a fixed size would lose the rest at a cut
                if not await asyncio.to_thread(part.append, piece):
                    part.start_over()
                    raise self.failed(f"{part.name} is longer than the {part.size:,} bytes it was said to have")
        if part.had() < part.size:
            raise Cut("the connection was cut")

    def _well(self, response: "httpx.Response", path: str) -> None:
        code = response.status_code
        if code in (200, 206):
            return
        if code in (401, 403):
            raise self.failed(f"{self.host} does not give it away without an account (HTTP {code})")
        if code == 404:
            raise self.failed(f"it is not there any more (HTTP 404: {path.partition('?')[0]})")
        if code == 429 or code >= 500:
            raise Cut(f"it is too busy now (HTTP {code})")
        raise self.failed(f"it answered HTTP {code}")

    @asynccontextmanager
    async def _opened(self, path: str, start: int) -> "AsyncIterator[httpx.Response]":
        """Follows redirects itself: within the allowed hosts, and never from https to http."""
        url = urljoin(self.endpoint.rstrip("/") + "/", path)
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        for _ in range(MOST_REDIRECTS):
            async with self.http.stream("GET", url, headers=headers) as response:
                if response.status_code not in REDIRECTS:
                    yield response
                    return
                url = self._onward(url, response.headers.get("location", ""))
        raise self.failed("it sends from one place to the next without end")

    def _onward(self, url: str, location: str) -> str:
        further = urljoin(url, location)
        before, after = urlsplit(url), urlsplit(further)
        if after.scheme not in ("http", "https") or not after.hostname or (before.scheme, after.scheme) == ("https", "http"):
            raise self.failed("it sends to an address that is not safe")
        if after.netloc != urlsplit(self.endpoint).netloc and after.netloc not in self.also:
            raise HostNotAllowed(after.netloc, self.host)
        return further


@dataclass(frozen=True)
class Part:
    """A file on its way in: `path` is where its bytes gather, `size` how many it will have."""

    path: Path
    name: str
    size: int
    counter: Counter

    def had(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def append(self, piece: bytes) -> bool:
        """False, and nothing written, when that is more than it may have."""
        if self.had() + len(piece) > self.size:
            return False
        with self.path.open("ab") as file:
            file.write(piece)
        self.counter.came(len(piece))
        return True

    def start_over(self) -> None:
        self.counter.had(-self.had())
        self.path.unlink(missing_ok=True)

    def touch(self) -> None:
        self.path.touch()

    def is_intact(self, digest: tuple[str, str]) -> bool:
        """Reads it whole. `digest` is ('sha256', hex) or ('git', hex): how a hub names large and small files."""
        kind, expected = digest
        total = hashlib.sha256() if kind == "sha256" else hashlib.sha1(usedforsecurity=False)
        if kind == "git":
            total.update(f"blob {self.had()}\0".encode())
        with self.path.open("rb") as stream:
            while piece := stream.read(PIECE):
                total.update(piece)
        return bool(total.hexdigest() == expected)


@asynccontextmanager
async def wired(endpoint: str, model: str, also: Collection[str], pause: float = BETWEEN_TRIES) -> AsyncIterator[Wire]:
    """Proxies and certificates as this machine has them set; no account, no cookies, nothing that names the person."""
    import httpx

    timeout = httpx.Timeout(SILENT_SECONDS, connect=CONNECT_SECONDS)
    async with httpx.AsyncClient(timeout=timeout, follow_redirects=False, headers={"User-Agent": "helpdesk"}) as http:
        yield Wire(endpoint, model, http, frozenset(also), pause)


def starts_at(response: "httpx.Response", start: int) -> bool:
    told: str = response.headers.get("content-range", "")
    return told.startswith(f"bytes {start}-")


def worded(error: Exception) -> str:
    import httpx

    says: tuple[tuple[type[Exception], str], ...] = (
        (httpx.ConnectError, "nobody answers there; this machine may be offline"),
        (httpx.ConnectTimeout, "nobody answers there; this machine may be offline"),
        (httpx.TimeoutException, f"nothing came for {SILENT_SECONDS:.0f} seconds"),
        (Cut, str(error)),
        (httpx.HTTPError, "the connection was cut"),
    )
    return next((words for kind, words in says if isinstance(error, kind)), "its address makes no sense")
