"""What comes from another module is all that tells that this is about Flyte."""

from mill.train import train


def nightly():
    return train(size=1).with_overrides(retires=1)  # expect: FYT302
