"""Saxon in a process of its own: a request a line on stdin, an answer a line on stdout (JSON).

Run as a program, never imported by the product: an abort of the native library stops this process
alone. Request: {"xml": text, "stylesheets": [path]}; answer: {"reports": [SVRL]}, or {"error"}.
"""

import json
import os
import sys
from typing import Any, TextIO

from saxonche import PySaxonProcessor


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer until the requests end; each stylesheet is compiled once."""
    saxon = PySaxonProcessor(license=False)
    compiled: dict[str, Any] = {}
    for request in requests:
        answer: dict[str, Any]
        try:
            answer = {"reports": _reports(saxon, compiled, **json.loads(request))}
        except Exception as error:  # noqa: BLE001 - whatever it is, the asker must hear of it
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _reports(saxon: Any, compiled: dict[str, Any], xml: str, stylesheets: list[str]) -> list[str]:
    document = saxon.parse_xml(xml_text=xml)
    for path in stylesheets:
        if path not in compiled:
            # From its file: the Factur-X rules read a list of codes that lies beside them.
            processor = saxon.new_xslt30_processor()
            compiled[path] = processor.compile_stylesheet(stylesheet_file=path)
    return [compiled[path].transform_to_string(xdm_node=document) for path in stylesheets]


if __name__ == "__main__":
    # What the library may print must not be taken for an answer.
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serve(sys.stdin, channel)
