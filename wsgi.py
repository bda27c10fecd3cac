"""Where servers and the ``flask`` command find the application."""

import gc

from sandbox import create_app

app = create_app()
# What is loaded stays for good: the collector need not go over it at each of its full passes.
gc.freeze()
