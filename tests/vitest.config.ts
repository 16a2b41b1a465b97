import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        root: import.meta.dirname,
        test: {
          name: "unit",
          include: ["bindings/**/*.test.ts", "web/unit/**/*.test.ts"],
          // Node is to load the built module as it lies there, not as Vite would rewrite it.
          server: { deps: { external: [/\/backprop\.mjs$/] } },
        },
      },
      {
        root: import.meta.dirname,
        test: {
          name: "page",
          include: ["web/page/**/*.test.ts"],
          // A browser each: side by side they would only slow each other down.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { root: import.meta.dirname, test: { name: "picture", include: ["web/picture.ts"], testTimeout: 60_000 } },
    ],
  },
});
