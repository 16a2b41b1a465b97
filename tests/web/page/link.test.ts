import { describe, expect, onTestFinished, test } from "vitest";
import { goTo, notice, number, openPage, openRun, settingsOf, trainEpochs, usePage, useSite } from "./site.ts";
import { settled } from "./workers.ts";

const site = useSite();

test("the address always holds the whole experiment, and opening it elsewhere gives the same run", async () => {
  const page = await openRun(site);
  await page.getByRole("radio", { name: "XOR" }).check({ force: true });
  await page.getByRole("slider", { name: "Noise" }).fill("0.5");
  await page.getByRole("button", { name: "Raise Batch size m" }).click();
  await expect.poll(() => settingsOf(page).get("batchSize")).toBe("20");
  // What is not named is as it is by default.
  expect(Object.fromEntries(settingsOf(page))).toEqual({ data: "xor", noise: "0.5", batchSize: "20" });
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await trainEpochs(page, 20);
  const elsewhere = await openRun(site, new URL(page.url()).hash.slice(1));
  await trainEpochs(elsewhere, 20);
  expect(await elsewhere.locator("#fingerprint").textContent()).toBe(await page.locator("#fingerprint").textContent());
});

test("Back and Forward go through the experiments", async () => {
  const page = await openRun(site, "data=circle");
  const steps = () => page.evaluate(() => history.length);
  const before = await steps();
  for (const [i, name] of ["XOR", "Spiral"].entries()) {
    await page.getByRole("radio", { name }).check({ force: true });
    await expect.poll(() => settingsOf(page).get("data")).toBe(name.toLowerCase());
    await expect.poll(steps).toBe(before + 1 + i); // changes that follow each other faster are one step
  }
  await page.goBack();
  await expect.poll(() => page.getByRole("radio", { name: "XOR" }).isChecked()).toBe(true);
  await page.goBack();
  await expect.poll(() => page.getByRole("radio", { name: "Circle" }).isChecked()).toBe(true);
  await page.goForward();
  await expect.poll(() => page.getByRole("radio", { name: "XOR" }).isChecked()).toBe(true);
  expect(settingsOf(page).get("data")).toBe("xor");
});

test("Back takes a change back and keeps what the network has learned", async () => {
  const page = await openRun(site);
  const fingerprint = () => page.locator("#fingerprint").textContent();
  await trainEpochs(page, 20);
  const learned = await fingerprint();
  await page.getByRole("button", { name: "Add a neuron of layer 1" }).click();
  await expect.poll(() => settingsOf(page).has("layers")).toBe(true);
  await page.getByRole("button", { name: "Raise Learning rate" }).click();
  await expect.poll(() => settingsOf(page).has("learningRate")).toBe(true);
  await page.goBack();
  await expect.poll(() => [...settingsOf(page).keys()]).toEqual(["layers"]);
  expect([await number(page, "epoch"), await fingerprint()]).toEqual([20, expect.not.stringMatching(learned ?? "")]);
  await page.goBack();
  await expect.poll(fingerprint).toBe(learned);
  expect([await number(page, "epoch"), [...settingsOf(page).keys()]]).toEqual([20, []]);
});

test("a link in another order gets its proper form at once", async () => {
  const page = await openRun(site, "data=moons");
  const after = await page.evaluate(async () => {
    const changed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    location.hash = "data=moons&sight=0,0,2";
    await changed;
    return [location.hash, history.state.visit];
  });
  expect(after).toEqual(["#sight=0,0,2&data=moons", "as arranged"]);
});

test("Back leads to the part of the plane that was in sight, however soon after that another view was opened", async () => {
  const page = await openRun(site, "data=moons");
  await page.getByRole("button", { name: "Zoom in" }).waitFor();
  await page.evaluate(() => {
    (document.querySelector("[aria-label='Zoom in']") as HTMLElement).click();
    (document.querySelector("[data-spot='view-gradients']") as HTMLElement).click();
  });
  await expect.poll(() => settingsOf(page).get("view")).toBe("gradients");
  await page.goBack();
  await expect.poll(() => Object.fromEntries(settingsOf(page))).toEqual({ sight: "0,0,1.5", data: "moons" });
});

test("Forward leads to the part of the plane that was in sight, however soon after that one has gone Back", async () => {
  const page = await openRun(site, "data=moons");
  await page.getByRole("radio", { name: "XOR" }).check({ force: true });
  await expect.poll(() => settingsOf(page).get("data")).toBe("xor");
  await page.evaluate(() => {
    (document.querySelector("[aria-label='Zoom in']") as HTMLElement).click();
    history.back();
  });
  await expect.poll(() => settingsOf(page).get("data")).toBe("moons");
  expect(settingsOf(page).has("sight")).toBe(false);
  await page.goForward();
  await expect.poll(() => [settingsOf(page).get("data"), settingsOf(page).has("sight")]).toEqual(["xor", true]);
  await page.getByRole("button", { name: "Show the whole plane" }).click();
  await expect.poll(() => settingsOf(page).has("sight")).toBe(false);
});

test("a damaged link opens with what could be read and says what was not understood", async () => {
  const page = await openRun(site, "data=spiral&points=99999999&noise=abc&layers=8,8&dropuot=0.5&learningRate=-1");
  const text = (await notice(page).textContent()) ?? "";
  expect(text).toContain("Points must be from 10 to 10,000, not 99,999,999; 10,000 is used.");
  expect(text).toContain('Noise "abc" is not a number; it must be from 0 to 2; 0.1 is used.');
  expect(text).toContain('"dropuot" is not a setting; it was left out.');
  expect(text).toContain("Learning rate η must be from 0.00001 to 10, not −1; 0.00001 is used.");
  expect(Object.fromEntries(settingsOf(page))).toEqual({
    data: "spiral",
    points: "10000",
    layers: "8,8",
    learningRate: "0.00001",
  });
  await page.getByRole("button", { name: "Dismiss this notice" }).click();
  await expect.poll(() => notice(page).count()).toBe(0);
});

test("a link that names a view, a phase or a focus which are not there says so; a phase stays with its view", async () => {
  const page = await openRun(site, "view=landscape&phase=w9.1.1");
  await notice(page).getByText("There is no phase “w9.1.1”").waitFor();
  for (const [link, sentence] of [
    ["view=xyz", "There is no view “xyz”"],
    ["view=microscope&phase=99", "There is no phase “99”"],
    ["view=microscope&focus=a.b", "There is no focus “a.b”"],
    ["view=gradients&phase=layer.99", "There is no phase “layer.99”"],
    ["view=proofs&phase=bp9.3", "There is no phase “bp9.3”"],
    ["view=landscape&phase=w9.1.2", "There is no phase “w9.1.2”"],
    ["view=folding&phase=9.sigma", "There is no phase “9.sigma”"],
  ] as const) {
    await goTo(page, link);
    await notice(page).getByText(sentence).waitFor();
  }
  await page.getByRole("button", { name: "Dismiss this notice" }).click();
  await goTo(page, "view=microscope&phase=weights");
  await page.locator(".phases").waitFor();
  await page.getByRole("link", { name: "Gradients" }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe("#view=gradients");
  await page.getByRole("link", { name: "Microscope" }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe("#view=microscope&phase=weights");
  expect(await page.locator(".notice").count()).toBe(0);
});

test("a phase is held against the network that its link brings", async () => {
  const page = await openRun(site, "view=landscape&phase=w1.1.1,w2.1.1&layers=2");
  for (const [link, shown] of [
    ["view=folding&phase=4.sigma&layers=2,2,2", "a⁴ = σ(z⁴)"],
    ["view=landscape&phase=w5.1.1&layers=3,3,3,3", "w⁵₁₁"],
    ["view=microscope&phase=error.4&layers=2,2,2", "BP1"],
  ] as const) {
    await goTo(page, link);
    await page.locator("main").getByText(shown).filter({ visible: true }).first().waitFor();
    await settled(page);
    expect(await notice(page).allTextContents(), link).toEqual([]);
  }
});

test("ten megabytes of rubbish in the link are answered with a sentence, and the page goes on", async () => {
  const page = await openRun(site);
  // A browser takes no address that long from outside; put it there from within.
  await page.evaluate(() => {
    location.hash = `data=xor&${"rubbish".repeat(200_000)}`;
  });
  await notice(page).getByText("only the first 1,048,576 were read").waitFor();
  await page.evaluate(() => {
    location.hash = `${"\u{1F4A9}&=%".repeat(50_000)}`;
  });
  await expect.poll(() => settingsOf(page).size, { timeout: 20_000 }).toBe(0); // all is default
  await trainEpochs(page, 1);
  expect(await number(page, "epoch")).toBe(1);
});

describe("in a box", () => {
  const typing = usePage(site);
  test.each([
    ["Learning rate η", "NaN", 'Learning rate η "NaN" is not a number; it must be from 0.00001 to 10; 0.03 is used.'],
    ["Learning rate η", "-1", "Learning rate η must be from 0.00001 to 10, not −1; 0.00001 is used."],
    ["Learning rate η", "1e300", "Learning rate η must be from 0.00001 to 10, not 1e+300; 10 is used."],
    ["Learning rate η", "", 'Learning rate η "" is not a number; it must be from 0.00001 to 10; 0.03 is used.'],
    [
      "Learning rate η",
      "0.1&seed=7",
      'Learning rate η "0.1&seed=7" is not a number; it must be from 0.00001 to 10; 0.03 is used.',
    ],
    ["Batch size m", "2.5", 'Batch size m "2.5" is not a whole number; it must be from 1 to 10,000; 10 is used.'],
    ["Batch size m", "0", "Batch size m must be from 1 to 10,000, not 0; 1 is used."],
    ["Batch size m", "500", "Batch size m must be from 1 to the 150 training examples, not 500; 150 is used."],
  ])("%s typed as %j is answered with a sentence", async (field, typed, sentence) => {
    const { page } = typing;
    await goTo(page, "");
    const box = page.getByRole("textbox", { name: field });
    const usual = field === "Batch size m" ? "10" : "0.03";
    await expect.poll(() => box.inputValue()).toBe(usual);
    await box.fill(typed);
    await box.press("Enter");
    await expect.poll(() => notice(page).textContent()).toContain(sentence);
    const used = /([^ ]+) is used\.$/.exec(sentence)?.[1] ?? "";
    await expect.poll(() => box.inputValue()).toBe(used);
    await trainEpochs(page, 1);
    // Until the address has it, going to the usual settings is going nowhere.
    await expect.poll(() => settingsOf(page).size).toBe(used === usual ? 0 : 1);
  });
});

test("a view that cannot be loaded says so, and the others go on", async () => {
  const context = await site.browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route(/ProofsView.*\.js$/, (route) => route.abort());
  await page.goto(`${site.address}#view=proofs`);
  await page.getByRole("link", { name: "Play", exact: true }).click();
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  await notice(page).getByText("could not be loaded").waitFor();
  await page.getByRole("button", { name: "1 iteration" }).click();
  await expect.poll(() => number(page, "iteration")).toBe(1);
});

test.each([
  ["names that every object has", "view=__proto__&phase=constructor&focus=__proto__&lesson=toString/1"],
  ["numbers beyond all", "lesson=../../index&view=microscope&focus=99999999999999999999.-1.NaN.1e999"],
  ["tags", "data=<img src=x onerror=alert(1)>&other=data:<script>alert(1)</script>&lesson=<img src=x onerror=alert(1)>/1"],
  [
    "another network that is too large",
    "view=compare&other=layers:128,128,128,128,128,128,128,128,128,128,128;points:1e99&own=NaN;;,,",
  ],
  ["broken escapes", "%&%%&%E0%A4%A=%&=&==&&&view=%70lay&%00=%00&\u202edata=xor"],
  ["endless lists", `layers=${"8,".repeat(20_000)}8&features=${"x1,".repeat(20_000)}`],
])("a hostile link opens a page that trains: %s", async (_, link) => {
  const page = await openPage(site, `#${link}`);
  page.on("dialog", () => expect.fail("a link has run as code"));
  await page.getByRole("link", { name: "Play", exact: true }).click();
  await page.locator("#fingerprint", { hasText: /^[0-9a-f]{16}$/ }).waitFor();
  await trainEpochs(page, 1);
  expect(await page.locator("img[src=x]").count()).toBe(0);
});
