"""Kubernetes quantities: the grammar and exact values.

Source: ``apimachinery/pkg/api/resource/quantity.go`` of Kubernetes (``parseQuantityString``,
``ParseQuantity``) and ``suffix.go``; held against recorded verdicts of that parser in the tests.
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass
from fractions import Fraction

#: Power of 10 or 1024 of each suffix.
_DECIMAL = {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_BINARY = {"Ki": 1, "Mi": 2, "Gi": 3, "Ti": 4, "Pi": 5, "Ei": 6}

#: Digits are optional: ``"Gi"`` is zero. No two alternatives begin alike, so a match takes linear time.
_QUANTITY = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[0-9]*)(?:\.(?P<part>[0-9]*))?"
    r"(?:(?P<suffix>[KMGTPE]i|[numkMGTPE])|[eE](?P<exponent>[+-]?[0-9]+))?"
)
#: The parser turns larger exponents into digits one by one; no configuration means them, and no comparison needs them.
_LARGEST_EXPONENT = 9999
#: Digits that count; Python converts at most 4,300 at once.
_LONGEST = 2000
_LARGEST_BINARY = 2**63 - 1
_NANO = Fraction(1, 10**9)

#: A beginning for every state of the grammar, to see whether an end can belong to a quantity.
_BEGINNINGS = ("", "+", "1", "1.", "1e", "1e+", "1e1", "1K", "1M", "1G", "1T", "1P", "1E", "1Ki", "1m")

#: Units that people write, in lower case and without the trailing ``b``, and what they mean.
_SPELLINGS = {
    "k": ("k", "Ki"),
    "ki": ("Ki",),
    "kib": ("Ki",),
    "kb": ("k", "Ki"),
    **{u.lower(): (u, f"{u}i") for u in "MGTPE"},
    **{f"{u.lower()}b": (u, f"{u}i") for u in "MGTPE"},
    **{f"{u.lower()}i": (f"{u}i",) for u in "MGTPE"},
    **{f"{u.lower()}ib": (f"{u}i",) for u in "MGTPE"},
    "b": ("",),
    "byte": ("",),
    "bytes": ("",),
    "gig": ("G", "Gi"),
    "gigs": ("G", "Gi"),
    "meg": ("M", "Mi"),
    "megs": ("M", "Mi"),
    "cpu": ("",),
    "cpus": ("",),
    "core": ("",),
    "cores": ("",),
    "vcpu": ("",),
    "vcpus": ("",),
    "gpu": ("",),
    "gpus": ("",),
    "millicores": ("m",),
    "millicpu": ("m",),
}
_NUMBER_AND_UNIT = re.compile(r"\s*([+-]?[0-9]+(?:[._,][0-9]+)*)\s*([A-Za-z]*)\s*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A parsed quantity: its exact value in base units (bytes, cores) and its suffix as written."""

    value: Fraction
    suffix: str

    @property
    def whole(self) -> int:
        """The value rounded up, as ``Quantity.Value()`` gives it."""
        return math.ceil(self.value) if self.value > 0 else math.floor(self.value)

    @property
    def is_integer(self) -> bool:
        return self.value.denominator == 1


@functools.lru_cache(maxsize=256)
def parse(text: str) -> Quantity | None:
    """Parse a quantity such as ``500m``, ``2Gi`` or ``1e3``; None when Kubernetes refuses it."""
    found = _QUANTITY.fullmatch(text) if text else None
    if found is None:
        return None
    whole, part = found["whole"], (found["part"] or "")[:_LONGEST]
    cut = max(0, len(whole) - _LONGEST)
    number = Fraction(int(f"{whole[:len(whole) - cut]}{part}" or "0"), 10 ** len(part)) * 10**cut
    suffix = found["suffix"] or ""
    # Without digits a quantity is zero, but only on the parser's short way, which these do not take.
    digits = bool(whole or part)
    if not digits and suffix in ("Pi", "Ei"):
        return None
    if found["exponent"] is not None:
        exponent = found["exponent"]
        if len(exponent.lstrip("+-0")) > 18:
            return None  # no 64-bit integer
        power = max(-_LARGEST_EXPONENT, min(_LARGEST_EXPONENT, int(exponent)))
        if not digits and power < -9:
            return None
        number *= Fraction(10) ** power
    elif suffix in _BINARY:
        number = min(number * 1024 ** _BINARY[suffix], Fraction(_LARGEST_BINARY))
    else:
        number *= Fraction(10) ** _DECIMAL[suffix]
    if number % _NANO:
        number = math.ceil(number / _NANO) * _NANO
    return Quantity(-number if found["sign"] == "-" else number, suffix)


def can_end_with(tail: str) -> bool:
    """Whether some quantity ends with these characters: ``Gi`` and ``5m`` can, ``GB`` cannot."""
    return any(_QUANTITY.fullmatch(beginning + tail) for beginning in _BEGINNINGS)


def spellings(text: str) -> list[str]:
    """The quantities that a refused text probably means, none when it tells no number."""
    found = _NUMBER_AND_UNIT.fullmatch(text)
    if found is None:
        return []
    number, unit = found[1].replace("_", ""), found[2]
    number = number.replace(",", ".") if number.count(",") == 1 and "." not in number else number
    units: tuple[str, ...] | None = (unit,) if parse(f"1{unit}") else _SPELLINGS.get(unit.lower())
    return [f"{number}{u}" for u in units or () if parse(f"{number}{u}")]
