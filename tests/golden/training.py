"""PyTorch's training of a case: the truth that the core is held against."""
import math
from dataclasses import dataclass, field
from typing import Callable, Optional

import torch
import torch.nn.functional as F
from torch import Tensor

from cases import ITERATIONS_PER_EPOCH, TASKS, Case, initial_parameters, make_masks, sizes

KEPT_ITERATIONS = (1, 10, 50)  # after these the parameters are written

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
