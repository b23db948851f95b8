import flyte

SMALL = flyte.Resources(cpu=1, memory="1Gi")
LARGE = flyte.Resources(cpu=8, memory="64GB")  # expect: FYT101
RETRIES = "3"
TIMEOUT = "2h"
NAME = "Review Agents"
CACHE = flyte.Cache(behavior="auto")
MODE = "sometimes"
NIGHTLY = flyte.Trigger("nightly", flyte.Cron("0 25 * * *"))  # expect: FYT852
HOURLY = flyte.Trigger("hourly", flyte.Cron("0 * * * *"), inputs={"depth": 3})
KEY = flyte.Secret(key="openai", as_env_var="OPENAI_API_KEY")
VARIABLES = {"LEVEL": 1}
