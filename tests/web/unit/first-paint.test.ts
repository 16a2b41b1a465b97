/** What the build writes into the HTML for the first paint, and that it refuses what it would else leave out without a word. */
import { expect, test } from "vitest";
import { firstPaint } from "../../../web/build/first-paint.ts";

const html = `<meta content="script-src 'self'; style-src 'self'">
<link rel="stylesheet" crossorigin href="./assets/page.css">
</head><script>run()</script>`;
const sheet = { type: "asset", source: "a { src: url(./font.woff2) }\n" };

function transformed(page: string, files: string[]): string {
  const { transformIndexHtml } = firstPaint([/^worker-\w+\.js$/, /\.wasm$/]);
  const { handler } = transformIndexHtml as { handler(html: string, context: object): string };
  const bundle = Object.fromEntries(files.map((name) => [name, {}]));
  return handler(page, { bundle: { "assets/page.css": { ...sheet }, ...bundle } });
}

test("the sheet stands in the page with its hash, and the early files are asked for", () => {
  const page = transformed(html, ["worker-1.js", "co-worker-1.js", "code.wasm"]);
  expect(page).toContain("<style>a { src: url(./assets/font.woff2) }</style>");
  expect(page.match(/(script|style)-src 'self' 'sha256-[^']+'/g)).toHaveLength(2);
  expect(page).toContain(
    '<link rel="modulepreload" href="./worker-1.js">\n<link rel="preload" as="fetch" crossorigin href="./code.wasm">\n</head>',
  );
  expect(page).not.toContain("co-worker");
});

test("comments stay at home", () => {
  const commented = html.replace("<script>run()", "<!-- First\nand second. -->\n<script>\n  // Why.\n  run()");
  const page = transformed(commented, ["worker-1.js", "code.wasm"]);
  expect(page).toContain("</head><script>\n  run()</script>");
  expect(page).not.toMatch(/First|second|Why/);
});

test("the script that every visit runs asks to be compiled as a whole, parts that come later do not", () => {
  const { generateBundle } = firstPaint([]) as unknown as {
    generateBundle: { handler(options: object, bundle: object): void };
  };
  const bundle = {
    page: { type: "chunk", isEntry: true, code: "run()" },
    part: { type: "chunk", isEntry: false, code: "wait()" },
    sheet,
  };
  generateBundle.handler({}, bundle);
  expect(bundle.page.code).toBe("//# allFunctionsCalledOnLoad\nrun()");
  expect(bundle.part.code).toBe("wait()");
});

test.each([
  ["an early file", html, ["worker-1.js"]],
  ["one of two early files of a name", html, ["worker-1.js", "worker-2.js", "code.wasm"]],
  ["the policy", html.replace("script-src", "script"), ["worker-1.js", "code.wasm"]],
  ["the sheet", html.replace("stylesheet", "sheet"), ["worker-1.js", "code.wasm"]],
])("the build stops where %s cannot be told", (_what, page, files) => {
  expect(() => transformed(page, files)).toThrow(/one/);
});
