"""What ``fix`` costs, beside ``flake8 --select=FYT`` on the same files: a thousand mistakes, in one file or in as many.

Usage: ``python benchmarks/fix.py``. For each mixture of mistakes the CPU of ``fix`` over that of flake8 is printed, and
the factor by which it grows from a hundred mistakes to a thousand, without the start of Python; 10 is linear. Both are
of this run only.
"""

from __future__ import annotations

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HEAD = "from flytekit import Labels, Options, PodTemplate, Resources, task\n"
#: Statements with a mistake each: one that is fixed, one that hides another, one that a person must decide, one whose
#: remedy brings another, and all of them in turn.
MISTAKES = {
    "plain": 'R{n} = Resources(cpu="1", mem="{n}gi")\n',
    "hiding another": 'R{n} = Resources(cpu="1", memory="{n}gi")\n',
    "left to a person": 'R{n} = Resources(cpu="1", mem="lots of {n}")\n',
    "bringing another": 'L{n} = {{"team": "t{n}"}}\nOptions(labels=L{n})\nPodTemplate(labels=L{n})\n',
    "settings of tasks": '@task(retry={n}, requests=Resources(mem="{n}gi"))\ndef train_{n}(path: str) -> None: ...\n',
}
MISTAKES["mixed"] = ""
FIX = ("-m", "flake8_flyteconf", "fix", "--isolated", "--write", "--quiet")
LINT = ("-m", "flake8", "--isolated", "-j1", "--select=FYT", "--quiet")


def statements(mixture: str, count: int) -> list[str]:
    """So many statements with a mistake."""
    plain = [text for text in MISTAKES.values() if text]
    return [(MISTAKES[mixture] or plain[n % len(plain)]).format(n=n + 1) for n in range(count)]


def seconds(command: tuple[str, ...], files: list[str]) -> float:
    """CPU of a command over some files."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(files):
            (pathlib.Path(folder) / f"job_{number}.py").write_text(HEAD + text, encoding="utf-8")
        process = subprocess.Popen([sys.executable, *command, "."], cwd=folder, stdout=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def median(command: tuple[str, ...], files: list[str]) -> float:
    return statistics.median(seconds(command, files) for _ in range(3))


def main() -> None:
    start = median(FIX, [])
    print(f"{'mistakes':18} {'files':>6} {'fix / flake8':>13} {'1000 / 100':>11}")
    for mixture in MISTAKES:
        for each in (False, True):
            many, few = (statements(mixture, count) for count in (1000, 100))
            lots, some = (texts if each else ["".join(texts)] for texts in (many, few))
            fix = median(FIX, lots)
            growth = (fix - start) / max(median(FIX, some) - start, 0.01)
            print(f"{mixture:18} {len(lots):6} {fix / median(LINT, lots):13.2f} {growth:11.1f}", flush=True)


if __name__ == "__main__":
    main()
