from .config import BIG, TIMEOUT as DEFAULT_TIMEOUT
from .shared.decorators import gpu_task
