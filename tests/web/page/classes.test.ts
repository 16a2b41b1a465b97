/** Two to six classes, each number of them learned with softmax from the page's own controls. */
import { expect, test } from "vitest";
import { number, openRun, settingsOf, trainEpochs, useSite } from "./site.ts";

const site = useSite();

test.each([2, 3, 4, 5, 6])(
  "%i classes are learned with softmax, each with a neuron and a colour of its own",
  async (classes) => {
    const page = await openRun(site, "learningRate=0.1");
    await page.getByRole("radio", { name: "Pinwheel" }).check({ force: true });
    await expect.poll(() => settingsOf(page).get("data")).toBe("pinwheel");
    await page.getByRole("slider", { name: "Classes" }).fill(String(classes));
    await page.getByRole("combobox", { name: "Output activation" }).selectOption("softmax");
    const outputs = page.getByRole("button", { name: /^Output neuron of class/ });
    await expect.poll(() => outputs.count()).toBe(classes);
    const swatches = page.locator(".classes li i");
    await expect.poll(() => swatches.count()).toBe(classes);
    const colours = await swatches.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    expect(new Set(colours).size).toBe(classes);
    await trainEpochs(page, 200);
    expect(await number(page, "training-accuracy")).toBeGreaterThan(90);
    expect(await number(page, "validation-accuracy")).toBeGreaterThan(90);
  },
);
