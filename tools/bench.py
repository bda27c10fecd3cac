"""How fast the product is: whole cycles over HTTP, on each database, printed as one JSON line.

One cycle is twelve requests: quote form, quote created with three lines, sent, accepted order
received, outstanding looked up, order recorded, delivery note, shipped, invoice issued, payment
recorded, reconciled, order page. Usage: ``python -m tools.bench [--seconds 10] [--clients 16]``.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from tools.bench_cycle import Client, CycleFailed, Ground
from tools.bench_documents import documents_figures
from tools.bench_ground import prepare

ROOT = Path(__file__).resolve().parent.parent
POSTGRESQL = os.environ.get("COMPTOIR_TEST_POSTGRESQL", "postgresql+psycopg://127.0.0.1:5432/test")


@dataclass
class Measure:
    """What was seen in one series: milliseconds of each request, cycles done and failed."""

    requests: list[float] = field(default_factory=list)
    cycles: int = 0
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def figures(self) -> dict[str, Any]:
        """Cycles per second, median and 95th percentile of a request in milliseconds."""
        cuts = statistics.quantiles(self.requests, n=20) if len(self.requests) > 1 else [0.0] * 19
        return {
            "cycles_per_s": round(self.cycles / self.seconds, 1),
            "p50_ms": round(cuts[9], 1),
            "p95_ms": round(cuts[18], 1),
            "cycles": self.cycles,
            "failed": len(self.failed),
        }


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(url: str, instance: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server that a real installation would: one process on SQLite, two workers else."""
    environment = os.environ | {"DATABASE_URL": url, "COMPTOIR_INSTANCE": str(instance)}
    if url.startswith("sqlite"):
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "serve", "--port", str(port)]
    else:
        # Threads of one worker would only fight for its interpreter: two workers, one thread each.
        bind = ["--workers", "2", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
        command = [sys.executable, "-m", "gunicorn", *bind, "wsgi:app"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=ROOT, env=environment, **quiet)  # type: ignore[call-overload,no-any-return]


def wait_for(port: int) -> None:
    """Until the server answers, thirty seconds at most."""
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def drive(clients: list[Client], seconds: float, think: float) -> Measure:
    """Let clients play cycles side by side for so long, thinking so long between requests."""
    measure, start = Measure(), time.perf_counter()
    end = start + seconds

    def play(client: Client) -> None:
        time.sleep(think * client.number / len(clients))
        while time.perf_counter() < end:
            try:
                timings = client.cycle(think)
            except CycleFailed as failure:
                measure.failed.append(str(failure))
                continue
            measure.requests.extend(timings)
            measure.cycles += 1

    threads = [threading.Thread(target=play, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measure.seconds = time.perf_counter() - start
    return measure


def bench(url: str, clients: int, seconds: float) -> dict[str, Any]:
    """Figures of one database: at full speed, then with clients who think for a second."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        ground: Ground = prepare(url or f"sqlite:///{instance / 'bench.db'}", instance, clients)
        port = free_port()
        server = serve(ground.url, instance, port)
        try:
            wait_for(port)
            players = [Client(port, ground, number) for number in range(clients)]
            drive(players, 2, 0)
            full, thinking = drive(players, seconds, 0), drive(players, max(seconds, 26), 1)
        finally:
            server.terminate()
            server.wait(timeout=20)
    for failure in (full.failed + thinking.failed)[:3]:
        print(failure, file=sys.stderr)
    return {
        "full_speed": full.figures(),
        "thinking_1s": thinking.figures(),
        "fresh_run_ms": ground.fresh_run_ms,
    }


def fresh_postgresql() -> str | None:
    """An empty PostgreSQL database, or None when no server answers."""
    try:
        engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("DROP DATABASE IF EXISTS comptoir_bench WITH (FORCE)"))
            connection.execute(text("CREATE DATABASE comptoir_bench"))
        engine.dispose()
    except SQLAlchemyError as error:
        print(f"PostgreSQL was not measured: {error}", file=sys.stderr)
        return None
    return POSTGRESQL.rsplit("/", 1)[0] + "/comptoir_bench"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    options = parser.parse_args()
    figures: dict[str, Any] = {"clients": options.clients, "cores": os.cpu_count()}
    if options.only != "postgresql":
        figures["sqlite"] = bench("", options.clients, options.seconds)
    if options.only != "sqlite" and (url := fresh_postgresql()):
        figures["postgresql"] = bench(url, options.clients, options.seconds)
    figures["documents"] = documents_figures(batch=100)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
