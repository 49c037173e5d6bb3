"""Measurements: python -m tests.bench NAME prints `name value unit`, with the bare reference."""
