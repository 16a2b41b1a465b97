/**
 * WebKitGTK, by classic WebDriver: WebKitWebDriver starts the MiniBrowser that comes with the library. That has no headless mode; it
 * gets a screen in memory from Xvfb.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "./browser.ts";

export async function openWebKit(): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), "webkit-"));
  const started: ChildProcess[] = [];
  const start = async (command: string, args: string[], env: NodeJS.ProcessEnv, output?: "pipe"): Promise<ChildProcess> => {
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore", output ?? "ignore"], env });
    await once(child, "spawn");
    started.push(child);
    return child;
  };
  const end = async (): Promise<void> => {
    for (const child of started.toReversed()) await stop(child);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    // Its fourth file is where Xvfb tells which number was free.
    const xvfb = await start(
      "Xvfb",
      ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
      process.env,
      "pipe",
    );
    const display = await firstLine(xvfb);
    const port = await freePort();
    await start("WebKitWebDriver", [`--port=${port}`], {
      ...process.env,
      DISPLAY: `:${display}`,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      // The locale that every system has, and the hardest one: WebKitGTK calls its language "C", which Intl does not take.
      LC_ALL: "C.UTF-8",
    });
    const driver = `http://127.0.0.1:${port}`;
    await answers(driver);
    const { sessionId } = (await send("POST", `${driver}/session`, { capabilities: {} })) as { sessionId: string };
    const session = `${driver}/session/${sessionId}`;
    return {
      open: async (url) => void (await send("POST", `${session}/url`, { url })),
      evaluate: (expression) => send("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
      close: () => send("DELETE", session).then(end, end),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A WebDriver command's answer. */
async function send(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKitWebDriver: ${(value as { message: string }).message}`);
  return value;
}

/** Waits until the driver listens. */
async function answers(driver: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await send("GET", `${driver}/status`);
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await wait(50);
    }
  }
}

async function firstLine(xvfb: ChildProcess): Promise<string> {
  const pipe = xvfb.stdio[3];
  if (!pipe) throw new Error("Xvfb has no pipe");
  const [text] = await once(pipe, "data", { signal: AbortSignal.timeout(20_000) });
  return String(text).trim();
}

/** A port that was free a moment ago: the driver takes only a given one. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill();
  await exited;
}
