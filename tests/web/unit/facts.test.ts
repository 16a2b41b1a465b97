/** Facts against what the module itself says of the run. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule, Experiment } from "../../../bindings/backprop.d.ts";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import { factNamed } from "../../../web/src/page/state/facts.ts";
import type { Playground } from "../../../web/src/page/state/playground.ts";
import type { Command } from "../../../web/src/protocol.ts";
import { Engine } from "../../../web/src/worker/engine.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
let usual: Experiment;
beforeAll(async () => {
  module = await loadModule();
  usual = module.catalogue().defaults;
});

/** A page whose worker is an engine right here; `by` is how the run began. */
function pageOf(settings: string, iterations: number): { page: Playground; engine: Engine; sent: Command[] } {
  const sent: Command[] = [];
  const page = createPlayground((command) => sent.push(command));
  const engine = new Engine(module);
  const answer = engine.open(settings);
  engine.watch({ layers: true, forecast: true });
  engine.train(iterations);
  page.receive({ type: "opened", run: 1, by: "open", ...answer, progress: engine.progress(), ...engine.describe() });
  page.receive({ type: "frame", frame: engine.frame(1), mark: 0 });
  return { page, engine, sent };
}

const settings = "data=moons&layers=4,3&activations=sigmoid,sigmoid&l2=0.01&learningRate=0.1";
const read = (page: Playground, name: string) => factNamed(name, usual)?.read(page);

test("numbers of the run, its scores, its layers and its next step", () => {
  const { page } = pageOf(settings, 37);
  const session = startSession(module, settings);
  session.train(37);
  const { training, validation, l2 } = session.scores();
  const layers = session.layers();
  const forecast = session.forecast();
  const expected = {
    epoch: 2,
    iteration: 37,
    iterationsPerEpoch: 15,
    trainingCost: training.cost,
    validationAccuracy: validation.accuracy,
    penalty: l2,
    trainingExamples: 150,
    hiddenLayers: 2,
    neurons: 7,
    parameters: 4 * 3 + 3 * 5 + 4,
    "errorNorm.1": layers[0]?.errorNorm,
    "errorNorm.L": layers[2]?.errorNorm,
    "weightGradientNorm.2": layers[1]?.weightGradientNorm,
    errorRatio: (layers[0]?.errorNorm ?? 0) / (layers[2]?.errorNorm ?? 0),
    predictedChange: forecast.training.predicted,
    actualChange: forecast.training.actual,
    learningRate: 0.1,
    playing: "no",
    stopped: "no",
    layers: "4,3",
    activations: "sigmoid",
    data: "moons",
    view: "play",
    shown: "output",
    proved: "no",
  };
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, read(page, name)]))).toEqual(expected);
  // Softmax-like layers have none.
  expect(read(page, "saturated")).toBe(Math.max(...layers.map(({ saturated }) => saturated).filter((share) => share >= 0)));
});

test("they are written as the page writes them, and nothing is a dash", () => {
  const { page } = pageOf("", 0);
  const write = (name: string): string | undefined => factNamed(name, usual)?.write(factNamed(name, usual)?.read(page) ?? "");
  expect(write("trainingAccuracy")).toMatch(/^\d+\.\d %$/);
  expect(write("trainingRSquared")).toBe("–");
  expect(write("errorNorm.9")).toBe("–");
  expect(write("parameters")).toBe("37");
  expect(write("learningRate")).toBe("0.03");
});

test("what needs an instrument asks for it", () => {
  expect(factNamed("errorNorm.1", usual)?.watch).toEqual({ layers: true });
  expect(factNamed("actualChange", usual)?.watch).toEqual({ forecast: true });
  expect(factNamed("epoch", usual)?.watch).toEqual({});
});

test("names that are no facts, among them those that every object has", () => {
  for (const name of ["epochs", "errorNorm", "errorNorm.0", "errorNorm.x", "constructor", "toString", "lesson", ""])
    expect(factNamed(name, usual), name).toBeNull();
});

test("the microscope begins with its first phase", () => {
  const { page } = pageOf("", 0);
  expect(read(page, "phase")).toBe("");
  page.go({ view: "microscope" });
  expect(read(page, "phase")).toBe("batch");
  page.go({ phase: "error.2" });
  expect(read(page, "phase")).toBe("error.2");
});

test("changes count settings that the reader has named and that differ; not what the core changes along, nor back and forth", () => {
  const { page, engine } = pageOf("output=sigmoid&cost=crossEntropy", 0);
  let run = 1;
  const show = (): void => page.receive({ type: "frame", frame: engine.frame(run), mark: page.arranging.value ? 1 : 0 });
  const change = (to: Partial<Record<keyof Experiment, string>>): void => {
    page.change(to);
    const text = Object.entries(to)
      .map(([name, value]) => `${name}=${value}`)
      .join("&");
    const answer = engine.change(text);
    run += 1;
    page.receive({ type: "opened", run, by: "change", ...answer, progress: engine.progress(), ...engine.describe() });
    show();
  };
  page.changes.begin();
  show();
  expect(read(page, "changes")).toBe(0);
  change({ output: "tanh" }); // and with it the cost
  expect(read(page, "cost")).toBe("quadratic");
  expect(read(page, "changes")).toBe(1);
  change({ layers: "4,4,4" }); // and with it the activations
  expect(read(page, "changes")).toBe(2);
  change({ layers: "4,4" });
  expect(read(page, "changes")).toBe(1);
  page.changes.begin();
  show();
  expect(read(page, "changes")).toBe(0);
});

test("what was arranged is on screen only with a frame of after it", () => {
  const { page, engine, sent } = pageOf("", 0);
  page.arrange({ open: "data=xor", train: 5, place: { view: "microscope" } });
  // Which neuron the plane shows is told besides.
  const asked = sent.map(({ type }) => type).filter((type) => type !== "show");
  expect(asked).toEqual(["pause", "open", "train", "mark"]);
  expect(page.place.value.view).toBe("microscope");
  page.receive({ type: "frame", frame: engine.frame(1), mark: 0 });
  expect(page.arranging.value).toBe(true);
  page.receive({ type: "frame", frame: engine.frame(1), mark: 1 });
  expect(page.arranging.value).toBe(false);
});
