"""What stands below a figure: how to read it, and of how many sentences, articles or facts it is made."""

import pandas as pd

from analysis.language import many, say, word
from analysis.positions import ELLIPSES, Positions
from analysis.prose.wording import named_so, told, two


def caption_matrix(cells: pd.DataFrame, standing: pd.DataFrame) -> str:
    """Below the matrix of facts."""
    shown, articles = cells.groupby(["layer", "label"]).ngroups, cells["source"].nunique()
    made = many(articles, "in {n} article", "in {n} articles")
    return say("Facts × articles: {shown} of {of} facts, {articles}.", shown=shown, of=len(standing), articles=made)


def caption_discrepancies(strips: pd.DataFrame) -> str:
    """Below the strips of discrepancies."""
    counted = _both(strips["row"].nunique(), strips["source"].nunique())
    return say(
        "What each article says where they differ; equal values have one tone, and white is what most say: {counted}.",
        counted=counted,
    )


def caption_dots(measure: pd.DataFrame) -> str:
    """Below a matrix of discs."""
    said = say("Area: share of the article's sentences; number: sentences. Made of {counted}.", counted=_units(measure))
    return f"{_outside(said)}" if set(measure["layer"]) == {"frame"} else said


def caption_frames(measure: pd.DataFrame) -> str:
    """Below the profile of frames."""
    return say(
        "A dot is the share of an article's sentences with the frame, the line its 95\u00a0% interval (Wilson 1927), "
        "the number the sentences, outside quotations. Each column runs from 0 to the same share. Made of {counted}.",
        counted=_units(measure),
    )


def caption_intervals(shares: pd.DataFrame) -> str:
    """Below shares with their intervals."""
    label, count = next(iter(shares["label"]), ""), int(shares["units"].sum())
    return say(
        "Share of each article's sentences on {label}, with 95\u00a0% interval (Wilson 1927): {count} of {counted}.",
        **{"label": named_so(str(label)), "count": count, "counted": _units(shares)},
    )


def caption_profile(where: pd.DataFrame) -> str:
    """Below the places of topics along the articles."""
    held = int(where.groupby(["document", "unit"])["held"].any().sum()) if len(where) else 0
    once = where.drop_duplicates(["document", "unit"])
    return say(
        "Each line is an article from beginning to end, a block a sentence on the topic, the number how many "
        "there are: {held} of {counted} are on one of these topics.",
        held=held,
        counted=_sentences(len(once), once["document"].nunique()),
    )


def caption_copied(shared: pd.DataFrame) -> str:
    """Below the shares of copied words."""
    words = many(int(shared["of"].sum()), "{n} word", "{n} words")
    articles = many(len(shared), "in {n} article", "in {n} articles")
    return say(
        "Share of each article's words that stand in others too; hatched: only in what one or both of them quote. "
        "Made of {words} {articles}.",
        words=words,
        articles=articles,
    )


def caption_chain(ribbons: pd.DataFrame) -> str:
    """Below the chain from articles to speakers."""
    statements, articles = int(ribbons["statements"].sum()), ribbons["article"].nunique()
    made = many(statements, "{n} statement", "{n} statements")
    held = many(articles, "in {n} article", "in {n} articles")
    return say(
        "From the article over the medium to the speaker; the thickness is the number of statements: {statements} "
        "{articles}. Dark: the article says through which medium; light: it names none.",
        statements=made,
        articles=held,
    )


def caption_timeline(shown: pd.DataFrame, events: pd.DataFrame) -> str:
    """Below the timeline."""
    of = many(len(events), "{n} dated event", "{n} dated events")
    return say(
        "{shown} of {of}, in order of time, not to scale; a ring is planned, a large mark of the main day, ≠: the "
        "dates differ.",
        shown=len(shown),
        of=of,
    )


def caption_curve(sensitivity: pd.DataFrame) -> str:
    """Below the curve of facts by threshold."""
    articles = int(sensitivity["of"].max()) if len(sensitivity) else 0
    made = many(articles, "{n} article", "{n} articles")
    return say("Facts that two articles or more tell, by threshold, of {articles}.", articles=made)


def caption_called(counted: pd.DataFrame) -> str:
    """Below the matrix of how one actor is called."""
    mentions = int(counted.drop_duplicates("source")["of"].sum())
    return say(
        "How each article calls {actor}, in its own words; pronouns aside. Area and number: how often; "
        "made of {counted}.",
        actor=told(word(next(iter(counted["actor"]), "–"))),
        counted=_mentions(mentions, counted["source"].nunique()),
    )


def caption_naming(named: pd.DataFrame) -> str:
    """Below the table of how the main actors are called."""
    mentions = int(named.drop_duplicates(["actor", "source"])["of"].sum())
    return say(
        "What each article calls the main actors in its own words, most used first, and how often; pronouns aside. "
        "Bold: a word that no other article uses. Made of {counted}.",
        counted=_mentions(mentions, named["source"].nunique()),
    )


def caption_distance(statuses: pd.DataFrame) -> str:
    """Below the strips of distance."""
    return say("How near each article stands to what it tells: {counted}.", counted=_units(statuses))


def caption_agency(agents: pd.DataFrame) -> str:
    """Below the bars of who acts."""
    acts = int(agents.drop_duplicates("source")["of"].sum())
    articles = many(agents["source"].nunique(), "in {n} article", "in {n} articles")
    return say(
        "Acts told as done: to the right those an actor does, to the left those it undergoes; made of {acts} "
        "{articles}.",
        acts=many(acts, "{n} act with a named actor", "{n} acts with a named actor"),
        articles=articles,
    )


def caption_keyness(drawn: pd.DataFrame) -> str:
    """Below the words that set an article apart."""
    return say(
        "{words} of {source}: how often they come in all articles, and how far they set it apart; a ring is a rank and "
        "no finding.",
        words=many(len(drawn), "{n} word", "{n} words"),
        source=told(next(iter(drawn["source"]), "–")),
    )


def caption_agreement(scores: pd.DataFrame) -> str:
    """Below the agreement with a reference."""
    units = int(scores["of"].max()) if len(scores) else 0
    return say(
        "F1 with 95\u00a0% interval (bootstrap over articles) and Krippendorff's alpha; the line marks {line}. Made of "
        "{counted}.",
        line=two(0.6),
        counted=many(units, "{n} coded sentence", "{n} coded sentences"),
    )


def map_caption(found: Positions) -> str:
    """How to read the map, in two sentences, and of how many counts it is made."""
    if found.reason:
        return say("No map: {reason}.", reason=told(word(found.reason)))
    if len(found.axes) == 1:
        return _made(
            found,
            say(
                "Each article stands on the side of the features, written below, that it uses more than the articles "
                "do on average; the longer a feature's line, the more it makes of the difference. The pale bar holds "
                "the article's place in about 95 of 100 draws of its own sentences"
            ),
        )
    drawn = say(
        "The pale area round an article holds its place in about 95 of 100 draws of its own sentences: where areas "
        "overlap, the map shows no difference; the table of distances says who can be told apart"
    )
    loose = say(
        "Each place is uncertain, with too many articles here to draw by how much; the table of distances says who can "
        "be told apart"
    )
    near = say(
        "Articles near each other share out their counts alike, and each lies on the side of the features, in italics, "
        "that it uses more than the average in the middle; the longer a feature's line, the more it makes of the map."
    )
    return f"{near} {_made(found, drawn if len(found.sources) <= ELLIPSES else loose)}"


def _made(found: Positions, said: str) -> str:
    """A sentence with what the map is made of at its end."""
    articles = many(len(found.sources), "in {n} article", "in {n} articles")
    counts = many(int(found.sources["count"].sum()), "{n} count", "{n} counts")
    return say("{said} (made of {counts} {articles}).", said=said, counts=counts, articles=articles)


def _outside(said: str) -> str:
    return f"{said} {say('What stands in quotations is not counted.')}"


def _units(measure: pd.DataFrame) -> str:
    """The sentences and articles of a measure."""
    each = measure.drop_duplicates("source")
    return _sentences(int(each["of"].sum()), len(each))


def _sentences(count: int, articles: int) -> str:
    held = many(articles, "in {n} article", "in {n} articles")
    return many(count, "{n} sentence {articles}", "{n} sentences {articles}", articles=held)


def _mentions(count: int, articles: int) -> str:
    held = many(articles, "in {n} article", "in {n} articles")
    return many(count, "{n} mention {articles}", "{n} mentions {articles}", articles=held)


def _both(differing: int, articles: int) -> str:
    held = many(articles, "in {n} article", "in {n} articles")
    return many(differing, "{n} discrepancy {articles}", "{n} discrepancies {articles}", articles=held)
