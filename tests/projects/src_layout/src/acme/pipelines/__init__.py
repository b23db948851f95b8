from acme.settings import *
from acme.settings import LATE as DELAY
