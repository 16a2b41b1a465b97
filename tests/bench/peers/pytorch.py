"""PyTorch as a peer: takes a line and answers with one, as native.cpp does. `open` is followed by a task as JSON."""

import json
import sys
import time

import torch

torch.set_num_threads(1)


class Work:
    def __init__(self, task):
        self.batch_size = task["batchSize"]
        self.x = torch.tensor(task["inputs"], dtype=torch.float32).reshape(task["count"], task["width"])
        self.y = torch.tensor(task["desired"], dtype=torch.float32).reshape(task["count"], 1)
        sizes = [task["width"], *task["layers"], 1]
        assert task["activation"] == "tanh"
        layers = [layer for pair in zip(sizes, sizes[1:]) for layer in (torch.nn.Linear(*pair), torch.nn.Tanh())]
        self.net = torch.nn.Sequential(*layers)
        optimizer = torch.optim.Adam if task["optimizer"] == "adam" else torch.optim.SGD
        self.optimizer = optimizer(self.net.parameters(), lr=task["learningRate"])

    def mean_cost(self, x, y):
        return 0.5 * torch.nn.functional.mse_loss(self.net(x), y)

    def run(self, epochs):
        start = time.perf_counter_ns()
        for _ in range(epochs):
            for batch in torch.randperm(len(self.x)).split(self.batch_size):
                self.optimizer.zero_grad(set_to_none=True)
                self.mean_cost(self.x[batch], self.y[batch]).backward()
                self.optimizer.step()
        return time.perf_counter_ns() - start

    def cost(self):
        with torch.no_grad():
            return self.mean_cost(self.x, self.y).item()


works = {}
for line in sys.stdin:
    command, rest = line.split(maxsplit=1)
    if command == "open":
        number = max(works, default=-1) + 1
        works[number] = Work(json.loads(rest))
        answer = number
    else:
        number, *arguments = map(int, rest.split())
        if command == "close":
            del works[number]
            answer = "ok"
        else:
            answer = works[number].run(*arguments) if command == "run" else works[number].cost()
    print(answer, flush=True)
