"""Pieces of texts, of which any row is a text with odd marks."""

from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "Le",
        " port",
        " a",
        ".",
        " ",
        "«",
        " »",
        '"',
        "“",
        "”",
        "\n",
        "\n\n",
        "?",
        "…",
        "M.",
        "Lire aussi",
        ":",
        "(",
        ")",
        "2019",
    ]
)
