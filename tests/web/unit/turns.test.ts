import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTurns, type Next } from "../../../web/src/worker/turns.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Messages to oneself come before this. */
const messages = () => new Promise((resolve) => setImmediate(resolve));

function takeTurns(answers: Next[]) {
  const turns = { taken: 0, ask: () => {} };
  turns.ask = createTurns(() => {
    turns.taken += 1;
    return answers.shift() ?? null;
  });
  return turns;
}

test("turns follow each other until there is nothing to do, however often one is asked for", async () => {
  const turns = takeTurns(["at once", "at once", null]);
  for (let i = 0; i < 5; i++) turns.ask();
  expect(turns.taken).toBe(0);
  for (let i = 0; i < 20; i++) await messages();
  expect(turns.taken).toBe(3);
});

test("a turn that is to come soon is waited for once, and comes at once where one is asked for", async () => {
  const turns = takeTurns(["soon", "soon", "soon", null]);
  turns.ask();
  for (let i = 0; i < 20; i++) await messages();
  expect([turns.taken, vi.getTimerCount()]).toEqual([1, 1]);
  turns.ask();
  for (let i = 0; i < 20; i++) await messages();
  turns.ask();
  for (let i = 0; i < 20; i++) await messages();
  expect([turns.taken, vi.getTimerCount()]).toEqual([3, 1]);
  vi.advanceTimersByTime(1000);
  for (let i = 0; i < 20; i++) await messages();
  expect([turns.taken, vi.getTimerCount()]).toEqual([4, 0]);
});
