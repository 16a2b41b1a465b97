import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { catalogue } from "../web/build/catalogue.ts";
import { mathematics } from "../web/build/mathematics.ts";

/** Files that one process takes over from each other share what they import, which is loaded once. */
const shared = { isolate: false };
/** Beside other work: how long anything takes is not what is tested. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } };
const withBrowser = { ...patient, ...shared, globalSetup: "web/browsers/headless.ts" };
/** Two files at a time: one of them is often waiting for its page. More would only slow each other down. */
const sideBySide = { ...withBrowser, maxWorkers: Math.min(2, availableParallelism()), sequence: { groupOrder: 1 } };
const alone = { ...patient, fileParallelism: false, sequence: { groupOrder: 2 } };

export default defineConfig({
  test: {
    projects: [
      {
        root: import.meta.dirname,
        // What the page shows is loaded as its build has it, formulas made; those of the core's catalogue are not needed.
        plugins: [mathematics(), catalogue({})],
        test: {
          name: "unit",
          ...shared,
          // Some try thousands of inputs.
          ...patient,
          include: ["bindings/**/*.test.ts", "web/unit/**/*.test.ts"],
          // Node is to load the built module as it lies there, not as Vite would rewrite it.
          server: { deps: { external: [/\/backprop\.mjs$/] } },
        },
      },
      {
        root: import.meta.dirname,
        test: { name: "page", include: ["web/page/**/*.test.ts"], ...sideBySide },
      },
      {
        root: import.meta.dirname,
        test: { name: "timing", include: ["web/timing/**/*.test.ts"], ...withBrowser, ...alone },
      },
      {
        root: import.meta.dirname,
        test: { name: "browsers", include: ["web/browsers/**/*.test.ts"], ...alone },
      },
      { root: import.meta.dirname, test: { name: "picture", include: ["web/picture.ts"], ...withBrowser } },
    ],
  },
});
