"""Every example in a docstring of the house is run and true."""

import doctest
import importlib
import pkgutil

import handlers
import scoring
import storage


def _modules():
    for package in (scoring, storage, handlers):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in found.name:
                yield importlib.import_module(found.name)


def test_the_examples_in_docstrings_are_true():
    results = [doctest.testmod(module) for module in _modules()]
    assert sum(result.attempted for result in results) > 20
    assert sum(result.failed for result in results) == 0
