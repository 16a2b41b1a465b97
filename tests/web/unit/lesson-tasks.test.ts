/**
 * What the lessons ask can be done, and is not done before it is: every task's condition is held against the module, as its setup
 * leaves the network, and after what the task asks for.
 */
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule, Experiment, Session } from "../../../bindings/backprop.d.ts";
import { type Course, readCourse } from "../../../web/build/lessons/course.ts";
import { readKnown } from "../../../web/build/lessons/known.ts";
import { factsOf, holds } from "../../../web/src/page/lessons/condition.ts";
import type { Step, Task } from "../../../web/src/page/lessons/lesson.ts";
import { loadModule, startSession, trainEpochs } from "../../bindings/module.ts";

const root = resolve(import.meta.dirname, "../../..");
let module: BackpropModule;
let course: Course;
beforeAll(async () => {
  module = await loadModule();
  course = await readCourse(join(root, "web/lessons"), await readKnown(module, join(root, "web/src/page")), root);
});

/** Where the reader is and what was pointed at. */
type Place = Record<string, string>;

/** The facts that the network decides; measured only when asked for. */
const measured: Record<string, (session: Session) => number> = {
  epoch: (session) => session.progress().epoch,
  iteration: (session) => session.progress().iteration,
  trainingCost: (session) => session.scores().training.cost,
  trainingAccuracy: (session) => session.scores().training.accuracy,
  validationCost: (session) => session.scores().validation.cost,
  validationAccuracy: (session) => session.scores().validation.accuracy,
  testAccuracy: (session) => session.scores().test.accuracy,
  actualChange: (session) => session.forecast().training.actual,
  hiddenLayers: (session) => session.experiment().layers.length,
  parameters: (session) => session.parameters().length,
};

function factOf(session: Session, name: string, place: Place, changes: number): number | string {
  if (name === "changes") return changes;
  if (name in measured) return measured[name]?.(session) ?? Number.NaN;
  if (name in place) return place[name] as string;
  const chosen = (place.focus || "1.1.1.1").split(".");
  if (name === "chosenWeight") return chosen.slice(0, 3).join(".");
  if (name === "chosenExample") return Number(chosen[3]);
  const { activations, [name as keyof Experiment]: setting } = session.experiment();
  if (name === "activations" && new Set(activations).size === 1) return `${activations[0]}`;
  return typeof setting === "number" ? setting : String(setting ?? "");
}

const taskOf = ({ parts }: Step): Task | undefined => parts.find((part): part is Task => part.kind === "task");

/** Step number `number` of a lesson as it begins: with the run of an earlier step, where it begins none itself. */
function begin(name: string, number: number): { task: Task; session: Session; place: Place } {
  const steps = course.lessons.find((lesson) => lesson.name === name)?.steps ?? [];
  const task = taskOf(steps[number - 1] as Step) as Task;
  const session = startSession(module);
  const place: Place = { pointed: "", proved: "no", testVisible: "no" };
  for (const { setup } of steps.slice(0, number)) {
    if (setup?.open !== undefined) session.open(setup.open);
    if (setup?.change !== undefined) session.change(setup.change);
    session.train(setup?.train ?? 0);
    Object.assign(place, setup?.place);
  }
  return { task, session, place };
}

/** Changes settings, and trains for so many epochs at most until the condition holds; the epochs it took, or null. */
function doing(name: string, step: number, change: string, epochs: number, reset = false): number | null {
  const { task, session, place } = begin(name, step);
  if (change !== "") session.change(change);
  if (reset) session.reset();
  const done = (): boolean => holds(task.until, (fact) => factOf(session, fact, place, change === "" ? 0 : 1));
  const pace = epochs > 500 ? 50 : 2;
  for (let epoch = 0; epoch <= epochs; epoch += pace) {
    if (done()) return epoch;
    trainEpochs(session, pace);
  }
  return null;
}

/** Where a patient is to be healed. */
const last = (name: string): number => course.lessons.find((lesson) => lesson.name === name)?.steps.length ?? 0;

/** Facts of what the reader does under the microscope and the like, which no session knows. */
const readers = ["phase", "pointed", "proved", "view", "testVisible", "chosenWeight", "chosenExample"];
const isReaders = (task: Task): boolean => factsOf(task.until).some((fact) => readers.includes(fact));

test("no task is done before it is begun", () => {
  let tasks = 0;
  for (const { name, steps } of course.lessons)
    for (const [i, step] of steps.entries()) {
      if (taskOf(step) === undefined) continue;
      tasks += 1;
      const { task, session, place } = begin(name, i + 1);
      expect(
        holds(task.until, (fact) => factOf(session, fact, place, 0)),
        `${name}/${i + 1}`,
      ).toBe(false);
      // Nor by an idle change, where one is asked for.
      expect(
        holds(task.until, (fact) => factOf(session, fact, place, 1)),
        `${name}/${i + 1}, changed`,
      ).toBe(false);
    }
  expect(tasks).toBeGreaterThan(25);
});

/** What a task asks for, and the epochs it may take: at the speed the page begins with, five seconds are 5,000 iterations. */
const asked: Record<string, [change: string, epochs: number]> = {
  "layers/1": ["", 60],
  "layers/5": ["layers=3,2", 0],
  "weighted-input/4": ["activations=relu", 20],
  "feedforward/3": ["layers=8,8,8,4,4,4,4", 0],
  "cost/3": ["cost=meanSquared", 0],
  "cost/4": ["cost=crossEntropy", 0],
  "gradient-descent/3": ["", 10],
  "gradient-descent/5": ["learningRate=0.3", 0],
  "stochastic/2": ["", 2],
  "sets/3": ["l2=0.03", 100],
  "vanishing/1": ["", 300],
  "vanishing/4": ["", 100],
  "vanishing/6": ["initializer=heNormal", 0],
  "algorithm/2": ["", 2],
  "final-words/2": ["layers=8,8,8,8&learningRate=0.01", 1000],
  "clinic-1/3": ["initializer=normalFanIn", 60],
  "clinic-2/2": ["learningRate=0.1", 30],
  "clinic-3/2": ["activations=relu,leakyRelu", 20],
  "clinic-4/2": ["initializer=normalFanIn", 20],
  "clinic-5/2": ["cost=crossEntropy", 10],
  "clinic-6/2": ["l2=0.03", 100],
  "clinic-7/2": ["initializer=normalFanIn", 20],
};

describe("what is asked does it", () => {
  for (const [task, [change, epochs]] of Object.entries(asked))
    test(task, () => {
      const [name = "", step = ""] = task.split("/");
      expect(doing(name, Number(step), change, epochs)).not.toBeNull();
    });

  test("and no task of this kind is left out", () => {
    const left = course.lessons.flatMap(({ name, steps }) =>
      steps.flatMap((step, i) => {
        const task = taskOf(step);
        return task === undefined || isReaders(task) || `${name}/${i + 1}` in asked ? [] : [`${name}/${i + 1}`];
      }),
    );
    // This one comes after the step before it, not after its setup alone.
    expect(left).toEqual(["sets/1"]);
    expect(doing("sets", 1, "", 200)).not.toBeNull();
  });
});

/** For each patient, what helps as well and what does not, by itself or with Reset. */
const patients: Record<string, { cures: string[]; afterReset?: string[]; vain: string[] }> = {
  "clinic-1": {
    cures: ["initializer=uniform", "initializer=glorotUniform"],
    vain: ["learningRate=1", "biasInitializer=normal", "activations=relu,relu", "optimizer=adam", "seed=7"],
  },
  "clinic-2": { cures: ["learningRate=0.03", "output=tanh"], vain: ["learningRate=1", "l2=0.01", "noise=0.2"] },
  "clinic-3": {
    cures: ["activations=leakyRelu,leakyRelu", "activations=sigmoid,sigmoid"],
    afterReset: ["learningRate=0.03", "batchSize=30"],
    vain: ["learningRate=0.03", "batchSize=30", "optimizer=adam", "initializer=heNormal"],
  },
  "clinic-4": {
    cures: ["initializer=glorotUniform", "initializer=uniform"],
    vain: ["learningRate=0.003", "learningRate=1", "optimizer=adam"],
  },
  "clinic-5": { cures: ["initializer=normalFanIn"], vain: ["learningRate=0.3", "optimizer=adam", "layers=16,16", "l2=0"] },
  "clinic-6": {
    cures: ["l2=0.1", "training=50", "points=1000", "layers=4"],
    vain: ["learningRate=0.03", "optimizer=adam", "noise=0.5", "batchSize=30"],
  },
  "clinic-7": { cures: ["activations=tanh,tanh,tanh,tanh"], vain: ["learningRate=0.003", "learningRate=0.001", "clipNorm=1"] },
};

describe("each patient is ill, and is healed by what should heal it", () => {
  for (const [name, { cures, afterReset = [], vain }] of Object.entries(patients))
    test(name, () => {
      // An idle change: as many settings changed, and nothing else.
      expect(doing(name, last(name), "stopEpochs=1000000", 40), "left alone").toBeNull();
      for (const change of cures) expect(doing(name, last(name), change, 60), change).not.toBeNull();
      for (const change of afterReset) expect(doing(name, last(name), change, 20, true), `${change}, Reset`).not.toBeNull();
      for (const change of vain) expect(doing(name, last(name), change, 40), change).toBeNull();
    }, 30_000);
});
