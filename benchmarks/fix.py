"""What ``fix`` costs: a thousand files with one mistake each, beside ``flake8 --select=FYT`` on the same files.

Usage: ``python benchmarks/fixing.py``. Printed are the CPU of ``fix`` over that of flake8, and the factor by which the
CPU of ``fix`` grows from a hundred files to a thousand; 10 is linear. Both are of this run only.
"""

from __future__ import annotations

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

FILE = """\
from flytekit import Resources, task


@task(requests=Resources(cpu="{cpu}", mem="{mem}gi"), retries=2)
def train_{cpu}(path: str, rows: int = {mem}) -> str:
    \"\"\"Train on the rows of a file.\"\"\"
    return f"{{path}}: {{rows}}"
"""
FIX = ("-m", "flake8_flyteconf", "fix", "--isolated", "--write", "--quiet")
LINT = ("-m", "flake8", "--isolated", "-j1", "--select=FYT", "--quiet")


def seconds(command: tuple[str, ...], count: int) -> float:
    """CPU of a command over so many files."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            text = FILE.format(cpu=number % 99 + 1, mem=number + 1)
            (pathlib.Path(folder) / f"job_{number}.py").write_text(text, encoding="utf-8")
        process = subprocess.Popen([sys.executable, *command, "."], cwd=folder, stdout=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    lint, fix, few = (
        statistics.median(seconds(command, count) for _ in range(3))
        for command, count in ((LINT, 1000), (FIX, 1000), (FIX, 100))
    )
    start = seconds(FIX, 0)
    print(f"fix / flake8 --select=FYT  {fix / lint:.2f}")
    print(f"1000 files / 100 files, without the start  {(fix - start) / (few - start):.1f}")


if __name__ == "__main__":
    main()
