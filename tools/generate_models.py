"""Write the schema of the pod models from the installed kubernetes client.

``python tools/generate_models.py`` with generation 37 of the client writes ``client.py``, with generation 36 what
differs there, ``client_36.py``. ``test_models.py`` fails while they differ from the installed client and names this
command.
"""

from __future__ import annotations

import importlib.metadata
import inspect
import pathlib
import re
import textwrap
from typing import Any

from kubernetes import client

VERSION = importlib.metadata.version("kubernetes")
GENERATION = "37" if int(VERSION.partition(".")[0]) >= 37 else "36"
FOLDER = pathlib.Path(__file__).parents[1] / "flake8_flyteconf" / "kubernetes"
TABLE = FOLDER / ("client.py" if GENERATION == "37" else "client_36.py")

NEWEST = '''"""The pod models of the kubernetes client, generated from version {version}.

Do not edit: ``python tools/generate_models.py`` writes this file. A field is ``keyword:type``; a type is ``str``,
``int|str``, ``[V1Volume]`` for a list or ``{{str}}`` for a dict of str. ``!`` marks what is required, ``=name`` the
JSON name where that is not the keyword in camel case.
"""

from __future__ import annotations

MODELS: dict[str, str] = {{
'''
OLDER = '''"""What differs in version {version} of the kubernetes client, in the notation of ``client.py``.

A field without a type does not exist there.
"""

from __future__ import annotations

MODELS: dict[str, str] = {{
'''


def pydantic_fields(model: Any) -> dict[str, tuple[str, str, bool]]:
    fields = {}
    for name, info in model.model_fields.items():
        kind = str(info.annotation)
        found = re.search(r"\.((?:V|Core)[A-Za-z0-9]+)['>\]]", kind + "]")
        inner = found[1] if found else ""
        if "Union" in kind and "int" in kind and "str" in kind:
            inner = "int or str"
        elif not inner:
            words = re.findall(r"\b(str|int|bool|datetime|Any|object|bytes|float)\b", kind.replace("Annotated", ""))
            inner = words[0] if words else "Any"
        if "List[" in kind:
            inner = f"[{inner}]"
        elif "Dict[" in kind:
            inner = f"{{{inner}}}"
        # The client renames what Python reserves, and still takes the old name: _exec.
        name = f"_{name.removeprefix('var_')}" if name.startswith("var_") else name
        fields[name] = (info.serialization_alias or info.alias or name, inner, info.is_required())
    return fields


def classic_fields(model: Any) -> dict[str, tuple[str, str, bool]]:
    fields = {}
    for name, kind in model.openapi_types.items():
        kind = {"object": "Any"}.get(kind, kind)
        kind = re.sub(r"^list\[(.*)\]$", r"[\1]", kind)
        kind = re.sub(r"^dict\[str, (.*)\]$", r"{\1}", kind)
        source = inspect.getsource(vars(model)[name].fset)
        fields[name] = (model.attribute_map[name], kind, "must not be `None`" in source)
    return fields


def models() -> dict[str, dict[str, tuple[str, str, bool]]]:
    """The models that a pod spec is made of."""
    fields_of = pydantic_fields if GENERATION == "37" else classic_fields
    found: dict[str, dict[str, tuple[str, str, bool]]] = {}
    pending = ["V1PodSpec"]
    while pending:
        name = pending.pop()
        if name not in found:
            found[name] = fields_of(getattr(client, name))
            for _, kind, _ in found[name].values():
                pending.extend(re.findall(r"(?:V|Core)[A-Za-z0-9]+", kind))
    return found


def classes() -> list[str]:
    """Every model of the client, to tell a misspelt class from one that has no place in a pod."""
    return sorted(name for name in dir(client) if re.fullmatch(r"V[0-9][A-Za-z0-9]*", name))


def format_value(keyword: str, json: str, kind: str, required: bool) -> str:
    camel = re.sub(r"_([a-z0-9])", lambda found: found[1].upper(), keyword)
    return f"{keyword}:{kind.replace(' or ', '|')}" + "!" * required + (f"={json}" if json != camel else "")


def schema() -> dict[str, dict[str, str]]:
    """The fields of each model, by keyword, as they are written."""
    return {
        name: {keyword: format_value(keyword, *field) for keyword, field in sorted(fields.items())}
        for name, fields in sorted(models().items())
    }


def differences() -> dict[str, dict[str, str]]:
    """The fields that differ from those of the newest generation."""
    from flake8_flyteconf.kubernetes import client as newest

    known = {name: {f.partition(":")[0]: f for f in fields.split()} for name, fields in newest.MODELS.items()}
    here = schema()
    changed: dict[str, dict[str, str]] = {}
    for name in sorted({*known, *here}):
        old, new = here.get(name, {}), known.get(name, {})
        fields = {key: old.get(key, f"{key}:") for key in sorted({*old, *new}) if old.get(key) != new.get(key)}
        if fields:
            changed[name] = fields
    return changed


def newest_classes() -> frozenset[str]:
    from flake8_flyteconf.kubernetes import client as newest

    return newest.CLASSES


def render() -> str:
    newest = GENERATION == "37"
    lines = [(NEWEST if newest else OLDER).format(version=VERSION)]
    for name, fields in (schema() if newest else differences()).items():
        rows = textwrap.wrap(" ".join(fields.values()), 100, break_long_words=False, break_on_hyphens=False)
        quoted = [f'"{row}{" " * (row is not rows[-1])}"' for row in rows] or ['""']
        if len(quoted) == 1:
            lines.append(f'    "{name}": {quoted[0]},\n')
        else:
            lines.append(f'    "{name}": (\n' + "".join(f"        {row}\n" for row in quoted) + "    ),\n")
    what = "Every class of the client." if newest else "The classes that only one of the two generations has."
    lines.append(f'}}\n\n#: {what}\nCLASSES: frozenset[str] = frozenset(\n    """\n')
    names = classes() if newest else sorted(newest_classes() ^ {*classes()})
    lines.extend(f"    {row}\n" for row in textwrap.wrap(" ".join(names), 112))
    lines.append('    """.split()\n)\n')
    return "".join(lines)


if __name__ == "__main__":
    TABLE.write_text(render(), encoding="utf-8")
