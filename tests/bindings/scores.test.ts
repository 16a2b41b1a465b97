/** Scores and confusion matrices, held against the textbook's network. */
import { describe, expect, it } from "vitest";
import type { Session } from "../../bindings/backprop.d.ts";
import { variety } from "./experiments.ts";
import { loadModule, pointsOf, records, startSession } from "./module.ts";
import { activations, at, costOf, decisionOf, mean, sum } from "./textbook.ts";

const module = await loadModule();
const { outputs } = module.catalogue();

interface Answered {
  part: number;
  label: number;
  answer: number[];
  desired: number[];
}

/** All points, each with what the textbook's network answers and what the contract says is desired. */
function answersOf(session: Session): Answered[] {
  const experiment = session.experiment();
  const parameters = session.parameters();
  const [low, high] = desiredOf(experiment.output);
  return pointsOf(session).map(({ x, y, label, part }) => {
    const answer = activations(experiment, parameters, x, y).at(-1) ?? [];
    const of = (j: number) => (label === (answer.length === 1 ? 1 : j) ? high : low);
    return { part, label, answer, desired: experiment.classes === 0 ? [label] : answer.map((_, j) => of(j)) };
  });
}

function desiredOf(output: string): [number, number] {
  return outputs.find(({ name }) => name === output)?.desired ?? [Number.NaN, Number.NaN];
}

const sets = ["training", "validation", "test"] as const;

describe("scores() and confusion() are those of the textbook's network on the points", () => {
  const spread = [...variety, "data=blobs&points=37&noise=2&training=10&validation=5&batchSize=2", "training=100&validation=0"];
  it.each(spread)("%s", (settings) => {
    const session = startSession(module, settings);
    session.train(50);
    const experiment = session.experiment();
    const { classes, output } = experiment;
    const matrices = records(session.confusion(), classes * classes);
    expect(matrices).toHaveLength(classes > 0 ? 3 : 0);
    const all = answersOf(session);
    for (const [part, name] of sets.entries()) {
      const answers = all.filter((answered) => answered.part === part);
      const score = session.scores()[name];
      if (answers.length === 0) {
        expect(score).toEqual({ cost: Number.NaN, accuracy: Number.NaN, rSquared: Number.NaN, rmse: Number.NaN });
        if (classes > 0) expect(sum(at(matrices, part))).toBe(0);
        continue;
      }
      expect(score.cost).toBeCloseTo(mean(answers.map(({ answer, desired }) => costOf(experiment, answer, desired))), 4);
      if (classes > 0) {
        const expected = Array.from({ length: classes * classes }, () => 0);
        for (const { label, answer } of answers) {
          const cell = label * classes + decisionOf(answer, desiredOf(output));
          expected[cell] = at(expected, cell) + 1;
        }
        expect(at(matrices, part)).toEqual(expected);
        const right = sum(expected.filter((_, cell) => cell % (classes + 1) === 0));
        expect(score.accuracy).toBeCloseTo(right / answers.length, 12);
        expect([score.rSquared, score.rmse]).toEqual([Number.NaN, Number.NaN]);
      } else {
        const squares = mean(answers.map(({ answer, label }) => (at(answer, 0) - label) ** 2));
        const middle = mean(answers.map(({ label }) => label));
        const variance = mean(answers.map(({ label }) => (label - middle) ** 2));
        expect(score.rmse).toBeCloseTo(Math.sqrt(squares), 4);
        // One value alone has no variance to explain.
        if (answers.length > 1) expect(score.rSquared).toBeCloseTo(1 - squares / variance, 3);
        else expect(score.rSquared).toBeNaN();
        expect(score.accuracy).toBeNaN();
      }
    }
  });

  it("a class that is hard to see shows off the diagonal, in the row of what it is", () => {
    // Class 0 has one point in the midst of class 1's: a network without hidden layers takes it for class 1.
    const own = "own=3,0.5,0;-3,0,0;-3,1,0;-4,0,0;2,0,1;2,1,1;4,0,1;4,1,1&training=100&validation=0";
    const session = startSession(module, `data=own&${own}&layers=&learningRate=0.3&batchSize=8`);
    session.train(500);
    expect(records(session.confusion(), 4)).toEqual([
      [3, 1, 0, 4],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it("penalties are lambda sum |w| and lambda/2 sum w^2 over the weights, beside the cost", () => {
    const session = startSession(module, "layers=&biasInitializer=normal&l1=0.25&l2=0.5");
    const [w1 = 0, w2 = 0, b = 0] = session.parameters();
    const { l1, l2, training } = session.scores();
    expect(b).not.toBe(0);
    expect(l1).toBeCloseTo(0.25 * (Math.abs(w1) + Math.abs(w2)), 10);
    expect(l2).toBeCloseTo(0.25 * (w1 * w1 + w2 * w2), 10);
    expect(training).toEqual(startSession(module, "layers=&biasInitializer=normal").scores().training);
  });
});
