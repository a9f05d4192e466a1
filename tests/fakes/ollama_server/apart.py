"""The stand-in in a process of its own, as the real one is: it takes no turns of the interpreter from what is measured."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

from tests.fakes.ollama_server.beside import beside

START_SECONDS = 60.0


@dataclass(frozen=True)
class Apart:
    """`asked` tells how many requests there were."""

    host: str
    asked: Callable[[], int]


@contextmanager
def apart(words: str, seconds_between: float) -> Iterator[Apart]:
    """One that says `words`, a token every so many seconds."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, words, seconds_between), name="model server", daemon=True)
    process.start()
    try:
        assert ours.poll(START_SECONDS), "the stand-in did not start"
        yield Apart(ours.recv(), lambda: told(ours))
    finally:
        process.terminate()
        process.join()


def told(line: Connection) -> int:
    line.send("asked")
    return int(line.recv())


def serve(line: Connection, words: str, seconds_between: float) -> None:
    with beside() as server:
        server.says(words)
        server.seconds_between = seconds_between
        line.send(server.host)
        while line.recv():
            line.send(len(server.requests))
