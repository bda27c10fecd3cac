"""One client of the bench: a keep-alive connection that plays the twelve requests of a cycle."""

import http.client
import re
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Engine, text
from werkzeug.routing import Map

PASSWORD = "bench-password"  # noqa: S105


class CycleFailed(Exception):
    """A request of the cycle was not answered as it should."""


@dataclass
class Ground:
    """Where the bench takes place."""

    url: str
    engine: Engine
    routes: Map
    runs: list[int]
    logins: list[str]
    customers: list[int]
    fresh_run_ms: dict[str, float]


class Client:
    """A learner's browser, reduced to its requests."""

    def __init__(self, port: int, ground: Ground, number: int) -> None:
        self.ground, self.number = ground, number
        self.run, self.customer = ground.runs[number], ground.customers[number]
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies: dict[str, str] = {}
        self.token = ""
        self.timings: list[float] = []
        self.carrier = self.newest("carrier")
        self.build = ground.routes.bind("localhost").build
        self._sign_in()

    def _sign_in(self) -> None:
        address = self.build("accounts.sign_in")
        self.token = self._token(self.get(address))
        login = self.ground.logins[self.number]
        self.post(address, {"login": login, "password": PASSWORD})
        self.timings.clear()

    def get(self, address: str) -> str:
        """A page; raises CycleFailed unless it is there."""
        status, _, body = self._send("GET", address, None)
        if status != 200:
            raise CycleFailed(f"GET {address}: {status}")
        return body

    def post(self, address: str, fields: dict[str, Any]) -> str:
        """Send a form; returns where it leads. Raises CycleFailed unless it leads somewhere."""
        status, where, body = self._send("POST", address, {"csrf_token": self.token, **fields})
        if status not in (302, 303):
            said = re.sub(r"<[^>]+>|\s+", " ", body)[:300]
            raise CycleFailed(f"POST {address}: {status} {said}")
        return where

    def _send(self, method: str, address: str, form: dict[str, Any] | None) -> tuple[int, str, str]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode(form, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        started = time.perf_counter()
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        text_ = answer.read().decode()
        self.timings.append((time.perf_counter() - started) * 1000)
        for header in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        return answer.status, answer.headers.get("Location", ""), text_

    @staticmethod
    def _token(page: str) -> str:
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        if found is None:
            raise CycleFailed("no CSRF token on the page")
        return found[1]

    def newest(self, table: str, condition: str = "1 = 1") -> int:
        """Id of the newest row of the run: what a learner would click on."""
        query = text(f"SELECT max(id) FROM {table} WHERE run_id = :run AND {condition}")  # noqa: S608
        with self.ground.engine.connect() as connection:
            return int(connection.execute(query, {"run": self.run}).scalar_one() or 0)

    def cycle(self, think: float) -> list[float]:
        """Play the twelve requests, thinking between them; returns their milliseconds."""
        self.timings = []
        for step in self._steps():
            step()
            if think:
                time.sleep(think)
        return self.timings

    def _to(self, endpoint: str, **values: int) -> str:
        return self.build(endpoint, {"run_id": self.run, **values})

    def _steps(self) -> Any:
        form = {"customer": "CLI-0001", "requested_on": "", "validity_days": "30"}
        for n, (product, quantity) in enumerate((("MOB-001", 1), ("MOB-009", 2), ("MOB-011", 1))):
            form |= {f"lines-{n}-product": product, f"lines-{n}-quantity": str(quantity)}
        yield lambda: setattr(self, "token", self._token(self.get(self._to("erp.new_quote"))))
        yield lambda: self.post(self._to("erp.create_quote"), form)
        quote = self.newest("quote")
        yield lambda: self.post(self._to("erp.send_quote", quote_id=quote), {})
        yield lambda: self.post(self._to("simulation.advance"), {"until": "hour"})
        order = self.newest("customer_order", f"quote_id = {quote}")
        looked_up = self._to("erp.consult_outstanding", customer_id=self.customer)
        yield lambda: self.post(looked_up, {"about": order})
        promise = {"promised_on": "2026-12-18"}
        yield lambda: self.post(self._to("erp.confirm_order", order_id=order), promise)
        yield lambda: self.post(self._to("erp.prepare_delivery", order_id=order), {})
        note = self.newest("delivery_note", f"order_id = {order}")
        shipped = self._to("erp.ship", delivery_id=note)
        yield lambda: self.post(shipped, {"carrier": self.carrier})
        yield lambda: self.post(self._to("erp.issue_invoice", delivery_id=note), {})
        invoice = self.newest("invoice", f"delivery_id = {note}")
        line = self.newest("bank_line", "NOT recorded")
        recorded = self._to("erp.record_payment", line_id=line)
        yield lambda: self.post(recorded, {"customer": "CLI-0001", "method": "transfer"})
        payment = self.newest("payment", f"bank_line_id = {line}")
        settled = self._to("erp.reconcile", payment_id=payment)
        yield lambda: self.post(settled, {"invoice": invoice})
        yield lambda: self.get(self._to("erp.order", order_id=order))
