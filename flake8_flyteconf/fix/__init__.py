"""Remedies made in the source: as edits of one module, and as the command ``fix`` over files."""
