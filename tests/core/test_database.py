"""Writers pass in the order they came, and start from fresh rows."""

import threading
import time

from flask import Flask
from sqlalchemy.orm import Session

from sandbox.core.database import Turnstile, writing
from sandbox.extensions import db
from tests.factories.world import make_account


def test_turns_are_given_in_order_of_arrival() -> None:
    turnstile, order = Turnstile(), []

    def pass_through(name: int) -> None:
        with turnstile:
            order.append(name)

    with turnstile:
        threads = []
        for name in range(8):
            threads.append(threading.Thread(target=pass_through, args=(name,)))
            threads[-1].start()
            time.sleep(0.01)
    for thread in threads:
        thread.join()
    assert order == list(range(8))


def test_a_turn_is_passed_on_even_after_a_failure(app: Flask) -> None:
    for _ in range(2):
        try:
            with Session(db.engine) as session, writing(session):
                make_account(session, "x", "learner")
                raise RuntimeError
        except RuntimeError:
            continue
    with Session(db.engine) as session, writing(session):
        make_account(session, "x", "learner")
        session.commit()


def test_writers_side_by_side_lose_nothing(app: Flask) -> None:
    def write(name: str) -> None:
        with app.app_context(), Session(db.engine) as session, writing(session):
            make_account(session, name, "learner")
            session.commit()

    threads = [threading.Thread(target=write, args=(f"p{n}",)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with db.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM account").scalar() == 16
