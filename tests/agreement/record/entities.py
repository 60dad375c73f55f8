"""Entities as two annotators join them, and what the scorers of the CoNLL shared tasks make of it."""

import random
import re
import sys
from pathlib import Path

import scorch.scores as scorch


def read(path):
    """The clusters of each document of a file in the tasks' format: lists of (document, start, end)."""
    clusters, opened, line_number, name = {}, {}, 0, ""
    for line in path.read_text().splitlines():
        if line.startswith("#begin"):
            name = line
        columns = line.split()
        if line.startswith("#") or not columns:
            continue
        line_number += 1
        for part in re.findall(r"\(?\d+\)?", columns[-1]):
            number = re.sub(r"[()]", "", part)
            if part.startswith("("):
                opened.setdefault((name, number), []).append(line_number)
            if part.endswith(")"):
                start = opened[name, number].pop()
                clusters.setdefault((name, number), []).append((name, start, line_number))
    return list(clusters.values())


def scored(first, second, evaluator):
    """The three metrics by coval; scorch has to say the same where both have something to join."""
    def of(clusters):
        return {mention: place for place, cluster in enumerate(clusters) for mention in cluster}

    ours, theirs, told = of(first), of(second), {}
    for name, metric in [("muc", evaluator.muc), ("b_cubed", evaluator.b_cubed), ("ceaf_entities", evaluator.ceafe)]:
        score = evaluator.Evaluator(metric)
        score.update((first, second, theirs, ours))
        told[name] = [float(score.get_precision()), float(score.get_recall()), float(score.get_f1())]
    key, response = [set(cluster) for cluster in first], [set(cluster) for cluster in second]
    recall, precision, f1 = scorch.ceaf_m(key, response)
    told["ceaf_mentions"] = [float(precision), float(recall), float(f1)]
    for name, metric in [("muc", scorch.muc), ("b_cubed", scorch.b_cubed), ("ceaf_entities", scorch.ceaf_e)]:
        recall, precision, f1 = metric(key, response)
        assert all(abs(one - other) < 1e-9 for one, other in zip((precision, recall, f1), told[name])), (name, told[name], (precision, recall, f1))
    told["conll"] = sum(told[name][2] for name in ("muc", "b_cubed", "ceaf_entities")) / 3
    return told


def numbered(first, second):
    every = sorted({mention for cluster in first + second for mention in cluster})
    number = {mention: place for place, mention in enumerate(every)}
    return [[sorted(number[mention] for mention in cluster) for cluster in clusters] for clusters in (first, second)]


def cases(coval):
    sys.path.insert(0, coval)
    from coval.eval import evaluator

    made = []
    for path in sorted(Path(coval, "tests").glob("TC-*.response")):
        key = read(path.with_name(re.sub(r"-\d+\.response", ".key", path.name)))
        response = read(path)
        for clusters in (key, response):
            mentions = [mention for cluster in clusters for mention in cluster]
            if len(mentions) != len(set(mentions)):
                break
        else:
            if not any(len(cluster) > 1 for cluster in key) or not any(len(cluster) > 1 for cluster in response):
                continue
            made.append((path.stem, key, response))
    chance = random.Random(98)
    for round_ in range(12):
        mentions = list(range(chance.randint(6, 120)))
        def joined(kept):
            clusters = {}
            for mention in mentions:
                if chance.random() < kept:
                    clusters.setdefault(chance.randrange(1 + len(mentions) // 4), []).append(mention)
            return list(clusters.values())
        first = joined(0.95)
        second = [[mention for mention in cluster if chance.random() < 0.8] for cluster in first]
        loose = [cluster.pop() for cluster in second if len(cluster) > 1 and chance.random() < 0.5]
        second = [cluster for cluster in second if cluster] + ([loose] if loose else [])
        if round_ % 3 == 2:
            second = joined(0.9)
        made.append((f"at random {round_}", first, second))
    return [dict(zip(("first", "second"), numbered(first, second)), name=name, **scored(first, second, evaluator)) for name, first, second in made]
