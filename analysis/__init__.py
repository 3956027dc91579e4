"""Cross-reading the press: articles on one event, put side by side with the sentence behind every number.

The tables, in the order in which the verbs make them:

    documents = corpus.read("seeds")                                        # an article
    rules = lexicons.load(documents["lang"].unique())                       # a way of saying a thing
    units = segments.split(documents, rules)                                # a sentence, heading, caption, link
    evidence = matching.find(documents, units, rules)                       # a match
    said = reported.find(documents, units, evidence)                        # words or information given to a speaker
    certain = certainty.find(documents, units, evidence, said)              # what is uncertain, or denied
    dates = dates.find(documents, units, rules)                             # an expression of time
    quantities = quantities.find(documents, units, rules)                   # a number and what it counts
    passages = reuse.passages(documents, units, said)                       # wording that two articles share

and from them the measures of `topics`, `coverage`, `framing` and `validation`, drawn by `figures`, told by
`prose`, shown by `display`. `reading.read` makes the first five in one call.
"""
