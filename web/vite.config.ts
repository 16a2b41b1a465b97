import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { catalogue } from "./build/catalogue.ts";
import { cutFont } from "./build/font.ts";
import { mathematics } from "./build/mathematics.ts";
import { catalogueFormulas, literals } from "./build/sources.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const module = process.env.BACKPROP_MODULE_DIR ?? here("../build/wasm/bindings");
/** What the build makes for itself. */
const made = here("node_modules/.made");

export default defineConfig(async () => {
  const ofCatalogue = await catalogueFormulas(module);
  const all = [...Object.values(ofCatalogue), ...(await literals(here(".")))];
  const font = here("node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2");
  await cutFont(font, all, `${made}/stix-two-math.woff2`);
  return {
    // Relative addresses: the result can be put under any path.
    base: "./",
    plugins: [mathematics(), catalogue(ofCatalogue)],
    resolve: { alias: { "@backprop": module, "@made": made } },
    server: { fs: { allow: ["..", module] } },
    worker: { format: "es" as const },
    // The content security policy has no data: and no inline scripts.
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: "es2022" },
    oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } },
  };
});
