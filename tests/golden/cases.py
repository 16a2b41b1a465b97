"""What is trained: examples in their batches, and the settings of every case. Needs Python alone."""
import math
import random
from dataclasses import dataclass
from typing import Callable

ITERATIONS = 50
BATCH_SIZE = 5
ITERATIONS_PER_EPOCH = 5

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
# What each case begins with.
# ---------------------------------------------------------------------------------------------------------------------


def sizes(case: Case) -> list[int]:
    return [2, *map(int, case.names("layers")), len(TASKS[case.task].desired[0])]


def initial_parameters(case: Case) -> list[float]:
    rng = random.Random("initial " + case.name)
    flat: list[float] = []
    for fan_in, fan_out in zip(sizes(case), sizes(case)[1:]):
        flat += [dyadic(rng.gauss(0, 1 / math.sqrt(fan_in))) for _ in range(fan_out * fan_in)]
        flat += [dyadic(rng.gauss(0, 0.3)) for _ in range(fan_out)]
    return flat


def make_masks(case: Case) -> list[list[list[str]]]:
    """Per iteration, per example of the batch, per hidden layer: 0 or 1 for each neuron, 1 = kept."""
    rng = random.Random("masks " + case.name)
    drop = case.number("dropout")

    def mask(neurons: int) -> str:
        return "".join("0" if rng.random() < drop else "1" for _ in range(neurons))

    return [[[mask(n) for n in sizes(case)[1:-1]] for _ in batch] for batch in TASKS[case.task].batches]
