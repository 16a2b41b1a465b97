/** The page while the worker has not answered yet: Back and Forward, runs that were asked for, and quick clicks. */
import { expect, test, vi } from "vitest";
import { withDepth, withNeurons } from "../../../web/src/page/state/layers.ts";
import { readLink } from "../../../web/src/page/state/place.ts";
import { openPage, useLateWorker } from "./late-worker.ts";

useLateWorker();

/** From the first lesson by the contents to the one that trains. */
function walkThroughLessons() {
  const opened = openPage("lesson=first");
  opened.answer();
  opened.visit("first");
  opened.answer();
  opened.visit("contents");
  opened.answer();
  opened.visit("stuck");
  opened.answer();
  return opened;
}

test("Back and Forward find what a lesson had trained, each answered before the next", () => {
  const { go, answer, iteration, data } = walkThroughLessons();
  for (const by of [-1, -1, 1, 1]) {
    go(by);
    answer();
  }
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("two Backs before the worker answers leave every entry with its own settings", () => {
  const { go, answer, iteration, data, entries } = walkThroughLessons();
  const links = entries.map(({ hash }) => hash);
  go(-1);
  go(-1);
  answer();
  expect([data(), iteration()]).toEqual(["gaussians", 0]);
  expect(entries.map(({ hash }) => hash)).toEqual(links);
  go(1);
  answer();
  go(1);
  answer();
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("Back and Forward before the worker answers lead to where one was", () => {
  const { go, answer, iteration, data } = walkThroughLessons();
  go(-1);
  go(1);
  answer();
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("from far back Forward and Back find what the lesson had trained", () => {
  const { go, visit, answer, iteration, data } = walkThroughLessons();
  visit("contents");
  answer();
  for (const by of [-3, 3, -1]) {
    go(by);
    answer();
  }
  expect([data(), iteration()]).toEqual(["moons", 150]);
});

test("Back at once out of a lesson finds the reader's own run", () => {
  const { page, go, visit, answer, trained, data } = openPage("data=xor&layers=3");
  answer();
  trained(5);
  visit("first");
  go(-1);
  answer();
  expect([data(), page.kept.value]).toEqual(["xor", null]);
});

test("Back before another run is there does not take its place in the page along", () => {
  const { page, go, answer, here, data } = openPage("data=xor");
  answer();
  page.go({ view: "microscope" });
  const left = here().hash;
  page.open("data=moons", { view: "compare" });
  page.go({ view: "gradients" });
  go(-1);
  answer();
  expect([data(), page.place.value.view, here().hash]).toEqual(["xor", "microscope", left]);
});

test("a preset, and the way back, is a step of its own as soon as it is asked for, and no other once it is there", () => {
  const { page, answer, trained, here, entries } = openPage("data=xor&sight=1,1,2&watch=");
  answer();
  trained(5);
  const own = here().hash;
  const steps = () => entries.map(({ hash }) => hash);
  page.lend("noise=0.15&data=moons", { watch: "boundary" });
  expect(steps()).toEqual([own, "watch=boundary&noise=0.15&data=moons"]);
  answer(); // with the settings in their order
  expect(readLink(here().hash).place).toMatchObject({ watch: "boundary", sight: "" });
  const there = [own, "watch=boundary&data=moons&noise=0.15"];
  expect(steps()).toEqual(there);
  page.giveBack();
  expect(steps()).toEqual([...there, own]);
  answer();
  expect(steps()).toEqual([...there, own]);
});

test("Back at once, before the preset is there, leads to one's own run as it was, also just after a change", () => {
  const { page, go, answer, trained, data, entries } = openPage("data=xor");
  answer();
  trained(5);
  page.lend("data=moons", { watch: "boundary" });
  go(-1);
  answer();
  expect([data(), page.run.value?.by]).toEqual(["xor", "giveBack"]);
  page.change({ noise: "0.3" });
  answer();
  trained(5);
  page.lend("data=moons", { watch: "boundary" });
  page.lend("data=circle", { watch: "other" });
  go(-1);
  go(-1);
  answer();
  expect([data(), page.run.value?.experiment.noise.toFixed(1)]).toEqual(["xor", "0.3"]);
  expect([page.run.value?.by, page.kept.value]).toEqual(["giveBack", null]);
  expect(entries.map(({ hash }) => readLink(hash).settings)).toEqual([
    "data=xor",
    "data=xor&noise=0.3",
    "data=moons",
    "data=circle",
  ]);
});

test("steps that are asked for before the answers add up", () => {
  const { page, answer, layers } = openPage("layers=4");
  answer();
  page.change(withDepth((depth) => depth + 1));
  page.change(withNeurons(1, (neurons) => neurons - 1));
  page.change(withNeurons(2, (neurons) => neurons - 1));
  page.change(withNeurons(2, (neurons) => neurons - 1));
  answer();
  expect(layers()).toEqual([3, 2]);
});

test("steps wait for changes that do not depend on what there is, and not for another run", () => {
  const { page, answer, layers } = openPage("layers=4");
  answer();
  page.change({ layers: "5,5" });
  page.change(withNeurons(2, () => 6));
  answer();
  expect(layers()).toEqual([5, 6]);
  page.change({ layers: "2,2" });
  page.change(withNeurons(2, () => 8));
  page.open("layers=1");
  page.change(withDepth((depth) => depth + 1));
  answer();
  expect(layers()).toEqual([1, 4]);
});

test("a step that finds nothing to do changes nothing", () => {
  const { page, answer, layers } = openPage("layers=4");
  answer();
  page.change({ layers: "" });
  page.change(withNeurons(1, () => 3)); // the layer is gone
  page.change(withDepth((depth) => depth));
  answer();
  expect([layers(), page.run.value?.number]).toEqual([[], 2]);
});

test("where the plane was dragged to is forgotten with the entry that it was dragged in", () => {
  const { page, go, answer, here } = openPage("data=xor");
  answer();
  page.go({ view: "gradients" });
  page.go({ view: "play" });
  page.sight.zoomBy(2);
  go(-1); // before it was written
  page.go({ view: "play" });
  const again = here().hash;
  page.go({ view: "folding" });
  go(-1);
  expect(here().hash).toBe(again);
});

/** A page whose run has learned something and was changed twice since. */
function changedTwice() {
  const opened = openPage("data=xor");
  const { page, answer, trained } = opened;
  answer();
  trained(5);
  for (const settings of [{ layers: "4,2" }, { noise: "0.3", learningRate: "0.1" }]) {
    page.change(settings);
    answer();
    vi.advanceTimersByTime(1000); // a step of its own
  }
  return opened;
}

test("Back and Forward among the changes of a run keep what it has learned, however quick", () => {
  const { page, go, answer, layers, entries } = changedTwice();
  const links = entries.map(({ hash }) => hash);
  expect(links).toEqual(["data=xor", "data=xor&layers=4,2", "data=xor&noise=0.3&layers=4,2&learningRate=0.1"]);
  const { identity } = page;
  const run = identity.value;
  const usual = Array.from(page.catalogue.value?.defaults.layers ?? []);
  go(-1);
  go(-1);
  answer();
  expect([layers(), page.run.value?.by, page.run.value?.link, identity.value]).toEqual([usual, "change", "data=xor", run]);
  go(1);
  answer();
  expect([layers(), page.run.value?.by, page.run.value?.link]).toEqual([[4, 2], "change", links[1]]);
  go(1);
  answer();
  expect([page.run.value?.link, page.run.value?.by]).toEqual([links[2], "change"]);
  expect([entries.map(({ hash }) => hash), identity.value]).toEqual([links, run]);
});

test("Back to another run begins that anew, and so does Back while nobody knows yet what a change will give", () => {
  const { page, go, answer, data } = changedTwice();
  page.open("data=moons");
  answer();
  go(-1);
  answer();
  expect([data(), page.run.value?.by]).toEqual(["xor", "open"]);
  page.change({ noise: "0.1" });
  go(-1);
  answer();
  expect([page.run.value?.link, page.run.value?.by]).toEqual(["data=xor&layers=4,2", "open"]);
});

test("one's own run that was put away for a preset is still the same run when it is back", () => {
  const { page, go, answer } = changedTwice();
  page.lend("data=moons", { watch: "boundary" });
  answer();
  page.giveBack();
  answer();
  page.change({ noise: "0.1" });
  answer();
  vi.advanceTimersByTime(1000);
  go(-1);
  answer();
  expect([page.run.value?.experiment.noise.toFixed(1), page.run.value?.by]).toEqual(["0.3", "change"]);
});

test.each([
  ["schedule=exponential", { scheduleFactor: "0.95" }],
  ["data=slope", { output: "tanh" }],
  ["data=blobs", { classes: "4" }],
  ["data=xor", { output: "sigmoid" }],
  ["data=slope", { data: "xor" }],
  ["data=own&own=0,0,0;1,1,1;0,1,0;1,0,1&batchSize=2", { data: "xor" }],
])("what a link leaves to its other settings Back finds as it was: %s, after %o", (link, settings) => {
  const { page, go, answer, trained, here } = openPage(link);
  answer();
  trained(5);
  const before = page.run.value?.experiment;
  page.change(settings);
  answer();
  vi.advanceTimersByTime(1000);
  const after = here().hash;
  go(-1);
  answer();
  expect([page.run.value?.experiment, page.run.value?.by, here().hash]).toEqual([before, "change", link]);
  go(1);
  answer();
  expect([page.run.value?.link, here().hash]).toEqual([after, after]);
});

test("a link, the first as any other, begins a run, whatever was there before", () => {
  const { page, answer, trained, follow, iteration } = openPage("");
  answer();
  expect([page.run.value?.by, page.identity.value]).toEqual(["open", expect.stringMatching(/./)]);
  trained(5);
  const run = page.identity.value;
  follow("noise=0.3");
  answer();
  expect([page.run.value?.by, iteration(), page.identity.value]).toEqual(["open", 0, expect.not.stringMatching(run)]);
});

test("Back to before one looked at the test set does not seal it again, and is a change like others", () => {
  const { page, go, answer, trained } = openPage("");
  answer();
  trained(5);
  page.change({ learningRate: "0.1" });
  answer();
  vi.advanceTimersByTime(1000);
  page.go({ seal: "0" });
  go(-1);
  answer();
  expect([page.seal.visible.value, page.seal.tuned.value]).toEqual([true, 1]);
  go(1);
  answer();
  page.change({ data: "xor" });
  answer();
  vi.advanceTimersByTime(1000);
  page.go({ seal: "0" });
  go(-1);
  answer();
  expect(page.seal.visible.value).toBe(false); // of other points
});

test("a change that is a step already is no second one when the reader goes on to something else", () => {
  const { page, entries } = changedTwice();
  const steps = entries.length;
  page.go({ view: "gradients" });
  expect(entries.length).toBe(steps + 1);
});

test("Back to other data finds the part of the plane that was in sight", () => {
  const { page, go, answer, here } = openPage("");
  answer();
  page.sight.zoomBy(2);
  vi.advanceTimersByTime(1000);
  const { hash } = here();
  page.change({ data: "xor" });
  answer();
  vi.advanceTimersByTime(1000);
  expect(page.place.value.sight).toBe("");
  go(-1);
  answer();
  expect([here().hash, page.place.value.sight]).toEqual([hash, hash.replace("sight=", "")]);
});
