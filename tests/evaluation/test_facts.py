"""The journal as the rules see it."""

from sandbox.core.calendar import paris
from sandbox.evaluation.debts import debts
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.telling import told
from sandbox.evaluation.vocabulary import waits, within
from tests.stories import INVOICE, ORDER, QUOTE, Story, owed


def test_what_was_done_to_a_draft_bears_the_number_of_the_quote() -> None:
    story = Story().does("quote.drawn_up", "DE-B17").does("quote.sent", alias="DE-B17")
    facts = story.does("quote.followed_up").facts()

    drawn_up, sent, followed = facts.find(
        "quote.drawn_up", "quote.sent", "quote.followed_up", of=QUOTE
    )
    assert drawn_up.seq < sent.seq < followed.seq


def test_a_question_about_a_draft_is_about_the_quote() -> None:
    story = Story().does("approval.requested", about="DE-B17").does("quote.sent", alias="DE-B17")

    assert story.facts().first("approval.requested", about=QUOTE) is not None


def test_facts_are_found_by_value_and_between_two_others() -> None:
    story = Story().records().records("CDE-2026-000002", customer="CLI-0002").records()
    facts = story.facts()
    first, second, third = facts.find("order.recorded")

    assert facts.find("order.recorded", customer="CLI-0001") == [first, third]
    assert facts.find("order.recorded", after=first, before=third) == [second]
    assert facts.find("order.recorded", of=ORDER, customer="CLI-0002") == []


def test_the_evaluator_reads_the_procedures_that_the_learner_reads() -> None:
    assert Story().facts().procedures.dunning.step("call").after_days == 3


def test_the_deeds_of_other_posts_are_not_the_learners() -> None:
    story = Story().records(by="director").records()

    assert [fact.seq for fact in story.facts().acts("order.recorded")] == [4]
    assert [fact.seq for fact in Facts(story.entries, "director").acts("order.recorded")] == [2]


def test_practice_customers_are_left_out_with_all_their_documents() -> None:
    story = Story(owed("2026-11-20"), practice=("CLI-0001",)).records().does("order.acknowledged")
    story.records("CDE-2026-000002", customer="CLI-0002")
    facts = story.facts()

    assert facts.find("stock.reserved", of=ORDER) == []
    assert [fact["customer"] for fact in facts.find("order.recorded")] == ["CLI-0002"]
    assert debts(facts, facts.journal[0]) == []


def test_invoices_open_at_the_start_are_known_by_the_opening() -> None:
    facts = Story(owed("2026-11-20")).facts()
    (debt,) = debts(facts, facts.journal[0])

    assert (debt.invoice, debt.source.verb, debt.stopped_on) == (INVOICE, "run.opened", None)


def test_the_timer_counts_the_hours_of_the_company() -> None:
    facts = Story(start="11-10 16:30").until("11-12 09:30").facts()
    since = paris(2026, 11, 10, 16, 30)

    assert within(facts, since, None, 119) is not None
    assert within(facts, since, None, 120) is None


def test_the_timer_stops_while_the_ball_is_in_another_court() -> None:
    story = Story().does("message.sent").at("11-04 08:30").happens("message.received")
    facts = story.until("11-04 09:30").facts()
    pauses = waits(facts.find("message.sent"), facts.find("message.received"))

    assert within(facts, paris(2026, 11, 2, 8, 30), None, 60, pauses) is None
    assert within(facts, paris(2026, 11, 2, 8, 30), None, 59, pauses) is not None


def test_a_message_about_another_order_tells_nothing() -> None:
    facts = Story().does("message.sent", about="CDE-2026-000009").facts()

    assert told(facts, "CLI-0001", ORDER, after=facts.journal[0]) is None
