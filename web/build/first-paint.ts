/**
 * What the first paint needs comes with the page itself: its style sheet stands in the HTML, and what else every visit needs is asked
 * for at once, not when the script that uses it has come. The content security policy names what is written into the HTML by its hash;
 * so only the build can be looked at: what stands or is put into the HTML of `vite dev` has none.
 */
import { createHash } from "node:crypto";
import type { IndexHtmlTransformContext, Plugin } from "vite";

/**
 * Chromium then compiles every function of a file while it comes, beside the page; else each function on its first call, in the page,
 * which is half of the time that the first visit's script takes.
 */
const compiledWhole = "//# allFunctionsCalledOnLoad\n";

/** `early` tells by their names the files that the script fetches first, one each: the worker's, and what it gives to it. */
export function firstPaint(early: RegExp[]): Plugin {
  return {
    name: "first-paint",
    apply: "build",
    generateBundle: {
      order: "post",
      handler: (_options, bundle) => {
        for (const file of Object.values(bundle))
          if (file.type === "chunk" && file.isEntry) file.code = compiledWhole + file.code;
      },
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => withHashes(withPreloads(withStyles(withoutComments(html), bundle), bundle, early)),
    },
  };
}

/** Of the HTML and of the script in it, which has them on lines of their own. */
const withoutComments = (html: string): string => html.replace(/<!--.*?-->\n?/gs, "").replace(/^\s*\/\/.*\n/gm, "");

type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

function withStyles(html: string, bundle: Bundle): string {
  return replaceOne(html, /<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g, (_, name) => {
    const sheet = bundle[name];
    if (sheet?.type !== "asset") throw new Error(`there is no style sheet ${name}`);
    delete bundle[name];
    // Files lie beside the sheet, which lay in a folder.
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    return `<style>${String(sheet.source).trim().replaceAll("url(./", `url(./${folder}`)}</style>`;
  });
}

function withPreloads(html: string, bundle: Bundle, early: RegExp[]): string {
  const names = early.map((pattern) => {
    const [name, ...more] = Object.keys(bundle).filter((name) => pattern.test(name));
    if (name === undefined || more.length > 0) throw new Error(`not one file is called ${pattern}: ${[name, ...more].join()}`);
    return name;
  });
  const kind = (name: string): string =>
    name.endsWith(".js") ? 'rel="modulepreload"' : 'rel="preload" as="fetch" crossorigin';
  const links = names.map((name) => `<link ${kind(name)} href="./${name}">\n`);
  return replaceOne(html, /<\/head>/g, (end) => links.join("") + end);
}

function withHashes(html: string): string {
  const hashes = (element: string): string =>
    [...html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, "gs"))]
      .map(([, text = ""]) => ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`)
      .join("");
  return ["style", "script"].reduce(
    (html, element) => replaceOne(html, new RegExp(`${element}-src 'self'`, "g"), (source) => source + hashes(element)),
    html,
  );
}

/** What is not there as it was, or is there twice, is no longer what this was written for. */
function replaceOne(html: string, what: RegExp, by: (found: string, name: string) => string): string {
  const count = [...html.matchAll(what)].length;
  if (count !== 1) throw new Error(`the page has ${count} of ${what} instead of one`);
  return html.replace(what, by);
}
