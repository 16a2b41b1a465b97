import { defineConfig } from "vitest/config";
import { mathematics } from "../web/build/mathematics.ts";

/** A browser for each file: side by side they would only slow each other down. */
const withBrowser = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        root: import.meta.dirname,
        // What the page shows is loaded as its build has it, formulas made.
        plugins: [mathematics()],
        test: {
          name: "unit",
          include: ["bindings/**/*.test.ts", "web/unit/**/*.test.ts"],
          // Node is to load the built module as it lies there, not as Vite would rewrite it.
          server: { deps: { external: [/\/backprop\.mjs$/] } },
        },
      },
      {
        root: import.meta.dirname,
        test: { name: "page", include: ["web/page/**/*.test.ts"], ...withBrowser },
      },
      {
        root: import.meta.dirname,
        test: { name: "browsers", include: ["web/browsers/**/*.test.ts"], ...withBrowser },
      },
      { root: import.meta.dirname, test: { name: "picture", include: ["web/picture.ts"], testTimeout: 60_000 } },
    ],
  },
});
