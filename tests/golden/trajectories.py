"""Writes trajectories.json: the cases of cases.py, trained by PyTorch in training.py. Debian's python3-torch 1.13.

Usage: python3 tests/golden/trajectories.py. Every run on one machine writes the same bytes.
"""
import json
import os
from pathlib import Path

# PyTorch's plain kernels, not those of this processor; asked for before PyTorch is there.
os.environ["ATEN_CPU_CAPABILITY"] = "default"

import numpy as np
import torch

from cases import CASES, TASKS, Case, initial_parameters, make_masks
from checks import check_activations, check_costs, check_dropout, check_run, check_tasks
from training import train


def shortest32(x: float) -> float:
    """The double whose repr is the shortest text of the float32 x."""
    short = float(str(np.float32(x)))
    assert np.float32(short) == x
    return short


def case_json(case: Case) -> dict[str, object]:
    run, run32 = train(case, torch.float64), train(case, torch.float32)
    check_run(case, run, run32)
    entry: dict[str, object] = {
        "name": case.name,
        "settings": case.settings,
        "task": case.task,
        "initial": initial_parameters(case),
        "float64": {"costs": run.costs, "parameters": {str(i): p for i, p in run.parameters.items()}},
        "float32": {"parameters": {"50": [shortest32(p) for p in run32.parameters[50]]}},
    }
    if case.number("dropout"):
        entry["masks"] = make_masks(case)
    return entry


def compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)  # floats as repr


def main() -> None:
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    check_activations()
    check_costs()
    check_dropout()
    check_tasks()
    assert len({case.name for case in CASES}) == len(CASES)
    tasks = ",\n".join(f"{compact(name)}:{compact(vars(task))}" for name, task in TASKS.items())
    cases = ",\n".join(compact(case_json(case)) for case in CASES)
    path = Path(__file__).with_suffix(".json")
    path.write_text(f'{{"tasks":{{\n{tasks}\n}},"cases":[\n{cases}\n]}}\n')
    print(f"{path}: {len(CASES)} cases, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
