"""The grammars of names, keys and paths, at their boundaries and with the words that messages use."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from flake8_flyteconf.kubernetes import grammar, models, validation
from flake8_flyteconf.kubernetes.quantities import spellings

EMPTY = "must not be empty"
LONG = "must be no more than 63 characters"
LONGER = "must be no more than 253 characters"
LABEL = 'must consist of lower case letters, digits and "-", and begin and end with a letter or digit'
SUBDOMAIN = 'must consist of lower case letters, digits, "-" and ".", and begin and end with a letter or digit'
WORD = 'must consist of letters, digits, "-", "_" and ".", and begin and end with a letter or digit'
PORT = 'must consist of lower case letters, digits and "-"'
ASCII = 'must consist of printable ASCII characters other than "="'
KEY = 'must consist of letters, digits, "-", "_" and "."'
SYSCTL = 'must consist of lower case letters, digits, "-" and "_" in parts joined by "." or "/"'
HEADER = 'must consist of letters, digits and "-"'
BACKSTEP = 'must not contain ".."'

CASES: dict[str, dict[str, str | None]] = {
    "dns_label": {
        "a": None,
        "a-1": None,
        "a" * 63: None,
        "": EMPTY,
        "a" * 64: LONG,
        "A": LABEL,
        "-a": LABEL,
        "a.b": LABEL,
    },
    "dns_subdomain": {
        "a.b-1": None,
        "a" * 253: None,
        "": EMPTY,
        "a" * 254: LONGER,
        "a..b": SUBDOMAIN,
        "a_b": SUBDOMAIN,
        "a.-b": SUBDOMAIN,
    },
    "qualified_name": {
        "a": None,
        "A_b.c-1": None,
        "example.com/a": None,
        f"a/{'b' * 63}": None,
        "a/b/c": 'must have at most one "/"',
        "/a": f'the part before "/" {EMPTY}',
        "A/a": f'the part before "/" {SUBDOMAIN}',
        "a/": f"the name {EMPTY}",
        "": f"the name {EMPTY}",
        "b" * 64: f"the name {LONG}",
        "a b": f"the name {WORD}",
        "_a": f"the name {WORD}",
    },
    "annotation_key": {"Example.COM/A": None, "a b": f"the name {WORD}"},
    "label_value": {
        "": None,
        "a": None,
        "A_b.c-1": None,
        "a" * 63: None,
        "a" * 64: LONG,
        "é" * 32: LONG,
        "a-": WORD,
        "@": WORD,
    },
    "port_name": {
        "http": None,
        "a" * 15: None,
        "1a-b": None,
        "a" * 16: "must be no more than 15 characters",
        "HTTP": PORT,
        "": PORT,
        "80": "must contain a letter",
        "a--b": 'must not contain "--"',
        "-a": 'must not begin or end with "-"',
        "a-": 'must not begin or end with "-"',
    },
    "environment_name": {"A b~": None, "1": None, "": EMPTY, "A=b": ASCII, "é": ASCII, "a\n": ASCII},
    "config_map_key": {
        "a.b-C_1": None,
        ".a": None,
        "a..": None,
        "a" * 253: None,
        "": EMPTY,
        "a" * 254: LONGER,
        "a/b": KEY,
        ".": 'must not be "."',
        "..": 'must not be ".."',
        "..a": 'must not begin with ".."',
    },
    "sysctl": {
        "net.core.somaxconn": None,
        "net/core/so-max_conn": None,
        "a" * 253: None,
        "": EMPTY,
        "a" * 254: SYSCTL,
        "net..a": SYSCTL,
        "Net": SYSCTL,
        "_a": SYSCTL,
    },
    "header_name": {"X-Trace-1": None, "": HEADER, "a_b": HEADER},
    "ip_address": {
        "10.0.0.1": None,
        "fe80::1": None,
        "10.0.0": "must be an IP address",
        "fe80::1%eth0": "must be an IP address without a zone",
    },
    "absolute_path": {"/a": None, "/": None, "a": "must be an absolute path", "": "must be an absolute path"},
    "path_without_backsteps": {"a/b..c": None, "..a": None, "/a": None, "a/../b": BACKSTEP, "..": BACKSTEP},
    "relative_path": {"a/b": None, "": None, "/a": "must be a relative path", "../a": BACKSTEP},
    "local_path": {
        "a/b": None,
        "": EMPTY,
        "/a": "must be a relative path",
        "a/..": BACKSTEP,
        "..a": 'must not begin with ".."',
    },
    "not_empty": {"a": None, " ": None, "": EMPTY},
    "without_blanks": {
        "a b": None,
        "": None,
        " a": "must not have leading or trailing whitespace",
        "a\n": "must not have leading or trailing whitespace",
    },
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, cases in CASES.items() for text in cases])
def test_faults(name: str, text: str) -> None:
    assert getattr(validation, name)(text) == CASES[name][text]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("piece", ["a", "a-", "a.", "0.", "-", "_", "/", "a/"])
def test_long_texts_come_to_an_end(name: str, piece: str) -> None:
    for size in (253, 20_000):
        getattr(validation, name)(piece * (size // len(piece) - 1) + "!")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("cpu", None),
        ("gpu", None),
        ("hugepages-2Mi", None),
        ("nvidia.com/gpu", None),
        ("memry", "is not a resource of Kubernetes"),
        ("nvidia.com/", f"the name {EMPTY}"),
        ("requests.nvidia.com/gpu", "is not a name for an extended resource"),
        (f"{'a.' * 123}com/gpu", "is not a name for an extended resource"),
        ("requests.kubernetes.io/gpu", None),
    ],
)
def test_resource_names(text: str, fault: str | None) -> None:
    assert grammar.resource_name(text) == fault


def test_fields_that_are_not_sent_when_empty() -> None:
    port = grammar.TEXTS["V1ContainerPort", "name"]
    assert (port(""), port("http"), port("80")) == (None, None, "must contain a letter")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2GB", ["2G", "2Gi"]),
        ("1,5Gi", ["1.5Gi"]),
        ("1,500,000Ki", []),
        ("1.5,0Gi", []),
        ("1_000Mi", ["1000Mi"]),
        ("5meg", ["5M", "5Mi"]),
        ("5megs", ["5M", "5Mi"]),
        ("5 gig", ["5G", "5Gi"]),
        ("5gigs", ["5G", "5Gi"]),
        ("512bytes", ["512"]),
        ("2cores", ["2"]),
        ("2 vcpus", ["2"]),
        ("1gpu", ["1"]),
        ("500millicores", ["500m"]),
        ("500millicpu", ["500m"]),
        ("much", []),
    ],
)
def test_spellings(text: str, meant: list[str]) -> None:
    assert spellings(text) == meant


KINDS = {
    "str": [*grammar.TEXTS, *grammar.CHOICES, *grammar.NEVER_EMPTY],
    "int": [*grammar.RANGES],
    "[": [*grammar.ITEMS, *grammar.FILLED],
    "{str}": [*grammar.LABELS],
    "": [*grammar.NEEDED.items()],
}


@pytest.mark.parametrize(("kind", "keys"), KINDS.items(), ids=KINDS)
def test_the_tables_are_about_fields_of_the_client(kind: str, keys: Sequence[tuple[str, str]]) -> None:
    for model, keyword in keys:
        field = (models.fields("37", model) or {}).get(keyword)
        assert field is not None and field.type.startswith(kind), (model, keyword)
        assert kind != "" or not field.required, f"the client requires {keyword} of {model} by itself"


def test_long_numbers_are_numbers_of_the_client() -> None:
    known = {keyword for model in models.models() for keyword in models.fields("37", model) or {}}
    assert grammar.LONG <= known
