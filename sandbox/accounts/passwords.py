"""Passwords and access codes: hashing, checking, drawing."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

SHORTEST = 8
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"

# 19 MiB and two passes (OWASP's second choice): a class of sixteen signs in at once on a laptop.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(password)


@cache
def _nobody() -> str:
    return hashed(secrets.token_hex())


def matches(kept: str | None, password: str) -> bool:
    """Whether this is the password; takes as long when nobody has that login (``kept`` None)."""
    try:
        return _hasher.verify(kept or _nobody(), password) and kept is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(kept)


def new_access_code() -> str:
    """A code easy to copy from a card: no letter that looks like a digit (60 bits or so)."""
    return _code(3)


def new_class_code() -> str:
    """What a whole class copies from the board: shorter (40 bits), and trying it is slowed down."""
    return _code(2)


def _code(groups: int) -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(groups))


def new_session_key() -> str:
    """What ties a session's cookie to the account, until the next one."""
    return secrets.token_hex(16)


def warm_up() -> None:
    """Pay for the first check before the first visitor."""
    matches(None, "")
