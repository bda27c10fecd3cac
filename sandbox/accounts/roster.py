"""A list of learners that comes from a file: read, checked line by line, then written whole."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.accounts import passwords
from sandbox.accounts.errors import BadLogin, ListHasMistakes, ListTooLong, NobodyListed
from sandbox.accounts.models import Account, Cohort, Role
from sandbox.accounts.services import LOGIN, LONGEST_NAME, create_account

MOST = 60
_NAME = {"nom", "nom et prénom", "prénom et nom", "nom prénom", "prénom nom", "apprenant", "name"}
_FIRST = {"prénom", "prenom", "first name"}
_LOGIN = {"identifiant", "login", "email", "courriel"}
_NOT_IN_LOGINS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Line:
    """A learner of the list: line of the file, name, login, and what is wrong with it."""

    number: int
    name: str
    login: str
    problem: str = ""


@dataclass(frozen=True)
class Card:
    """What is printed for somebody: the code is shown once, and kept nowhere."""

    account: Account
    code: str


def read_roster(rows: Sequence[Sequence[str]]) -> list[Line]:
    """Lines of a file: headings are recognised, else name then login. Raises NobodyListed,
    ListTooLong.
    """
    headings = [cell.strip().lower() for cell in rows[0]]
    titled = any(cell in _NAME | _FIRST | _LOGIN for cell in headings)
    columns = _columns(headings) if titled else ((0,), 1)
    first = 2 if titled else 1
    lines = [_line(n, row, *columns) for n, row in enumerate(rows[first - 1 :], first)]
    lines = [line for line in lines if line.name or line.login]
    if not lines:
        raise NobodyListed
    if len(lines) > MOST:
        raise ListTooLong(count=len(lines), most=MOST)
    return lines


def _columns(headings: Sequence[str]) -> tuple[tuple[int, ...], int | None]:
    """Columns of the name (first name first), and that of the login."""

    def those(words: set[str]) -> list[int]:
        return [rank for rank, word in enumerate(headings) if word in words]

    return (*those(_FIRST)[:1], *those(_NAME)[:1]), next(iter(those(_LOGIN)), None)


def _line(number: int, row: Sequence[str], names: tuple[int, ...], login: int | None) -> Line:
    def cell(rank: int) -> str:
        return row[rank].strip() if rank < len(row) else ""

    name = " ".join(filter(None, (cell(rank) for rank in names)))
    # An address of mail given as a login keeps what stands before the sign.
    given = "" if login is None else cell(login).lower().partition("@")[0]
    return Line(number, name[:LONGEST_NAME], given[:40])


def login_for(name: str) -> str:
    """« Awa Diallo » → « awa.diallo »."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_IN_LOGINS.sub(".", letters).strip(".")[:36]


def checked(session: Session, lines: Iterable[Line]) -> list[Line]:
    """The same lines: a login is proposed where there is none, and each mistake is told."""
    wanted = [replace(line, login=line.login.strip().lower()) for line in lines]
    taken = _taken(session, wanted)
    given = Counter(line.login for line in wanted if line.login)
    named, used = [], taken | set(given)
    for line in wanted:
        login = line.login or _free(login_for(line.name), used)
        used.add(login)
        named.append(replace(line, login=login))
    return [replace(line, problem=_problem(line, taken, given)) for line in named]


def _taken(session: Session, lines: Iterable[Line]) -> set[str]:
    """Logins of other people that these could meet."""
    stems = {line.login or login_for(line.name) for line in lines}
    found = select(Account.login).where(
        Account.login.in_(stems) | Account.login.in_(f"{s}{n}" for s in stems for n in range(2, 10))
    )
    return set(session.scalars(found))


def _free(stem: str, used: set[str]) -> str:
    tries = (stem, *(f"{stem}{number}" for number in range(2, 10)))
    return next((each for each in tries if each and each not in used), stem)


def _problem(line: Line, taken: set[str], given: Counter[str]) -> str:
    if not line.name.strip():
        return "Le nom manque."
    if not LOGIN.fullmatch(line.login):
        return str(BadLogin())
    if given[line.login] > 1:
        return f"L'identifiant « {line.login} » est donné à plusieurs lignes."
    if line.login in taken:
        return f"L'identifiant « {line.login} » est déjà pris."
    return ""


def write_roster(session: Session, cohort: Cohort, lines: Sequence[Line]) -> list[Card]:
    """Open the accounts of a checked list, all of them or none; raises ListHasMistakes."""
    wrong = sum(bool(line.problem) for line in lines)
    if wrong:
        raise ListHasMistakes(count=wrong)
    return [_opened(session, cohort, line) for line in lines]


def _opened(session: Session, cohort: Cohort, line: Line) -> Card:
    code, role = passwords.new_access_code(), Role.LEARNER
    said = {"login": line.login, "name": line.name, "password": code}
    return Card(create_account(session, role=role, cohort=cohort, **said), code)
