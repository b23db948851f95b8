from mill import tables

from .train import train
