"""What is known about Kubernetes: quantities, names, labels and the models of its Python client."""
