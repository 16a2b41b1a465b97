import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { catalogue } from "../web/build/catalogue.ts";
import { mathematics } from "../web/build/mathematics.ts";

/** A browser for each file. */
const withBrowser = { testTimeout: 60_000, hookTimeout: 60_000 };
/** Two files at a time: one of them is often waiting for its page. More would only slow each other down. */
const sideBySide = { ...withBrowser, maxWorkers: Math.min(2, availableParallelism()), sequence: { groupOrder: 1 } };
const alone = { ...withBrowser, fileParallelism: false, sequence: { groupOrder: 2 } };

export default defineConfig({
  test: {
    projects: [
      {
        root: import.meta.dirname,
        // What the page shows is loaded as its build has it, formulas made; those of the core's catalogue are not needed.
        plugins: [mathematics(), catalogue({})],
        test: {
          name: "unit",
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
        test: { name: "timing", include: ["web/timing/**/*.test.ts"], ...alone },
      },
      {
        root: import.meta.dirname,
        test: { name: "browsers", include: ["web/browsers/**/*.test.ts"], ...alone },
      },
      { root: import.meta.dirname, test: { name: "picture", include: ["web/picture.ts"], testTimeout: 60_000 } },
    ],
  },
});
