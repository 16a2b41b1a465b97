import { describe, expect, test } from "vitest";
import { goTo, notice, openRun, phone, settingsOf, trainEpochs, useSite, violations } from "./site.ts";

const site = useSite();

const theirs =
  "activation=relu&regularization=L2&batchSize=20&dataset=spiral&regDataset=reg-plane&learningRate=0.1&regularizationRate=0.001&noise=25&networkShape=5,3&seed=0.61&showTestData=false&discretize=false&percTrainData=70&x=true&y=true&xTimesY=true&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false";

test("a link of TensorFlow Playground behind our address opens the same set-up, and becomes a link of ours", async () => {
  const page = await openRun(site, theirs);
  await notice(page).getByText("This is a link of TensorFlow Playground").waitFor();
  expect(Object.fromEntries(settingsOf(page))).toMatchObject({
    data: "spiral",
    points: "500",
    training: "70",
    validation: "0",
    features: "x1,x2,product",
    layers: "5,3",
    activations: "relu,relu",
    initializer: "uniform",
    biasInitializer: "tenth",
    l2: "0.001",
    learningRate: "0.1",
    batchSize: "20",
  });
  expect(await page.getByRole("radio", { name: "Spiral" }).isChecked()).toBe(true);
  // The same link gives the same run, and so does what it has become.
  await trainEpochs(page, 3);
  const fingerprint = await page.locator("#fingerprint").textContent();
  for (const link of [theirs, new URL(page.url()).hash.slice(1)]) {
    const again = await openRun(site, link);
    await trainEpochs(again, 3);
    expect(await again.locator("#fingerprint").textContent()).toBe(fingerprint);
  }
});

test("what the reader does while such a link is being read does not make it forgotten", async () => {
  const page = await openRun(site, "data=moons");
  let letThrough = (): void => {};
  const waits = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/others-links-*.js", async (route) => {
    await waits;
    await route.continue();
  });
  const asked = page.waitForRequest("**/others-links-*.js");
  await goTo(page, theirs);
  await asked;
  await page.getByRole("button", { name: "Raise Learning rate η" }).click();
  await expect.poll(() => page.getByRole("textbox", { name: "Learning rate η" }).inputValue()).toBe("0.1");
  await page.waitForTimeout(600); // twice as long as the address waits for the next change
  expect(new URL(page.url()).hash).toBe(`#${theirs}`);
  letThrough();
  await notice(page).getByText("This is a link of TensorFlow Playground").waitFor();
  await expect.poll(() => settingsOf(page).get("data")).toBe("spiral");
  await page.unroute("**/others-links-*.js");
});

test("no hidden layer, regression, and what cannot be read: it opens, and says so", async () => {
  const page = await openRun(site, "networkShape=&problem=regression&regDataset=reg-gauss&learningRate=fast&percTrainData=0");
  await page.getByText("2 → 1 · 3 parameters").waitFor();
  expect(settingsOf(page).get("data")).toBe("hills");
  const said = await notice(page).textContent();
  expect(said).toContain("learningRate “fast” is not a number; 0.03 is used.");
  expect(said).toContain("Training must be from 10 to 100, not 0; 10 is used.");
});

test("controls that a link hides are not there, also after a reload, until they are shown again", async () => {
  const page = await openRun(
    site,
    "dataset=xor&learningRate_hide=true&playButton_hide=true&dataset_hide=true&numHiddenLayers_hide=true&noise_hide=true&regularization_hide=true",
  );
  const hidden = [
    page.getByRole("button", { name: "Play", exact: true }),
    page.getByRole("textbox", { name: "Learning rate η" }),
    page.getByRole("radio", { name: "Circle" }),
    page.getByRole("slider", { name: "Noise" }),
    page.getByRole("button", { name: "Add a hidden layer" }),
  ];
  const shown = [page.getByRole("button", { name: "1 epoch" }), page.getByRole("button", { name: /^More/ })];
  const look = async (): Promise<void> => {
    for (const control of hidden) expect(await control.isVisible()).toBe(false);
    for (const control of shown) expect(await control.isVisible()).toBe(true);
  };
  await look();
  await page.reload();
  await shown[0]?.waitFor();
  await look();
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("checkbox", { name: "Learning rate" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("textbox", { name: "Learning rate η" }).waitFor();
  expect(await page.getByRole("radio", { name: "Circle" }).isVisible()).toBe(false);
});

describe("Share", () => {
  test("what there is to say of a pasted link is still said when its run is there", async () => {
    const page = await openRun(site, "data=moons");
    const before = await page.locator("#fingerprint").textContent();
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("textbox", { name: "Open a link" }).fill(`https://playground.example/#${theirs}`);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect.poll(() => page.locator("#fingerprint").textContent()).not.toBe(before);
    await notice(page).getByText("This is a link of TensorFlow Playground").waitFor();
  });

  test("the box opens an address of TensorFlow Playground, and Back leads to where one was", async () => {
    const page = await openRun(site, "data=moons");
    await page.getByRole("button", { name: "Share" }).click();
    const box = page.getByRole("textbox", { name: "Open a link" });
    await box.fill("https://playground.tensorflow.org/");
    await box.press("Enter");
    await page.getByText("There are no settings in this").waitFor();
    await box.fill(`https://playground.tensorflow.org/#${theirs}`);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect.poll(() => settingsOf(page).get("data")).toBe("spiral");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.goBack();
    await expect.poll(() => page.getByRole("radio", { name: "Moons" }).isChecked()).toBe(true);
  });

  test("the box opens a link of ours, and shows the present one to be copied", async () => {
    const page = await openRun(site, "data=moons");
    await page.getByRole("button", { name: "Share" }).click();
    const link = page.getByRole("textbox", { name: "Link of this experiment" });
    expect(await link.inputValue()).toBe(page.url());
    await page.getByRole("textbox", { name: "Open a link" }).fill("view=gradients&layers=8,8");
    await page.keyboard.press("Enter");
    await expect.poll(() => Object.fromEntries(settingsOf(page))).toMatchObject({ view: "gradients", layers: "8,8" });
  });

  test("Copy copies", async () => {
    const page = await openRun(site, "data=moons", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  test("on a page that has no clipboard, Copy selects the link to be taken by hand", async () => {
    const page = await openRun(site, "data=moons");
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(page.url());
    // What goes wrong in the page fails the test at its end.
    await page.getByRole("button", { name: "Copy", exact: true }).waitFor();
  });

  test.each([
    ["a laptop", {}],
    ["a phone", phone],
  ])("axe finds no violation on %s", async (_name, device) => {
    const page = await openRun(site, "hide=speed", device);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
