/** The page's end of one worker: sends commands, hands on events, drops frames of runs that are over, and notices when it dies. */
import firstUrl from "@backprop/backprop.first.wasm?url";
import type { Code } from "../code";
import type { Command, WorkerEvent } from "../protocol";

export interface Client {
  send(command: Command): void;
  /** Ends the worker; nothing is heard of it any more. */
  end(): void;
}

export interface Listener {
  /** Every event but frames and planes comes at once; each of these comes in an animation frame, and only when it has been handled
   * does the worker make the next: the worker never runs ahead of the screen. */
  onEvent(event: WorkerEvent): void;
  /** It has failed, or is gone. */
  onDeath(message: string): void;
}

/** The training engine's code, compiled once for all workers; it is fetched while the first of them is. */
let code: Promise<WebAssembly.Module> | undefined;

async function loadCode(): Promise<WebAssembly.Module> {
  const response = await fetch(firstUrl);
  if (!response.ok) throw new Error(`the server answered ${response.status} for its code`);
  return WebAssembly.compile(await response.arrayBuffer());
}

export function startWorker({ onEvent, onDeath }: Listener): Client {
  const worker = new Worker(new URL("../worker/main.ts", import.meta.url), { type: "module" });
  const send = (command: Command): void => worker.postMessage(command);
  const life = new AbortController();
  const end = (): void => {
    life.abort();
    worker.terminate();
  };
  const die = (message: string): void => {
    if (life.signal.aborted) return;
    end();
    onDeath(message);
  };
  /** Whoever is given the lock that the worker held knows that the worker is gone. */
  const waitForEnd = (lock: string): void => {
    navigator.locks.request(lock, { signal: life.signal }, () => die("it was ended by the browser.")).catch(() => {});
  };
  let run = 0;
  worker.onmessage = ({ data }: MessageEvent<WorkerEvent>) => {
    if (life.signal.aborted) return;
    if (data.type === "opened") run = data.run;
    if (data.type === "ready" && data.lock !== null) waitForEnd(data.lock);
    if (data.type === "failed") die(data.message);
    else if (data.type !== "frame" && data.type !== "plane") onEvent(data);
    else
      requestAnimationFrame(() => {
        if (life.signal.aborted) return;
        if ((data.type === "frame" ? data.frame.run : data.run) === run) onEvent(data);
        send({ type: "frameTaken" });
      });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    die(event.message || "it could not be loaded.");
  };
  code ??= loadCode();
  const give = (message: Code): void => worker.postMessage(message);
  code
    .then((module) => give({ type: "code", module }))
    .catch((error: Error) => {
      code = undefined; // the next worker asks again
      die(`it could not be loaded (${error.message}).`);
    });
  return { send, end };
}
