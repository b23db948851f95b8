"""Uses of an object that leave it alone, and others that change it, as statements about ``x``.

``HEADERS`` binds ``x`` for each SDK to an object whose memory is a mistake; ``READ`` is what tells whether it is still
there.
"""

from __future__ import annotations

import random

HEADERS = {
    "flytekit": """\
import copy, functools, logging
import flytekit
from flytekit import Resources, task
logger = logging.getLogger(__name__)
x = Resources(mem="2GB")
""",
    "flyte": """\
import copy, functools, logging
import flyte
logger = logging.getLogger(__name__)
x = flyte.Resources(memory="2GB")
""",
}
FIELDS = {"flytekit": "mem", "flyte": "memory"}

#: What leaves the object alone; ``{n}`` is a number of its own for each statement.
HARMLESS = (
    "print(x)",
    "print(f'{{x}} {{x!r}}')",
    "logger.info('resources: %s', x)",
    "text{n} = str(x) + repr(x)",
    "known{n} = isinstance(x, object) and hasattr(x, 'cpu')",
    "same{n} = x == x or x is None",
    "cpu{n} = x.cpu",
    "cpu{n} = getattr(x, 'cpu', None)",
    "items{n} = [x, x]",
    "first{n} = [x, x][0]",
    "by_name{n} = {{'small': x}}",
    "pair{n} = (x, 1)",
    "again{n} = x",
    "copy{n} = copy.copy(x)",
    "copy{n} = copy.deepcopy(x)\ncopy{n}.cpu = '1'",
    "items{n} = [x]\nitems{n}.append(None)",
    "cpus{n} = [each.cpu for each in [x]]",
    "for each{n} in [x]:\n    print(each{n}.cpu)",
    "assert x is not None",
    "if x is not None:\n    print('set')",
    "def show{n}(value):\n    print(value)\nshow{n}(x)",
    "def same_as{n}(value):\n    return value\nsame_as{n}(x)",
    "make{n} = functools.partial(print, x)",
    "text{n} = '%s' % x",
    "key{n} = id(x)",
)
#: What changes the object, as ``{field}`` of it.
CHANGES = (
    "x.{field} = '2Gi'",
    "setattr(x, '{field}', '2Gi')",
    "object.__setattr__(x, '{field}', '2Gi')",
    "x.__dict__['{field}'] = '2Gi'",
    "vars(x)['{field}'] = '2Gi'",
    "y = x\ny.{field} = '2Gi'",
    "[x][0].{field} = '2Gi'",
    "for each in [x]:\n    each.{field} = '2Gi'",
    "def change(value):\n    value.{field} = '2Gi'\nchange(x)",
    "def same(value):\n    return value\nsame(x).{field} = '2Gi'",
    "kept = {{'small': x}}\nkept['small'].{field} = '2Gi'",
    "(lambda value: setattr(value, '{field}', '2Gi'))(x)",
)


def harmless(sdk: str, chance: random.Random) -> str:
    """A module with a few harmless uses."""
    uses = chance.choices(HARMLESS, k=chance.randint(1, 5))
    return HEADERS[sdk] + "".join(use.format(n=number) + "\n" for number, use in enumerate(uses))


def changed(sdk: str, chance: random.Random) -> str:
    """The same with one change somewhere among them."""
    before, after = harmless(sdk, chance), harmless(sdk, chance).removeprefix(HEADERS[sdk])
    return before + chance.choice(CHANGES).format(field=FIELDS[sdk]) + "\n" + after
