"""Bank statements in the CFONB 120 layout: lines of 120 characters, amounts signed by their last.

Record 01 is the old balance, 04 a movement, 05 more of its label, 07 the new balance. The last
character of an amount holds its last digit and its sign: « { A…I » are +0…+9, « } J…R » -0…-9.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sandbox.core.units import Cents

WIDTH, DECIMALS = 120, "2"
OLD, MOVE, MORE, NEW = "01", "04", "05", "07"
_PLUS, _MINUS = "{ABCDEFGHI", "}JKLMNOPQR"
_DIGITS = 13
# Characters of a label in its own record, and in the one that goes on with it.
_LABEL, _MORE = 31, 70
# Transfers received, and what the bank takes back.
CREDIT, DEBIT = "05", "17"


@dataclass(frozen=True)
class Account:
    """Codes of bank and branch, five digits each, and the eleven characters of the account."""

    bank: str
    branch: str
    number: str

    @classmethod
    def of_iban(cls, iban: str) -> "Account":
        """The account of a French IBAN (two letters, two digits, then the RIB)."""
        return cls(iban[4:9], iban[9:14], iban[14:25])


@dataclass(frozen=True)
class Movement:
    """A line of the statement: cents, below zero when the bank takes them."""

    on: date
    label: str
    reference: str
    amount: Cents


@dataclass(frozen=True)
class BankStatement:
    """Balances in cents on two days, and what moved between them."""

    account: Account
    opened_on: date
    old: Cents
    closed_on: date
    new: Cents
    movements: tuple[Movement, ...]

    @property
    def gap(self) -> Cents:
        """What the new balance says beyond the old one and the movements: nought when it holds."""
        return self.new - self.old - sum(each.amount for each in self.movements)


def amount(field: str) -> Cents:
    """Cents of an amount as the file writes it; raises ValueError."""
    digits, last = field[:-1].strip() or "0", field[-1:]
    for signs, sign in ((_PLUS, 1), (_MINUS, -1)):
        if last and last in signs and digits.isdecimal():
            return sign * (int(digits) * 10 + signs.index(last))
    raise ValueError(f"« {field} » n'est pas un montant CFONB : treize chiffres, puis {{ à R.")


def written(cents: Cents) -> str:
    """Cents as the file writes them: fourteen characters."""
    whole, last = divmod(abs(cents), 10)
    return f"{whole:0{_DIGITS}d}{(_MINUS if cents < 0 else _PLUS)[last]}"


def statement_text(stated: BankStatement) -> str:
    """The file of a statement: its lines, each ended."""
    head = _balance(OLD, stated.account, stated.opened_on, stated.old)
    foot = _balance(NEW, stated.account, stated.closed_on, stated.new)
    lines = [
        line
        for number, each in enumerate(stated.movements, start=1)
        for line in _movement(stated.account, number, each)
    ]
    return "".join(f"{line:<{WIDTH}}\r\n" for line in (head, *lines, foot))


def _balance(record: str, account: Account, on: date, cents: Cents) -> str:
    head = f"{record}{account.bank}    {account.branch}EUR{DECIMALS} {account.number:<11}  "
    return f"{head}{on:%d%m%y}{'':50}{written(cents)}"


def _movement(account: Account, number: int, moved: Movement) -> Iterator[str]:
    head = f"{MOVE}{account.bank}    {account.branch}EUR{DECIMALS} {account.number:<11}"
    code = DEBIT if moved.amount < 0 else CREDIT
    label, more = _plain(moved.label)[:_LABEL], _plain(moved.label)[_LABEL:]
    told = f"{code}{moved.on:%d%m%y}  {moved.on:%d%m%y}{label:<{_LABEL}}  {number % 10**7:07d}  "
    yield f"{head}{told}{written(moved.amount)}{moved.reference[:16]:<16}"
    if more:
        yield f"{MORE}{head[2:]}{code}{moved.on:%d%m%y}     LIB{more[:_MORE]}"


def _plain(text: str) -> str:
    """Upper case, without accents: banks write no others."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return bare.upper()


def read_statement(text: str) -> BankStatement:
    """A statement from its file; raises ValueError that says which line is wrong, and how."""
    old = new = None
    account: Account | None = None
    moves: list[Movement] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        record = line[:2]
        if record not in (OLD, MOVE, MORE, NEW):
            raise ValueError(f"Ligne {number} : « {record} » n'est pas 01, 04, 05 ou 07.")
        if record == OLD:
            old, account = _read_balance(number, line), _read_account(line)
        elif record == NEW:
            new = _read_balance(number, line)
        elif record == MOVE:
            moves.append(_read_movement(number, line))
        elif moves:
            rest = line[48:118]
            moves[-1] = replace(moves[-1], label=moves[-1].label + rest)
    if old is None or new is None or account is None:
        raise ValueError("Il faut une ligne 01 (ancien solde) et une ligne 07 (nouveau solde).")
    found = (replace(each, label=each.label.rstrip()) for each in moves)
    return BankStatement(account, *old, *new, tuple(found))


def _read_account(line: str) -> Account:
    return Account(line[2:7], line[11:16], line[21:32].strip())


def _read_balance(number: int, line: str) -> tuple[date, Cents]:
    return _read_day(number, line[34:40]), _read_amount(number, line[90:104])


def _read_movement(number: int, line: str) -> Movement:
    label, reference = f"{line[48:79]:<{_LABEL}}", line[104:WIDTH].strip()
    on, cents = _read_day(number, line[34:40]), _read_amount(number, line[90:104])
    return Movement(on, label, reference, cents)


def _read_day(number: int, field: str) -> date:
    try:
        return datetime.strptime(field, "%d%m%y").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError as error:
        raise ValueError(f"Ligne {number} : « {field} » n'est pas une date JJMMAA.") from error


def _read_amount(number: int, field: str) -> Cents:
    try:
        return amount(field)
    except ValueError as error:
        raise ValueError(f"Ligne {number} : {error}") from error


def statement_of(
    account: Account,
    opened_on: date,
    closed_on: date,
    lines: Iterable[tuple[date, str, str, Cents]],
) -> BankStatement:
    """What moved between two days, out of (day, label, reference, cents): what came before is the
    old balance.
    """
    known = sorted(lines, key=lambda line: line[0])
    old = sum(line[3] for line in known if line[0] < opened_on)
    moves = tuple(Movement(*line) for line in known if opened_on <= line[0] <= closed_on)
    new = old + sum(each.amount for each in moves)
    return BankStatement(account, opened_on, old, closed_on, new, moves)
