"""Schematron controls through the Saxon process: one, long-lived, started again when it dies."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")
SECONDS = 60.0
TRIES = 2


class ControlPending(RuntimeError):
    """The control could not be done, and says nothing of the invoice; the message is French."""


class _Died(RuntimeError):
    """The process went away before it answered."""


class Saxon:
    """The process, and who may speak to it: one request at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._owner = 0

    @property
    def pid(self) -> int | None:
        """Number of the process, None while there is none."""
        return self._process.pid if self._process else None

    def reports(self, xml: str, stylesheets: Sequence[Path]) -> list[str]:
        """The SVRL report of each stylesheet on a document; raises ControlPending.

        A process that dies or is too slow is started again, and the request made once more.
        """
        if find_spec("saxonche") is None:
            raise ControlPending(
                "Contrôle en attente : l’extension « einvoice » n’est pas installée."
            )
        request = json.dumps({"xml": xml, "stylesheets": [str(path) for path in stylesheets]})
        with self._lock:
            for _ in range(TRIES):
                try:
                    return self._asked(request)
                except _Died:
                    self._stop()
        raise ControlPending("Contrôle en attente : le contrôleur Schematron ne répond pas.")

    def close(self) -> None:
        """Stop the process; the next request starts another."""
        with self._lock:
            self._stop()

    def _asked(self, request: str) -> list[str]:
        answer = json.loads(self._exchange(self._running(), request))
        if "error" in answer:
            raise ControlPending(f"Contrôle en attente : {answer['error']}.")
        reports: list[str] = answer["reports"]
        return reports

    def _exchange(self, process: subprocess.Popen[str], request: str) -> str:
        assert process.stdin is not None  # noqa: S101 - Popen was given pipes
        assert process.stdout is not None  # noqa: S101
        watch = threading.Timer(self._seconds, process.kill)
        watch.start()
        try:
            process.stdin.write(request + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError as error:
            raise _Died from error
        finally:
            watch.cancel()
        if not answer.endswith("\n"):
            raise _Died
        return answer

    def _running(self) -> subprocess.Popen[str]:
        # After a fork, the pipes are the parent's: the child needs a process of its own.
        if self._process is None or self._owner != os.getpid():
            self._owner = os.getpid()
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no argument of others
                [sys.executable, "-I", "-X", "utf8", str(WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        # Closing may find a half-written request in its buffer; nobody is there to read it.
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                continue
        process.wait()


saxon = Saxon()
atexit.register(saxon.close)
