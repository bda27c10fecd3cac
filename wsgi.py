"""Where servers and the ``flask`` command find the application."""

from sandbox import create_app

app = create_app()
