/** The reader's own run while others are lent: commands may overtake the answers to earlier ones. */
import { expect, test } from "vitest";
import { createKeeping } from "../../../web/src/page/state/kept.ts";
import { emptyPast } from "../../../web/src/page/state/past.ts";

const usual = { identity: "1", link: "data=xor", seal: "", sight: "", pinned: null, speed: 1000 };
const slow = { identity: "2", link: "data=spiral", seal: "3", sight: "0,0,2", pinned: { layer: 1, neuron: 2 }, speed: 1 };
const run = (link: string) => ({ link, past: emptyPast });

test("of two that are lent before the first is there, neither is taken for the reader's own", () => {
  const { kept, look, lending, lent } = createKeeping(usual);
  expect(look()).toBe(null);
  lending(slow);
  expect(look()).toEqual(slow);
  lending(usual);
  lent(run("data=xor"));
  lent(run("data=moons"));
  expect(kept.value).toEqual({ ...run("data=xor"), look: slow });
});

test("what is given back and lent from again at once is kept as it is then", () => {
  const { kept, look, lending, lent, putBack } = createKeeping(usual);
  const altered = { ...emptyPast, altered: true };
  lending(usual);
  lent(run("data=xor"));
  lending(slow); // after the command to give back, before its answer
  putBack(null);
  expect(kept.value).toBe(null);
  expect(look()).toEqual(slow);
  lent({ ...run("data=xor"), past: altered });
  expect(kept.value).toEqual({ ...run("data=xor"), look: slow, past: altered });
});

test("its link is the one that it had when the worker put it away", () => {
  const { link, lending, lent } = createKeeping(usual);
  expect(link()).toBe(null);
  lending(slow);
  expect(link()).toBe("data=spiral");
  lent(run("data=xor"));
  expect(link()).toBe("data=xor");
});

test("what a worker that died did not lend is not what the next one lends", () => {
  const { kept, look, lending, lent, forget } = createKeeping(usual);
  lending(slow);
  forget();
  expect(look()).toBe(null);
  lending(usual);
  lent(run("data=xor"));
  expect(kept.value?.look).toEqual(usual);
});
