"""Screens of judgement: the debriefing, the note of the day, the trainer's word, the queue."""

from sandbox.training.judging.views.blueprint import bp
from sandbox.training.judging.views.booklet import booklet
from sandbox.training.judging.views.debrief import debriefing
from sandbox.training.judging.views.decisions import decisions
from sandbox.training.judging.views.marking import marking
from sandbox.training.judging.views.matrix import matrix
from sandbox.training.judging.views.moments import day_note
from sandbox.training.judging.views.review import review

__all__ = ["booklet", "bp", "day_note", "debriefing", "decisions", "marking", "matrix", "review"]
