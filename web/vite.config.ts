import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const module = process.env.BACKPROP_MODULE_DIR ?? fileURLToPath(new URL("../build/wasm/bindings", import.meta.url));

export default defineConfig({
  // Relative addresses: the result can be put under any path.
  base: "./",
  resolve: { alias: { "@backprop": module } },
  server: { fs: { allow: ["..", module] } },
  worker: { format: "es" },
  // The content security policy has no data: and no inline scripts.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: "es2022" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
