"""What must hold of the cases and of PyTorch's runs before they are written."""
import math

import numpy as np
import torch
import torch.nn.functional as F

from cases import ITERATIONS, ITERATIONS_PER_EPOCH, TASKS, Case, initial_parameters
from training import ACTIVATIONS, COSTS, Run, train


def largest_difference(left: list[float], right: list[float]) -> float:
    return max(abs(a - b) for a, b in zip(left, right, strict=True))


def check_dropout() -> None:
    """Our mask and scale are those of torch.nn.functional.dropout."""
    torch.manual_seed(1)
    for drop in (0.5, 0.2):
        a = torch.randn(1000, dtype=torch.float64)
        theirs = F.dropout(a, drop, training=True)
        mask = (theirs != 0).double()
        assert 0 < mask.sum() < 1000
        assert torch.allclose(theirs, a * mask / (1 - drop), rtol=1e-15, atol=0)


def check_activations() -> None:
    """PyTorch's calls are the plain formulas."""
    torch.manual_seed(3)
    z = 2 * torch.randn(1000, dtype=torch.float64)
    formulas = {
        "sigmoid": 1 / (1 + torch.exp(-z)),
        "leakyRelu": torch.where(z > 0, z, 0.01 * z),
        "elu": torch.where(z > 0, z, torch.exp(z) - 1),
        "softplus": torch.log(1 + torch.exp(z)),
        "silu": z / (1 + torch.exp(-z)),
        "gelu": z / 2 * (1 + torch.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))),
    }
    for name, a in formulas.items():
        assert torch.allclose(ACTIVATIONS[name](z), a, rtol=1e-12, atol=1e-15), name


def check_tasks() -> None:
    for name, task in TASKS.items():
        assert 22 <= len(task.inputs) == len(task.desired) <= 24 and len(task.batches) == ITERATIONS, name
        assert all(np.float32(x) == x for row in task.inputs + task.desired for x in row), name
        for first in range(0, ITERATIONS, ITERATIONS_PER_EPOCH):
            epoch = task.batches[first : first + ITERATIONS_PER_EPOCH]
            assert sorted(index for batch in epoch for index in batch) == list(range(len(task.inputs))), name
    assert all(-3 <= y <= 3 for name in ("oneValue", "twoValues") for row in TASKS[name].desired for y in row)


def check_costs() -> None:
    """The costs that have their output activation in them are the plain formulas of a."""
    torch.manual_seed(2)
    z = torch.randn(6, 3, dtype=torch.float64)
    bits, classes = (torch.randn(6, 3) > 0).double(), F.one_hot(torch.arange(6) % 3, 3).double()
    a = torch.sigmoid(z)
    assert torch.allclose(COSTS["crossEntropy"](z, a, bits), F.binary_cross_entropy(a, bits, reduction="none").sum(dim=1))
    assert torch.allclose(COSTS["crossEntropy"](z, a, bits), -(bits * a.log() + (1 - bits) * (1 - a).log()).sum(dim=1))
    a = F.softmax(z, dim=1)
    assert torch.allclose(COSTS["logLikelihood"](z, a, classes), -(classes * a.log()).sum(dim=1))


def check_run(case: Case, run: Run, run32: Run) -> None:
    # Costs move visibly and do not blow up.
    assert run.last_cost < 0.95 * run.first_cost, (case.name, run.first_cost, run.last_cost)
    assert max(run.costs) < 4 * run.first_cost, (case.name, run.first_cost, max(run.costs))
    assert all(np.float32(p) == p for p in initial_parameters(case)), case.name
    # No decision (a kink's side, a sign) so near that rounding would turn it; so float32 stays beside float64.
    assert min(run.nearest_kink, run32.nearest_kink) > 1e-5, (case.name, run.nearest_kink, run32.nearest_kink)
    assert min(run.nearest_zero, run32.nearest_zero) > 1e-6, (case.name, run.nearest_zero, run32.nearest_zero)
    apart = largest_difference(run.parameters[50], run32.parameters[50])
    assert apart < 2e-5, (case.name, apart)
    # Softplus never reaches PyTorch's threshold, beyond which it is z itself.
    assert run.largest_softplus < 20, case.name
    if case.number("l1"):
        assert run.zeroed > 0 and run.zeroed == run32.zeroed, (case.name, run.zeroed, run32.zeroed)
        assert [p == 0 for p in run.parameters[50]] == [p == 0 for p in run32.parameters[50]], case.name
    if case.number("clipNorm"):
        assert 0 < run.clipped < ITERATIONS and run.clipped == run32.clipped, (case.name, run.clipped, run32.clipped)
    if case.text("cost") == "huber":
        assert run.smallest_residual < 1 < run.largest_residual, case.name
    # l2 in the loss is weight_decay of the weights' group. (But not under clipNorm, where PyTorch adds weight_decay
    # after clipping, and not with AdamW, whose weight_decay is decoupled.)
    if case.number("l2") and not case.number("clipNorm") and case.text("optimizer") != "adamW":
        decayed = train(case, torch.float64, l2_by_optimizer=True)
        assert largest_difference(run.parameters[50], decayed.parameters[50]) < 1e-12, case.name
