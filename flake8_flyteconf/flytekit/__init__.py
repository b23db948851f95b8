"""What is known about Flyte: the names and signatures of flytekit's callables."""
