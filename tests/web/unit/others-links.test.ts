/** Links of TensorFlow Playground open the same set-up; whatever stands in them, the core can run what comes of it. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { BackpropModule, Experiment, Session } from "../../../bindings/backprop.d.ts";
import { linkIn, readAnyLink } from "../../../web/src/page/state/open-link.ts";
import { readOthersLink } from "../../../web/src/page/state/others-links.ts";
import { loadModule, pointsOf, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

const open = (link: string): Session => startSession(module, readOthersLink(link).settings);
const experimentOf = (link: string): Experiment => open(link).experiment();

/** As its page writes it when nothing was changed. */
const whole =
  "activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.61&showTestData=false&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false";

const itsDefaults: Partial<Experiment> = {
  data: "circle",
  classes: 2,
  points: 500,
  noise: 0,
  labelNoise: 0,
  training: 50,
  validation: 0,
  features: ["x1", "x2"],
  layers: [4, 2],
  activations: ["tanh", "tanh"],
  output: "tanh",
  cost: "quadratic",
  initializer: "uniform",
  biasInitializer: "tenth",
  optimizer: "gradientDescent",
  learningRate: 0.03,
  batchSize: 10,
  l1: 0,
  l2: 0,
};

test("a whole link opens its set-up, and one remark says that the random numbers are others", () => {
  expect(experimentOf(whole)).toMatchObject(itsDefaults);
  const { remarks, hide, showsTest } = readOthersLink(whole);
  expect(remarks).toHaveLength(1);
  expect(remarks[0]).toContain("alike, not the same");
  expect(hide).toEqual([]);
  expect(showsTest).toBe(false);
});

test("what is absent, or empty, is as it is there by default, not here", () => {
  expect(experimentOf("problem=classification")).toMatchObject(itsDefaults);
  expect(experimentOf("batchSize=&dataset=&networkShape=4,2&seed=&noise=&learningRate=")).toMatchObject(itsDefaults);
});

describe("each property", () => {
  test.each<[string, Partial<Experiment>]>([
    ["activation=relu", { activations: ["relu", "relu"] }],
    ["activation=sigmoid", { activations: ["sigmoid", "sigmoid"] }],
    ["activation=linear", { activations: ["linear", "linear"] }],
    ["batchSize=30&x=true", { batchSize: 30 }],
    ["dataset=xor", { data: "xor" }],
    ["dataset=gauss", { data: "gaussians" }],
    ["dataset=spiral", { data: "spiral", classes: 2 }],
    ["problem=regression", { data: "slope", classes: 0, points: 1200, output: "linear", cost: "quadratic" }],
    ["problem=regression&regDataset=reg-gauss&dataset=xor", { data: "hills", points: 1200 }],
    ["regDataset=reg-gauss&dataset=xor", { data: "xor", points: 500 }],
    ["learningRate=0.3&x=true", { learningRate: 0.3 }],
    ["regularization=L1&regularizationRate=0.003", { l1: 0.003, l2: 0 }],
    ["regularization=L2&regularizationRate=0.1", { l1: 0, l2: 0.1 }],
    ["regularization=none&regularizationRate=0.1", { l1: 0, l2: 0 }],
    ["regularizationRate=0.1", { l1: 0, l2: 0 }],
    ["networkShape=", { layers: [], activations: [] }],
    ["networkShape=8", { layers: [8], activations: ["tanh"] }],
    ["networkShape=8,8,8,8,8,8", { layers: [8, 8, 8, 8, 8, 8] }],
    ["networkShape=3%2C2", { layers: [3, 2] }],
    ["percTrainData=90", { training: 90, validation: 0 }],
    ["seed=42&x=true", { seed: 42, dataSeed: 42 }],
    ["x=false", { features: ["x2"] }],
    ["y_hide=true", { features: ["x1"] }],
    ["xTimesY=true&xSquared=true&ySquared=true&x=false&y=false", { features: ["x1Squared", "x2Squared", "product"] }],
    ["sinX=true&sinY=1", { features: ["x1", "x2", "sinX1", "sinX2"] }],
    ["cosX=true&cosY=true", { features: ["x1", "x2", "cosX1", "cosX2"] }],
    ["initZero=true", { initializer: "zero", biasInitializer: "zero" }],
  ])("%s", (link, expected) => {
    expect(experimentOf(link)).toMatchObject(expected);
  });

  test("seed: any text draws always the same, and another text something else", () => {
    const seed = (text: string): number => experimentOf(`seed=${text}&dataset=xor`).seed;
    expect(seed("0.61")).toBe(seed("0.61"));
    expect(new Set(["0.61", "0.62", "abc", "1", "01.5"].map(seed)).size).toBe(5);
  });

  test("showTestData opens the test set, which else is sealed here", async () => {
    expect((await readAnyLink("showTestData=true")).place.seal).toBe("off");
    expect((await readAnyLink("showTestData=false")).place.seal).toBe("");
    expect((await readAnyLink("showTestData=false&showTestData_hide=true")).place.hide).toBe("readings-test");
    expect((await readAnyLink("showTestData=true&showTestData_hide=true")).place.hide).toBe("");
  });

  test("discretize shows the classes alone, as here", async () => {
    expect((await readAnyLink("dataset=xor&discretize=true")).place.discretize).toBe("true");
    expect((await readAnyLink("dataset=xor&discretize=false")).place.discretize).toBe("");
  });

  test("cosX says that its page has no use for it; tutorial, that it is not here", () => {
    expect(readOthersLink("cosX=true").remarks.join()).toContain("cosX is an input here");
    expect(readOthersLink("tutorial=dl-workshop").remarks.join()).toContain("tutorial “dl-workshop” is not here");
    expect(readOthersLink("tutorial=dl-workshop&hideText=true").remarks).toHaveLength(1);
  });
});

/** Standard deviation of what noise does to the coordinates of the same points. */
function displacement(settings: string): number {
  const clean = pointsOf(startSession(module, settings.replace(/noise=[^&]*/, "noise=0")));
  const noisy = pointsOf(startSession(module, settings));
  const squares = noisy.flatMap(({ x, y }, i) => [(x - (clean[i]?.x ?? 0)) ** 2, (y - (clean[i]?.y ?? 0)) ** 2]);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

describe("noise pushes points as far as there", () => {
  // A number from -r to r, all equally likely, has the standard deviation sqrt(mean square) = r / sqrt 3.
  test.each([
    ["dataset=circle", 5],
    ["dataset=xor", 5],
    ["dataset=spiral", 1],
    ["problem=regression&regDataset=reg-plane", 6],
    ["problem=regression&regDataset=reg-gauss", 6],
  ])("%s", (link, reach) => {
    for (const percent of [10, 25, 50]) {
      const { settings } = readOthersLink(`${link}&noise=${percent}`);
      const there = Math.sqrt(((reach * percent) / 100) ** 2 / 3);
      expect(displacement(settings) / there).toBeCloseTo(1, 1);
    }
  });

  test("dataset=gauss: its variance, 1/2 to 4, is that of the clouds with their noise", () => {
    for (const percent of [10, 25, 50]) {
      const points = pointsOf(open(`dataset=gauss&noise=${percent}`));
      const off = points.map(({ x, label }) => (x - (label === 1 ? 2 : -2)) ** 2);
      const variance = off.reduce((sum, square) => sum + square, 0) / off.length;
      expect(variance / (0.5 + (3.5 * percent) / 50)).toBeCloseTo(1, 0);
    }
    expect(readOthersLink("dataset=gauss&noise=0").remarks.join()).toContain("standard deviation 0.71");
  });

  test("below 0 and beyond 80 % its page takes 0 and 50", () => {
    expect(experimentOf("dataset=circle&noise=-20").noise).toBe(0);
    expect(experimentOf("dataset=circle&noise=95").noise).toBe(experimentOf("dataset=circle&noise=50").noise);
  });
});

test("penalties pull as hard as there: rate times w, rate times the sign of w", () => {
  for (const [kind, pull] of [
    ["L2", (w: number) => 0.1 * w],
    ["L1", (w: number) => 0.1 * Math.sign(w)],
  ] as const) {
    const session = open(`regularization=${kind}&regularizationRate=0.1&networkShape=`);
    const [w1 = 0, w2 = 0] = session.parameters();
    const [p1, p2, ofBias] = session.nextIteration().penaltyGradient;
    expect(p1).toBeCloseTo(pull(w1), 6);
    expect(p2).toBeCloseTo(pull(w2), 6);
    expect(ofBias).toBe(0);
  }
});

test("what is hidden there is hidden here, by its spot", async () => {
  const { hide } = readOthersLink(
    "learningRate_hide=true&playButton_hide=true&stepButton_hide=true&dataset_hide=true&numNodes1_hide=true&noise_hide=false",
  );
  expect(hide).toEqual(["learning-rate", "play", "iteration", "epoch", "epochs", "gallery", "layers"]);
  expect((await readAnyLink("dataset=xor&batchSize_hide=true")).place.hide).toBe("batch-size");
  expect((await readAnyLink("dataset=xor&x_hide=true&xTimesY_hide=true")).place.hide).toBe("feature-x1,feature-product");
});

test("its links are told from ours by their names", async () => {
  const isTheirs = async (link: string): Promise<boolean> =>
    (await readAnyLink(link)).remarks.join().includes("TensorFlow Playground");
  for (const link of [whole, "dataset=xor", "networkShape=3&seed=7", "noise=20&batchSize_hide=true", "activation=relu"])
    expect(await isTheirs(link), link).toBe(true);
  for (const link of [
    "",
    "data=xor",
    "noise=0.2&seed=3&batchSize=5&learningRate=1",
    "view=microscope&dataset=xor",
    "layers=8&x=true",
    "discretize=true&noise=0.2",
  ])
    expect(await isTheirs(link), link).toBe(false);
});

test("a pasted address is cut down to its link", () => {
  expect(linkIn(" https://playground.tensorflow.org/#dataset=xor&x=true \n")).toBe("dataset=xor&x=true");
  expect(linkIn("data=xor&layers=3")).toBe("data=xor&layers=3");
  expect(linkIn("http://localhost:8080/#")).toBe("");
  expect(linkIn("https://playground.tensorflow.org/")).toBe(null);
  expect(linkIn("hello")).toBe(null);
});

const names = whole.split("&").map((pair) => pair.split("=")[0] ?? "");

/** What a core without mercy would choke on. */
const anyValue = fc.oneof(
  fc.string({ unit: "binary-ascii" }),
  fc.string({ unit: "grapheme-composite" }),
  fc.double().map(String),
  fc.integer().map(String),
  fc.array(fc.oneof(fc.integer(), fc.double()), { maxLength: 14 }).map(String),
  fc.constantFrom(
    "true",
    "false",
    "L1",
    "L2",
    "spiral",
    "reg-gauss",
    "regression",
    "1e400",
    "0x10",
    "-0",
    "NaN",
    "%",
    "__proto__",
  ),
);

test("whatever stands in a link, what comes of it can be run, and what could not be read is said", () => {
  const session = new module.Session();
  const again = new module.Session();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names, "regularization", "tutorial", "x_hide"), fc.string()), anyValue), {
        maxLength: 12,
      }),
      (pairs) => {
        const { settings, remarks } = readOthersLink(pairs.map(([name, value]) => `${name}=${value}`).join("&"));
        const { problems } = session.open(settings);
        // The core is given nothing that it does not know, and goes on with something that it has nothing against.
        for (const { field, message } of problems) {
          expect(Object.keys(session.experiment())).toContain(field);
          expect(message).not.toBe("");
        }
        expect(again.open(session.link()).problems).toEqual([]);
        for (const remark of remarks) expect(remark).toMatch(/^[A-Z“a-z].*\.$/s);
      },
    ),
    { numRuns: 300 },
  );
  session.delete();
  again.delete();
}, 60_000);

test("each value that is not as it should be has its sentence", () => {
  for (const [link, sentence] of [
    ["batchSize=many&x=true", "batchSize “many” is not a number; 10 is used."],
    ["batchSize=2.5&x=true", "batchSize is a whole number here: 3 stands for 2.5."],
    ["dataset=moons", "There is no dataset “moons”; circle is used, as there."],
    ["networkShape=4,x", "networkShape “4,x” is not a list of how many neurons the layers have; 4,2 is used."],
    ["networkShape=4,0", "networkShape “4,0” is not a list"],
    ["x=true&wobble=3", "“wobble” means nothing there; it was left out."],
  ] as const)
    expect(readOthersLink(link).remarks.join(" ")).toContain(sentence);
});
