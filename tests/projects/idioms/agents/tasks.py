from agents.base import base, base_env, make_env

other = make_env("other", depends_on=[base_env])


@base_env.task(retires=3)  # expect: FYT801
async def one(x: int) -> int:
    return x


@other.task(retries=3)  # silent
async def two(x: int) -> int:
    return x


async def main() -> None:
    await base.override(retires=1)(x=1)  # expect: FYT802
