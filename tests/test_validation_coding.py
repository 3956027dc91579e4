"""A coding as people write it: from a spreadsheet or by hand, in part, with or without offsets, and with faults."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
import small

from analysis import validation
from analysis.tables import CodingError
from analysis.validation import coding

FAULTS = json.loads((Path(__file__).parent / "cases/coding_faults.json").read_text(encoding="utf-8"))
DOCUMENTS = small.documents()
UNITS = "document\tunit\ttext\ttopics\na\t1\tAlma buys rockets.\tspace\na\t2\tA grand treaty.\t\n"
UNITS += 'a\t3\tAlma says "the rockets may fly".\t\n'


def folder(path: Path, **files: str | bytes) -> Path:
    """A folder with these files; `units_csv` is units.csv."""
    for name, content in {"units_tsv": UNITS, **files}.items():
        content = content.encode("utf-8") if isinstance(content, str) else content
        if content:
            (path / name.replace("_", ".")).write_bytes(content)
    return path


@pytest.mark.parametrize("case", FAULTS, ids=[case["why"] for case in FAULTS])
def test_a_fault_is_one_sentence_with_file_and_row(tmp_path, case):
    (tmp_path / "units.tsv").write_text(UNITS, encoding="utf-8")
    if case["file"].startswith("units"):
        (tmp_path / "units.tsv").unlink()
    (tmp_path / case["file"]).write_text(case["content"], encoding="utf-8")
    with pytest.raises(CodingError) as caught:
        validation.read(tmp_path, DOCUMENTS)
    assert str(caught.value) == case["says"]


def test_a_folder_without_a_coding(tmp_path):
    with pytest.raises(CodingError, match=r"no units\.tsv, units\.csv or coding\.tsv in this folder; see seeds/coding"):
        validation.read(tmp_path, DOCUMENTS)


def test_two_files_that_say_the_same_are_refused(tmp_path):
    with pytest.raises(CodingError, match=r"holds units\.tsv and coding\.csv, which say the same: keep one of them"):
        validation.read(folder(tmp_path, coding_csv="document,unit,text\n"), DOCUMENTS)


ROWS = [["document", "unit", "text", "topics"], ["a", "1", 'Alma says "the rockets may fly".', "space|war, peace; é"]]


def spreadsheet(separator: str) -> str:
    cells = [
        ['"' + cell.replace('"', '""') + '"' if set(cell) & set('"' + separator) else cell for cell in row]
        for row in ROWS
    ]
    return "\r\n".join(separator.join(row) for row in cells) + "\r\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("units_tsv", "\n".join("\t".join(row) for row in ROWS).encode()),
        ("units_tsv", spreadsheet("\t").encode("utf-16")),
        ("units_csv", spreadsheet(",").encode("utf-8-sig")),
        ("units_csv", spreadsheet(";").encode("utf-8-sig")),
        ("units_csv", spreadsheet(";").encode("cp1252")),
        ("units_csv", (spreadsheet(",") + ",,,\r\n").encode()),
    ],
    ids=["by hand", "unicode text", "comma", "semicolon", "old French Excel", "empty last row"],
)
def test_whatever_program_wrote_it(tmp_path, name, content):
    path = folder(tmp_path, **{"units_tsv": b"", name: content})
    units = validation.read(path, DOCUMENTS).units
    assert units[["start", "end", "text", "topics"]].values.tolist() == [[19, 51, ROWS[1][2], ROWS[1][3]]]


def test_words_are_found_in_their_unit_whatever_apostrophes_and_spaces(tmp_path):
    text = "Il l’a dit :\n« Non ».  L’a-t-il dit ?"
    documents = DOCUMENTS.head(1).assign(text=text)
    units = "document\tunit\ttext\na\t1\tIl l'a dit :\na\t2\t« Non ».\na\t3\tL'a-t-il dit ?\n"
    said = "document\tunit\ttext\tkind\na\t1\tdit\tindirect\na\t3\tdit\tindirect\na\t\t« Non »\tdirect\n"
    read = validation.read(folder(tmp_path, units_tsv=units, statements_tsv=said), documents)
    assert [text[start:end] for start, end in zip(read.units["start"], read.units["end"], strict=True)] == [
        *("Il l’a dit :", "« Non ».", "L’a-t-il dit ?")
    ]
    assert read.statements["start"].tolist() == [7, 32, 13]


def test_only_units_with_coded_1_are_judged_where_there_is_that_column(tmp_path):
    units = (
        "document,unit,coded,text,hedged\na,1,1,Perhaps rain.,1\na,2,,A grand treaty.,\na,3,0,Alma buys rockets.,1\n"
    )
    hedges = "document,text,kind\na,Perhaps,adverb\na,grand treaty,adjective\n"
    read = validation.read(folder(tmp_path, units_tsv="", units_csv=units, hedges_csv=hedges), DOCUMENTS)
    assert read.units["unit"].tolist() == ["1"]
    assert read.hedges["text"].tolist() == ["Perhaps"]
    assert read.notes == ("hedges.csv: 1 row in no unit that is coded, not judged.",)
    assert coding.CUTS not in read.coded, "a drawn unit has the machine's cuts"


def test_what_holds_nothing_was_not_coded(tmp_path):
    read = validation.read(folder(tmp_path, statements_tsv="document\ttext\tkind\tspeaker\n"), DOCUMENTS)
    assert read.coded == {"topics", coding.CUTS, coding.REPORTS}
    assert validation.uncoded(read) == [
        *("roles", "frames", "whether a unit is hedged", "to whom units attribute", "loaded words"),
        *("statements", "actors", "dates", "hedging words"),
    ]


def test_articles_that_were_not_read_are_named(tmp_path):
    read = validation.read(folder(tmp_path, units_tsv=UNITS + "elsewhere\t1\tNot here.\t\n"), DOCUMENTS)
    assert len(read.units) == 3
    assert read.notes == ("units.tsv speaks of articles that were not read: elsewhere.",)
    assert len(validation.read(tmp_path, small.documents("b")).units) == 0


def test_other_names_may_stand_in_one_row_or_in_several(tmp_path):
    names = "name\talso\nAlma\tA. | Alma B.\nAlma\tthe boss\n"
    read = validation.read(folder(tmp_path, names_tsv=names), DOCUMENTS)
    pd.testing.assert_frame_equal(
        read.names, pd.DataFrame({"name": ["Alma"] * 3, "also": ["A.", "Alma B.", "the boss"]}, dtype="str")
    )


def test_quotes_as_they_were_written_before(tmp_path):
    quotes = 'document\tstart\tend\tspeaker\tcue\ttype\tquote\na\t29\t50\tnone\t\tscare\t"the rockets may fly"\n'
    read = validation.read(folder(tmp_path, quotes_tsv=quotes), DOCUMENTS)
    assert read.statements[["kind", "speaker", "text"]].values.tolist() == [["scare", "", '"the rockets may fly"']]
    assert coding.REPORTS not in read.coded, "a table of quotations says nothing on reports without marks"


README = Path(__file__).parents[1] / "seeds/coding/README.md"
PORT = "Le port rouvre. « Nous paierons », a promis Anna Novak. Il pleut. Selon Anna Novak, citée par Radio Sud, "
PORT += "la fusée pourrait décoller vendredi."


def test_the_examples_of_the_documentation_can_be_read(tmp_path):
    documents = DOCUMENTS.head(1).assign(document="port", text=PORT)
    sentences = [f"{part}." for part in PORT.removesuffix(".").split(". ")]
    units = "document,unit,text\n" + "".join(f'port,{place},"{text}"\n' for place, text in enumerate(sentences, 1))
    blocks = re.findall(r"```\n(document,.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    names = ["statements_csv", "actors_csv", "dates_csv", "hedges_csv"]
    read = validation.read(
        folder(tmp_path, units_tsv="", units_csv=units, **dict(zip(names, blocks, strict=True))), documents
    )
    assert [len(read.statements), len(read.actors), len(read.dates), len(read.hedges)] == [2, 1, 1, 1]
    assert read.dates["text"].tolist() == ["vendredi"]
