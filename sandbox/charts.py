"""Charts drawn by the server as SVG: no script, no inline style, readable aloud and on paper."""

import hashlib
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from sandbox.filters import eur_short, plural

DAY_START = 8 * 60
DAY_END = 18 * 60
AGES = ("b0", "b1", "b2", "b3", "b4")
KINDS = {"met": "réussi", "partly": "en partie", "missed": "manqué", "event": "événement"}


class Mark(NamedTuple):
    """One mark of a timeline: the day's rank from 0, minute of the day, kind, what is said."""

    day: int
    minute: int
    kind: str
    text: str


def _svg(
    css: str, width: int, height: int, title: str, desc: str, body: Iterable[Markup]
) -> Markup:
    """Frame a drawing with the title and the description a screen reader says."""
    key = hashlib.sha256(f"{css}|{title}|{desc}".encode()).hexdigest()[:8]
    return Markup(
        '<svg class="chart {0}" viewBox="0 0 {1} {2}" role="img" aria-labelledby="t{3} d{3}">'
        '<title id="t{3}">{4}</title><desc id="d{3}">{5}</desc>{6}</svg>'
    ).format(css, width, height, key, title, desc, Markup("").join(body))


def _text(css: str, x: float, y: float, words: str, anchor: str = "start") -> Markup:
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
        css, x, y, anchor, words
    )


def _line(css: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    return Markup('<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>').format(
        css, x1, y1, x2, y2
    )


RADAR_WIDTH, RADAR_HEIGHT, RADAR_RADIUS = 520, 372, 118
RADAR_CENTRE = (260, 184)


def radar(spokes: Sequence[tuple[str, int | None, str]], title: str) -> Markup:
    """Draw criteria (name, percent reached, « 3 sur 4 ») in words: a figure would be a mark.

    What was not observed is named, not drawn.

    Under three criteria a radar says nothing: bars are drawn instead.
    """
    seen = [(label, percent, said) for label, percent, said in spokes if percent is not None]
    unseen = [label for label, percent, _ in spokes if percent is None]
    if not seen:
        return Markup("")
    told = " ; ".join(f"{label} : {said}" for label, _, said in seen)
    desc = told + (f". Non observé : {', '.join(unseen)}." if unseen else ".")
    if len(seen) < 3:
        return _score_bars(seen, title, desc)
    return _svg("radar", RADAR_WIDTH, RADAR_HEIGHT, title, desc, _radar_parts(seen))


def _at(rank: int, count: int, percent: int) -> tuple[float, float]:
    angle = -math.pi / 2 + 2 * math.pi * rank / count
    reach = RADAR_RADIUS * percent / 100
    return RADAR_CENTRE[0] + reach * math.cos(angle), RADAR_CENTRE[1] + reach * math.sin(angle)


def _polygon(css: str, percents: Sequence[int]) -> Markup:
    corners = (_at(rank, len(percents), percent) for rank, percent in enumerate(percents))
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return Markup('<polygon class="{}" points="{}"/>').format(css, points)


def _radar_parts(seen: Sequence[tuple[str, int, str]]) -> Iterable[Markup]:
    count = len(seen)
    yield from (_polygon("ring", [ring] * count) for ring in (25, 50, 75, 100))
    yield from (_line("spoke", *RADAR_CENTRE, *_at(rank, count, 100)) for rank in range(count))
    reached = [percent for _, percent, _ in seen]
    yield _polygon("area", reached)
    yield _polygon("curve", reached)
    for rank, (label, percent, said) in enumerate(seen):
        yield _dot(*_at(rank, count, percent), f"{label} : {said}")
        yield _radar_label(rank, count, label, said)


def _dot(x: float, y: float, tip: str) -> Markup:
    return Markup(
        '<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="4"><title>{}</title></circle>'
    ).format(x, y, tip)


def _radar_label(rank: int, count: int, label: str, said: str) -> Markup:
    x, y = _at(rank, count, 116)
    side = round(x - RADAR_CENTRE[0])
    anchor = "middle" if abs(side) < 40 else "start" if side > 0 else "end"
    rows = _wrapped(label)
    lift = {"middle": 2 if y > RADAR_CENTRE[1] else 9 * len(rows) + 8}.get(anchor, 9 * len(rows))
    spans = Markup("").join(
        Markup('<tspan x="{:.1f}" dy="{}">{}</tspan>').format(x, "1.2em" if index else "0", row)
        for index, row in enumerate(rows)
    )
    value = Markup('<tspan class="val" x="{:.1f}" dy="1.25em">{}</tspan>').format(x, said)
    return Markup('<text class="lab" y="{:.1f}" text-anchor="{}">{}{}</text>').format(
        y - lift + 6, anchor, spans, value
    )


def _wrapped(label: str, width: int = 16) -> list[str]:
    """Cut a label into two rows at the space nearest its middle when it is long."""
    spaces = [at for at, letter in enumerate(label) if letter == " "]
    if len(label) <= width or not spaces:
        return [label]
    cut = min(spaces, key=lambda at: abs(at - len(label) // 2))
    return [label[:cut], label[cut + 1 :]]


def _score_bars(seen: Sequence[tuple[str, int, str]], title: str, desc: str) -> Markup:
    return _svg("scores", 460, 8 + 36 * len(seen), title, desc, _bars(seen, 100, ("s1",)))


def _bars(rows: Sequence[tuple[str, int, str]], top: int, kinds: Sequence[str]) -> Iterable[Markup]:
    """Draw (label, value, written value) rows as horizontal bars against the value `top`."""
    left, room = 118, 246
    for rank, (label, value, written) in enumerate(rows):
        y = 8 + rank * 36
        width = max(room * value // top, 2) if value > 0 else 0
        yield _text("lab", left - 12, y + 17, label, "end")
        yield _bar("track", left, y + 2, room)
        yield _bar(f"bar {kinds[rank % len(kinds)]}", left, y + 2, width)
        yield _text("val", left + width + 8, y + 17, written)


def _bar(css: str, x: int, y: int, width: int) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="21" rx="4"/>').format(
        css, x, y, width
    )


def aged_balance(buckets: Sequence[tuple[str, int]], title: str) -> Markup:
    """Draw what customers owe by age; amounts in cents, from not yet due to the oldest."""
    top = max([cents for _, cents in buckets] + [1])
    rows = [(label, cents, eur_short(cents)) for label, cents in buckets]
    desc = " ; ".join(f"{label} : {written}" for label, _, written in rows) + "."
    return _svg("aged", 460, 8 + 36 * len(rows), title, desc, _bars(rows, top, AGES))


STOCK_WIDTH, STOCK_HEIGHT = 460, 220
STOCK_BOX = (38, 18, 446, 192)


def stock_curve(points: Sequence[tuple[str, int]], reorder_point: int, title: str) -> Markup:
    """Draw a stock as steps, one per (label, quantity) reading, with its reorder point."""
    if len(points) < 2:
        return Markup("")
    top = max([quantity for _, quantity in points] + [reorder_point, 1])
    out = sum(quantity <= 0 for _, quantity in points)
    under = sum(quantity < reorder_point for _, quantity in points)
    desc = (
        f"De {points[0][1]} à {points[-1][1]} ; point de commande : {reorder_point} ; "
        f"{plural(under, 'relevé')} dessous, dont {out} en rupture."
    )
    return _svg(
        "stock", STOCK_WIDTH, STOCK_HEIGHT, title, desc, _stock_parts(points, reorder_point, top)
    )


def _stock_x(rank: int, count: int) -> float:
    left, _, right, _ = STOCK_BOX
    return left + (right - left) * rank / (count - 1)


def _stock_y(quantity: int, top: int) -> float:
    _, high, _, low = STOCK_BOX
    return low - (low - high) * quantity / (top * 1.1)


def _stock_parts(points: Sequence[tuple[str, int]], reorder: int, top: int) -> Iterable[Markup]:
    left, _, right, low = STOCK_BOX
    count = len(points)
    for graduation in range(0, top + 1, _step(top)):
        y = _stock_y(graduation, top)
        yield _line("grid", left, y, right, y)
        yield _text("tick", left - 7, y + 4, str(graduation), "end")
    steps = _steps([quantity for _, quantity in points], top)
    yield Markup('<path class="area" d="{}V{}H{}Z"/>').format(steps, low, left)
    yield Markup('<path class="curve" d="{}"/>').format(steps)
    level = _stock_y(reorder, top)
    yield _line("reorder", left, level, right, level)
    # The label goes to the end where the curve is the farther from the line.
    near_left = abs(points[0][1] - reorder) < abs(points[-1][1] - reorder)
    x, anchor = (right - 4, "end") if near_left else (left + 8, "start")
    yield _text("reorder-lab halo", x, level - 7, f"Point de commande : {reorder}", anchor)
    yield from _stockout(points, top)
    every = -(-count // 7)
    for rank in range(0, count, every):
        yield _text("tick", _stock_x(rank, count), STOCK_HEIGHT - 8, points[rank][0], "middle")


def _steps(quantities: Sequence[int], top: int) -> str:
    count = len(quantities)
    start = f"M{_stock_x(0, count):.1f},{_stock_y(quantities[0], top):.1f}"
    moves = (
        f"H{_stock_x(rank, count):.1f}V{_stock_y(quantity, top):.1f}"
        for rank, quantity in enumerate(quantities)
        if rank
    )
    return start + "".join(moves)


def _stockout(points: Sequence[tuple[str, int]], top: int) -> Iterable[Markup]:
    """Mark the first reading at nothing."""
    rank = next((rank for rank, (_, quantity) in enumerate(points) if quantity <= 0), None)
    if rank is not None:
        x, y = _stock_x(rank, len(points)), _stock_y(0, top)
        yield Markup('<circle class="out" cx="{:.1f}" cy="{:.1f}" r="5"/>').format(x, y)
        late = rank > len(points) * 3 // 4
        yield _text(
            "out-lab halo", x + (-9 if late else 9), y - 8, "rupture", "end" if late else "start"
        )


def _step(top: int) -> int:
    """Return a round graduation that cuts `top` into at most six."""
    power = int(10 ** max(len(str(top)) - 2, 0))
    return next(size * power for size in (1, 2, 5, 10, 20, 50) if top <= 6 * size * power)


LANE_LEFT, LANE_RIGHT, LANE_TOP, LANE_HEIGHT = 124, 944, 32, 36
SHAPES = {
    "met": Markup('<circle class="mark met" cx="{x:.1f}" cy="{y:.1f}" r="7">{tip}</circle>'),
    "partly": Markup('<path class="mark partly" d="M{x:.1f},{top:.1f}l9,15h-18z">{tip}</path>'),
    "missed": Markup(
        '<path class="mark missed" d="M{x:.1f},{top:.1f}l9,9l-9,9l-9,-9z">{tip}</path>'
    ),
    "event": Markup('<circle class="mark event" cx="{x:.1f}" cy="{y:.1f}" r="5">{tip}</circle>'),
}


def timeline(
    lanes: Sequence[tuple[str, Sequence[Mark]]], days: Sequence[str], title: str
) -> Markup:
    """Draw a run: one lane per subject, one mark per deed, from 8:00 to 18:00 of each day."""
    if not days:
        return Markup("")
    marks = [mark for _, lane in lanes for mark in lane]
    totals = {kind: sum(mark.kind == kind for mark in marks) for kind in KINDS}
    desc = " ; ".join(f"{label} : {totals[kind]}" for kind, label in KINDS.items()) + "."
    height = LANE_TOP + LANE_HEIGHT * len(lanes) + 8
    return _svg("timeline", 960, height, title, desc, _timeline_parts(lanes, days, height))


def _timeline_x(day: int, minute: int, days: int) -> float:
    inside = min(max(minute, DAY_START), DAY_END) - DAY_START
    span = DAY_END - DAY_START
    return LANE_LEFT + (LANE_RIGHT - LANE_LEFT) * (day * span + inside) / (days * span)


def _timeline_parts(
    lanes: Sequence[tuple[str, Sequence[Mark]]], days: Sequence[str], height: int
) -> Iterable[Markup]:
    count = len(days)
    for rank in range(count + 1):
        x = _timeline_x(rank, DAY_START, count)
        yield _line("grid", x, LANE_TOP - 6, x, height - 6)
    for rank, label in enumerate(days):
        middle = _timeline_x(rank, (DAY_START + DAY_END) // 2, count)
        yield _text("tick", middle, 16, label, "middle")
    for rank, (label, marks) in enumerate(lanes):
        y = LANE_TOP + LANE_HEIGHT * rank + LANE_HEIGHT / 2
        yield _text("lab", LANE_LEFT - 14, y + 4, label, "end")
        yield _line("lane", LANE_LEFT, y, LANE_RIGHT, y)
        yield from (_mark(mark, y, count) for mark in marks)


def _mark(mark: Mark, y: float, days: int) -> Markup:
    shape = SHAPES.get(mark.kind, SHAPES["event"])
    x = _timeline_x(mark.day, mark.minute, days)
    tip = Markup("<title>{}</title>").format(mark.text)
    return shape.format(x=x, y=y, top=y - 9, tip=tip)


def legend(kinds: Sequence[str] = ("met", "partly", "missed")) -> Markup:
    """Say what the marks of a timeline mean."""
    entries = Markup("").join(
        Markup('<span><svg viewBox="0 0 20 20" aria-hidden="true">{}</svg>{}</span>').format(
            SHAPES[kind].format(x=10, y=10, top=1, tip=""), KINDS[kind]
        )
        for kind in kinds
    )
    return Markup('<p class="legend">{}</p>').format(entries)
