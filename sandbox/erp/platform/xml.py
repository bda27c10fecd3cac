"""XML elements in one call each, and amounts as files want them."""

from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True)
class Maker:
    """Makes elements of one namespace; ``prefixes`` are declared on the root."""

    namespace: str = ""
    prefixes: tuple[tuple[str, str], ...] = ()

    def __call__(
        self, tag: str, *content: "str | etree._Element", **attributes: str
    ) -> "etree._Element":
        """An element with text or children."""
        name = f"{{{self.namespace}}}{tag}" if self.namespace else tag
        element = etree.Element(name, attributes, nsmap=dict(self.prefixes))
        for part in content:
            if isinstance(part, str):
                element.text = part
            else:
                element.append(part)
        return element


def written(root: "etree._Element") -> bytes:
    """The file of a whole message."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def plain(hundredths: int) -> str:
    """« -12.50 » from cents, or from hundredths of a percent."""
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}.{part:02d}"
