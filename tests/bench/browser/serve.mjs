// @ts-check
/** A built page on a server that compresses as a good host does, and notes what was asked for. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * @param {string} folder
 * @returns {Promise<import("../engine.d.ts").Site>}
 */
export async function serve(folder) {
  /** @type {Map<string, number>} bytes of each file that was asked for, compressed */
  const sent = new Map();
  /** @type {Map<string, Promise<Buffer>>} */
  const packed = new Map();
  /** @param {string} file */
  const pack = async (file) => promisify(brotliCompress)(await readFile(join(folder, file)));
  const server = createServer(async (request, response) => {
    const file = new URL(request.url ?? "", "http://host").pathname.slice(1) || "index.html";
    try {
      if (!packed.has(file)) packed.set(file, pack(file));
      const body = await packed.get(file);
      sent.set(file, body?.length ?? 0);
      const type = types[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-encoding": "br", "cache-control": "max-age=3600" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, sent, close: () => server.close() };
}
