"""Names, label keys and label values as Kubernetes accepts them.

Source: ``apimachinery/pkg/util/validation/validation.go`` and ``apimachinery/pkg/api/validation/objectmeta.go`` of
Kubernetes 1.34.1. Each function returns what is wrong, in the words of a message, or None. Lengths count bytes.
"""

from __future__ import annotations

import re

_LABEL = re.compile(r"[a-z0-9](?:[-a-z0-9]*[a-z0-9])?")
_DNS_1035 = re.compile(r"[a-z](?:[-a-z0-9]*[a-z0-9])?")
_QUALIFIED = re.compile(r"(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]")

#: Bytes of all annotation keys and values of one object together.
ANNOTATIONS_SIZE = 262144


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def dns_label(text: str) -> str | None:
    """What keeps a text from being an RFC 1123 label, such as a container name."""
    if not text:
        return "must not be empty"
    if _size(text) > 63:
        return "must be no more than 63 characters"
    if not _LABEL.fullmatch(text):
        return 'must consist of lower case letters, digits and "-", and begin and end with a letter or digit'
    return None


def dns_1035_label(text: str) -> str | None:
    """What keeps a text from being an RFC 1035 label: a DNS label that begins with a letter."""
    if not text:
        return "must not be empty"
    if _size(text) > 63:
        return "must be no more than 63 characters"
    if not _DNS_1035.fullmatch(text):
        return (
            'must consist of lower case letters, digits and "-", and begin with a letter and end with a letter or digit'
        )
    return None


def dns_subdomain(text: str) -> str | None:
    """What keeps a text from being an RFC 1123 subdomain, such as the name of a service account."""
    if not text:
        return "must not be empty"
    if _size(text) > 253:
        return "must be no more than 253 characters"
    if not all(_LABEL.fullmatch(part) for part in text.split(".")):
        return 'must consist of lower case letters, digits, "-" and ".", and begin and end with a letter or digit'
    return None


def qualified_name(text: str) -> str | None:
    """What keeps a text from being a qualified name, such as a label key: ``example.com/name``."""
    prefix, slash, name = text.rpartition("/")
    if "/" in prefix:
        return 'must have at most one "/"'
    if slash:
        fault = "must not be empty" if not prefix else dns_subdomain(prefix)
        if fault:
            return f'the part before "/" {fault}'
    if not name:
        return "the name must not be empty"
    if _size(name) > 63:
        return "the name must be no more than 63 characters"
    if not _QUALIFIED.fullmatch(name):
        return 'the name must consist of letters, digits, "-", "_" and ".", and begin and end with a letter or digit'
    return None


def annotation_key(text: str) -> str | None:
    """What keeps a text from being an annotation key: as :func:`qualified_name`, in lower case."""
    return qualified_name(text.lower())


def label_value(text: str) -> str | None:
    """What keeps a text from being a label value; the empty text is one."""
    if _size(text) > 63:
        return "must be no more than 63 characters"
    if text and not _QUALIFIED.fullmatch(text):
        return 'must consist of letters, digits, "-", "_" and ".", and begin and end with a letter or digit'
    return None
