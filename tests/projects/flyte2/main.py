import asyncio

import flyte
from agents.config import LARGE, VARIABLES
from agents.tasks import hourly, warm, well


async def main() -> None:
    await asyncio.gather(well.override(retries="3")(1))  # expect: FYT804
    await warm.override(resources=flyte.Resources(cpu=2))(1)  # expect: FYT839
    await well.override(env_vars=VARIABLES)(1)  # expect: FYT809
    await well.override(resources=LARGE)(1)  # silent: the module of the constant says it


if __name__ == "__main__":
    flyte.init()
    flyte.run(hourly, dept=3)  # expect: FYT877
    flyte.run(hourly, depth=3)  # silent
    asyncio.run(main())
