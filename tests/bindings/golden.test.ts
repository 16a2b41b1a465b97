/** The promised runs, in this build of the module: one link, one run, to the last bit. */
import { expect, it } from "vitest";
import { readGoldenRuns } from "../golden/runs.ts";
import { loadModule, startSession } from "./module.ts";

const module = await loadModule();

it.each(readGoldenRuns())("$settings", ({ settings, epochs, fingerprint }) => {
  const session = startSession(module, settings);
  expect(session.link()).toBe(settings);
  const iterations = epochs * session.progress().iterationsPerEpoch;
  expect(session.train(iterations)).toBe(iterations);
  expect(session.progress().epoch).toBe(epochs);
  expect(session.fingerprint()).toBe(fingerprint);
});
