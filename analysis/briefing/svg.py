"""A figure's SVG → a tree of shapes and words, allow-listed; its ink turned into the page's for HTML."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from analysis.briefing.sanitise import clean, names
from analysis.briefing.tree import Element

ELEMENTS = names(
    "svg g path rect circle ellipse line polyline polygon text tspan defs clipPath use linearGradient "
    "radialGradient stop pattern marker symbol mask image a"
)
ATTRIBUTES = names(
    "id d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height points transform viewBox preserveAspectRatio "
    "version offset gradientUnits gradientTransform patternUnits patternTransform patternContentUnits "
    "clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits orient refX refY rotate "
    "textLength lengthAdjust spreadMethod href style"
)
PROPERTIES = names(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity clip-path clip-rule mask font font-family "
    "font-size font-style font-weight font-variant text-anchor text-decoration dominant-baseline "
    "baseline-shift letter-spacing word-spacing white-space stop-color stop-opacity color visibility display "
    "image-rendering marker-start marker-mid marker-end vector-effect paint-order pointer-events"
)
HIT = "hit"
"""The class of a part of a drawing that opens what it counts."""
_PALE, _DEEP = 150, 96
"""Lighter colours than the first are pale; the second is how light the deep ones are of which they are mixed."""
_PART = re.compile(r"#[\w.:-]{1,200}\Z")
_HREF = "{http://www.w3.org/1999/xlink}href"
_POINTS = {"": 0.75, "px": 0.75, "pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54}
_RASTER = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]+\Z")
_UNSAFE = re.compile(r"url\s*\((?!\s*['\"]?#[\w.:-]+['\"]?\s*\))|[\\<>@{}]|expression|javascript|/\*", re.IGNORECASE)


def figure(source: str) -> Element | None:
    """The `svg` element that may stand in a briefing, or None when the source is not a well-formed SVG."""
    if "<!ENTITY" in source:
        return None
    try:
        root = ET.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", source))
    except (ET.ParseError, RecursionError, ValueError):
        return None
    kept = _kept(root, 0)
    if kept is None or kept.tag != "svg":
        return None
    kept.attrs = {"xmlns": "http://www.w3.org/2000/svg"} | kept.attrs
    if "stroke-linejoin: round" in source:  # matplotlib says so for `*` in a style sheet, which is left out
        kept.attrs |= {"stroke-linejoin": "round", "stroke-linecap": "butt"}
    return kept


def links(element: Element) -> list[Element]:
    """The parts of a drawing that open something, in its order."""
    return [one for one in everything(element) if one.tag == "a" and one.has(HIT)]


def unlink(element: Element, lost: Iterable[Element]) -> None:
    """Take these links out of the drawing."""
    gone = {id(one) for one in lost}
    for one in everything(element):
        one.children = [child for child in one.children if id(child) not in gone]


def everything(element: Element) -> Iterator[Element]:
    """The drawing and all that is in it."""
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from everything(child)


def size(element: Element) -> tuple[float, float]:
    """Width and height of a figure in points; 300 × 150 px, as browsers have it, where it doesn't say."""
    box = re.findall(r"-?[\d.]+", element.attrs.get("viewBox", ""))
    sides = box[2:] if len(box) == 4 else ["300", "150"]
    width, height = (_points(element.attrs.get(side, "")) for side in ("width", "height"))
    return width or float(sides[0]) * 0.75 or 225.0, height or float(sides[1]) * 0.75 or 112.5


def inked(element: Element, prefix: str) -> Element:
    """A copy for an HTML page: ids prefixed, greys mixed of the page's own ink and paper, room to scale."""
    width, height = size(element)
    copy = _inked(element, prefix)
    for name in ("width", "height", "version"):
        copy.attrs.pop(name, None)
    copy.attrs.setdefault("viewBox", f"0 0 {width / 0.75:g} {height / 0.75:g}")
    copy.attrs |= {"fill": "currentColor", "style": f"--width: {width / 12:.2f}rem"}
    return copy


def _inked(element: Element, prefix: str) -> Element:
    attrs = {name: _own(_toned(name, value), prefix) for name, value in element.attrs.items()}
    if "id" in attrs:
        attrs["id"] = prefix + attrs["id"]
    if element.tag != "a" and attrs.get("href", "").startswith("#"):
        attrs["href"] = f"#{prefix}{attrs['href'][1:]}"
    children = [child if isinstance(child, str) else _inked(child, prefix) for child in element.children]
    return Element(element.tag, attrs, children)


def _own(value: str, prefix: str) -> str:
    return re.sub(r"url\(\s*['\"]?#", f"url(#{prefix}", value).replace("')", ")").replace('")', ")")


def _toned(name: str, value: str) -> str:
    if name not in ("style", "fill", "stroke", "stop-color", "color"):
        return value
    value = re.sub(r"#([0-9a-fA-F]{3})\b(?![0-9a-fA-F])", lambda m: "#" + "".join(c * 2 for c in m.group(1)), value)
    value = re.sub(r"\b(black|white)\b", lambda m: "#000000" if m.group() == "black" else "#ffffff", value)
    return re.sub(r"#([0-9a-fA-F]{6})\b", _tone, value)


def _tone(found: re.Match[str]) -> str:
    red, green, blue = (int(found.group(1)[at : at + 2], 16) for at in (0, 2, 4))
    if max(red, green, blue) - min(red, green, blue) > 10:
        return _hue(red, green, blue)
    share = min(100, round((255 - green) / (255 - 0x1A) * 100))
    if share in (0, 100):
        return "currentColor" if share else "var(--paper)"
    return f"color-mix(in srgb, currentColor {share}%, var(--paper))"


def _hue(red: int, green: int, blue: int) -> str:
    """A colour: a deep one lightened where the page is dark; a pale one as so much of a deep one laid on the paper."""
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    times = max(1.0, (255 - _DEEP) / (255 - light)) if light > _PALE else 1.0
    deep = "#" + "".join(f"{max(0, round(255 - (255 - part) * times)):02x}" for part in (red, green, blue))
    mixed = f"color-mix(in srgb, {deep} var(--deep), white)"
    return mixed if times == 1.0 else f"color-mix(in srgb, {mixed} {100 / times:.0f}%, var(--paper))"


def _points(length: str) -> float:
    found = re.match(r"([\d.]+)(px|pt|in|mm|cm|)\Z", length.strip())
    return float(found.group(1)) * _POINTS[found.group(2)] if found else 0.0


def _kept(node: ET.Element, depth: int) -> Element | None:
    tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
    if tag not in ELEMENTS or depth > 60:
        return None
    element = Element(tag, _attributes(tag, node))
    if tag == "a" and not element.attrs:
        return None
    if tag in ("text", "tspan") and node.text:
        element.children.append(clean(node.text))
    for child in node:
        if (kept := _kept(child, depth + 1)) is not None:
            element.children.append(kept)
        if tag in ("text", "tspan") and child.tail:
            element.children.append(clean(child.tail))
    return element


def _attributes(tag: str, node: ET.Element) -> dict[str, str]:
    kept: dict[str, str] = {}
    if tag == "a":
        return _part(node)
    for name, raw in node.attrib.items():
        name, value = "href" if name == _HREF else name, clean(raw)
        if name == "style":
            value = _style(value)
        elif name == "href":
            value = value if _allowed(tag, value) else ""
        elif name == "class" and tag == "rect":
            value = HIT if value == HIT else ""
        elif name not in ATTRIBUTES | PROPERTIES or _UNSAFE.search(value):
            continue
        if value:
            kept[name] = value
    return kept


def _part(node: ET.Element) -> dict[str, str]:
    """A link of a drawing: to a place of the page, with a name, and of our own kind, or no link."""
    target, says = (clean(node.attrib.get(name, "")).strip() for name in ("href", "aria-label"))
    kept = node.attrib.get("class") == HIT and _PART.match(target) and says
    return {"class": HIT, "href": target, "aria-label": says} if kept else {}


def _allowed(tag: str, target: str) -> bool:
    return bool(_RASTER.match(target)) if tag == "image" else tag != "a" and target.startswith("#")


def _style(value: str) -> str:
    pairs = (piece.partition(":") for piece in value.split(";"))
    kept = [f"{name.strip()}: {given.strip()}" for name, _, given in pairs if _safe(name.strip(), given)]
    return "; ".join(kept)


def _safe(name: str, value: str) -> bool:
    return name in PROPERTIES and bool(value.strip()) and not _UNSAFE.search(value)


def raster(data: str, mime: str, width: int, height: int) -> Element:
    """A picture of pixels as an `svg` element: what sets vector figures sets it as well."""
    picture = Element("image", {"width": str(width), "height": str(height), "href": f"data:{mime};base64,{data}"})
    frame = {"xmlns": "http://www.w3.org/2000/svg", "width": str(width), "height": str(height)}
    return Element("svg", frame | {"viewBox": f"0 0 {width} {height}"}, [picture])
