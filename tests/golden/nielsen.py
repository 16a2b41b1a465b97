"""Writes nielsen.json: the four equations of backpropagation, as Michael Nielsen's book writes them. numpy alone.

Neural Networks and Deep Learning, chapters 2 and 3 (http://neuralnetworksanddeeplearning.com). As everywhere in this
project the input is layer 0, so W^1 are the first weights. All in float64.

Usage: python3 tests/golden/nielsen.py. Every run on one machine writes the same bytes.
"""
import json
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


def sigma(z: Vector) -> Vector:
    return 1 / (1 + np.exp(-z))


def sigma_prime(z: Vector) -> Vector:
    return sigma(z) * (1 - sigma(z))


# C_x of one example, and its gradient nabla_a C_x.


def quadratic(a: Vector, y: Vector) -> float:
    return float(0.5 * np.sum((y - a) ** 2))  # C = 1/(2n) sum_x ||y - a||^2


def quadratic_gradient(a: Vector, y: Vector) -> Vector:
    return a - y


def cross_entropy(a: Vector, y: Vector) -> float:
    return float(-np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)))  # C = -1/n sum_x [y ln a + (1 - y) ln(1 - a)]


def cross_entropy_gradient(a: Vector, y: Vector) -> Vector:
    return (a - y) / (a * (1 - a))


COSTS = {"quadratic": (quadratic, quadratic_gradient), "crossEntropy": (cross_entropy, cross_entropy_gradient)}


def unflatten(sizes: list[int], flat: list[float]) -> tuple[list[Matrix], list[Vector]]:
    """Layer after layer: the weights row by row (row j holds w^l_j1, w^l_j2, ..), then the biases."""
    w, b, rest = [], [], list(flat)
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        w.append(np.array([[rest.pop(0) for _ in range(fan_in)] for _ in range(fan_out)]))
        b.append(np.array([rest.pop(0) for _ in range(fan_out)]))
    assert not rest
    return w, b


def flatten(w: list[Matrix], b: list[Vector]) -> list[float]:
    flat: list[float] = []
    for w_l, b_l in zip(w, b):
        for row in w_l:
            flat += row.tolist()
        flat += b_l.tolist()
    return flat


def feed_forward(w: list[Matrix], b: list[Vector], x: Vector) -> tuple[list[Vector], list[Vector]]:
    """z^l and a^l for l = 1 .. L."""
    zs, activations, a = [], [], x
    for w_l, b_l in zip(w, b):
        z = w_l @ a + b_l  # equation 25
        a = sigma(z)
        zs.append(z)
        activations.append(a)
    return zs, activations


def errors(w: list[Matrix], zs: list[Vector], nabla_a: Vector) -> list[Vector]:
    """delta^l for l = 1 .. L."""
    deltas = [nabla_a * sigma_prime(zs[-1])]  # BP1: delta^L = nabla_a C (.) sigma'(z^L)
    for l in reversed(range(len(w) - 1)):
        deltas.insert(0, (w[l + 1].T @ deltas[0]) * sigma_prime(zs[l]))  # BP2: delta^l = (w^l+1)^T delta^l+1 (.) sigma'(z^l)
    return deltas


def cost_of(name: str, w: list[Matrix], b: list[Vector], inputs: Matrix, desired: Matrix) -> float:
    value, _ = COSTS[name]
    return sum(value(feed_forward(w, b, x)[1][-1], y) for x, y in zip(inputs, desired)) / len(inputs)


def solve(name: str, sizes: list[int], flat: list[float], inputs: Matrix, desired: Matrix) -> dict[str, object]:
    w, b = unflatten(sizes, flat)
    nabla_w, nabla_b = [np.zeros_like(w_l) for w_l in w], [np.zeros_like(b_l) for b_l in b]
    n, examples = len(inputs), []
    for x, y in zip(inputs, desired):
        zs, activations = feed_forward(w, b, x)
        deltas = errors(w, zs, COSTS[name][1](activations[-1], y))
        if name == "crossEntropy":
            assert np.allclose(deltas[-1], activations[-1] - y, rtol=1e-12)  # delta^L = a^L - y (chapter 3)
        for l, delta in enumerate(deltas):
            before = activations[l - 1] if l > 0 else x
            for j in range(len(delta)):
                nabla_b[l][j] += delta[j] / n  # BP3: dC_x/db^l_j = delta^l_j
                for k in range(len(before)):
                    nabla_w[l][j][k] += before[k] * delta[j] / n  # BP4: dC_x/dw^l_jk = a^l-1_k delta^l_j
        examples.append({
            "z": [z.tolist() for z in zs],
            "a": [a.tolist() for a in activations],
            "delta": [delta.tolist() for delta in deltas],
        })
    gradient = flatten(nabla_w, nabla_b)
    check_gradient(name, sizes, flat, inputs, desired, gradient)
    return {"examples": examples, "cost": cost_of(name, w, b, inputs, desired), "gradient": gradient}


def check_gradient(
    name: str, sizes: list[int], flat: list[float], inputs: Matrix, desired: Matrix, gradient: list[float]
) -> None:
    """Each component beside a central difference of the cost."""
    step = 1e-5
    for i, component in enumerate(gradient):
        up, down = list(flat), list(flat)
        up[i] += step
        down[i] -= step
        slope = (
            cost_of(name, *unflatten(sizes, up), inputs, desired) - cost_of(name, *unflatten(sizes, down), inputs, desired)
        ) / (2 * step)
        assert abs(slope - component) < 1e-9, (name, sizes, i, slope, component)


def dyadic(x: float) -> float:
    """A multiple of 1/1024, so a float32 as well."""
    return round(x * 1024) / 1024


def make_case(sizes: list[int], cost: str) -> dict[str, object]:
    hidden = sizes[1:-1]
    settings = (
        f"layers={','.join(map(str, hidden))}&activations={','.join('sigmoid' for _ in hidden)}&output=sigmoid&cost={cost}"
    )
    rng = random.Random(f"examples and parameters of {sizes}")  # the same for both costs
    parameters = [
        dyadic(rng.gauss(0, 1))
        for fan_in, fan_out in zip(sizes, sizes[1:])
        for _ in range(fan_out * (fan_in + 1))
    ]
    inputs = [[dyadic(rng.uniform(-2, 2)) for _ in range(sizes[0])] for _ in range(7)]
    desired = [[float(x1 > x2), float(x1 * x2 > 0)][: sizes[-1]] for x1, x2 in inputs]
    assert all(np.float32(x) == x for x in parameters + sum(inputs, []))
    assert all(0 < sum(column) < 7 for column in zip(*desired))  # both 0 and 1, for each output neuron
    return {
        "settings": settings,
        "parameters": parameters,
        "inputs": inputs,
        "desired": desired,
        **solve(cost, sizes, parameters, np.array(inputs), np.array(desired)),
    }


def main() -> None:
    cases = [make_case(sizes, cost) for sizes in ([2, 3, 1], [2, 4, 3, 2]) for cost in COSTS]
    text = ",\n".join(json.dumps(case, separators=(",", ":"), allow_nan=False) for case in cases)  # floats as repr
    path = Path(__file__).with_suffix(".json")
    path.write_text(f'{{"cases":[\n{text}\n]}}\n')
    print(f"{path}: {len(cases)} cases, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
