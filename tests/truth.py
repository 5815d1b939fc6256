"""truth.py LYSARK - whether what decks say is so: every sentence that `finding: auto` wrote
in the sample decks (each unit, both rounds, three languages), and that no figure of a deck
rests on fewer answers than may be shown, how many responded too. Counts the exports itself,
and knows of the program only its printed decks, its tables of figures, and the phrases of
layouts/words/.

Prints a line for each fault, and how much was looked at. Formulas: src/stats/interval.h."""
import csv
import itertools
import math
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import yaml

LYSARK = sys.argv[1]
SAMPLE = "layouts/naeringsvennlig.yaml"  # not in English
EVERY = "tests/truth.yaml"
Z, LEAST_MEAN, LEAST_SHARE, LEAST_SCORE, LEAST_ANSWERS = 1.96, 0.2, 0.05, 10, 5


def rows(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


class Cell:
    """The answers of some people to one statement, and how many were asked."""

    def __init__(self, counts, unsure, invited):
        self.counts, self.unsure, self.invited = counts, unsure, invited
        self.n = sum(counts)

    def minus(self, part):
        return Cell([a - b for a, b in zip(self.counts, part.counts)], self.unsure - part.unsure,
                    self.invited - part.invited)

    def is_of_one_mind(self):
        return max(self.counts) == self.n > 0

    def mean(self):
        return sum((i + 1) * c for i, c in enumerate(self.counts)) / self.n

    def people(self):
        if self.invited < max(self.n, 2):
            return self.n
        if self.invited == self.n:
            return math.inf
        return self.n * (self.invited - 1) / (self.invited - self.n)

    def variance(self):
        mean = self.mean()
        squares = sum(c * (i + 1 - mean) ** 2 for i, c in enumerate(self.counts))
        return squares / (self.n - 1) / self.people() if self.n > 1 else math.nan

    def agree(self):
        return sum(self.counts[9 if len(self.counts) == 11 else 3:]) / self.n

    def disagree(self):
        return sum(self.counts[:7 if len(self.counts) == 11 else 2]) / self.n

    def net(self):
        return 100 * (self.agree() - self.disagree())

    def net_variance(self):
        agree, disagree = self.agree(), self.disagree()
        spread = agree + disagree - (agree - disagree) ** 2
        return 100 ** 2 * spread * self.n / (self.n - 1) / self.people()

    def doubt(self):
        return self.unsure / (sum(self.counts) + self.unsure)

    def with_unsure(self):
        """Whom the share that does not know is about: those who do not stand in n too."""
        cell = Cell(self.counts, self.unsure, self.invited)
        cell.n += self.unsure
        return cell

    def wilson(self, share):
        z = Z * Z / self.people()
        half = math.sqrt(z * share * (1 - share) + z * z / 4)
        return (share + z / 2 - half) / (1 + z), (share + z / 2 + half) / (1 + z)


class Round:
    def __init__(self, year):
        self.path = f"data/undersokelse-{year}.yaml"
        self.year = year
        with open(self.path, encoding="utf-8") as file:
            self.description = yaml.safe_load(file)
        self.groups = self.description["groups"]
        self.statements = {id: one for id, one in self.description["statements"].items()
                           if "scale" not in one}  # the others are not set beside these
        self.scored = self.description.get("recommend", {})
        columns = self.description["columns"]
        steps = [step["answer"] for step in self.description["scale"]["steps"]]
        answers = {group["answer"]: id for id, group in self.groups.items()}
        self.numbers = {row["kommune"]: row["kommunenummer"]
                        for row in rows("data/kommuner.csv", ";")}
        self.invited = {}
        for row in rows("data/inviterte.csv", ";"):
            if row["runde"] == str(year):
                self.invited[row["kommune"], answers[row["gruppe"]]] = int(row["inviterte"])
        self.counts, self.people = {}, {}
        for row in rows(f"data/undersokelse-{year}.csv"):
            unit, group = row[columns["unit"]], answers[row[columns["group"]]]
            self.people[unit, group] = self.people.get((unit, group), 0) + 1
            for id, statement in self.statements.items():
                counts = self.counts.setdefault((id, unit, group), [0] * 6)
                answer = row[statement["column"]].strip()
                if answer:
                    counts[steps.index(answer) if answer in steps else 5] += 1
            for id, question in self.scored.items():
                counts = self.counts.setdefault((id, unit, group), [0] * 12)
                answer = row[question["column"]].strip()
                if answer:
                    counts[int(answer) if answer.isdigit() else 11] += 1
        self.units = sorted({unit for unit, _ in self.people})

    def cell(self, statement, unit=None, group=None):
        sums, invited = [0] * (12 if statement in self.scored else 6), 0
        for one in [unit] if unit else self.units:
            for other in [group] if group else self.groups:
                invited += self.invited.get((one, other), 0)
                for i, count in enumerate(self.counts.get((statement, one, other), [])):
                    sums[i] += count
        return Cell(sums[:-1], sums[-1], invited)

    def is_shown(self, statement, unit, group=None):
        cell = self.cell(statement, unit, group)
        return cell.n >= LEAST_ANSWERS and not cell.is_of_one_mind()


def higher(a, b, least=LEAST_SHARE, side=Cell.agree):
    """Whether one share is clearly higher (Newcombe 1998, method 10)."""
    x, y = side(a), side(b)
    return x - y >= least - 1e-9 and \
        x - y > math.hypot(x - a.wilson(x)[0], b.wilson(y)[1] - y)


def majority(cell, side=Cell.agree):
    return cell.wilson(side(cell))[0] > 0.5


def mark(difference, first, second, of_net=False):
    """1 and -1: clear; "same": so small and sure that «om lag som» may be said; "unsure". The
    two may be further apart than the difference: the unit, and the region without it."""
    if of_net:
        distance, least = abs(first.net() - second.net()), LEAST_SCORE
        variance = first.net_variance() + second.net_variance()
    else:
        distance, least = abs(first.mean() - second.mean()), LEAST_MEAN
        variance = first.variance() + second.variance()
    size = abs(difference)
    half = Z * math.sqrt(variance) * (size / distance if distance else 1)
    if size >= least - 1e-9 and distance > Z * math.sqrt(variance):
        return 1 if difference > 0 else -1
    return "same" if size < least - 1e-9 and size + half < 2 * least else "unsure"


def clearly_above(a, b):
    return mark(a.mean() - b.mean(), a, b) == 1


def print_apart(words, one, other, of_net):
    """Of «om lag som»: what is printed differs by less than is marked."""
    a, b = (float(words[key].replace(",", ".").replace("\u2212", "-")) for key in (one, other))
    assert abs(a - b) < (LEAST_SCORE if of_net else LEAST_MEAN) - 1e-9, "prints apart"


MEAN, SHARE, NET = r"\d[.,]\d", "\\d+\u00a0?%", "[+\u2212]?\\d+"
SHAPES = {"round": r"\d{4}", "mean": MEAN, "before": f"{MEAN}|{NET}", "other": f"{MEAN}|{NET}",
          "units": r"\d+", "share": SHARE, "agree": SHARE, "disagree": SHARE, "net": NET,
          "high_net": NET, "low_net": NET}


class Deck:
    """What one deck's sentences are held against."""

    def __init__(self, unit, now, before, language):
        self.unit, self.now, self.before, self.language = unit, now, before, language
        path = f"layouts/words/{language}.yaml"
        with open(path, encoding="utf-8") as file:
            words = yaml.safe_load(file)
        self.among = {group["among"][language]: id for id, group in now.groups.items()}
        one = "(?:%s)" % "|".join(re.escape(among) for among in self.among)
        shapes = dict.fromkeys(["low", "high", "group", "up", "down", "among"],
                               f"{one}(?:(?:,| og| and) {one})*") | SHAPES

        def placeholder(match):
            name = re.sub(r"[^a-z]", "_", match.group(1).replace("\\", ""))
            return f"(?P<{name}>{shapes.get(name, '.+?')})"

        self.nouns = [words["finding-statements"].replace("{n}", str(len(now.statements)))]
        self.patterns = []
        for key, text in words.items():
            name = re.sub("^finding-|-(other|views)$", "", key)
            if name in CHECK_OF and (key.startswith("finding-") or name.startswith("net-")):
                text = re.sub(r"\{(\w+):[^|}]*\|([^}]*)\}",  # of one or more: there are more
                              lambda m: m[2].replace("#", "{%s}" % m[1]), text)
                pattern = re.escape(text.replace("\\_", "\u00a0"))
                pattern = re.sub(r"\\{([a-z\\-]+)\\}", placeholder, pattern)
                self.patterns.append((name, key, re.compile(pattern)))

    def all(self, statement):
        return self.now.cell(statement, self.unit)

    def group(self, statement, group):
        assert self.now.is_shown(statement, self.unit, group), "a hidden group"
        return self.now.cell(statement, self.unit, group)

    def groups(self, statement, but=()):
        assert all(self.now.is_shown(statement, self.unit, g) for g in self.now.groups), \
            "a claim on all groups, one of which is hidden"
        return [self.group(statement, g) for g in self.now.groups if g not in but]

    def subsets(self, statement):
        """What a deck may show: further groups are hidden where one must be."""
        shown = [g for g in self.now.groups if self.now.is_shown(statement, self.unit, g)]
        sizes = range(1, len(shown) + 1) if len(shown) < len(self.now.groups) else [len(shown)]
        for size in sizes:
            for groups in itertools.combinations(shown, size):
                yield [self.group(statement, g) for g in groups]

    def named(self, text):
        found = sorted((text.index(among), id) for among, id in self.among.items()
                       if among in text)
        assert found, f"no groups in {text!r}"
        return [id for _, id in found]

    def parse(self, text):
        """The sentences: (phrase, words) each."""
        if not text:
            return []
        for name, key, pattern in self.patterns:
            match = pattern.match(text)
            if match and (match.end() == len(text) or text[match.end()] == " "):
                rest = self.parse(text[match.end() + 1:])
                if rest is not None:
                    return [(name, key, match.groupdict())] + rest
        return None


def number(text):
    return float(text.replace(",", "."))


def is_share(text, share):
    digits = re.search(r"\d+", text).group()
    assert abs(int(digits) - 100 * share) <= 0.5 + 1e-9, f"{text} is {100 * share:.2f}"


def is_mean(text, mean):
    assert abs(number(text) - mean) <= 0.05 + 1e-9, f"{text} is {mean:.3f}"


def is_net(text, net):
    assert abs(int(text.replace("\u2212", "-")) - net) <= 0.5 + 1e-9, f"{text} is {net:.2f}"


def is_range(text, shares):
    digits = [int(d) for d in re.findall(r"\d+", text)]
    is_share(str(digits[0]), min(shares))
    is_share(str(digits[-1]), max(shares))


def prints_as(a, b):
    return math.floor(100 * a.agree() + 0.5) == math.floor(100 * b.agree() + 0.5)


def check_groups(deck, statement, name, words):
    if name in ("gap", "gap-ends"):
        low = [deck.group(statement, g) for g in deck.named(words["low"])]
        high = [deck.group(statement, g) for g in deck.named(words["high"])]
        for a in high:
            is_share(words["high_share"], a.agree())
            assert all(higher(a, b) for b in low), "no clear gap"
        for b in low:
            is_share(words["low_share"], b.agree())
        if name == "gap-ends":
            shares = [cell.agree() for cell in deck.groups(statement)]
            assert max(shares) - max(a.agree() for a in high) < 1e-9, "not the highest"
            assert min(b.agree() for b in low) - min(shares) < 1e-9, "not the lowest"
            for cell in deck.groups(statement):
                assert any(higher(a, cell) or prints_as(a, cell) for a in high), "not clearly"
                assert any(higher(cell, b) or prints_as(b, cell) for b in low), "not clearly"
    elif name in ("apart-low", "apart-high"):
        (apart,) = deck.named(words["group"])
        cell, others = deck.group(statement, apart), deck.groups(statement, [apart])
        is_share(words["share"], cell.agree())
        is_range(words["range"], [other.agree() for other in others])
        assert all(higher(cell, o) if name == "apart-high" else higher(o, cell)
                   for o in others), "not apart"
    elif name == "opposed":
        for key, side in (("high", Cell.agree), ("low", Cell.disagree)):
            cells = [deck.group(statement, g) for g in deck.named(words[key])]
            assert all(majority(cell, side) for cell in cells), "no majority"
            is_range(words[key + "_share"], [side(cell) for cell in cells])
    else:
        assert any(is_level(cells, name, words) for cells in deck.subsets(statement)), "not so"


def is_level(cells, name, words):
    """Whether there is no clear gap between these, which are those that a deck shows."""
    try:
        if name.startswith("level"):
            is_range(words["low_share"] + " " + words["high_share"],
                     [cell.agree() for cell in cells])
        for cell in cells if not name.startswith("level") else []:
            is_share(words["share"], cell.agree())
    except AssertionError:
        return False
    return not any(higher(a, b) for a in cells for b in cells)


def check_whole(deck, statement, name, words):
    cell = deck.all(statement)
    side = Cell.disagree if "against" in name else Cell.agree
    if name in ("for", "against"):
        is_share(words["share"], side(cell))
        assert majority(cell, side), "no clear majority"
    elif name in ("all-for", "all-against"):
        cells = deck.groups(statement)
        assert all(majority(one, side) for one in cells), "not in every group"
        is_range(words["range"], [side(one) for one in cells])
    else:
        agree, disagree = cell.agree(), cell.disagree()
        is_share(words["agree"], agree)
        is_share(words["disagree"], disagree)
        difference = agree - disagree
        half = Z * math.sqrt((agree + disagree - difference ** 2) * cell.n / (cell.n - 1) /
                             cell.people())
        if name == "split":
            assert abs(difference) <= 0.05 + 1e-9 and min(agree, disagree) >= 0.35, "not split"
        else:
            assert abs(difference) >= LEAST_SHARE - 1e-9 and abs(difference) > half and \
                (difference > 0) == name.endswith("more-for"), "not clearly more"


def check_change(deck, statement, name, words):
    of_net = statement in deck.now.scored
    name = name.removeprefix("net-")

    def moved(group=None):
        now = deck.now.cell(statement, deck.unit, group)
        before = deck.before.cell(statement, deck.unit, group)
        if min(now.n, before.n) < LEAST_ANSWERS or now.is_of_one_mind() or \
                before.is_of_one_mind():
            return 0
        difference = now.net() - before.net() if of_net else now.mean() - before.mean()
        return mark(difference, now, before, of_net)

    assert words["round"] == str(deck.before.year), "another round"
    if name in ("rose", "fell", "steady", "unsure"):
        assert moved() == {"rose": 1, "fell": -1, "steady": "same"}.get(name, name), "not so"
        if name == "steady":
            print_apart(words, "net" if of_net else "mean", "before", of_net)
        now, before = deck.all(statement), deck.before.cell(statement, deck.unit)
        if of_net:
            is_net(words["net"], now.net())
            is_net(words["before"], before.net())
        else:
            is_mean(words["mean"], now.mean())
            is_mean(words["before"], before.mean())
        return
    for key, sign in (("up", 1), ("down", -1)):
        named = deck.named(words[key]) if key in words else []
        for group in deck.now.groups:
            deck_says = group in named
            assert deck_says == (moved(group) == sign), f"{group}: {moved(group)}"


def check_region(deck, statement, name, words):
    own, region = deck.all(statement), deck.now.cell(statement)
    assert words["region"] == deck.now.description["survey"]["region"][deck.language]
    is_mean(words["mean"], own.mean())
    sign = mark(own.mean() - region.mean(), own, region.minus(own))
    if name.endswith("-region"):
        is_mean(words["other"], region.mean())
        assert sign == {"above-region": 1, "below-region": -1,
                        "like-region": "same"}.get(name, "unsure"), "not so"
        if name == "like-region":
            print_apart(words, "mean", "other", False)
        return
    others = [deck.now.cell(statement, u) for u in deck.now.units if u != deck.unit]
    assert int(words["units"]) == len(others) + 1, "another number of units"
    assert sign == (1 if name == "first" else -1), "no clear distance to the region"
    for other in others:
        assert clearly_above(own, other) if name == "first" else clearly_above(other, own), \
            "not clearly"


def check_scores(deck, statement, name, words):
    own, region = deck.all(statement), deck.now.cell(statement)
    if name.endswith("-region"):
        assert words["region"] == deck.now.description["survey"]["region"][deck.language]
        is_net(words["net"], own.net())
        is_net(words["other"], region.net())
        sign = mark(own.net() - region.net(), own, region.minus(own), True)
        assert sign == {"net-above-region": 1, "net-below-region": -1,
                        "net-like-region": "same"}.get(name, "unsure"), "not so"
        if name == "net-like-region":
            print_apart(words, "net", "other", True)
    elif name == "net-gap":
        (high,), (low,) = deck.named(words["high"]), deck.named(words["low"])
        high, low = deck.group(statement, high), deck.group(statement, low)
        is_net(words["high_net"], high.net())
        is_net(words["low_net"], low.net())
        assert score_higher(high, low), "no clear gap"
    else:
        cells = [deck.group(statement, g) for g in deck.now.groups
                 if deck.now.is_shown(statement, deck.unit, g)]
        assert name == "net-level-shown" or len(cells) == len(deck.now.groups), "one is hidden"
        assert not any(score_higher(a, b) for a in cells for b in cells), "not level"
        if name == "net-level":
            is_net(words["low_net"], min(cell.net() for cell in cells))
            is_net(words["high_net"], max(cell.net() for cell in cells))


def score_higher(a, b):
    def half(cell, sign):  # the interval ends where the scale does
        return min(Z * math.sqrt(cell.net_variance()), 100 - sign * cell.net())
    gap = a.net() - b.net()
    return gap >= LEAST_SCORE - 1e-9 and gap > math.hypot(half(a, -1), half(b, 1))


def check_statements(deck, statement, name, words):
    cells = [deck.all(other) for other in deck.now.statements]
    assert all(deck.now.is_shown(other, deck.unit) for other in deck.now.statements), \
        "a hidden statement"
    assert int(words["statements"].split()[0]) == len(cells), "another number of statements"
    are_all = len(cells) == len(deck.now.description["statements"])
    assert are_all == (words["statements"] in deck.nouns), "others have another scale"
    own = deck.all(statement)
    others = [deck.all(other) for other in deck.now.statements if other != statement]
    if name == "doubt":
        is_share(words["share"], own.doubt())
        own, others = own.with_unsure(), [other.with_unsure() for other in others]
        rivals = [other for other in others if not higher(own, other, side=Cell.doubt)]
    else:
        is_mean(words["mean"], own.mean())
        is_high = name in ("highest", "top")
        rivals = [other for other in others if not
                  (clearly_above(own, other) if is_high else clearly_above(other, own))]
    assert len(rivals) <= (2 if name in ("top", "bottom") else 0), "not clearly"


CHECKS = {
    check_groups: "gap gap-ends apart-low apart-high opposed level level-shown equal only one",
    check_whole: "for all-for against all-against more-for more-against split"
                 " net-more-for net-more-against",
    check_change: "rose fell steady unsure groups-rose groups-fell both-ways net-rose net-fell"
                  " net-steady net-unsure net-groups-rose net-groups-fell net-both-ways",
    check_region: "above-region below-region like-region unsure-region first last",
    check_statements: "highest lowest top bottom doubt",
    check_scores: "net-above-region net-below-region net-like-region net-unsure-region net-gap net-level"
                  " net-level-shown",
}
CHECK_OF = {name: check for check, names in CHECKS.items() for name in names.split()}


def run(*arguments):
    result = subprocess.run([LYSARK, *arguments], capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"lysark {' '.join(arguments)}: {result.stderr}")
    return result.stdout


def findings(dump):
    """(title, finding) of each page with a finding: the panel's first paragraph."""
    title, lines, tag = "", [], None
    for line in dump.splitlines() + ["page 0"]:
        if line.startswith("page "):
            if lines:
                yield title, "".join(lines)
            title, lines = "", []
        elif re.match(r" +[A-Z]\w*", line):
            tag = line.strip()
        text = re.match(r' +text ([\d.]+),([\d.]+) (\S+) (\w+) \S+ "(.*)"$', line)
        if text and tag == "H1":
            title += text.group(5)
        elif text and text.group(3, 4) == ("18pt", "semibold") and float(text.group(2)) > 350:
            lines.append(text.group(5))


def check_findings(deck, layout):
    titles = {re.sub(r"\s+", " ", s["text"][deck.language]): id
              for id, s in (deck.now.statements | deck.now.scored).items()}
    dump = run("dump", layout, "--unit", deck.unit, "--survey", deck.now.path, "--language",
               deck.language, "-q")
    faults, seen, phrases = [], 0, []
    for title, text in findings(dump):
        statement = titles.get(re.sub(r"\s+", " ", title).strip())
        if statement is None:
            continue
        where = f"{deck.unit} {deck.now.year} {deck.language} {statement}: {text}"
        sentences = deck.parse(text)
        if sentences is None:
            faults.append(f"{where}: not a sentence of layouts/words/")
            continue
        phrases.append(sentences[0][1])
        for name, _, words in sentences:
            seen += 1
            try:
                CHECK_OF[name](deck, statement, name, words)
            except AssertionError as fault:
                faults.append(f"{where}: {name}: {fault}")
    for one, next in zip(phrases, phrases[1:]):
        if one == next and layout == SAMPLE:
            faults.append(f"{deck.unit} {deck.now.year}: two slides in turn begin with {one}")
    return faults, seen


PEOPLE = ("n", "invited", "response rate", "share of n")


def check_people(deck, row, groups):
    """How many of a group responded is shown of enough people only. groups: what has been
    seen of n so far, by group."""
    if row["population"] != "unit" or row["statistic"] not in PEOPLE or \
            row["round"] != str(deck.now.year):
        return []
    group, is_shown = groups["ids"].get(row["group"]), row["state"] == "shown"
    people = sum(count for (unit, one), count in deck.now.people.items()
                 if unit == deck.unit and group in (None, one))
    if row["statistic"] == "n":
        groups["shown" if is_shown else "hidden"].add(group)
    where = f"{deck.unit} {row['round']} page {row['page']}: {row['group']} {row['statistic']}"
    if 0 < people < LEAST_ANSWERS and is_shown:
        return [f"{where} is shown of {people}"]
    if row["statistic"] == "n" and is_shown and int(row["value"]) != people:
        return [f"{where} is not {people}"]
    return []


def check_figures(deck):
    """Nothing that is shown rests on too few of the unit's people, whatever it is."""
    ids = {group["name"][deck.language]: id for id, group in deck.now.groups.items()}
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "figures.csv")
        run("render", SAMPLE, "--unit", deck.unit, "--survey", deck.now.path, "--language",
            deck.language, "-q", "-o", os.path.join(folder, "deck.pdf"), "--figures", table)
        faults, seen = [], 0
        people = {"ids": ids, "shown": set(), "hidden": set()}
        for row in rows(table):
            faults += check_people(deck, row, people)
            if row["state"] != "shown" or row["statement"] not in deck.now.statements or \
                    row["population"] != "unit":
                continue
            seen += 1
            group = ids.get(row["group"])
            of_round = deck.now if row["round"] == str(deck.now.year) else deck.before
            count = of_round.cell(row["statement"], deck.unit, group)
            if count.n < LEAST_ANSWERS or count.n > int(row["base"]) + count.unsure:
                faults.append(f"{deck.unit} {row['round']} page {row['page']}: "
                              f"{row['statement']} {row['group']} {row['statistic']} rests on "
                              f"{count.n}")
            if count.is_of_one_mind():
                faults.append(f"{deck.unit} {row['round']} page {row['page']}: "
                              f"{row['statement']} {row['group']}: all answered alike")
        if None in people["shown"] and len(people["hidden"]) == 1:
            faults.append(f"{deck.unit} {deck.now.year}: what one group's n leaves of the sum "
                          f"is that of {people['hidden']}")
        if len(people["shown"]) < 2:
            faults.append(f"{deck.unit} {deck.now.year}: hardly any n is shown")
        return faults, seen


def main():
    rounds = {year: Round(year) for year in (2024, 2026)}
    decks = [Deck(unit, now, rounds[2024] if now.year == 2026 else None, language)
             for now in rounds.values() for unit in now.units for language in ("nb", "nn", "en")]
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(check_findings, decks, [EVERY] * len(decks)))
        samples = [deck for deck in decks if deck.language != "en"]
        said += list(pool.map(check_findings, samples, [SAMPLE] * len(samples)))
        printed = list(pool.map(check_figures, [d for d in decks if d.language == "nb"]))
    faults = [fault for found, _ in said + printed for fault in found]
    print("\n".join(faults[:40]))
    print(f"{sum(n for _, n in said)} sentences in {len(said)} decks, "
          f"{sum(n for _, n in printed)} figures, {len(faults)} faults")
    sys.exit(bool(faults))


main()
