"""A simulated approved platform (plateforme agréée): statuses, reasons, controls, messages.

A sandbox without fiscal value; what it leaves out is listed in docs/plateforme-agreee.md.
"""
