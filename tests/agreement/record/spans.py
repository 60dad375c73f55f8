"""Spans of the worked example as several annotators might have marked them, and what other software makes of their agreement."""

import itertools
import json
import random
import subprocess

import krippendorff
import numpy as np
from nervaluate import Evaluator
from nltk.metrics.agreement import AnnotationTask
from seqeval.metrics import f1_score, precision_score, recall_score
from seqeval.scheme import IOB2
from sklearn.metrics import cohen_kappa_score, precision_recall_fscore_support
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

LABELS = ["PERS", "ORG", "GPE", "OCC", "DATE", "EVENT", "CARDINAL", "SOURCE", "CLAIM", "QUOTE_INDIRECT"]


def tokens_of(text):
    """White-space tokens as [start, end] in code points."""
    tokens, start = [], None
    for place, character in enumerate(text + " "):
        if character.isspace():
            if start is not None:
                tokens.append([start, place])
            start = None
        elif start is None:
            start = place
    return tokens


def marked(document, flat):
    """The example's spans as [first token, past the last token, label]; with `flat` only those that lie in no other."""
    tokens = tokens_of(document["text"])
    found = []
    for span in sorted(document["spans"], key=lambda span: (span["start"], -span["end"])):
        if span["label"] not in LABELS:
            continue
        first = next(place for place, token in enumerate(tokens) if token[1] > span["start"])
        last = next(place for place, token in enumerate(tokens) if token[1] >= span["end"])
        if not flat or not found or found[-1][1] <= first:
            found.append([first, last + 1, span["label"]])
    return tokens, found


def noisy(units, tokens, chance, harm, flat):
    """The same as another annotator might have it: spans left out, moved, relabelled, new ones."""
    made = []
    for first, last, label in units:
        kind = chance.random()
        if kind < harm * 0.3:
            continue
        if kind < harm * 0.6:
            label = chance.choice(LABELS)
        elif kind < harm * 0.9:
            first, last = first + chance.choice([-1, 0, 1]), last + chance.choice([-1, 0, 1])
        made.append([max(first, 0), min(max(last, first + 1), tokens), label])
    for _ in range(round(len(units) * harm * 0.3)):
        first = chance.randrange(tokens - 3)
        made.append([first, first + chance.randint(1, 3), chance.choice(LABELS)])
    made.sort(key=lambda unit: (unit[0], -unit[1]))
    if flat:
        kept = []
        for unit in made:
            if not kept or kept[-1][1] <= unit[0]:
                kept.append(unit)
        return kept
    return [unit for unit, _ in itertools.groupby(made)]


def tags(units, tokens, label=None):
    made = ["O"] * tokens
    for first, last, own in units:
        for place in range(first, last):
            made[place] = ("B-" if place == first else "I-") + (label or own)
    return made


def scores(one, other, tokens):
    """seqeval in its strict mode: the same limits in an IOB2 reading."""
    def three(key, response):
        return [float(score([key], [response], mode="strict", scheme=IOB2, zero_division=0)) for score in (precision_score, recall_score, f1_score)]

    labelled = three(tags(one, tokens), tags(other, tokens))
    bare = three(tags(one, tokens, "X"), tags(other, tokens, "X"))
    labels = {}
    for label in sorted({unit[2] for unit in one} & {unit[2] for unit in other}):
        own = [[unit for unit in units if unit[2] == label] for units in (one, other)]
        labels[label] = three(*(tags(units, tokens) for units in own))
    return {"labelled": labelled, "unlabelled": bare, "labels": labels}


def by_sets(one, other):
    """The same of spans that may overlap, by scikit-learn: whether each span that occurs is there."""
    every = sorted({tuple(unit) for unit in one + other})
    there = [[tuple(unit) in {tuple(other) for other in units} for unit in every] for units in (one, other)]
    return [float(score) for score in precision_recall_fscore_support(*there, average="binary")[:3]]


def meets_one(one, other):
    """Whether no span meets two of the other's: then there is only one way to pair them."""
    def meets(unit, units):
        return sum(unit[0] < two[1] and two[0] < unit[1] for two in units)

    return all(meets(unit, other) < 2 for unit in one) and all(meets(unit, one) < 2 for unit in other)


def overlaps(one, other):
    """nervaluate: `ent_type` is any overlap under the same label, `partial` any overlap."""
    def told(units):
        return [[{"label": label, "start": first, "end": last - 1} for first, last, label in units]]

    found = Evaluator(told(one), told(other), tags=LABELS, loader="dict").evaluate()["overall"]
    def three(correct, actual, possible):
        precision, recall = correct / actual, correct / possible
        return [precision, recall, 2 * precision * recall / (precision + recall)]

    kind, part = found["ent_type"], found["partial"]
    return {
        "labelled": three(kind.correct, kind.actual, kind.possible),
        "unlabelled": three(part.correct + part.partial, part.actual, part.possible),
    }


def codes(units, tokens):
    """The labels on each token, joined."""
    held = [set() for _ in range(tokens)]
    for first, last, label in units:
        for place in range(first, last):
            held[place].add(label)
    return ["+".join(sorted(labels)) for labels in held]


def coded(annotators, tokens):
    """scikit-learn, statsmodels and krippendorff on tokens; NLTK's alpha has to say the same."""
    every = [codes(units, tokens) for units in annotators]
    pairs = []
    for one, other in itertools.combinations(range(len(every)), 2):
        labels = {}
        for label in LABELS:
            yes = [[label in code.split("+") for code in every[which]] for which in (one, other)]
            if any(map(any, yes)):
                labels[label] = float(cohen_kappa_score(*yes))
        pairs.append({"pair": [one, other], "cohen": float(cohen_kappa_score(every[one], every[other])), "labels": labels, "alpha": alpha([every[one], every[other]])})
    labels = {}
    for label in LABELS:
        yes = [[label in code.split("+") for code in own] for own in every]
        if any(map(any, yes)):
            labels[label] = {"fleiss": fleiss(yes), "alpha": alpha([[str(value) for value in own] for own in yes])}
    triples = [(str(who), str(token), code) for who, own in enumerate(every) for token, code in enumerate(own)]
    found = {"fleiss": fleiss(every), "alpha": alpha(every), "labels": labels, "pairs": pairs}
    assert abs(AnnotationTask(data=triples).alpha() - found["alpha"]) < 1e-9
    return found


def fleiss(every):
    numbers = {code: number for number, code in enumerate(sorted({code for own in every for code in own}))}
    table = np.array([[numbers[code] for code in own] for own in every]).T
    return float(fleiss_kappa(aggregate_raters(table)[0]))


def alpha(every):
    numbers = {code: number for number, code in enumerate(sorted({code for own in every for code in own}))}
    return float(krippendorff.alpha(reliability_data=[[numbers[code] for code in own] for own in every], level_of_measurement="nominal"))


def unitized(studies, classes):
    """DKPro's alpha_U of studies, each the annotators' [start, end, label] and the limits of the continuum."""
    lines = []
    for annotators, begin, length in studies:
        lines.append(f"study {len(annotators)} {begin} {length}")
        for who, units in enumerate(annotators):
            lines += [f"{who} {start} {end - start} {label}" for start, end, label in units]
        lines.append("end")
    driver = __file__.replace("spans.py", "AlphaU.java")
    told = subprocess.run(["java", "-cp", classes, driver], input="\n".join(lines), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in told.stdout.splitlines()]


def apart(annotators):
    """Whether nobody has two overlapping spans of one label."""
    for units in annotators:
        for one, other in itertools.combinations(units, 2):
            if one[2] == other[2] and one[0] < other[1] and other[0] < one[1]:
                return False
    return True


def placed(units, tokens):
    return [[tokens[first][0], tokens[last - 1][1], label] for first, last, label in units]


def cases(example, classes):
    chance, made = random.Random(20), []
    for round_, (document, count, harm, flat) in enumerate(
        [(0, 2, 0.2, True), (1, 2, 0.5, True), (0, 3, 0.4, True), (1, 4, 0.9, True), (0, 5, 0.3, False), (1, 3, 0.6, False), (0, 2, 0.4, False)]
    ):
        tokens, gold = marked(example["documents"][document], flat)
        while True:
            annotators = [noisy(gold, len(tokens), chance, harm, flat) for _ in range(count)]
            if apart(annotators):
                break
        pairs = []
        for one, other in itertools.combinations(range(count), 2):
            told = {"pair": [one, other]}
            told["exact"] = scores(annotators[one], annotators[other], len(tokens)) if flat else {"labelled": by_sets(annotators[one], annotators[other])}
            if flat and meets_one(annotators[one], annotators[other]):
                told["overlap"] = overlaps(annotators[one], annotators[other])
            pairs.append(told)
        length = example["documents"][document]["length"]["code_points"]
        made.append(
            {
                "name": f"{example['documents'][document]['id']}, {count} annotators, round {round_}",
                "length": length,
                "tokens": tokens,
                "annotators": [placed(units, tokens) for units in annotators],
                "pairs": pairs,
                "tokens_say": coded(annotators, len(tokens)),
            }
        )
    book = {
        "name": "Krippendorff 2004, p. 254, moved by 150",
        "length": 300,
        "tokens": [],
        "annotators": [
            [[30, 90, "k"], [75, 145, "c"], [150, 200, "k"], [220, 250, "c"]],
            [[30, 90, "k"], [70, 150, "c"], [150, 200, "k"], [205, 225, "c"], [250, 270, "c"]],
        ],
        "pairs": [],
    }
    made.append(book)
    for case, told in zip(made, unitized([(case["annotators"], 0, case["length"]) for case in made], classes)):
        case["alpha_u"] = told
    return made
