/** The seal on the test set: what opens it, what closes it again, and what counts as tuning after looking. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LinkEvent } from "../../../web/src/page/link-event.ts";
import { createPlayground } from "../../../web/src/page/state/create-playground.ts";
import { start } from "../../../web/src/page/state/place.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page with this seal. */
function sealed(text: string) {
  const page = createPlayground(() => {});
  page.arrange({ place: { ...start, seal: text } });
  /** The reader changes these settings, so many milliseconds after what they did before; what the link says then. */
  const change = (names: string, later = 2000): string => {
    vi.advanceTimersByTime(later);
    page.change(Object.fromEntries(names.split(",").map((name) => [name, "1"])));
    return page.place.value.seal;
  };
  return { seal: page.seal, change };
}

test("sealed by default, and by anything that is no seal; visible when opened or never sealed", () => {
  for (const [text, visible, tuned, seals] of [
    ["", false, null, true],
    ["nonsense", false, null, true],
    ["-1", false, null, true],
    ["0", true, 0, true],
    ["12", true, 12, true],
    ["off", true, null, false],
  ] as const) {
    const { seal } = sealed(text);
    expect([seal.visible.value, seal.tuned.value, seal.seals.value], text).toEqual([visible, tuned, seals]);
  }
});

test("each change after looking counts; a slider's many changes are one", () => {
  const { change } = sealed("0");
  expect(change("learningRate")).toBe("1");
  expect(change("learningRate")).toBe("2");
  expect(change("l2")).toBe("3");
  expect(change("l2", 50)).toBe("3");
  expect(change("l2", 50)).toBe("3");
  expect(change("layers,activations", 50)).toBe("4");
});

test("the first change after opening counts, however soon it comes after one before", () => {
  const before = sealed("");
  expect(before.change("noise")).toBe("");
  const { change } = sealed("0");
  change("noise");
  expect(change("learningRate", 1)).toBe("2");
});

test("other points bring a sealed test set; where seals are off nothing is counted or closed", () => {
  for (const other of ["data", "dataSeed", "own", "data,own"]) expect(sealed("7").change(other), other).toBe("");
  const { change } = sealed("off");
  expect(change("learningRate")).toBe("off");
  expect(change("dataSeed")).toBe("off");
});

test("a link opens with its seal, another experiment with a new one, and a lent one gives the reader's back", () => {
  const page = createPlayground((command) => {
    if (command.type !== "open" && command.type !== "lend" && command.type !== "giveBack") return;
    const { type: by } = command;
    const link = by === "giveBack" ? "data=xor" : command.text;
    const progress = { iteration: 0 };
    const event = { type: "opened", run: ++run, by, link, problems: [], restarted: true, progress, sizes: [2, 1] };
    page.receive(event as unknown as LinkEvent);
  });
  let run = 0;
  const visible = (): boolean => page.seal.visible.value;
  page.arrange({ place: { ...start, seal: "2" }, open: "data=xor" });
  expect(page.seal.tuned.value).toBe(2);
  page.lend("data=moons");
  expect(visible()).toBe(false);
  page.giveBack();
  expect(page.seal.tuned.value).toBe(2);
  page.change({ learningRate: 0.1 });
  expect(page.seal.tuned.value).toBe(3);
  page.arrange({ place: {}, open: "data=spiral" });
  expect(visible()).toBe(false);
  page.arrange({ place: { seal: "off" }, open: "data=spiral" });
  page.arrange({ place: {}, open: "data=circle" });
  expect(visible()).toBe(true);
});
