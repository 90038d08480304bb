"""Reads every export with a reader that is not ours. The argument is a folder that holds the exports."""

import csv
import json
import sqlite3
import sys
from pathlib import Path

import jsonschema
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

bundled, nasty = (Path(sys.argv[1]) / name for name in ("bundled", "nasty"))
root = Path(__file__).parent.parent.parent


def read(folder):
    return json.loads((folder / "export.json").read_text("utf-8"))


def check_json(folder):
    document = read(folder)
    entries = document["entries"]
    schema = json.loads((root / "crates/errcat-cli/schema/export.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(document)
    assert entries
    for key in ("code", "retry"):
        wrong = {**entries[0], key: "?"}
        assert not validator.is_valid({**document, "entries": [wrong]}), key
    lines = (folder / "export.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == entries


def check_csv(folder):
    entries = read(folder)["entries"]
    with open(folder / "export.csv", newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file, strict=True)
    assert len({row[0] for row in rows}) == len(rows), "a code has several rows"
    first = {}
    for entry in entries:
        first.setdefault(entry["code"], entry)
    assert {row[header.index("documented_code")] for row in rows} == set(first)
    for row in map(lambda row: dict(zip(header, row, strict=True)), rows):
        entry = first[row["documented_code"]]
        assert row["message"] == (entry["message"] or ""), row["code"]
        assert row["status"] == str(entry["status"] or ""), row["code"]

    if folder == bundled:
        check_join(header, rows)
    return f"{len(rows)} rows"


def check_join(header, rows):
    database = sqlite3.connect(":memory:")
    database.execute(f"create table errors ({', '.join(header)}, primary key (code))")
    database.executemany(f"insert into errors values ({', '.join('?' * len(header))})", rows)
    database.execute("create table log (line integer, code text)")
    log = ["CSBS.9009", "APIGW.0308", "XYZ.1", "APIG.0201", "CSBS.9009"]
    database.executemany("insert into log values (?, ?)", enumerate(log))
    joined = database.execute(
        "select log.code, name, status, meanings from log left join errors using (code) order by line"
    ).fetchall()
    assert [row[0] for row in joined] == log, "the join changes the log"
    assert joined[0] == joined[4] == ("CSBS.9009", "UserUnverified", "403", "2"), joined[0]
    assert joined[1][2] == "429" and joined[2][1:] == (None, None, None), joined


def check_yaml(folder):
    """The files hold what the JSON holds, as YAML 1.1 reads them too: no `NO` that is false, no 1_000."""
    document = read(folder)
    entries = document["entries"]
    count = 0
    for file in sorted((folder / "yaml").glob("*.yaml")):
        catalog = yaml.safe_load(file.read_text("utf-8"))
        expected = [entry for entry in entries if entry["service"] == catalog["service"]]
        assert len(catalog["entries"]) == len(expected), file
        for found, entry in zip(catalog["entries"], expected):
            for key in ("code", "name", "class", "retry", "description", "remediation"):
                assert found[key] == entry[key], (file, entry["code"], key)
            for key in ("status", "group", "message", "note"):
                assert found.get(key) == entry[key], (file, entry["code"], key)
            assert found.get("see", []) == entry["see"], (file, entry["code"])
        count += len(expected)
    assert count == len(entries)
    services = [service["name"] for service in document["services"]]
    stream = list(yaml.safe_load_all((folder / "export.yaml").read_text("utf-8")))
    assert [catalog["service"] for catalog in stream] == services


def check_openapi(folder):
    entries = read(folder)["entries"]
    specification = json.loads((folder / "openapi.json").read_text("utf-8"))
    OpenAPIV31SpecValidator(specification).validate()
    components = specification["components"]
    # As an interface uses them: a response of ours in an operation, each example against its schema.
    responses = {name[-3:]: {"$ref": f"#/components/responses/{name}"} for name in components["responses"]}
    OpenAPIV31SpecValidator({**specification, "paths": {"/x": {"get": {"responses": responses}}}}).validate()
    base = {"$defs": {}, "components": components}
    checked = 0
    for response in components["responses"].values():
        media = response["content"]["application/json"]
        validator = jsonschema.Draft202012Validator({**base, **media["schema"]})
        for example in media["examples"].values():
            validator.validate(components["examples"][example["$ref"].rsplit("/", 1)[1]]["value"])
            checked += 1
        assert not validator.is_valid({"error_code": "XYZ.1"})
    assert checked == sum(entry["status"] is not None for entry in entries)
    for name, schema in components["schemas"].items():
        if "enum" in schema:
            for key in ("x-enum-varnames", "x-enum-descriptions"):
                assert len(schema[key]) == len(schema["enum"]), name
            assert len(set(schema["x-enum-varnames"])) == len(schema["enum"]), name
    return f"{checked} examples"


for check in (check_json, check_csv, check_yaml, check_openapi):
    found = [check(folder) for folder in (bundled, nasty)]
    print(check.__name__.removeprefix("check_"), "is read:", found[0] or "the same as the JSON")
