from .right import B

A = B
