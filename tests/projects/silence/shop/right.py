from .left import A

B = A
