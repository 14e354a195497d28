import socket
import subprocess
import sys

from tests.ground.tree import ROOT


def asked(port: str) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / "scripts/free-port"), port]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_a_free_port_is_not_spoken_of() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert asked(str(port)) == (0, "")


def test_a_busy_port_is_one_sentence_with_a_way_out() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        sentence = f"Port {port} is busy: choose another with PORT={port % 65535 + 1}.\n"
        assert asked(str(port)) == (1, sentence)


def test_what_is_no_port_is_told_what_one_is() -> None:
    sentence = "PORT=http is not a port: it is a number from 1 to 65535.\n"
    assert asked("http") == (1, sentence)
