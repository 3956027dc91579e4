"""A notebook's explanations in another language, block by block; what no catalogue knows stays."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.briefing import translation

OWN = (
    "## What we found\n\nA remark of my own\non two lines.\n\n- The articles\n- mine\n\n"
    "```python\n# What we found\n```\n"
)


def translated(source: str, language: str = "fr") -> str:
    notebook = new_notebook(cells=[new_markdown_cell(source), new_code_cell("# What we found")])
    made = translation.translated(notebook, language)
    assert notebook.cells[0].source == source
    assert made.cells[1].source == "# What we found"
    return str(made.cells[0].source)


def test_blocks_that_are_known_are_translated_and_an_analysts_own_stay():
    assert translated(OWN) == (
        "## Ce que nous avons constaté\n\nA remark of my own\non two lines.\n\n- Les articles\n- mine\n\n"
        "```python\n# What we found\n```\n"
    )


def test_a_notebook_in_english_is_as_it_was_written():
    assert translated(OWN, "en") == OWN


def test_messages_are_without_marks_on_one_line_and_without_code():
    assert translation.blocks(OWN) == ["What we found", "A remark of my own on two lines.", "The articles", "mine"]


def test_a_heading_directly_above_its_text_is_a_block_of_its_own():
    assert translation.blocks("# What we found\nA remark.") == ["What we found", "A remark."]
    assert translated("### The articles\nA remark.") == "### Les articles\nA remark."


def test_blank_cells_and_blank_lines_stay():
    assert [translated(text) for text in ("", "\n\n", " \n")] == ["", "\n\n", " \n"]
