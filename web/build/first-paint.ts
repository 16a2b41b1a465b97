/**
 * What the first paint needs comes with the page itself: its style sheet stands in the HTML, and what else every visit needs is asked
 * for at once, not when the script that uses it has come. The content security policy names what is written into the HTML by its hash.
 */
import { createHash } from "node:crypto";
import type { IndexHtmlTransformContext, Plugin } from "vite";

/** `early` tells by their names the files that the script fetches first: the worker's, and what it gives to it. */
export function firstPaint(early: RegExp): Plugin {
  return {
    name: "first-paint",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => withHashes(withPreloads(withStyles(html, bundle), bundle, early)),
    },
  };
}

type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

function withStyles(html: string, bundle: Bundle): string {
  return html.replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g, (_, name: string) => {
    const sheet = bundle[name];
    if (sheet?.type !== "asset") throw new Error(`there is no style sheet ${name}`);
    delete bundle[name];
    // Files lie beside the sheet, which lay in a folder.
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    return `<style>${String(sheet.source).trim().replaceAll("url(./", `url(./${folder}`)}</style>`;
  });
}

function withPreloads(html: string, bundle: Bundle, early: RegExp): string {
  const names = Object.keys(bundle).filter((name) => early.test(name));
  const kind = (name: string): string =>
    name.endsWith(".js") ? 'rel="modulepreload"' : 'rel="preload" as="fetch" crossorigin';
  const links = names.map((name) => `<link ${kind(name)} href="./${name}">\n`);
  return html.replace("</head>", `${links.join("")}</head>`);
}

function withHashes(html: string): string {
  const hashes = (element: string): string =>
    [...html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, "gs"))]
      .map(([, text = ""]) => ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`)
      .join("");
  return html
    .replace("style-src 'self'", `style-src 'self'${hashes("style")}`)
    .replace("script-src 'self'", `script-src 'self'${hashes("script")}`);
}
