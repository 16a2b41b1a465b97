/** The page where what the worker was asked for has killed it twice: whose run is there then, and what is known of it. */
import { expect, test } from "vitest";
import { openPage, useLateWorker } from "./late-worker.ts";

useLateWorker();

test("what a worker that died was asked for leads nowhere any more, and the run that is left is the reader's own", () => {
  const { page, answer, die, trained } = openPage("data=xor");
  answer();
  trained(5);
  page.lend("data=circle", { view: "compare" });
  page.change(({ layers }) => ({ layers: [...layers, 7] }));
  die();
  expect([page.heading.value, page.kept.value]).toEqual([page.run.value?.link, null]);
  page.setSpeed(10);
  page.lend("data=moons", { view: "microscope" });
  answer();
  expect(page.place.value.view).toBe("microscope");
  expect([page.kept.value?.look.speed, page.run.value?.experiment.layers.includes(7)]).toEqual([10, false]);
});

test("where a preset has killed the worker twice, the reader's own run is there, and is kept once more", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor&seal=1&sight=0.5,0.5,4");
  answer();
  page.shown.pin({ layer: 1, neuron: 2 });
  trained(5);
  const saved = save();
  page.lend("data=circle");
  answer();
  expect([data(), page.kept.value?.link]).toEqual(["circle", "data=xor"]);
  die(saved);
  expect([data(), page.kept.value]).toEqual(["xor", null]);
  expect([page.shown.pinned.value, page.place.value.sight]).toEqual([{ layer: 1, neuron: 2 }, "0.5,0.5,4"]);
  trained(5);
  page.lend("data=moons");
  answer();
  expect([data(), page.kept.value?.link]).toEqual(["moons", "data=xor"]);
});

test("where the run that was given back has killed the worker twice, the preset is there and the run still kept", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  page.lend("data=circle");
  answer();
  const saved = save();
  page.giveBack();
  answer();
  expect([data(), page.kept.value]).toEqual(["xor", null]);
  die(saved);
  expect([data(), page.kept.value?.link, page.altered.value]).toEqual(["circle", "data=xor", false]);
  page.lend("data=moons");
  answer();
  page.giveBack();
  answer();
  expect([data(), page.altered.value]).toEqual(["xor", false]);
});

test("two runs that were begun and killed the worker leave the reader the run that was lent, and the one that is kept", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  page.lend("data=circle", { watch: "boundary" });
  answer();
  const saved = save();
  page.open("data=moons");
  page.open("data=gaussians");
  answer();
  expect(page.kept.value).toBe(null);
  die(saved);
  expect([data(), page.kept.value?.link, page.place.value.watch]).toEqual(["circle", "data=xor", "boundary"]);
  page.giveBack();
  answer();
  expect([data(), page.altered.value]).toEqual(["xor", false]);
});

test("where a preset that was begun has killed the worker twice, the first run is the reader's own again", () => {
  const { page, answer, die, save, trained } = openPage("");
  answer();
  const saved = save();
  page.lend("data=circle", { watch: "boundary" });
  answer();
  expect([page.kept.value, page.setFor.value]).toEqual([null, "trial"]);
  die(saved);
  expect([page.setFor.value, page.place.value.watch]).toEqual(["", ""]);
  trained(5);
  page.change({ noise: "0.3" });
  answer();
  page.lend("data=moons", { watch: "other" });
  answer();
  expect(page.kept.value?.link).toContain("noise=0.3");
});

test("where the second of two that were lent has killed the worker twice, the first is there as what it was", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  page.lend("data=circle", { watch: "boundary" }, "bp1/5");
  answer();
  const saved = save();
  page.lend("data=moons", { watch: "other" });
  answer();
  die(saved);
  expect([data(), page.setFor.value, page.place.value.watch]).toEqual(["circle", "bp1/5", "boundary"]);
  expect(page.kept.value?.link).toBe("data=xor");
});

test("where another run has killed the worker twice, the one that was changed on its way is still that", () => {
  const { page, answer, die, save, trained } = openPage("data=xor");
  answer();
  page.arrange({ train: 5, place: {} });
  trained(5);
  page.change({ learningRate: "0.1" });
  answer();
  expect(page.altered.value).toBe(true);
  const timeline = page.timeline.value;
  expect(timeline.marks).toHaveLength(1);
  const saved = save();
  page.open("data=moons");
  answer();
  die(saved);
  expect([page.altered.value, page.timeline.value]).toEqual([true, timeline]);
});

test("what is asked for between a second death and the next worker's answer leads where it should", () => {
  const { page, answer, die, save, trained, data } = openPage("data=xor");
  answer();
  trained(5);
  const saved = save();
  page.lend("data=circle", { watch: "boundary" });
  answer();
  die(saved, () => page.lend("data=moons", { watch: "other" }));
  expect(page.heading.value).toBe("data=moons");
  answer();
  expect([data(), page.setFor.value, page.place.value.watch]).toEqual(["moons", "trial", "other"]);
  expect(page.kept.value?.link).toBe("data=xor");
});

test("runs that never come leave no steps behind to go back over", () => {
  const { page, answer, die, trained, here, entries, go, data } = openPage("data=gaussians");
  answer();
  page.open("data=xor&sight=", { view: "gradients" });
  answer();
  trained(5);
  page.lend("data=circle", { watch: "boundary", view: "play" });
  page.lend("data=moons", { watch: "other" });
  expect([entries.length, here()]).toEqual([4, entries[3]]);
  die();
  expect([here(), page.place.value.view, page.run.value?.by]).toEqual([entries[1], "gradients", "restore"]);
  go(-1);
  answer();
  expect(data()).toBe("gaussians");
});
