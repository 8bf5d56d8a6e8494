"""The same measurement by others, on plain floats: pandas, scikit-criteria, pymcdm.

Each is given arrays ready to use. pandas ranks within categories as we do; the other two know no
categories and rank everybody at once, which is less work.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

Month = Any
Work = Callable[[list[Month]], Any]


def available() -> dict[str, Callable[[list[int], list[bool], list[str]], Work]]:
    """Return the engines that are installed here."""
    found = {}
    for module, maker in (("pandas", pandas), ("skcriteria", skcriteria), ("pymcdm", pymcdm)):
        try:
            import_module(module)
        except ImportError:
            print(f"  {module} is not installed here; left out (make bench installs it)")
        else:
            found[module] = maker
    return found


def pandas(weights: list[int], downs: list[bool], categories: list[str]) -> Work:
    """Min-max within categories, weighted mean, rank within categories."""
    import numpy as np
    import pandas as pd

    share = np.array(weights) / sum(weights)
    down = np.array(downs)
    groups = pd.Series(categories)

    def work(months: list[Month]) -> Any:
        ranks = []
        for month in months:
            frame = pd.DataFrame(month)
            inside = frame.groupby(groups)
            least, most = inside.transform("min"), inside.transform("max")
            position = (frame - least) / (most - least)
            position.loc[:, down] = 1 - position.loc[:, down]
            total = position.to_numpy() @ share
            ranks.append(pd.Series(total).groupby(groups).rank(ascending=False, method="min"))
        return ranks

    return work


def skcriteria(weights: list[int], downs: list[bool], categories: list[str]) -> Work:
    """Min-max over everybody, weighted sum, rank."""
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel
    from skcriteria.pipelines import mkpipe
    from skcriteria.preprocessing.invert_objectives import InvertMinimize
    from skcriteria.preprocessing.scalers import MinMaxScaler, SumScaler

    del categories
    pipe = mkpipe(
        InvertMinimize(),
        MinMaxScaler(target="matrix"),
        SumScaler(target="weights"),
        WeightedSumModel(),
    )
    objectives = [-1 if down else 1 for down in downs]

    def work(months: list[Month]) -> Any:
        return [pipe.evaluate(mkdm(month, objectives, weights=weights)).rank_ for month in months]

    return work


def pymcdm(weights: list[int], downs: list[bool], categories: list[str]) -> Work:
    """Min-max over everybody, weighted sum, rank."""
    import numpy as np
    from pymcdm.helpers import rrankdata
    from pymcdm.methods import WSM
    from pymcdm.normalizations import minmax_normalization

    del categories
    share = np.array(weights) / sum(weights)
    types = np.array([-1 if down else 1 for down in downs])
    model = WSM(minmax_normalization)

    def work(months: list[Month]) -> Any:
        return [rrankdata(model(month, share, types)) for month in months]

    return work
