"""Screens of the mailbox and of the customers."""

from sandbox.crm.views import customers, diary, mailbox, telephone, writing
from sandbox.crm.views.base import bp

__all__ = ["bp", "customers", "diary", "mailbox", "telephone", "writing"]
