/**
 * Every property of a TensorFlow Playground link, one by one, put into the address of the open page: which setting the page then shows,
 * or what it says. The link that all begin from is one whole, as that page writes it when nothing was changed.
 */
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { goTo, notice, openRun, settingsOf, usePage, useSite } from "./site.ts";

const site = useSite();
const open = usePage(site);

const itsAddress = "https://playground.tensorflow.org/";
const unchanged =
  "activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.61&showTestData=false&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false";

/** The whole link with other values, or further properties. */
function linkWith(changes: string): string {
  const values = new URLSearchParams(unchanged);
  for (const [name, value] of new URLSearchParams(changes)) values.set(name, value);
  return [...values].map((pair) => pair.join("=")).join("&");
}

/** Puts it into the address, and waits until it is ours. */
async function read(page: Page, link: string): Promise<void> {
  await goTo(page, link);
  await expect.poll(() => new URL(page.url()).hash).not.toBe(`#${link}`);
}

/** A run in which nothing is as any of these links has it. */
const otherwise =
  "seal=off&data=moons&noise=0.4&dataSeed=9&training=40&validation=30&features=radius&layers=3&activations=leakyRelu&initializer=heNormal&seed=9&l1=0.5&l2=0.5&learningRate=0.5&batchSize=7";

type Look = (page: Page) => Promise<unknown>;

const eventually = (value: () => Promise<unknown>) => expect.poll(value, { timeout: 10_000 });
const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const chosen =
  (name: string): Look =>
  (page) =>
    eventually(() => radio(page, name).isChecked()).toBe(true);
const value =
  (of: (page: Page) => Locator, expected: string): Look =>
  (page) =>
    eventually(() => of(page).inputValue()).toBe(expected);
const box = (name: string) => (page: Page) => page.getByRole("textbox", { name });
const list = (name: string) => (page: Page) => page.getByLabel(name, { exact: true });
const slider = (name: string) => (page: Page) => page.getByRole("slider", { name, exact: true });
const text =
  (words: string | RegExp): Look =>
  async (page) =>
    page.getByText(words).first().waitFor();
const said =
  (words: string): Look =>
  async (page) =>
    notice(page).getByText(words).waitFor();
const both =
  (...looks: Look[]): Look =>
  async (page) => {
    for (const look of looks) await look(page);
  };

/** Looks into a dialog, which is closed again. */
const within =
  (button: string | RegExp, look: Look): Look =>
  async (page) => {
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("dialog").waitFor();
    await look(page);
    await page.getByRole("dialog").getByRole("button", { name: "Done", exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
const more = (look: Look): Look => within(/^More/, look);

/** Those named beside the first column of the drawing. */
const inputs =
  (...names: string[]): Look =>
  (page) =>
    eventually(() => page.locator("span.feature").allTextContents()).toEqual(names);

const shape =
  (neurons: number[], parameters: number): Look =>
  (page) =>
    text(`${neurons.join(" → ")} · ${parameters} parameters`)(page);

const properties: Record<string, [changes: string, seen: string, look: Look][]> = {
  activation: ["relu", "sigmoid", "linear", "tanh"].map((name) => [
    `activation=${name}`,
    "chosen above both layers",
    both(value(list("Activation of layer 1"), name), value(list("Activation of layer 2"), name)),
  ]),
  batchSize: [
    ["batchSize=30", "the batch size", value(box("Batch size m"), "30")],
    ["batchSize=1", "the batch size", value(box("Batch size m"), "1")],
  ],
  dataset: [
    ["dataset=circle", "the gallery's circle", chosen("Circle")],
    ["dataset=xor", "the gallery's XOR", chosen("XOR")],
    ["dataset=gauss", "the gallery's Gaussians", chosen("Gaussians")],
    ["dataset=spiral", "the gallery's spiral", both(chosen("Spiral"), said("The spiral turns the other way round here"))],
  ],
  regDataset: [
    ["problem=regression&regDataset=reg-plane", "the slope", both(chosen("Slope"), said("The slope is the same"))],
    ["problem=regression&regDataset=reg-gauss", "the hills", both(chosen("Hills"), said("ours are rounded"))],
    ["problem=classification&regDataset=reg-gauss", "nothing of it, in classification", chosen("Circle")],
  ],
  learningRate: [
    ["learningRate=0.3", "the rate", value(box("Learning rate η"), "0.3")],
    ["learningRate=0.00001", "the rate", value(box("Learning rate η"), "0.00001")],
  ],
  regularization: [
    [
      "regularization=L1&regularizationRate=0.003",
      "an L1 penalty alone, and what is not as there",
      both(
        said("A weight that L1 has brought to 0"),
        more(both(value(box("L1 penalty λ"), "0.003"), value(box("L2 penalty λ"), "0"))),
      ),
    ],
    [
      "regularization=L2&regularizationRate=0.003",
      "an L2 penalty alone",
      more(both(value(box("L1 penalty λ"), "0"), value(box("L2 penalty λ"), "0.003"))),
    ],
  ],
  regularizationRate: [
    ["regularization=L2&regularizationRate=0.1", "the penalty's rate", more(value(box("L2 penalty λ"), "0.1"))],
    ["regularizationRate=0.1", "nothing without a regularization", more(value(box("L2 penalty λ"), "0"))],
  ],
  noise: [
    [
      "noise=25",
      "the same distance, here of the points",
      both(
        said("Noise moves the points here"),
        // A quarter of ±5, all equally likely: its standard deviation.
        (page) =>
          eventually(() => page.locator('[data-spot="noise"] output').textContent()).toBe(
            ((0.25 * 5) / Math.sqrt(3)).toFixed(2),
          ),
      ),
    ],
    ["noise=0", "none", value(slider("Noise"), "0")],
  ],
  networkShape: [
    ["networkShape=5,3", "two layers", shape([2, 5, 3, 1], 37)],
    ["networkShape=", "no hidden layer", shape([2, 1], 3)],
    ["networkShape=8,8,8,8,8,8", "six layers", shape([2, 8, 8, 8, 8, 8, 8, 1], 393)],
  ],
  seed: [
    ["seed=42", "the seed of points and weights", both(within("Details", value(box("Data seed"), "42")), seedInLink("42"))],
    ["seed=0.12345", "a whole number made of it", seedInLink(/^\d{5,}$/)],
  ],
  showTestData: [
    [
      "showTestData=true",
      "the test set open, with its cost",
      (page) => page.locator("#test-cost", { hasText: /^\d/ }).waitFor(),
    ],
    ["showTestData=false", "the test set sealed", (page) => page.getByRole("button", { name: "Open the test set" }).waitFor()],
  ],
  discretize: ["true", "false"].map((flag) => [
    `discretize=${flag}`,
    "the button pressed or not",
    (page) => eventually(() => page.getByRole("button", { name: "Discretise" }).getAttribute("aria-pressed")).toBe(flag),
  ]),
  percTrainData: [
    [
      "percTrainData=70",
      "the share to learn from; all others test",
      both(value(slider("Training"), "70"), value(slider("Validation"), "0"), text("30 %")),
    ],
  ],
  x: [["x=false", "no x₁", inputs("x₂")]],
  y: [["y=false", "no x₂", inputs("x₁")]],
  xTimesY: [["xTimesY=true", "one more input", inputs("x₁", "x₂", "x₁x₂")]],
  xSquared: [["xSquared=true", "one more input", inputs("x₁", "x₂", "x₁²")]],
  ySquared: [["ySquared=true", "one more input", inputs("x₁", "x₂", "x₂²")]],
  sinX: [["sinX=true", "one more input", inputs("x₁", "x₂", "sin x₁")]],
  sinY: [["sinY=true", "one more input", inputs("x₁", "x₂", "sin x₂")]],
  cosX: [
    [
      "cosX=true",
      "one more input, and that it is none there",
      both(inputs("x₁", "x₂", "cos x₁"), said("cosX is an input here")),
    ],
  ],
  cosY: [
    [
      "cosY=true",
      "one more input, and that it is none there",
      both(inputs("x₁", "x₂", "cos x₂"), said("cosY is an input here")),
    ],
  ],
  problem: [
    ["problem=regression", "values to predict", chosen("Regression")],
    ["problem=classification", "classes to tell apart", chosen("Classification")],
  ],
  initZero: [
    [
      "initZero=true",
      "weights and biases that begin at 0",
      more(both(value(list("Initial weights"), "zero"), value(list("Initial biases"), "zero"))),
    ],
    [
      "initZero=false",
      "weights as there",
      more(both(value(list("Initial weights"), "uniform"), value(list("Initial biases"), "tenth"))),
    ],
  ],
  tutorial: [["tutorial=dl-workshop", "that it is not here", said("tutorial “dl-workshop” is not here")]],
  hideText: [["hideText=true&tutorial=dl-workshop", "nothing of a tutorial whose text is hidden", saidOnlyThatRunsAreAlike]],
  collectStats: [["collectStats=true", "nothing, and nothing leaves the page", saidOnlyThatRunsAreAlike]],
};

function seedInLink(seed: string | RegExp): Look {
  return async (page) => {
    for (const name of ["seed", "dataSeed"]) await eventually(async () => settingsOf(page).get(name)).toMatch(seed);
  };
}

async function saidOnlyThatRunsAreAlike(page: Page): Promise<void> {
  await said("This is a link of TensorFlow Playground")(page);
  await eventually(() => notice(page).textContent()).toMatch(/alike, not the same\.$/);
}

describe.each(Object.entries(properties))("%s", (_name, cases) => {
  test.each(cases)("%s: the page shows %s", async (changes, _seen, look) => {
    await goTo(open.page, otherwise);
    await open.page.getByText("1 → 3 → 1").waitFor();
    await read(open.page, linkWith(changes));
    await said("This is a link of TensorFlow Playground")(open.page);
    await look(open.page);
  });
});

const button = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name, exact: true });
const inMore = (field: string) => ({ control: box(field), inside: /^More/ });

/** Controls by the property that hides them. */
const hides: Record<string, (((page: Page) => Locator) | ReturnType<typeof inMore>)[]> = {
  showTestData_hide: [button("Open the test set")],
  discretize_hide: [button("Discretise")],
  playButton_hide: [button("Play")],
  stepButton_hide: [button("1 iteration"), button("1 epoch")],
  resetButton_hide: [button("Reset")],
  learningRate_hide: [box("Learning rate η")],
  activation_hide: [list("Activation of layer 1"), list("Activation of layer 2")],
  regularization_hide: [inMore("L1 penalty λ"), inMore("L2 penalty λ")],
  regularizationRate_hide: [inMore("L1 penalty λ"), inMore("L2 penalty λ")],
  problem_hide: [(page) => radio(page, "Regression")],
  dataset_hide: [(page) => radio(page, "XOR")],
  percTrainData_hide: [slider("Training")],
  noise_hide: [slider("Noise")],
  batchSize_hide: [box("Batch size m")],
  numHiddenLayers_hide: [button("Add a hidden layer"), button("Remove a hidden layer")],
  numNodes1_hide: [button("Add a neuron of layer 1"), button("Remove a neuron of layer 1")],
};

describe.each(Object.entries(hides))("%s", (name, controls) => {
  test("its controls are there without it, and not with it", async () => {
    const { page } = open;
    const there = async (isThere: boolean): Promise<void> => {
      for (const one of controls) {
        const isInside = "inside" in one;
        const look: Look = (of) => eventually(() => (isInside ? one.control : one)(of).isVisible()).toBe(isThere);
        await (isInside ? within(one.inside, look) : look)(page);
      }
    };
    await read(page, linkWith(`${name}=false`));
    await there(true);
    await read(page, linkWith(`${name}=true`));
    await there(false);
  });
});

describe.each([
  ["x_hide", "x=true", "x₁", ["x₂"]],
  ["y_hide", "y=true", "x₂", ["x₁"]],
  ["xTimesY_hide", "xTimesY=true", "x₁x₂", ["x₁", "x₂"]],
  ["xSquared_hide", "xSquared=true", "x₁²", ["x₁", "x₂"]],
  ["ySquared_hide", "ySquared=true", "x₂²", ["x₁", "x₂"]],
  ["sinX_hide", "sinX=true", "sin x₁", ["x₁", "x₂"]],
  ["sinY_hide", "sinY=true", "sin x₂", ["x₁", "x₂"]],
  ["cosX_hide", "cosX=true", "cos x₁", ["x₁", "x₂"]],
  ["cosY_hide", "cosY=true", "cos x₂", ["x₁", "x₂"]],
])("%s", (name, on, feature, left) => {
  test("the input is none, and cannot be put in", async () => {
    const { page } = open;
    await read(page, linkWith(`${on}&${name}=true`));
    await inputs(...left)(page);
    await page.getByRole("button", { name: "feature", exact: true }).click();
    const tile = (of: string) => page.getByRole("group", { name: "Inputs" }).getByRole("checkbox", { name: of, exact: true });
    await tile("r").waitFor();
    expect(await tile(feature).isVisible()).toBe(false);
    await page.keyboard.press("Escape");
    await tile("r").waitFor({ state: "hidden" });
  });
});

test("teachers swap the domain and are done: the rest of the address stays as it is", async () => {
  // As an exercise of a course has it: two inputs, no hidden layer, most controls hidden.
  const theirs = `${itsAddress}#activation=linear&batchSize=1&dataset=xor&regDataset=reg-plane&learningRate=0.3&regularizationRate=0&noise=0&networkShape=&seed=0.70279&showTestData=false&discretize=false&percTrainData=70&x=true&y=true&xTimesY=true&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=true&showTestData_hide=true&activation_hide=true&problem_hide=true&noise_hide=true&regularization_hide=true&dataset_hide=true&batchSize_hide=true&percTrainData_hide=true&regularizationRate_hide=true&discretize_hide=true&numHiddenLayers_hide=true&resetButton_hide=false&learningRate_hide=false`;
  const page = await openRun(site, theirs.replace(itsAddress, site.address).slice(site.address.length + 1));
  await saidOnlyThatRunsAreAlike(page);
  await shape([3, 1], 4)(page);
  await inputs("x₁", "x₂", "x₁x₂")(page);
  await value(box("Learning rate η"), "0.3")(page);
  for (const name of ["showTestData_hide", "discretize_hide", "problem_hide", "dataset_hide", "batchSize_hide", "noise_hide"])
    for (const control of hides[name] ?? [])
      if (!("inside" in control)) expect(await control(page).isVisible(), name).toBe(false);
  for (const control of [button("Play"), button("Reset"), box("Learning rate η")])
    expect(await control(page).isVisible()).toBe(true);
});
