"""The guards themselves: what they stop, and what they let through."""

import logging
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import guards


@pytest.mark.outbound
def test_a_connection_off_the_machine_is_refused_and_counted(outbound_attempts: list[str]) -> None:
    with socket.socket() as door, pytest.raises(ConnectionRefusedError):
        door.connect(("192.0.2.1", 80))
    with pytest.raises(ConnectionRefusedError):
        socket.getaddrinfo("telemetry.example.com", 443)
    new = guards.attempts()[len(outbound_attempts) :]
    assert len(new) == 2
    assert "192.0.2.1" in new[0]


@pytest.mark.outbound
def test_a_child_process_is_watched_as_well(outbound_attempts: list[str]) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('example.com', 80))"], capture_output=True, check=False
    )
    assert asked.returncode != 0
    assert b"tests have no network" in asked.stderr
    assert len(guards.attempts()) == len(outbound_attempts) + 1


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as visitor:
        assert visitor.getpeername() == server.getsockname()


@pytest.mark.logs("WARNING helpdesk.somewhere: the .* is wet")
def test_a_record_that_is_expected_passes() -> None:
    logging.getLogger("helpdesk.somewhere").warning("the %s is wet", "paper")


def test_a_record_nobody_expected_is_a_surprise() -> None:
    ledger = guards.LogLedger()
    ledger.handle(logging.makeLogRecord({"levelno": logging.ERROR, "levelname": "ERROR", "name": "x", "msg": "lost"}))
    assert ledger.unexpected(["WARNING"]) == ["ERROR x: lost"]


def test_the_home_of_the_user_is_out_of_reach() -> None:
    assert Path.home() == guards.home
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(guards.home)
