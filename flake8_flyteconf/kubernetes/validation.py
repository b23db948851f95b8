"""Names, label keys and label values as Kubernetes accepts them.

Source: ``apimachinery/pkg/util/validation/validation.go`` and ``apimachinery/pkg/api/validation/objectmeta.go`` of
Kubernetes. Each function returns what is wrong, in the words of a message, or None. Lengths count bytes.
"""

from __future__ import annotations

import ipaddress
import re

_LABEL = re.compile(r"[a-z0-9](?:[-a-z0-9]*[a-z0-9])?")
_QUALIFIED = re.compile(r"(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]")

#: Bytes of all annotation keys and values of one object together.
ANNOTATIONS_SIZE = 262144


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def dns_label(text: str) -> str | None:
    """What keeps a string from being an RFC 1123 label, such as a container name."""
    if not text:
        return "must not be empty"
    if _size(text) > 63:
        return "must be no more than 63 characters"
    if not _LABEL.fullmatch(text):
        return 'must consist of lower case letters, digits and "-", and begin and end with a letter or digit'
    return None


def dns_subdomain(text: str) -> str | None:
    """What keeps a string from being an RFC 1123 subdomain, such as the name of a service account."""
    if not text:
        return "must not be empty"
    if _size(text) > 253:
        return "must be no more than 253 characters"
    if not all(_LABEL.fullmatch(part) for part in text.split(".")):
        return 'must consist of lower case letters, digits, "-" and ".", and begin and end with a letter or digit'
    return None


def qualified_name(text: str) -> str | None:
    """What keeps a string from being a qualified name, such as a label key: ``example.com/name``."""
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
    """What keeps a string from being an annotation key: as :func:`qualified_name`, in lower case."""
    return qualified_name(text.lower())


def label_value(text: str) -> str | None:
    """What keeps a string from being a label value; the empty string is one."""
    if _size(text) > 63:
        return "must be no more than 63 characters"
    if text and not _QUALIFIED.fullmatch(text):
        return 'must consist of letters, digits, "-", "_" and ".", and begin and end with a letter or digit'
    return None


def port_name(text: str) -> str | None:
    """What keeps a string from being the name of a port (IANA service name)."""
    if _size(text) > 15:
        return "must be no more than 15 characters"
    if not re.fullmatch(r"[-a-z0-9]+", text):
        return 'must consist of lower case letters, digits and "-"'
    if not re.search(r"[a-z]", text):
        return "must contain a letter"
    if "--" in text:
        return 'must not contain "--"'
    if text.startswith("-") or text.endswith("-"):
        return 'must not begin or end with "-"'
    return None


def environment_name(text: str) -> str | None:
    """What keeps a string from being the name of an environment variable."""
    if not text:
        return "must not be empty"
    if not re.fullmatch(r"[ -<>-~]+", text):
        return 'must consist of printable ASCII characters other than "="'
    return None


def config_map_key(text: str) -> str | None:
    """What keeps a string from being the key of a config map or secret."""
    if not text:
        return "must not be empty"
    if _size(text) > 253:
        return "must be no more than 253 characters"
    if not re.fullmatch(r"[-._a-zA-Z0-9]+", text):
        return 'must consist of letters, digits, "-", "_" and "."'
    if text == "." or text.startswith(".."):
        return f'must not be "{text}"' if text in (".", "..") else 'must not begin with ".."'
    return None


def sysctl(text: str) -> str | None:
    """What keeps a string from being the name of a sysctl."""
    segment = r"[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?"
    if not text:
        return "must not be empty"
    if _size(text) > 253 or not re.fullmatch(rf"(?:{segment}[./])*{segment}", text):
        return 'must consist of lower case letters, digits, "-" and "_" in parts joined by "." or "/"'
    return None


def header_name(text: str) -> str | None:
    """What keeps a string from being the name of an HTTP header."""
    return None if re.fullmatch(r"[-A-Za-z0-9]+", text) else 'must consist of letters, digits and "-"'


def ip_address(text: str) -> str | None:
    """What keeps a string from being an IP address; Kubernetes takes leading zeros in the fields of a pod."""
    try:
        ipaddress.ip_address(text if ":" in text else re.sub(r"\b0+(?=\d)", "", text))
    except ValueError:
        return "must be an IP address"
    return None if "%" not in text else "must be an IP address without a zone"


def absolute_path(text: str) -> str | None:
    """What keeps a string from being an absolute path."""
    return None if text.startswith("/") else "must be an absolute path"


def path_without_backsteps(text: str) -> str | None:
    """What keeps a string from being a path that stays where it begins."""
    return 'must not contain ".."' if ".." in text.split("/") else None


def relative_path(text: str) -> str | None:
    """What keeps a string from being a path inside a volume."""
    if text.startswith("/"):
        return "must be a relative path"
    return path_without_backsteps(text)


def local_path(text: str) -> str | None:
    """What keeps a string from being the path of a projected file: as :func:`relative_path`, not empty or reserved."""
    if not text:
        return "must not be empty"
    fault = relative_path(text)
    return 'must not begin with ".."' if fault is None and text.startswith("..") else fault


def csi_driver(text: str) -> str | None:
    """What keeps a string from being the name of a CSI driver: a subdomain in any case, as long as a label."""
    return dns_subdomain(text.lower()) or ("must be no more than 63 characters" if _size(text) > 63 else None)


def iscsi_name(text: str) -> str | None:
    """What keeps a string from being the name of an iSCSI initiator or target."""
    if not text:
        return "must not be empty"
    if not text.startswith(("iqn", "eui", "naa")):
        return 'must begin with "iqn", "eui" or "naa"'
    formats = (
        r".*iqn\.[0-9]{4}-[0-9]{2}\.[0-9A-Za-z.-]+:[^,;*&$|\s]+",
        r"eui.[0-9A-Za-z]{16}",
        r"naa.[0-9A-Za-z]{32}",
    )
    return None if any(re.fullmatch(each, text) for each in formats) else "is not the name of an iSCSI target"


def search_domain(text: str) -> str | None:
    """What keeps a string from being a DNS search path: a subdomain, with ``_`` and a dot at its end, or a dot."""
    if text == ".":
        return None
    name = text.removesuffix(".")
    if not name:
        return "must not be empty"
    if _size(name) > 253:
        return "must be no more than 253 characters"
    if not all(re.fullmatch(r"[a-z0-9_](?:[-a-z0-9_]*[a-z0-9_])?", part) for part in name.split(".")):
        return 'must consist of lower case letters, digits, "-", "_" and "."'
    return None


def stop_signal(text: str) -> str | None:
    """What keeps a string from being a signal that stops a container."""
    known = text.removeprefix("SIG") in _SIGNALS and text.startswith("SIG")
    return (
        None
        if known or re.fullmatch(r"SIGRTM(IN(\+([1-9]|1[0-5]))?|AX(-([1-9]|1[0-4]))?)", text)
        else "is not a signal"
    )


_SIGNALS = frozenset(
    """ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP
    TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ""".split()
)


def windows_user(text: str) -> str | None:
    """What keeps a string from being the user of a Windows container: ``DOMAIN\\user``, the domain is optional."""
    domain, separator, user = text.rpartition("\\")
    if not user:
        return "must not be empty"
    if "\\" in domain or any(ord(character) < 32 for character in text):
        return "must have at most one backslash and no control characters"
    if separator and not re.fullmatch(r'[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}|[A-Za-z0-9][-.A-Za-z0-9]*', domain):
        return "must name a domain before the backslash"
    if len(user) > 104 or re.search(r'["/\\:;|=,+*?<>@\[\]]', user) or not user.strip(". "):
        return "is not the name of a Windows user"
    return None


def not_empty(text: str) -> str | None:
    """Whether a required text is missing."""
    return None if text else "must not be empty"


def without_blanks(text: str) -> str | None:
    """Whether a string has leading or trailing whitespace."""
    return None if text.strip() == text else "must not have leading or trailing whitespace"
