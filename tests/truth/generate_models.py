"""Write the table of the pod models from the installed kubernetes client.

Run it once with each generation of the client: ``python tests/truth/generate_models.py``. ``test_models.py`` fails
while a table differs from the installed client and names this command.
"""

from __future__ import annotations

import importlib.metadata
import inspect
import pathlib
import re
from typing import Any

from kubernetes import client

VERSION = importlib.metadata.version("kubernetes")
GENERATION = "37" if int(VERSION.partition(".")[0]) >= 37 else "36"
TABLE = pathlib.Path(__file__).parents[2] / "flake8_flyteconf" / "kubernetes" / f"client_{GENERATION}.py"

HEADER = '''"""The pod models of the kubernetes client, generated from version {version}.

Do not edit: ``python tests/truth/generate_models.py`` writes this file. A field is its keyword, its JSON name, its
type (``str``, ``int``, ``[V1Volume]`` for a list, ``{{str}}`` for a dict of str) and whether it is required.
"""

from __future__ import annotations

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


def render() -> str:
    lines = [HEADER.format(version=VERSION)]
    lines.append("MODELS: dict[str, dict[str, tuple[str, str, bool]]] = {\n")
    for name, fields in sorted(models().items()):
        lines.append(f'    "{name}": {{\n')
        lines.extend(f'        "{keyword}": {field!r},\n' for keyword, field in sorted(fields.items()))
        lines.append("    },\n")
    lines.append("}\n\n#: Every class of the client.\nCLASSES: frozenset[str] = frozenset(\n    ")
    lines.append(repr(" ".join(classes())) + ".split()\n)\n")
    return "".join(lines)


if __name__ == "__main__":
    TABLE.write_text(render(), encoding="utf-8")
