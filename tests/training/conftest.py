"""What the stories of the training screens share."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from sandbox.core.run import Mode
from tests.training.classes import ClassAtWork


@pytest.fixture
def damaged(app: Flask, session: Session) -> ClassAtWork:
    """Four learners in *Livraison abîmée*."""
    return ClassAtWork(app, session, "livraison-abimee", Mode.TRAINING)


@pytest.fixture
def discovering(app: Flask, session: Session) -> ClassAtWork:
    """Four learners in *Découverte du poste*, with its help."""
    return ClassAtWork(app, session, "decouverte-du-poste", Mode.DISCOVERY)
