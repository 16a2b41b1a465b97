/** The built page on a server of its own, under a path, as any static host would have it. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";

const built = resolve(import.meta.dirname, "../../web/dist");
const path = "/some/where/";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

export interface Server {
  address: string;
  close(): void;
}

/** `dist` is the folder that a build has written. */
export async function serve(dist = built): Promise<Server> {
  const server = createServer(async (request, response) => {
    const file = new URL(request.url ?? "", "http://host").pathname.replace(path, "");
    try {
      const body = await readFile(join(dist, file === "" ? "index.html" : file));
      response.writeHead(200, { "content-type": types[extname(file) || ".html"] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close: () => server.close(),
  };
}
