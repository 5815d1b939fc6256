#!/usr/bin/env python3
"""Reads every YAML file of the repository with the schemas in docs/schema and a JSON
Schema validator. Prints a line a test: "pass NAME" or "fail NAME WHY".

A file passes, but for those in BAD: what is wrong with them shows in their form.
"""
import glob
import json
import os
import re
import sys

import jsonschema
import yaml

# Case, and what the validator must point at.
BAD = {
    "chart-unknown/layout.yaml": "chart",
    "description-key-unknown/survey.yaml": "unit",
    "id-malformed/layout.yaml": "id",
    "key-missing/layout.yaml": "survey",
    "key-unknown/layout.yaml": "titel",
    "messages-nb/layout.yaml": "show",
    "messages-nn/layout.yaml": "titel",
    "only-unknown/layout.yaml": "only",
    "slide-unknown/layout.yaml": "slide",
    "type-wrong/layout.yaml": "show",
}
# The built-in theme with one line changed, and the same.
BAD_THEME = {
    "colour-wrong": (r"muted: .*", 'muted: "#12345"', "muted"),
    "key-unknown": (r"colours:", "colors:", "colors"),
    "number-wrong": (r"column-gap: .*", "column-gap: bred", "column-gap"),
    "colour-absent": (r" *ink: .*\n", "", "ink"),
}


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no dates, `yes` is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers
            if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
for first, word in (("t", "true"), ("f", "false")):
    Loader.yaml_implicit_resolvers.setdefault(first, []).append(
        ("tag:yaml.org,2002:bool", re.compile("^%s$" % word)))


def report(name, why=""):
    print("fail %s %s" % (name, why) if why else "pass %s" % name, flush=True)


def kind_of(document):
    if not isinstance(document, dict):
        return None
    for kind, key in (("layout", "slides"), ("description", "statements"),
                      ("theme", "colours")):
        if key in document:
            return kind
    return None


def complaints(validator, document):
    """The innermost reasons, each as one line with the path of keys."""
    errors, lines = list(validator.iter_errors(document)), []
    while errors:
        error = errors.pop()
        errors += error.context or []
        path = ".".join(map(str, error.absolute_path))
        lines.append("%s: %s" % (path, error.message.splitlines()[0][:200]))
    return lines


def check_references(name, schema):
    """Every reference leads to a definition."""
    text = json.dumps(schema)
    lost = [part for part in text.split('"#/definitions/')[1:]
            if part.split('"')[0] not in schema["definitions"]]
    report("schema/%s/references" % name,
           "" if not lost else "no definition of " + lost[0].split('"')[0])


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), ".."))
    validators = {}
    for kind in ("layout", "description", "theme"):
        with open("docs/schema/%s.json" % kind, encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft7Validator.check_schema(schema)
        check_references(kind, schema)
        validators[kind] = jsonschema.Draft7Validator(schema)
    paths = sorted(glob.glob("layouts/*.yaml") + glob.glob("layouts/themes/*.yaml") +
                   glob.glob("data/*.yaml") + glob.glob("tests/cases/*/*.yaml"))
    for path in paths:
        case = path.removeprefix("tests/cases/")
        try:
            with open(path, encoding="utf-8-sig") as file:
                document = yaml.load(file, Loader)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue # no YAML at all, or more than this reader knows: not the schema's
        kind = kind_of(document)
        if case in BAD:
            found = complaints(validators[kind], document) if kind else []
            hit = any(BAD[case] in line for line in found)
            report("schema/refuses/" + case, "" if hit else "found only %s" % found[:3])
        elif kind:
            found = complaints(validators[kind], document)
            report("schema/takes/" + path, " ".join(found[:2]))
    with open("layouts/themes/landsbyen.yaml", encoding="utf-8") as file:
        theme = file.read()
    for name, (old, new, wanted) in BAD_THEME.items():
        found = complaints(validators["theme"],
                           yaml.load(re.sub(old, new, theme, count=1), Loader))
        report("schema/refuses/theme/" + name,
               "" if any(wanted in line for line in found) else "found %s" % found[:3])
    for case in BAD:
        if not os.path.exists("tests/cases/" + case):
            report("schema/refuses/" + case, "there is no such case")


sys.exit(main())
