"""The `recoupe` command. Heavy things are imported by the command that needs them: `--help` answers at once."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

EXISTING = click.Path(path_type=Path)
Shown = Callable[[str, int, int], None]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="recoupe")
def cli() -> None:
    """Put the articles on one event side by side: what they tell, what they leave out, how they tell it.

    \b
    Begin with a folder of articles (one .txt file each):
      recoupe build seeds              briefings on them, into reports/index.html
    """


@cli.command(short_help="Write the briefings on a corpus.")
@click.argument("corpus", type=EXISTING)
@click.option("-o", "--output", type=EXISTING, help="Folder to write, replaced as a whole.  [default: reports]")
@click.option("--notebook", "notebooks", multiple=True, help="Run this notebook only (name or .ipynb; repeatable).")
@click.option("-p", "--parameter", "given", multiple=True, metavar="NAME=VALUE", help="Set a parameter (repeatable).")
@click.option("--grid", type=EXISTING, help="CSV file: column `notebook`, then parameters; one briefing a row.")
@click.option("--language", help="Language of the briefings: en or fr.  [default: en]")
@click.option("--also", multiple=True, metavar="LANGUAGE", help="The briefing in this language as well (repeatable).")
@click.option("--lexicons", type=EXISTING, help="Folder of your own lexicons, <lang>/<layer>.csv.")
@click.option("--jobs", type=click.IntRange(1), help="Notebooks that run at a time.  [default: processors + 1]")
@click.option("--timeout", type=click.FloatRange(1), default=600, show_default=True, help="Seconds a cell may take.")
def build(
    corpus: Path,
    output: Path | None,
    notebooks: tuple[str, ...],
    given: tuple[str, ...],
    grid: Path | None,
    language: str | None,
    also: tuple[str, ...],
    lexicons: Path | None,
    jobs: int | None,
    timeout: float,
) -> None:
    """Write the briefings on CORPUS: HTML, PDF, executed notebooks, an index, and the tables behind them.

    CORPUS is a folder of .txt files (with articles.csv if there is one), or one .csv, .jsonl or .parquet file.
    The output folder is replaced as a whole, and only when every briefing succeeded.

    \b
    Examples:
      recoupe build seeds
      recoupe build seeds --language fr
      recoupe build seeds --also fr    in English, and the briefing in French too
      recoupe build seeds -o military --notebook topics -p topic=military -p articles=A,C
      recoupe build seeds -o choice --grid briefings.csv
    """
    from analysis.briefing.build import build as run

    if output is None and (notebooks or grid or given):
        raise click.UsageError("name a folder with -o: the output folder is replaced as a whole")
    output = output or Path("reports")
    built = run(
        corpus,
        output,
        notebooks=notebooks,
        given=_pairs(given) | ({"language": language} if language else {}),
        grid=grid,
        also=also,
        lexicons=lexicons,
        jobs=jobs,
        timeout=timeout,
        progress=_progress(),
    )
    for line in built.warnings:
        click.echo(f"warning: {line}", err=True)
    count = len(built.reports)
    click.echo(f"{count} briefing{'s' * (count > 1)}: open {output / 'index.html'}")


@cli.command(short_help="Do the stored notebooks reproduce?")
@click.argument("names", nargs=-1, metavar="[NOTEBOOK]...")
@click.option("--update", is_flag=True, help="Store what the new run shows.")
@click.option("--jobs", type=click.IntRange(1), help="Notebooks that run at a time.  [default: processors + 1]")
def check(names: tuple[str, ...], update: bool, jobs: int | None) -> None:
    """Run the stored notebooks again and say where their outputs differ; all of them, or those named.

    \b
    Examples:
      recoupe check
      recoupe check topics
      recoupe check --update           after you edited a notebook
    """
    from analysis.briefing.check import check as run

    found = run(names, update=update, jobs=jobs, progress=_progress())
    for line in found:
        click.echo(line)
    if not found:
        click.echo("all notebooks reproduce")
    elif update:
        click.echo("stored")
    else:
        sys.exit(1)


@cli.command(short_help="Compare the machine's coding with one made by hand.")
@click.argument("coding", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--corpus", type=EXISTING, help="The articles that were coded.  [default: CODING, or the folder that holds it]"
)
@click.option("--lexicons", type=EXISTING, help="Folder of your own lexicons, <lang>/<layer>.csv.")
@click.option("--errors", is_flag=True, help="Print every error with its sentence.")
@click.option("-o", "--output", type=EXISTING, help="Write the errors into this .csv or .tsv file.")
def validate(coding: Path, corpus: Path | None, lexicons: Path | None, errors: bool, output: Path | None) -> None:
    """Compare the machine's coding with a reference coding, made by hand, in the folder CODING.

    What was coded is judged: topics, frames, hedges and attribution of units; statements and their speakers, actors,
    dates, hedging words. seeds/coding/README.md says which tables and columns a coding may have.

    \b
    Examples:
      recoupe validate seeds/coding
      recoupe validate my-coding --corpus my-articles --errors
      recoupe validate my-coding --corpus my-articles -o errors.csv
    """
    from analysis import display, prose, reading, sampling, validation
    from analysis.briefing import publish
    from analysis.tables import CodingError

    if output and output.suffix.lower() not in (".csv", ".tsv"):
        raise click.UsageError(f"-o {output}: the errors are written into a .csv or .tsv file")
    beside = coding if any(coding.glob("*.txt")) else coding.resolve().parent
    read = reading.read(corpus or beside, lexicons)
    human = validation.read(coding, read.documents)
    if human.units.empty:
        raise CodingError(" ".join([f"{coding}: no unit of these articles is coded.", *human.notes]))
    judged = validation.judge(human, read)
    for table, columns, caption in (
        (judged.scores, _SCORES, "Units, label by label"),
        (judged.measured, _MEASURED, "\nWhat was marked in them"),
        (judged.rests, "layer label how times of lenient", "\nOn what the agreement of names rests"),
        (judged.lenient, "layer label how machine human times", "\nNames that agree by a lenient rule"),
    ):
        click.echo(display.table(table, columns, caption=caption).plain)
    unjudged = prose.unjudged(validation.uncoded(human), human.notes)
    told = [*prose.by_layer(judged.scores), prose.matched(judged.measured), unjudged, prose.errors(judged.errors)]
    for sentence in told:
        click.echo(f"\n{display.plain(sentence)}")
    for row in judged.errors.to_dict("records") if errors else ():
        click.echo(f"\n{row['place']}  {row['layer']}, {row['label']}: the machine {row['says']}\n    {row['text']}")
    if output:
        rows = judged.errors.drop(columns=["anchor"])
        publish.replace(output, sampling.written(rows, "comma" if output.suffix.lower() == ".csv" else "tab"))
        click.echo(f"\n{output}: {len(rows)} errors")


@cli.command(short_help="Draw sentences to code by hand.")
@click.argument("corpus", type=EXISTING)
@click.option("-o", "--output", type=EXISTING, required=True, help="Folder to write, such as my-coding.")
@click.option("-n", "--number", default=100, show_default=True, help="How many sentences to draw.")
@click.option("--seed", default=1, show_default=True, help="Another seed draws others.")
@click.option(
    "--separator",
    type=click.Choice(["tab", "comma", "semicolon"]),
    default="tab",
    show_default=True,
    help="tab writes .tsv files; comma and semicolon .csv files, as English and French spreadsheets open them.",
)
def sample(corpus: Path, output: Path, number: int, seed: int, separator: str) -> None:
    """Draw sentences of CORPUS at random into a folder of tables, to be coded by hand.

    Code what you like of units, and write 1 into `coded` where you have: only these are judged. Statements, actors,
    dates and hedging words have a table each, empty so far. seeds/coding/README.md says what the columns hold. A file
    that exists is never written over.

    \b
    Example:
      recoupe sample my-articles -o my-coding -n 200
      recoupe validate my-coding --corpus my-articles
    """
    from analysis import reading, sampling
    from analysis.briefing import publish
    from analysis.tables import CodingError

    if output.suffix.lower() in (".tsv", ".csv"):
        raise click.UsageError(f"-o {output}: name a folder, into which the tables are written")
    read = reading.read(corpus)
    drawn = sampling.sample(read.units, read.documents, number, seed=seed)
    files = {output / name: content for name, content in sampling.sheets(drawn, separator).items()}
    for file in files:
        if file.exists():
            raise CodingError(f"{file} is there already: a coding is never written over")
    output.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        publish.replace(file, content)
    click.echo(f"{output / next(iter(files)).name}: {len(drawn)} sentences to code")


@cli.command(short_help="Write the tables on a corpus as CSV files.")
@click.argument("corpus", type=EXISTING)
@click.option("-o", "--output", type=EXISTING, required=True, help="Folder to write the CSV files into.")
@click.option("--lexicons", type=EXISTING, help="Folder of your own lexicons, <lang>/<layer>.csv.")
@click.option("--articles", default="", help="Labels or ids of the articles to keep, as A,C.")
def tables(corpus: Path, output: Path, lexicons: Path | None, articles: str) -> None:
    """Write the tables on CORPUS as one CSV file each, without running a notebook.

    \b
    documents    an article              evidence     a match of a rule
    units        a sentence or heading   statements   words or information given to a speaker
    actors       a mention of a name     dates        an expression of time
    rules        a way of saying a thing quantities   a number and what it counts
    claims       a stretch that tells a fact
    facts        a fact                  passages     wording two articles share
    discrepancies  a value of a matter on which articles differ
    facts-proposal a claim, to be edited and put beside the texts as facts.csv
    ledger       what reading took, and what was left out

    \b
    Example:
      recoupe tables seeds -o tables
    """
    from analysis.briefing.export_tables import tables_of, write_tables

    made = tables_of(corpus, lexicons, [name.strip() for name in articles.split(",") if name.strip()])
    write_tables(made, output)
    for name, table in made.items():
        click.echo(f"{output / name}.csv: {len(table)} rows")


@cli.command(short_help="Open the notebooks on a corpus in JupyterLab.")
@click.argument("corpus", type=EXISTING, required=False)
@click.option("-o", "--output", type=EXISTING, default="recoupe-lab", show_default=True, help="Folder of your copies.")
@click.option("--lexicons", type=EXISTING, help="Folder of your own lexicons, <lang>/<layer>.csv.")
@click.option("--language", type=click.Choice(["en", "fr"]), help="Language of the briefings.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
def lab(corpus: Path | None, output: Path, lexicons: Path | None, language: str | None, no_browser: bool) -> None:
    """Open JupyterLab on copies of the notebooks that read CORPUS; without one, on the sample.

    What you edit stays: a copy that is there is never written over. In JupyterLab, choose Run > Run All Cells; then
    File > Save and Export Notebook As > Briefing (a page) or Briefing_pdf.

    \b
    Examples:
      recoupe lab my-articles
      recoupe lab my-articles -o my-notebooks --language fr
      recoupe lab                      once more on the copies in recoupe-lab
    """
    from analysis.briefing import lab as desk

    made = desk.copies(corpus, output, lexicons=lexicons, language=language)
    for names, said in ((made.written, "written"), (made.kept, "kept as you left them")):
        if names:
            click.echo(f"{output}: {', '.join(names)} {said}")
    sys.exit(desk.start(made, browser=not no_browser))


@cli.command(short_help="List a notebook's parameters.")
@click.argument("notebook")
def parameters(notebook: str) -> None:
    """List the parameters of NOTEBOOK (a name or an .ipynb file): name, type, default, meaning.

    \b
    Example:
      recoupe parameters topics
    """
    from analysis.briefing import plan

    (found,) = plan.notebooks([notebook])
    if not found.parameters:
        click.echo(f"{found.name} has no parameters")
        return
    rows = [(p.name, p.type, repr(p.default), p.help) for p in found.parameters.values()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def main() -> None:
    """Run the command; a refusal of ours is one sentence on stderr and exit status 1."""
    try:
        sys.exit(cli(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; nothing was changed", err=True)
        sys.exit(130)
    except Exception as error:
        from analysis.tables import RecoupeError

        if not isinstance(error, RecoupeError):
            raise
        click.echo(f"recoupe: {error}", err=True)
        sys.exit(1)


_SCORES = "layer label both machine human of precision recall f1 low high always alpha alpha_low alpha_high"
_MEASURED = "layer label by both machine human precision recall f1 low high"


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    for pair in given:
        if "=" not in pair:
            raise click.UsageError(f"-p {pair}: expected NAME=VALUE")
    return dict(pair.split("=", 1) for pair in given)


def _progress() -> Shown:
    """Lines as reports are done; on a terminal one line that is written over."""

    def show(name: str, done: int, of: int) -> None:
        if not sys.stderr.isatty():
            click.echo(f"{done}/{of} {name}", err=True)
        else:
            click.echo(f"\r\x1b[K{done}/{of} {name}", err=True, nl=done == of)

    return show


if __name__ == "__main__":
    main()
