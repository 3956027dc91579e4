"""Reading articles: what is kept, what is left out and said so, what is refused."""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from analysis import corpus, tables
from analysis.tables import CorpusError

ROOT = Path(__file__).parents[1]
FRENCH = "Le port de Brest a rouvert dans la nuit et les dockers ont repris le travail."
ENGLISH = "The port is open and the dockers were back at work in the morning."


def folder(tmp_path: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = tmp_path / (name.replace("_csv", ".csv") if name.endswith("_csv") else f"{name}.txt")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


def reasons(ledger: pd.DataFrame, step: str) -> dict[str, str]:
    return dict(ledger.loc[ledger["step"] == step, ["document", "reason"]].itertuples(index=False, name=None))


def test_the_sample_corpus() -> None:
    documents = corpus.read(ROOT / "seeds")
    assert list(documents["label"]) == ["A", "B", "C", "D", "E"]
    assert list(documents["outlet"]) == ["", "", "Le HuffPost", "", ""]
    assert set(documents["lang"]) == {"fr"}
    for row in documents.itertuples():
        content = (ROOT / "seeds" / f"{row.document}.txt").read_bytes()
        assert row.text.encode() == content
        assert row.sha256 == hashlib.sha256(content).hexdigest()


def test_text_stays_as_it_stands(tmp_path: Path) -> None:
    text = "  Le port rouvre\r\n\r\nLes dockers\u00a0sont l\u00e0\t\n\n"
    documents = corpus.read(folder(tmp_path, a=text))
    assert documents["text"][0] == text


def test_encodings_by_mark_then_utf8_then_windows(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        a=FRENCH.encode("utf-8-sig"),
        b=FRENCH.encode("utf-16"),
        c="L’été où".encode("cp1252"),
        d=FRENCH.encode("utf-32"),
    )
    documents, ledger = corpus.read_with_ledger(path)
    assert list(documents["text"]) == [FRENCH, FRENCH, "L’été où", FRENCH]
    found = reasons(ledger, "encoding")
    assert found["a"] == "utf-8 with byte order mark"
    assert found["c"] == "cp1252"


def test_odd_articles_are_left_out_and_said_so(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        good=FRENCH,
        empty="",
        blank=" \n\ufeff* * *\n",
        wide=FRENCH.encode("utf-16-le"),
        binary=b"\x7fELF\x02\x01\x01" + b"a" * 90 + b"\x00",
        neither=b"caf\xe9 \x81\x8d",
        long=b"a" * (corpus.LIMIT + 1),
        broken="é".encode("utf-16")[:3],
    )
    (tmp_path / "folder.txt").mkdir()
    documents, ledger = corpus.read_with_ledger(path)
    assert list(documents["document"]) == ["good"]
    left = reasons(ledger, "left out")
    assert sorted(left) == ["binary", "blank", "broken", "empty", "folder", "long", "neither", "wide"]
    assert left["wide"] == "UTF-16 without byte order mark: save it as UTF-8"
    assert left["binary"] == "not text: it holds NUL bytes"
    assert left["neither"] == "neither UTF-8 nor Windows-1252"
    assert left["long"] == "longer than 5,000,000 bytes"
    assert left["folder"] == "not an ordinary file"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_out_of_the_folder_and_devices_are_left_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(FRENCH)
    inside = tmp_path / "corpus"
    inside.mkdir()
    (inside / "good.txt").write_text(FRENCH)
    (inside / "within.txt").symlink_to(inside / "good.txt")
    (inside / "out.txt").symlink_to(outside)
    (inside / "nowhere.txt").symlink_to(inside / "gone")
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    os.mkfifo(inside / "pipe.txt")
    documents, ledger = corpus.read_with_ledger(inside)
    assert list(documents["document"]) == ["good", "within"]
    left = reasons(ledger, "left out")
    assert left["out"] == "a link to a file outside the folder"
    assert left["pipe"] == "not an ordinary file"
    assert sorted(left) == ["loop", "nowhere", "out", "pipe"]


def test_nothing_to_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"holds no \.txt file"):
        corpus.read(tmp_path)
    with pytest.raises(CorpusError, match="holds no article that can be read; a: empty: it holds no word"):
        corpus.read(folder(tmp_path, a=""))
    with pytest.raises(CorpusError, match="is neither a folder nor a file"):
        corpus.read(tmp_path / "gone.csv")
    with pytest.raises(CorpusError, match=r"give a folder of \.txt files, or one \.csv, \.jsonl, \.parquet file"):
        corpus.read(tmp_path / "a.txt")


def test_metadata_are_texts(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        **{"00123": FRENCH, "007": FRENCH},
        articles_csv="document,title,outlet,published\n00123,NA,1e3,2023-09-14\n",
    )
    documents = corpus.read(path)
    assert list(documents["document"]) == ["00123", "007"]
    assert documents[["title", "outlet", "published"]].to_numpy().tolist() == [
        ["NA", "1e3", "2023-09-14"],
        ["", "", ""],
    ]


def test_semicolons_of_a_french_spreadsheet(tmp_path: Path) -> None:
    path = folder(tmp_path, a=FRENCH, articles_csv='\ufeffdocument;outlet\r\na;"Le Phare; Brest"\r\n')
    assert corpus.read(path)["outlet"][0] == "Le Phare; Brest"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("document,label\nb,A\n", r"articles\.csv, row 2: there is no file b\.txt"),
        ("document,label\na,A\na,B\n", r"row 3: document 'a' stands there twice"),
        ("document,published\na,14/09/2023\n", r"row 2: published is '14/09/2023', expected a date such as 2023-09-14"),
        ("document,published\na,2023-02-30\n", r"published is '2023-02-30'"),
        ("document,lang\na,French!\n", r"row 2: lang is 'French!', expected a code such as fr or en"),
        ("document,label\na,A,x\n", r"row 2 has 3 cells, expected 2"),
        ("file,label\na,A\n", r"row 2 has no column 'document'; it has file, label"),
        ("document,document\na,A\n", r"two columns of one name"),
    ],
)
def test_metadata_that_cannot_be_are_refused(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        corpus.read(folder(tmp_path, a=FRENCH, articles_csv=rows))


@pytest.mark.parametrize(
    "published", ["", "2023-09-14", "2023-09-14T08:12", "2023-09-14 08:12:30+02:00", "2023-09-14T08:12:30Z"]
)
def test_iso_dates_and_times(tmp_path: Path, published: str) -> None:
    rows = f"document,published\na,{published}\n"
    assert corpus.read(folder(tmp_path, a=FRENCH, articles_csv=rows))["published"][0] == published


def test_labels_that_are_given_stay_and_the_others_follow_the_alphabet(tmp_path: Path) -> None:
    path = folder(tmp_path, a=FRENCH, b=FRENCH, c=FRENCH, articles_csv="document,label\nb,A\n")
    assert list(corpus.read(path)["label"]) == ["B", "A", "C"]


def test_labels_after_z(tmp_path: Path) -> None:
    path = folder(tmp_path, **{f"{place:02}": FRENCH for place in range(28)})
    assert list(corpus.read(path)["label"])[24:] == ["Y", "Z", "AA", "AB"]


def test_a_label_stands_once(tmp_path: Path) -> None:
    path = folder(tmp_path, a=FRENCH, b=FRENCH, articles_csv="document,label\na,X\nb,X\n")
    with pytest.raises(CorpusError, match="documents 'a' and 'b' both have label 'X'"):
        corpus.read(path)


def test_a_choice_of_articles_keeps_their_labels(tmp_path: Path) -> None:
    path = folder(tmp_path, one=FRENCH, three=FRENCH, two=FRENCH)
    assert list(corpus.read(path, ["C", "one"])[["document", "label"]].itertuples(index=False, name=None)) == [
        ("one", "A"),
        ("two", "C"),
    ]
    assert len(corpus.read(path, [])) == 3
    with pytest.raises(CorpusError, match="there is no article 'Z'; there are A, B, C"):
        corpus.read(path, ["Z"])


def test_language_is_guessed_from_function_words(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        a=FRENCH,
        b=ENGLISH,
        c="Il porto riapre lunedì, dice Anna.",
        d=FRENCH,
        articles_csv="document,lang\nd,fr-BE\n",
    )
    documents, ledger = corpus.read_with_ledger(path)
    assert list(documents["lang"]) == ["fr", "en", "", "fr"]
    assert reasons(ledger, "language") == {
        "a": "guessed from its function words: fr",
        "b": "guessed from its function words: en",
        "c": "neither French nor English by its function words",
    }


def test_language_is_not_guessed_from_addresses() -> None:
    address = "https://en.example.org/the-news-of-it/by-the-people/for-which-it-was www.the-and-of.org/it/is"
    assert corpus.language(f"{FRENCH} {address}") == "fr"
    assert corpus.language(address) == ""
    begun = time.monotonic()
    corpus.language("x" * 20_000)
    assert time.monotonic() - begun < 0.5


ROWS = [{"id": "00123", "title": "NA", "text": "Le port,\r\n« rouvert »"}, {"id": "b", "title": "", "text": FRENCH}]


def written(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / f"corpus.{kind}"
    frame = pd.DataFrame(ROWS)
    if kind == "csv":
        frame.to_csv(path, index=False, lineterminator="\n")
    elif kind == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    else:
        frame.to_parquet(path)
    return path


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_one_file_with_a_row_per_article(tmp_path: Path, kind: str) -> None:
    documents = corpus.read(written(tmp_path, kind))
    tables.verify("documents", documents)
    assert documents[["document", "label", "title", "text"]].to_numpy().tolist() == [
        ["00123", "A", "NA", "Le port,\r\n« rouvert »"],
        ["b", "B", "", FRENCH],
    ]
    assert documents["sha256"][1] == hashlib.sha256(FRENCH.encode()).hexdigest()


def test_numbers_in_json_stay_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"document": 1.50, "text": "Le port", "title": null}\n\n')
    assert corpus.read(path)["document"][0] == "1.50"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "document,text\na,Le port\na,Le port\n", r"row 3: document 'a' already stands in row 2"),
        ("a.csv", "document,body\na,Le port\n", r"row 2 has no column 'text'; it has document, body"),
        ("a.csv", "document,text\n,Le port\n", r"row 2: document is empty"),
        ("a.csv", 'document,text\na,"Le port\n', r"is no CSV file"),
        ("a.csv", "document,text\n", r"holds no article"),
        ("a.jsonl", "{}\n", r"row 1 has no column 'document'"),
        ("a.jsonl", "[1]\n", r"row 1 is not a JSON object"),
        ("a.jsonl", "{\n", r"row 1 is not JSON"),
        ("a.jsonl", "[" * 100_000, r"row 1 is not JSON"),
        ("a.jsonl", '{"document": "a", "text": ["x"]}', r"row 1: text is neither text nor a number"),
        ("a.parquet", "PAR1", r"is no parquet file of text columns"),
    ],
)
def test_files_that_cannot_be_read_are_refused(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(CorpusError, match=message):
        corpus.read(tmp_path / name)


def test_odd_texts_in_a_file_are_left_out(tmp_path: Path) -> None:
    rows = [
        {"document": "a", "text": FRENCH},
        {"document": "b", "text": "half \ud800"},
        {"document": "c", "text": "nul \0"},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"document": "d", "text": ""}]))
    documents, ledger = corpus.read_with_ledger(tmp_path / "a.jsonl")
    assert list(documents["document"]) == ["a"]
    assert sorted(reasons(ledger, "left out")) == ["b", "c", "d"]


def test_a_long_text_in_a_csv_cell(tmp_path: Path) -> None:
    text = "Le port " * 50_000
    (tmp_path / "a.csv").write_text(f'document,text\na,"{text}"\n')
    assert corpus.read(tmp_path / "a.csv")["text"][0] == text
