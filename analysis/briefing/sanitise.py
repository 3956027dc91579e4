"""Foreign HTML → a tree of what a briefing may hold: an allow-list of elements, attributes, classes, links.

Whatever is not named here is left out. The result is a tree that is written anew with every text escaped, so
that nothing of the source's own spelling reaches a page.
"""

import re
import unicodedata
from html.parser import HTMLParser

from analysis.briefing.tree import VOID, Element, Node
from analysis.tables import ROLES


def names(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = names(
    "p div section article aside blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td "
    "figure figcaption hr details summary"
) | frozenset(HEADINGS)
INLINE = names("a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr")
ELEMENTS = BLOCKS | INLINE
"""Elements that are kept; of any other only the text is, and of those in `DROPPED` nothing."""

DROPPED = names(
    "applet audio button canvas embed frameset iframe math noembed noframes noscript object plaintext script "
    "select style svg template textarea title video xmp"
)
CLASSES = names(
    "findings reading note measure concordance wide num evidence source source-text footnote-ref footnotes footnote "
    "math stdout error text sign aloud said lead portraits rules controls"
) | {f"role-{role}" for role in ROLES}

SCHEMES = ("http", "https", "mailto")
DEPTH = 30
"""How deep elements may stand in one another; what is deeper is kept without its own element."""

_WORD = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_ID = re.compile(r"(?!T_[0-9a-f]{5})\w[\w.:-]{0,199}\Z")  # a Styler's ids are drawn at random: left out
_COUNT = re.compile(r"[1-9]\d{0,2}\Z")
_LENGTH = re.compile(r"[1-9]\d{0,3}\Z")
_IMAGE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]+\Z")
_OWN = {
    ("td", "colspan"): _COUNT,
    ("th", "colspan"): _COUNT,
    ("td", "rowspan"): _COUNT,
    ("th", "rowspan"): _COUNT,
    ("th", "scope"): re.compile(r"(?:col|row)(?:group)?\Z"),
    ("ol", "start"): re.compile(r"\d{1,6}\Z"),
    ("li", "value"): re.compile(r"\d{1,6}\Z"),
    ("img", "src"): _IMAGE,
    ("img", "width"): _LENGTH,
    ("img", "height"): _LENGTH,
    ("time", "datetime"): re.compile(r"[\d:TZ+.-]{4,40}\Z"),
    ("section", "data-layer"): re.compile(r"[a-z][a-z ]{1,39}\Z"),
    ("mark", "data-layer"): re.compile(r"[a-z]{2,12}\Z"),
    ("li", "data-unit"): re.compile(r"unit-[\w-]{1,100}\Z"),
}
_ANY = {
    "id": _ID,
    "lang": _WORD,
    "dir": re.compile(r"(?:ltr|rtl|auto)\Z"),
    "title": re.compile(r"[^\n]{1,500}\Z"),
}
_CLOSES = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "tr": ({"tr"}, {"table"}),
    "thead": ({"thead", "tbody", "tfoot", "caption"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", "caption"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", "caption"}, {"table"}),
}
"""An element that opens closes one of the first set, if it finds it before one of the second."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNSEEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")


def clean(text: str) -> str:
    """The text without control characters; signs that turn or hide text are shown by their number.

    >>> clean("a\\x1bb \\u202etxt.exe")
    'a�b ⟨U+202E⟩txt.exe'
    """
    text = _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def fragment(source: str) -> list[Node]:
    """The nodes of a piece of HTML that a briefing may hold."""
    builder = _Builder(source)
    builder.feed(source)
    builder.close()
    return builder.root.children


def link(target: str | None) -> str:
    """The target as it may be linked: in the page, in the folder, or by a scheme of `SCHEMES`; else "".

    >>> link("java\\tscript:alert(1)"), link("//host/x"), link("#a"), link("topics.html")
    ('', '', '#a', 'topics.html')
    """
    bare = re.sub(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028\u2029\u202a-\u202e\ufeff]", "", target or "")
    scheme, colon, _ = re.split(r"[/?#]", bare, maxsplit=1)[0].partition(":")
    if colon and scheme.lower() not in SCHEMES:
        return ""
    return "" if "\\" in bare or bare.startswith("//") else bare


def slug(text: str) -> str:
    """The text as an id: plain small letters, digits and hyphens.

    >>> slug("Où l’espace est-il nommé ?")
    'ou-l-espace-est-il-nomme'
    """
    return re.sub(r"[^a-z0-9]+", "-", _plain(text)).strip("-")[:60].strip("-") or "section"


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(" " if not letter.isascii() else letter for letter in folded if not unicodedata.combining(letter))


class _Builder(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self.open: list[Element] = [self.root]
        self.lower = source.lower()
        self.dropping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.dropping or tag in DROPPED:
            self._drop(tag)
        elif tag in ELEMENTS:
            self._close_before(tag)
            element = Element(tag, _attributes(tag, attrs))
            if tag in VOID:
                self.open[-1].children.append(element)
            elif len(self.open) < DEPTH:
                self.open[-1].children.append(element)
                self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.dropping:
            if tag == self.dropping[-1]:
                self.dropping.pop()
            return
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        if not self.dropping:
            self.open[-1].children.append(clean(data))

    def _drop(self, tag: str) -> None:
        same = not self.dropping or tag == self.dropping[-1]
        if same and f"</{tag}" in self.lower:
            self.dropping.append(tag)

    def _close_before(self, tag: str) -> None:
        if tag in BLOCKS:
            self._close({"p"}, {"li", "td", "th", "blockquote", "div", "section", "article", "aside", "dd"})
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])

    def _close(self, closed: set[str], within: set[str]) -> None:
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag in within:
                return
            if self.open[place].tag in closed:
                del self.open[place:]
                return


def _attributes(tag: str, given: list[tuple[str, str | None]]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, raw in given:
        value = clean(raw or "").strip()
        if name in kept:
            continue
        if name == "class":
            kept |= _classes(value)
        elif name == "href" and tag == "a":
            kept |= {"href": link(value)} if link(value) else {}
        elif name == "alt" and tag == "img":
            kept["alt"] = value
        elif (shape := _ANY.get(name) or _OWN.get((tag, name))) and shape.match(value):
            kept[name] = value
    return kept


def _classes(value: str) -> dict[str, str]:
    known = [name for name in value.split() if name in CLASSES]
    return {"class": " ".join(known)} if known else {}
