"""From syntax to values: what a file says, as far as it can be known."""
