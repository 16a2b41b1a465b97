"""Writes trajectories.json: 50 iterations of small networks, trained by PyTorch. Debian's python3-torch 1.13.

Usage: python3 tests/golden/trajectories.py. Every run on one machine writes the same bytes.
"""
import json
import math
import os
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional

# PyTorch's plain kernels, not those of this processor; asked for before PyTorch is there.
os.environ["ATEN_CPU_CAPABILITY"] = "default"

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

ITERATIONS = 50
BATCH_SIZE = 5
ITERATIONS_PER_EPOCH = 5
KEPT_ITERATIONS = (1, 10, 50)  # after these the parameters are written

# ---------------------------------------------------------------------------------------------------------------------
# Tasks: examples and the batches they come in. Every number is a multiple of 1/1024, so a float32 as well.
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Task:
    inputs: list[list[float]]
    desired: list[list[float]]
    batches: list[list[int]]


def dyadic(x: float) -> float:
    return round(x * 1024) / 1024


def make_task(name: str, examples: int, desired: Callable[[float, float], list[float]]) -> Task:
    rng = random.Random(name)
    inputs = [[dyadic(rng.uniform(-2, 2)), dyadic(rng.uniform(-2, 2))] for _ in range(examples)]
    batches: list[list[int]] = []
    while len(batches) < ITERATIONS:
        epoch = rng.sample(range(examples), examples)  # a permutation
        batches += [epoch[start : start + BATCH_SIZE] for start in range(0, examples, BATCH_SIZE)]
        assert len(batches) % ITERATIONS_PER_EPOCH == 0
    return Task(inputs, [[dyadic(y) for y in desired(*x)] for x in inputs], batches)


def one_hot(index: int, count: int) -> list[float]:
    return [float(i == index) for i in range(count)]


def third(x1: float, x2: float) -> int:
    """Which third of the turn around the origin the point is in."""
    return min(2, int((math.atan2(x2, x1) / math.tau + 0.5) * 3))


def wave(x1: float, x2: float) -> float:
    """Between -3 and 3."""
    return 3 * math.sin(x1) * math.cos(0.7 * x2)


TASKS = {
    "zeroOne": make_task("zeroOne", 22, lambda x1, x2: [float(x1 + 0.5 * x2 > 0.2)]),
    "minusPlusOne": make_task("minusPlusOne", 23, lambda x1, x2: [1.0 if x1 * x2 > 0 or x1 > 0.8 else -1.0]),
    "threeClasses": make_task("threeClasses", 24, lambda x1, x2: one_hot(third(x1, x2), 3)),
    "twoClasses": make_task("twoClasses", 22, lambda x1, x2: one_hot(int(x1 * x1 + x2 * x2 > 2), 2)),
    "oneValue": make_task("oneValue", 23, lambda x1, x2: [wave(x1, x2)]),
    "twoValues": make_task("twoValues", 24, lambda x1, x2: [wave(x1, x2), wave(x2, 2 - x1)]),
}

# ---------------------------------------------------------------------------------------------------------------------
# Cases. The settings name every number that the case depends on.
# ---------------------------------------------------------------------------------------------------------------------

SGD = "optimizer=gradientDescent&learningRate="


@dataclass(frozen=True)
class Case:
    name: str
    task: str
    settings: str

    def text(self, name: str, default: str = "") -> str:
        return dict(pair.split("=") for pair in self.settings.split("&")).get(name, default)

    def number(self, name: str) -> float:
        """0 if the settings do not name it."""
        return float(self.text(name, "0"))

    def names(self, name: str) -> list[str]:
        return [part for part in self.text(name).split(",") if part]


def tanh_case(name: str, settings: str) -> Case:
    return Case(name, "minusPlusOne", f"layers=4,3&activations=tanh,tanh&output=tanh&cost=quadratic&{settings}")


def activation_case(activation: str, rate: str) -> Case:
    network = f"layers=4,3&activations={activation},{activation}&output=tanh&cost=quadratic"
    return Case(f"activation {activation}", "minusPlusOne", f"{network}&{SGD}{rate}")


def output_case(output: str, cost: str, task: str, rate: str) -> Case:
    network = f"layers=4,3&activations=tanh,tanh&output={output}&cost={cost}"
    return Case(f"output {output}, {cost}, {task}", task, f"{network}&{SGD}{rate}")


CASES = [
    tanh_case("gradientDescent", SGD + "0.2"),
    tanh_case("momentum", "optimizer=momentum&learningRate=0.05&momentum=0.9"),
    tanh_case("nesterov", "optimizer=nesterov&learningRate=0.05&momentum=0.9"),
    tanh_case("rmsProp", "optimizer=rmsProp&learningRate=0.01&smoothing=0.99"),
    tanh_case("adagrad", "optimizer=adagrad&learningRate=0.1"),
    tanh_case("adam", "optimizer=adam&learningRate=0.02&beta1=0.9&beta2=0.999"),
    tanh_case("adamW", "optimizer=adamW&learningRate=0.02&beta1=0.9&beta2=0.999&weightDecay=0.01"),
    # The same with other numbers than the defaults.
    tanh_case("nesterov 0.6", "optimizer=nesterov&learningRate=0.1&momentum=0.6"),
    tanh_case("rmsProp 0.8", "optimizer=rmsProp&learningRate=0.01&smoothing=0.8"),
    tanh_case("adam 0.7 0.95", "optimizer=adam&learningRate=0.02&beta1=0.7&beta2=0.95"),
    tanh_case("adamW 0.5", "optimizer=adamW&learningRate=0.02&beta1=0.9&beta2=0.999&weightDecay=0.5"),
    *(
        tanh_case(f"schedule {name}", f"optimizer=momentum&learningRate=0.05&momentum=0.9&schedule={schedule}")
        for name, schedule in {
            "constant": "constant",
            "step": "step&scheduleEpochs=3&scheduleFactor=0.5",
            "exponential": "exponential&scheduleFactor=0.9",
            "cosine": "cosine&scheduleEpochs=10&scheduleFactor=0.1",
            "cosine beyond its end": "cosine&scheduleEpochs=4&scheduleFactor=0.1",
            "warmUp": "warmUp&scheduleEpochs=4&scheduleFactor=0.25",
        }.items()
    ),
    tanh_case("l1", SGD + "0.2&l1=0.02"),
    tanh_case("l1 with momentum", "optimizer=momentum&learningRate=0.05&momentum=0.9&l1=0.02"),
    tanh_case("l2", SGD + "0.2&l2=0.02"),
    tanh_case("l1 and l2", SGD + "0.2&l1=0.01&l2=0.02"),
    tanh_case("l2 with adam", "optimizer=adam&learningRate=0.02&beta1=0.9&beta2=0.999&l2=0.05"),
    tanh_case("l2 with adamW and a schedule",
              "optimizer=adamW&learningRate=0.03&beta1=0.9&beta2=0.999&weightDecay=0.3"
              "&schedule=exponential&scheduleFactor=0.9&l2=0.05"),
    tanh_case("clipNorm", SGD + "0.2&clipNorm=0.4"),
    tanh_case("clipNorm with l1 and l2", SGD + "0.2&l1=0.01&l2=0.05&clipNorm=0.4"),
    tanh_case("dropout 0.5", SGD + "0.2&dropout=0.5"),
    Case("dropout 0.2 with relu", "minusPlusOne",
         f"layers=4,3&activations=relu,relu&output=tanh&cost=quadratic&{SGD}0.1&dropout=0.2"),
    activation_case("sigmoid", "1"),
    activation_case("tanh", "0.3"),
    activation_case("relu", "0.1"),
    activation_case("leakyRelu", "0.1"),
    activation_case("elu", "0.1"),
    activation_case("softplus", "0.1"),
    activation_case("silu", "0.2"),
    activation_case("gelu", "0.2"),
    activation_case("sine", "0.2"),
    activation_case("linear", "0.05"),
    output_case("tanh", "quadratic", "minusPlusOne", "0.1"),
    output_case("tanh", "meanSquared", "minusPlusOne", "0.1"),
    output_case("sigmoid", "quadratic", "zeroOne", "0.5"),
    output_case("sigmoid", "meanSquared", "zeroOne", "0.5"),
    output_case("linear", "quadratic", "oneValue", "0.1"),
    output_case("linear", "meanSquared", "oneValue", "0.05"),
    output_case("softmax", "quadratic", "threeClasses", "0.3"),
    output_case("softmax", "meanSquared", "threeClasses", "0.3"),
    output_case("sigmoid", "crossEntropy", "zeroOne", "0.2"),
    output_case("sigmoid", "crossEntropy", "threeClasses", "0.2"),
    output_case("softmax", "logLikelihood", "threeClasses", "0.2"),
    output_case("softmax", "logLikelihood", "twoClasses", "0.2"),
    output_case("linear", "huber", "oneValue", "0.1"),
    output_case("linear", "huber", "twoValues", "0.1"),
    output_case("tanh", "huber", "oneValue", "0.2"),
    Case("two activations", "minusPlusOne", f"layers=4,3&activations=tanh,relu&output=tanh&cost=quadratic&{SGD}0.1"),
    Case("no hidden layer", "zeroOne", f"layers=&activations=&output=sigmoid&cost=crossEntropy&{SGD}0.1"),
    Case("ten hidden layers", "minusPlusOne",
         "layers=3,3,3,3,3,3,3,3,3,3&activations=tanh,tanh,tanh,tanh,tanh,tanh,tanh,tanh,tanh,tanh"
         f"&output=tanh&cost=quadratic&{SGD}0.1"),
    Case("wide", "minusPlusOne", f"layers=20&activations=tanh&output=tanh&cost=quadratic&{SGD}0.1"),
]

# ---------------------------------------------------------------------------------------------------------------------
# The network. Each name beside the PyTorch call that is the truth for it.
# ---------------------------------------------------------------------------------------------------------------------

ACTIVATIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leakyRelu": lambda z: F.leaky_relu(z, negative_slope=0.01),
    "elu": lambda z: F.elu(z, alpha=1.0),
    "softplus": lambda z: F.softplus(z, beta=1, threshold=20),
    "silu": F.silu,
    "gelu": lambda z: F.gelu(z, approximate="tanh"),
    "sine": torch.sin,
    "linear": lambda z: z,
    "softmax": lambda z: F.softmax(z, dim=1),  # of the output layer alone
}

# C_x of each example of a batch: (z, a, y) -> one number per example. Each call gives a number per output neuron
# (reduction="none"), which are summed; PyTorch's own reduction="mean" would divide by the outputs as well.
COSTS: dict[str, Callable[[Tensor, Tensor, Tensor], Tensor]] = {
    "quadratic": lambda z, a, y: 0.5 * F.mse_loss(a, y, reduction="none").sum(dim=1),
    "meanSquared": lambda z, a, y: F.mse_loss(a, y, reduction="none").sum(dim=1),
    "crossEntropy": lambda z, a, y: F.binary_cross_entropy_with_logits(z, y, reduction="none").sum(dim=1),
    "logLikelihood": lambda z, a, y: F.cross_entropy(z, y, reduction="none"),  # sums over the classes, has softmax in it
    "huber": lambda z, a, y: F.huber_loss(a, y, reduction="none", delta=1.0).sum(dim=1),
}


@dataclass
class Network:
    weights: list[Tensor]  # w^l, out x in
    biases: list[Tensor]

    def parameters(self) -> list[Tensor]:
        return [p for w, b in zip(self.weights, self.biases) for p in (w, b)]

    def flat(self) -> list[float]:
        """Layer after layer: the weights row by row, then the biases."""
        return torch.cat([p.detach().flatten() for p in self.parameters()]).tolist()


def sizes(case: Case) -> list[int]:
    return [2, *map(int, case.names("layers")), len(TASKS[case.task].desired[0])]


def initial_parameters(case: Case) -> list[float]:
    rng = random.Random("initial " + case.name)
    flat: list[float] = []
    for fan_in, fan_out in zip(sizes(case), sizes(case)[1:]):
        flat += [dyadic(rng.gauss(0, 1 / math.sqrt(fan_in))) for _ in range(fan_out * fan_in)]
        flat += [dyadic(rng.gauss(0, 0.3)) for _ in range(fan_out)]
    return flat


def make_network(case: Case, flat: list[float], dtype: torch.dtype) -> Network:
    network, at = Network([], []), 0
    for fan_in, fan_out in zip(sizes(case), sizes(case)[1:]):
        weights, biases = flat[at : at + fan_out * fan_in], flat[at + fan_out * fan_in : at + fan_out * (fan_in + 1)]
        at += fan_out * (fan_in + 1)
        network.weights.append(torch.tensor(weights, dtype=dtype).reshape(fan_out, fan_in).requires_grad_())
        network.biases.append(torch.tensor(biases, dtype=dtype).requires_grad_())
    assert at == len(flat)
    return network


def forward(case: Case, network: Network, x: Tensor, masks: Optional[list[Tensor]]) -> tuple[list[Tensor], Tensor]:
    """All z^l, and a^L. masks: one per hidden layer, examples x neurons."""
    a, zs = x, []
    names = [*case.names("activations"), case.text("output")]
    for l, (w, b, name) in enumerate(zip(network.weights, network.biases, names)):
        z = F.linear(a, w, b)  # z = w a + b
        a = ACTIVATIONS[name](z)
        if masks and l < len(masks):
            a = a * masks[l] / (1 - case.number("dropout"))  # check_dropout: what F.dropout does
        zs.append(z)
    return zs, a


def batch_cost(case: Case, z: Tensor, a: Tensor, y: Tensor) -> Tensor:
    return COSTS[case.text("cost")](z, a, y).mean()


def make_masks(case: Case) -> list[list[list[str]]]:
    """Per iteration, per example of the batch, per hidden layer: 0 or 1 for each neuron, 1 = kept."""
    rng = random.Random("masks " + case.name)
    drop = case.number("dropout")

    def mask(neurons: int) -> str:
        return "".join("0" if rng.random() < drop else "1" for _ in range(neurons))

    return [[[mask(n) for n in sizes(case)[1:-1]] for _ in batch] for batch in TASKS[case.task].batches]


def mask_tensors(masks: list[list[str]], dtype: torch.dtype) -> list[Tensor]:
    """One iteration's masks: per example, per layer -> per layer, examples x neurons."""
    return [torch.tensor([[float(bit) for bit in row] for row in layer], dtype=dtype) for layer in zip(*masks)]


# ---------------------------------------------------------------------------------------------------------------------
# Optimizers and schedules
# ---------------------------------------------------------------------------------------------------------------------


def make_optimizer(case: Case, network: Network, decay: float) -> torch.optim.Optimizer:
    """decay: weight_decay of the weights' group; the biases' group never has any."""
    rate, momentum, smoothing = case.number("learningRate"), case.number("momentum"), case.number("smoothing")
    betas = (case.number("beta1"), case.number("beta2"))
    groups = [
        {"params": network.weights, "weight_decay": decay},
        {"params": network.biases, "weight_decay": 0.0},
    ]
    makers: dict[str, Callable[[], torch.optim.Optimizer]] = {
        "gradientDescent": lambda: torch.optim.SGD(groups, rate),
        "momentum": lambda: torch.optim.SGD(groups, rate, momentum=momentum),
        "nesterov": lambda: torch.optim.SGD(groups, rate, momentum=momentum, nesterov=True),
        "rmsProp": lambda: torch.optim.RMSprop(groups, rate, alpha=smoothing, eps=1e-8),
        "adagrad": lambda: torch.optim.Adagrad(groups, rate, eps=1e-10),
        "adam": lambda: torch.optim.Adam(groups, rate, betas=betas, eps=1e-8),
        "adamW": lambda: torch.optim.AdamW(groups, rate, betas=betas, eps=1e-8),
    }
    return makers[case.text("optimizer")]()


def make_scheduler(case: Case, optimizer: torch.optim.Optimizer) -> Optional[torch.optim.lr_scheduler._LRScheduler]:
    epochs, factor = int(case.number("scheduleEpochs")), case.number("scheduleFactor")
    schedulers = torch.optim.lr_scheduler
    makers: dict[str, Callable[[], Optional[torch.optim.lr_scheduler._LRScheduler]]] = {
        "constant": lambda: None,
        "step": lambda: schedulers.StepLR(optimizer, step_size=epochs, gamma=factor),
        "exponential": lambda: schedulers.ExponentialLR(optimizer, gamma=factor),
        "cosine": lambda: schedulers.CosineAnnealingLR(optimizer, T_max=epochs, eta_min=factor * case.number("learningRate")),
        "warmUp": lambda: schedulers.LinearLR(optimizer, start_factor=factor, end_factor=1, total_iters=epochs),
    }
    return makers[case.text("schedule", "constant")]()


def scheduled_rate(case: Case, epoch: int) -> float:
    """The closed form of the schedules, for a check; epochs count from 0."""
    rate, epochs, factor = case.number("learningRate"), int(case.number("scheduleEpochs")), case.number("scheduleFactor")
    forms: dict[str, Callable[[], float]] = {
        "constant": lambda: 1.0,
        "step": lambda: factor ** (epoch // epochs),
        "exponential": lambda: factor**epoch,
        "cosine": lambda: factor + (1 - factor) * (1 + math.cos(math.pi * epoch / epochs)) / 2,  # beyond its end it rises again
        "warmUp": lambda: factor + (1 - factor) * min(epoch, epochs) / epochs,
    }
    return rate * forms[case.text("schedule", "constant")]()


# ---------------------------------------------------------------------------------------------------------------------
# Training
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Run:
    costs: list[float] = field(default_factory=list)  # of each batch before its update, without the penalty
    parameters: dict[int, list[float]] = field(default_factory=dict)
    zeroed: int = 0  # weights that l1 set to 0, over all iterations
    nearest_zero: float = math.inf  # with l1: the smallest |w| right after a step
    clipped: int = 0  # iterations on which clipNorm acted
    nearest_kink: float = math.inf  # smallest |z| of ReLU and leaky ReLU
    largest_softplus: float = -math.inf  # largest z of softplus
    largest_residual: float = 0.0
    smallest_residual: float = math.inf
    first_cost: float = 0.0  # of all examples, nothing dropped
    last_cost: float = 0.0


def penalty(network: Network, l2: float, l1: float) -> Tensor:
    """l2/2 sum w^2 + l1 sum |w|, over the weights of all layers; autograd's d|w|/dw is torch.sign(w), 0 at 0."""
    w = torch.cat([w.flatten() for w in network.weights])
    return l2 / 2 * w.square().sum() + l1 * w.abs().sum()


def train(case: Case, dtype: torch.dtype, l2_by_optimizer: bool = False) -> Run:
    """l2_by_optimizer: leaves l2 out of the loss and gives it to the optimizer as weight_decay, for a check."""
    task, run = TASKS[case.task], Run()
    inputs, desired = torch.tensor(task.inputs, dtype=dtype), torch.tensor(task.desired, dtype=dtype)
    network = make_network(case, initial_parameters(case), dtype)
    optimizer = make_optimizer(case, network, case.number("l2") if l2_by_optimizer else case.number("weightDecay"))
    scheduler = make_scheduler(case, optimizer)
    masks = make_masks(case) if case.number("dropout") else None

    def cost_of_all() -> float:
        zs, a = forward(case, network, inputs, None)
        return batch_cost(case, zs[-1], a, desired).item()

    run.first_cost = cost_of_all()
    for iteration, batch in enumerate(task.batches):
        for group in optimizer.param_groups:
            expected_rate = scheduled_rate(case, iteration // ITERATIONS_PER_EPOCH)
            assert math.isclose(group["lr"], expected_rate, rel_tol=1e-12), (case.name, iteration, group["lr"])

        zs, a = forward(case, network, inputs[batch], mask_tensors(masks[iteration], dtype) if masks else None)
        y = desired[batch]
        cost = batch_cost(case, zs[-1], a, y)
        run.costs.append(cost.item())
        observe(case, run, zs, a, y)

        optimizer.zero_grad()
        loss = cost + penalty(network, 0.0 if l2_by_optimizer else case.number("l2"), case.number("l1"))
        loss.backward()
        if case.number("clipNorm"):
            # min(1, clipNorm / (norm + 1e-6)) times the gradient, penalties included.
            norm = torch.nn.utils.clip_grad_norm_(network.parameters(), case.number("clipNorm"))
            run.clipped += norm.item() > case.number("clipNorm")

        before = [w.detach().clone() for w in network.weights]
        optimizer.step()
        if case.number("l1"):
            zero_crossed_weights(run, network, before)
        if scheduler and (iteration + 1) % ITERATIONS_PER_EPOCH == 0:
            scheduler.step()
        if iteration + 1 in KEPT_ITERATIONS:
            run.parameters[iteration + 1] = network.flat()
    run.last_cost = cost_of_all()
    return run


@torch.no_grad()
def zero_crossed_weights(run: Run, network: Network, before: list[Tensor]) -> None:
    """A weight whose sign changed in this step becomes 0. Ours: PyTorch has no call for it."""
    for new, old in zip(network.weights, before):
        run.nearest_zero = min(run.nearest_zero, new.abs().min().item())
        crossed = old * new < 0
        run.zeroed += int(crossed.sum())
        new[crossed] = 0


@torch.no_grad()
def observe(case: Case, run: Run, zs: list[Tensor], a: Tensor, y: Tensor) -> None:
    for name, z in zip(case.names("activations"), zs):
        if name in ("relu", "leakyRelu"):
            run.nearest_kink = min(run.nearest_kink, z.abs().min().item())
        if name == "softplus":
            run.largest_softplus = max(run.largest_softplus, z.max().item())
    residuals = (a - y).abs()
    run.largest_residual = max(run.largest_residual, residuals.max().item())
    run.smallest_residual = min(run.smallest_residual, residuals.min().item())


# ---------------------------------------------------------------------------------------------------------------------
# Checks
# ---------------------------------------------------------------------------------------------------------------------


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


# ---------------------------------------------------------------------------------------------------------------------
# The file
# ---------------------------------------------------------------------------------------------------------------------


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
