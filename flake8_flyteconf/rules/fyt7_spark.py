"""FYT72: what ``Spark`` and ``DatabricksV2`` configure, and what a Spark task ignores."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from flake8_flyteconf.rules.conversions import converted, dropped
from flake8_flyteconf.rules.fyt7_plugins import short_name
from flake8_flyteconf.rules.predicates import (
    describe_type,
    entries_of,
    is_given,
    is_utf8,
    shorten,
    string_of,
    type_name,
)
from flake8_flyteconf.rules.rule import Hit, close_to, hit, replaced, rule, string
from flake8_flyteconf.flytekit.calls import PluginConfig, PodTemplate, Task
from flake8_flyteconf.values import Call, DictValue, KubernetesObject, SequenceValue, Value

_SPARK = frozenset({"spark.Spark", "spark.GenericSparkConf"})
_DATABRICKS = frozenset({"spark.Databricks", "spark.DatabricksV2"})
_SIZE = re.compile(r"\s*-?\d+(?:[bkmgtp]|[kmgtp]b)?\s*", re.IGNORECASE)
_HEAP = re.compile(r"\d+[kmgt]", re.IGNORECASE)
_TIME = re.compile(r"\s*-?\d+(?:us|ms|s|m|min|h|d)?\s*", re.IGNORECASE)
_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "boolean": (re.compile(r"\s*(?:true|false)\s*", re.IGNORECASE), "true or false"),
    "bytes": (_SIZE, "a size such as 2g, without fractions and without i"),
    "double": (re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?[df]?\s*", re.IGNORECASE), "a number"),
    "int": (re.compile(r"\s*[-+]?\d+\s*"), "a whole number"),
    "long": (re.compile(r"\s*[-+]?\d+\s*"), "a whole number"),
    "time": (_TIME, "a time such as 90s, without fractions"),
}
#: Beginnings of keys that are anybody's.
_FREE = (
    "spark.hadoop.",
    "spark.kubernetes.",
    "spark.sql.catalog.",
    "spark.yarn.",
)
#: What sizes the pods.
_MEMORIES = frozenset({"spark.driver.memory", "spark.executor.memory"})
#: Keys of whole numbers that the operator wants to be at least one.
_POSITIVE = frozenset({"spark.driver.cores", "spark.executor.cores", "spark.executor.instances"})


@functools.cache
def _types() -> Mapping[str, str]:
    """The type of each known key."""
    from flake8_flyteconf.flytekit.spark import KEYS  # large, and only for Spark

    return {key: kind for kind, keys in KEYS.items() for key in keys.split()}


def _entries(call: Call, *fields: str) -> Iterator[tuple[Value, Value]]:
    for field in fields:
        yield from entries_of(call.get(field))


@rule(
    "FYT721",
    "{field}[{key}] must be a str, not {found}",
    on=PluginConfig,
    kind="refused",
    stage="serialization",
    since="0.2.0",
)
def non_string_spark_setting(call: PluginConfig) -> Iterator[Hit]:
    """A value of ``spark_conf`` or ``hadoop_conf`` that is not a string.

    Serialization ends in ``TypeError: bad argument type for built-in operation``, without the key. Source:
    flytekitplugins-spark, models.py.

    Bad::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"spark.executor.instances": 2})

    Good::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"spark.executor.instances": "2"})
    """
    if short_name(call) in _SPARK | _DATABRICKS:
        for field in ("spark_conf", "hadoop_conf"):
            for key, item in _entries(call, field):
                if type_name(item) not in (None, "str") and not is_utf8(item):
                    name = f'"{shorten(string_of(key))}"' if string_of(key) is not None else "..."
                    yield hit(
                        item.position,
                        remedies=converted(item, "a str"),
                        field=field,
                        key=name,
                        found=describe_type(item),
                    )


@rule(
    "FYT722",
    '{key} "{text}" must be {expected}',
    on=PluginConfig,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def unreadable_spark_setting(call: PluginConfig) -> Iterator[Hit]:
    """A size, number, flag or time in a form that Spark does not read.

    The driver ends when its context starts. Sizes are those of the JVM: ``2g`` and ``2GB``, but not ``2Gi``, ``1.5g``
    or ``2 GB``; ``spark.driver.memory`` is handed to Java, which takes one letter. Source: Spark 3.5.9, executed.

    Bad::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"spark.executor.memory": "2Gi"})

    Good::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"spark.executor.memory": "2g"})
    """
    if short_name(call) not in _SPARK:
        return
    for key, item in _entries(call, "spark_conf"):
        name, text = string_of(key) or "", string_of(item)
        kind = _types().get(name)
        if text is None or kind is None or kind not in _FORMS or name.startswith("spark.sql."):
            continue
        form, expected = _FORMS[kind]
        if name == "spark.driver.memory":
            form, expected = _HEAP, "a number and one of the letters k, m, g and t"
        if not form.fullmatch(text):
            yield hit(item.position, key=name, text=shorten(text), expected=expected)
        elif name in _POSITIVE and int(text) < 1 and len(text) < 20:
            if name != "spark.executor.instances" or int(text) < 0:
                yield hit(item.position, key=name, text=shorten(text), expected="at least 1")


@rule(
    "FYT723",
    'the key "{key}" does not begin with "spark." and is ignored',
    on=PluginConfig,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def foreign_spark_key(call: PluginConfig) -> Iterator[Hit]:
    """A key of ``spark_conf`` without ``spark.`` in front.

    ``spark-submit`` warns in the log of the pod and ignores it. Keys of Hadoop begin with ``spark.hadoop.`` or go into
    ``hadoop_conf=``. Source: Spark 3.5.9, executed.

    Bad::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"executor.instances": "4"})

    Good::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"spark.executor.instances": "4"})
    """
    if short_name(call) in _SPARK:
        for key, _ in _entries(call, "spark_conf"):
            name = string_of(key)
            if name is not None and not name.startswith("spark."):
                yield hit(key.position, remedies=replaced(key.position, string(f"spark.{name}")), key=shorten(name))


@rule(
    "FYT724",
    'Spark has no key "{key}"{hint}',
    on=PluginConfig,
    kind="suspicious",
    stage="undetected",
    since="0.2.0",
)
def misspelt_spark_key(call: PluginConfig) -> Iterator[Hit]:
    """A key of ``spark_conf`` that is one or two letters off one that Spark has.

    Spark takes any key and never reads this one. Source: Spark 3.5.9, the list of its keys.

    Bad::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"spark.executor.instance": "4"})

    Good::

        from flytekitplugins.spark import Spark

        config = Spark(spark_conf={"spark.executor.instances": "4"})
    """
    if short_name(call) not in _SPARK | _DATABRICKS:
        return
    for key, _ in _entries(call, "spark_conf"):
        name = string_of(key)
        if name is None or name in _types() or not name.startswith("spark.") or name.startswith(_FREE):
            continue
        near = [known for known in _types() if abs(len(known) - len(name)) <= 2 and _distance(known, name) <= 2]
        if near:
            yield hit(key.position, remedies=close_to(name, near, key.position), key=shorten(name))


def _distance(first: str, second: str) -> int:
    """How many letters must be changed, added or left out; three where it is more than two."""
    previous = list(range(len(second) + 1))
    for row, a in enumerate(first, 1):
        current = [row]
        for column, b in enumerate(second, 1):
            current.append(min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (a != b)))
        if min(current) > 2:
            return 3
        previous = current
    return previous[-1]


@rule(
    "FYT725",
    "{keyword} of a Spark task is ignored; {advice}",
    on=Task,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ignored_spark_resources(call: Task) -> Iterator[Hit]:
    """Resources of a task that runs on Spark.

    The pods of driver and executors are sized by ``spark_conf`` alone; a GPU of the task only brings its toleration.
    Source: flyteplugins, tasks/plugins/k8s/spark/spark.go; flyte#6348.

    Bad::

        from flytekit import Resources, task
        from flytekitplugins.spark import Spark

        @task(task_config=Spark(), requests=Resources(cpu="4", mem="16Gi"))
        def train() -> None: ...

    Good::

        from flytekit import task
        from flytekitplugins.spark import Spark

        @task(
            task_config=Spark(
                spark_conf={
                    "spark.executor.cores": "4",
                    "spark.executor.memory": "16g",
                }
            )
        )
        def train() -> None: ...
    """
    config = call.get("task_config")
    if call.plugin() not in _SPARK or not isinstance(config, Call):
        return
    advice = _advice(config)
    for keyword, resources in call.resources():
        if any(is_given(resources.get(name)) for name in ("cpu", "mem", "ephemeral_storage")):
            if not is_given(resources.get("gpu")):
                yield hit(call.place(keyword), keyword=f"{keyword}=", advice=advice)


def _advice(config: Call) -> str:
    conf = config.get("spark_conf")
    is_known = conf is None and not config.incomplete or isinstance(conf, DictValue) and conf.knows_keys
    unset = sorted(_MEMORIES - {string_of(key) for key, _ in _entries(config, "spark_conf")})
    if not is_known:
        return "the memory in spark_conf counts"
    return f"set {' and '.join(unset)} in spark_conf" if unset else "leave it out, spark_conf sets the memory"


@rule(
    "FYT726",
    'container "{name}" of {field} is not defined; give the task pod_template= with the same primary container name',
    on=Task,
    kind="refused",
    stage="execution",
    since="0.2.0",
)
def spark_pod_without_template(call: Task) -> Iterator[Hit]:
    """A template for driver or executors without one for the task.

    The backend looks for the primary container of the template in the pod of the task, whose container has another
    name: ``[BadTaskSpecification] invalid TaskSpecification, container [primary] not defined``. Source: flyteplugins,
    tasks/plugins/k8s/spark/spark.go; flyte#7822.

    Bad::

        from flytekit import PodTemplate, task
        from flytekitplugins.spark import Spark

        @task(task_config=Spark(driver_pod=PodTemplate()))
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from flytekitplugins.spark import Spark

        @task(task_config=Spark(driver_pod=PodTemplate()), pod_template=PodTemplate())
        def train() -> None: ...
    """
    config, own = call.get("task_config"), call.get("pod_template")
    if not isinstance(config, PluginConfig) or call.plugin() not in _SPARK or call.incomplete or call.may_be_overridden:
        return
    for field in ("driver_pod", "executor_pod"):
        template = config.get(field)
        if not isinstance(template, PodTemplate) or template.primary() is None:
            continue
        if call.lacks("pod_template"):
            yield hit(template.position, field=field, name=template.primary())
        elif isinstance(own, PodTemplate) and own.primary() not in (None, template.primary()):
            named = template.get("primary_container_name")
            place = named.position if named is not None else template.position
            yield hit(place, field=field, name=template.primary())


@rule(
    "FYT727",
    "{field} of a Spark task's pod template is not passed on",
    on=Task,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def dropped_by_spark(call: Task) -> Iterator[Hit]:
    """Resources, volumes, mounts and further containers in the pod templates of a Spark task.

    The backend copies image, environment, placement, security contexts, labels and annotations. Source: flyteplugins,
    tasks/plugins/k8s/spark/spark.go.

    Bad::

        from flytekit import PodTemplate, task
        from flytekitplugins.spark import Spark
        from kubernetes.client import V1PodSpec, V1Volume

        DATA = PodTemplate(
            pod_spec=V1PodSpec(containers=[], volumes=[V1Volume(name="a")])
        )

        @task(task_config=Spark(), pod_template=DATA)
        def train() -> None: ...

    Good::

        from flytekit import PodTemplate, task
        from flytekitplugins.spark import Spark
        from kubernetes.client import V1PodSpec

        PLACE = PodTemplate(
            pod_spec=V1PodSpec(containers=[], node_selector={"a": "b"})
        )

        @task(task_config=Spark(), pod_template=PLACE)
        def train() -> None: ...
    """
    config = call.get("task_config")
    if not isinstance(config, PluginConfig) or call.plugin() not in _SPARK:
        return
    for template in (call.get("pod_template"), config.get("driver_pod"), config.get("executor_pod")):
        spec = template.pod_spec() if isinstance(template, PodTemplate) else None
        if spec is not None and isinstance(template, PodTemplate):
            yield from _dropped(spec, template.primary())


def _dropped(spec: KubernetesObject, primary: str | None) -> Iterator[Hit]:
    containers = spec.objects("containers")
    for name in ("volumes", "init_containers"):
        value = spec.get(name)
        if isinstance(value, SequenceValue) and value.items:
            # A volume may be mounted; an init container stands alone.
            remedies = dropped(spec, name) if name == "init_containers" else []
            yield hit(spec.place(name), remedies=remedies, field=name)
    for container in containers:
        for name in ("resources", "volume_mounts"):
            value = container.get(name)
            if value is not None and is_given(value):
                yield hit(container.place(name), remedies=dropped(container, name), field=name)
        if primary is not None and container.text("name") not in (None, primary):
            yield hit(container.position, field=f'container "{shorten(container.text("name"))}"')


@rule("FYT728", on=PluginConfig, kind="refused", stage="serialization", since="0.2.0")
def databricks_without_compute(call: PluginConfig) -> Iterator[Hit]:
    """A Databricks task without ``databricks_conf``, or with one that names no compute.

    Serialization ends in ``AttributeError: 'NoneType' object has no attribute 'items'``, the connector in ``ValueError:
    No compute configuration found in databricks_conf``. Source: flytekitplugins-spark, task.py, connector.py.

    Bad::

        from flytekitplugins.spark import DatabricksV2

        config = DatabricksV2()

    Good::

        from flytekitplugins.spark import DatabricksV2

        config = DatabricksV2(
            databricks_conf={"existing_cluster_id": "0123-456789-abcdefgh"}
        )
    """
    if short_name(call) not in _DATABRICKS:
        return
    conf = call.get("databricks_conf")
    if call.lacks("databricks_conf"):
        yield hit(call.position, "databricks_conf is needed")
    elif isinstance(conf, DictValue) and not conf.incomplete and not any(conf.get(name) for name in _COMPUTE):
        yield hit(conf.position, f"databricks_conf needs one of {', '.join(_COMPUTE)}")


_COMPUTE = ("existing_cluster_id", "new_cluster", "environment_key", "environments")


@rule(
    "FYT729",
    "spark_conf= is ignored: databricks_conf names {compute}",
    on=PluginConfig,
    kind="ignored",
    stage="undetected",
    since="0.2.0",
)
def ignored_databricks_spark_conf(call: PluginConfig) -> Iterator[Hit]:
    """The configuration of Spark for a Databricks cluster that has its own.

    It is handed to a new cluster only. Source: flytekitplugins-spark, connector.py.

    Bad::

        from flytekitplugins.spark import DatabricksV2

        CONF = {"existing_cluster_id": "0123-456789-abcdefgh"}
        config = DatabricksV2(
            databricks_conf=CONF, spark_conf={"spark.executor.memory": "2g"}
        )

    Good::

        from flytekitplugins.spark import DatabricksV2

        config = DatabricksV2(
            databricks_conf={"existing_cluster_id": "0123-456789-abcdefgh"}
        )
    """
    conf = call.get("databricks_conf")
    settings = call.get("spark_conf")
    if short_name(call) in _DATABRICKS and isinstance(conf, DictValue) and isinstance(settings, DictValue):
        cluster = conf.get("new_cluster")
        compute = next((name for name in ("existing_cluster_id", "environment_key") if conf.get(name)), None)
        if compute is None and isinstance(cluster, DictValue) and cluster.get("spark_conf") is not None:
            compute = "spark_conf of a new_cluster"
        if compute is not None and settings.entries:
            yield hit(call.place("spark_conf"), compute=compute)
