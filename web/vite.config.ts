import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { catalogue } from "./build/catalogue.ts";
import { loadCore } from "./build/core.ts";
import { firstPaint } from "./build/first-paint.ts";
import { cutFont } from "./build/font.ts";
import { readCourse } from "./build/lessons/course.ts";
import { readKnown } from "./build/lessons/known.ts";
import { lessons } from "./build/lessons/plugin.ts";
import { mathematics } from "./build/mathematics.ts";
import { catalogueFormulas, courseFormulas, literals } from "./build/sources.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const module = process.env.BACKPROP_MODULE_DIR ?? here("../build/wasm/bindings");
const lessonFolder = resolve(process.env.BACKPROP_LESSONS_DIR ?? here("lessons"));
/** What the build makes for itself. */
const made = here("node_modules/.made");

export default defineConfig(async () => {
  const core = await loadCore(module);
  const ofCatalogue = catalogueFormulas(core);
  const known = await readKnown(core, here("src/page"));
  const course = () => readCourse(lessonFolder, known, here(".."));
  const all = [...Object.values(ofCatalogue), ...(await literals(here("."))), ...courseFormulas(await course())];
  const font = here("node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2");
  await cutFont(font, all, `${made}/stix-two-math.woff2`);
  return {
    // Relative addresses: the result can be put under any path.
    base: "./",
    plugins: [
      mathematics(),
      catalogue(ofCatalogue),
      lessons(lessonFolder, course),
      firstPaint([/^assets\/backprop\.first-[\w-]+\.wasm$/, /^assets\/main-[\w-]+\.js$/]),
    ],
    resolve: { alias: { "@backprop": module, "@made": made } },
    server: { fs: { allow: ["..", module] } },
    worker: { format: "es" as const },
    // The content security policy has no data: and of inline scripts only the one that index.html has, by its hash.
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2022",
      // What every visit loads comes as one file; the rest is cut by who needs it.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial" as const] }] } } },
    },
    oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } },
  };
});
