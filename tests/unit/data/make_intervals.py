#!/usr/bin/env python3
"""Writes intervals.json: figures of random samples with their 95 % intervals, worked out
by SciPy and statsmodels, for tests/unit/interval_test.c. `pip install scipy statsmodels`.

An effective number of people n' = n (N - 1) / (N - n) carries the finite population
correction: the variance of a mean is sd² / n', and a share is one of n' people.
"""
import json
import pathlib

import numpy
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

ALPHA = 2 * stats.norm.sf(1.96)
random = numpy.random.default_rng(20241128)


def sample():
    steps = int(random.integers(2, 12))
    n = int(random.integers(2, 300))
    invited = int(random.choice([-1, n + int(random.integers(1, 400))]))
    answers = random.choice(steps, n, p=random.dirichlet(numpy.ones(steps))) + 1
    people = n if invited < 0 else n * (invited - 1) / (invited - n)
    return steps, answers, invited, people


def describe(steps, answers, invited, people):
    mean, error = answers.mean(), answers.std(ddof=1) / numpy.sqrt(people)
    agree = (answers == steps).mean()
    return {
        "counts": numpy.bincount(answers, minlength=steps + 1)[1:].tolist(),
        "invited": invited,
        "mean": mean,
        "mean_interval": [mean + stats.norm.ppf(ALPHA / 2) * error,
                          mean - stats.norm.ppf(ALPHA / 2) * error],
        "share": agree,
        "share_interval": list(proportion_confint(agree * people, people, ALPHA, "wilson")),
    }


rows = []
for _ in range(60):
    first, second = sample(), sample()
    a, b = describe(*first), describe(*second)
    spread = numpy.hypot(first[1].std(ddof=1) / numpy.sqrt(first[3]),
                         second[1].std(ddof=1) / numpy.sqrt(second[3]))
    half = -stats.norm.ppf(ALPHA / 2) * spread
    rows.append({
        "first": a,
        "second": b,
        "mean_difference": [a["mean"] - b["mean"] - half, a["mean"] - b["mean"] + half],
        "share_difference": list(confint_proportions_2indep(
            a["share"] * first[3], first[3], b["share"] * second[3], second[3],
            method="newcomb", compare="diff", alpha=ALPHA)),
    })
path = pathlib.Path(__file__).with_name("intervals.json")
path.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n")
