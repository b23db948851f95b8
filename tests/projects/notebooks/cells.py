# %%
import flyte
from helpers import env

# %%
from helpers import env, environment

other = environment("Other Cells")  # expect: FYT821


# %%
@env.task(retires=1)  # expect: FYT801
def one(x: int = 1) -> int:
    return x


# %%
import flyte
import helpers

if __name__ == "__main__":
    r = flyte.run(one, y=1)  # expect: FYT877
    r.wait()


# %%
@helpers.env.task(short_name=3)  # expect: FYT804
def two(x: int = 1) -> int:
    return x


# %%
@helpers.env.task(retries=1)  # silent
def three(x: int = 1) -> int:
    return x
