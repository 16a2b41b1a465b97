/** What controls say before they are used. */
import { expect, test } from "vitest";
import type { Experiment } from "../../../bindings/backprop.d.ts";
import { fieldFormulas } from "../../../web/src/page/ui/explained/formulas.ts";
import { explanations, fieldExplanations } from "../../../web/src/page/ui/sentences.ts";
import { loadModule, startSession } from "../../bindings/module.ts";

const module = await loadModule();

/** Of each setting another value, and what it goes with. */
const changes: Record<keyof Experiment, string> = {
  data: "data=xor",
  classes: "classes=3",
  points: "points=300",
  noise: "noise=0.3",
  labelNoise: "labelNoise=0.1",
  dataSeed: "dataSeed=2",
  own: "own=0,0,0;1,1,1;2,2,0",
  training: "training=50",
  validation: "validation=10",
  features: "features=x1,x2,radius",
  layers: "layers=5",
  activations: "activations=relu,relu",
  output: "output=sigmoid",
  initializer: "initializer=zero",
  biasInitializer: "biasInitializer=tenth",
  seed: "seed=2",
  cost: "cost=huber",
  l1: "l1=0.1",
  l2: "l2=0.1",
  dropout: "dropout=0.1",
  optimizer: "optimizer=adam",
  learningRate: "learningRate=0.1",
  momentum: "momentum=0.5",
  smoothing: "smoothing=0.5",
  beta1: "beta1=0.5",
  beta2: "beta2=0.5",
  weightDecay: "weightDecay=0.5",
  schedule: "schedule=step",
  scheduleFactor: "scheduleFactor=0.4",
  scheduleEpochs: "scheduleEpochs=7",
  clipNorm: "clipNorm=1",
  batchSize: "batchSize=5",
  stopEpochs: "stopEpochs=100",
  targetCost: "targetCost=0.01",
  patience: "patience=30",
  restoreBest: "restoreBest=true",
  gradientBound: "gradientBound=0.001",
};

/** The run before the change. */
const before: Partial<Record<keyof Experiment, string>> = {
  classes: "data=blobs&classes=4",
  own: "data=own&own=0,0,0;1,1,1;2,2,0;3,3,1&batchSize=1",
  cost: "data=waves",
};

test.each(Object.entries(fieldExplanations))(
  "%s: what must begin a new run says so before it does, and nothing else",
  (name, sentence) => {
    const field = name as keyof Experiment;
    const session = startSession(module, before[field] ?? "");
    session.train(20);
    const { restarted } = session.change(changes[field]);
    expect(restarted, changes[field]).toBe(/begins? a new run/.test(sentence));
  },
);

test("so do the buttons that bring other points or weights", () => {
  for (const name of ["classification", "regression", "newPoints", "newSeed", "restoreData"] as const)
    expect(explanations[name], name).toMatch(/begins? a new run/i);
});

test("every control of the training has a formula, its own or that of each of its choices", () => {
  const { costs, optimizers, schedules, initializers, activations, outputs } = module.catalogue();
  const choices = {
    cost: costs,
    optimizer: optimizers,
    schedule: schedules,
    initializer: initializers,
    activations,
    output: outputs,
  };
  for (const [name, entries] of Object.entries(choices))
    for (const { label, formula } of entries) expect(formula, `${name}: ${label}`).not.toBe("");
  for (const name of ["learningRate", "batchSize", "l1", "l2", "dropout", "clipNorm"] as const)
    expect(fieldFormulas[name], name).toContain("<math");
});
