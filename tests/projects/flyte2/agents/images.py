from pathlib import Path

import flyte

BASE = flyte.Image.from_debian_base(python_version=(3, 12))
WITH_PACKAGES = BASE.with_pip_packages("httpx")
NUMBERS = BASE.with_pip_packages
HERE = Path(__file__).parent
