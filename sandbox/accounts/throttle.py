"""Slowing down whoever tries passwords: a sliding window of failures by address, in memory."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable

# A whole class may sit behind one address: the window leaves it room for clumsy mornings.
FAILURES = 40
SECONDS = 300.0
REMEMBERED = 10_000


class Throttle:
    """Failures of the last minutes, by address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._guard = threading.Lock()
        self._failures: defaultdict[str, deque[float]] = defaultdict(deque)

    def is_closed(self, address: str) -> bool:
        """Whether this address has failed too often lately."""
        with self._guard:
            return address in self._failures and len(self._recent(address)) >= FAILURES

    def failed(self, address: str) -> None:
        """Count one more failure."""
        with self._guard:
            if len(self._failures) > REMEMBERED:
                self._failures.clear()
            self._recent(address).append(self._clock())

    def reset(self) -> None:
        """Forget everything."""
        with self._guard:
            self._failures.clear()

    def _recent(self, address: str) -> deque[float]:
        failures = self._failures[address]
        while failures and failures[0] <= self._clock() - SECONDS:
            failures.popleft()
        return failures


throttle = Throttle()
