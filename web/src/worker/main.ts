/** The worker: takes commands, trains in slices, answers with events. */
import type { Code } from "../code";
import type { Command, WorkerEvent } from "../protocol";
import { createCommands } from "./commands";
import { loadModule } from "./load-module";
import { holdLock } from "./lock";

declare const self: DedicatedWorkerGlobalScope;

const post = (event: WorkerEvent, transfer: Transferable[] = []): void => self.postMessage(event, transfer);
const fail = (error: unknown): void => post({ type: "failed", message: String(error) });

/** What comes back carries out commands. */
async function start(code: WebAssembly.Module): Promise<(command: Command) => void> {
  const module = await loadModule(code);
  const obey = createCommands(module, post);
  const catalogue = module.catalogue();
  const samples: Record<string, Float32Array> = {};
  for (const { name } of catalogue.data) {
    const sample = module.sample(name, 120);
    if (sample !== null) samples[name] = sample;
  }
  post({ type: "ready", catalogue, samples, lock: await holdLock() });
  return obey;
}

let begin: (code: WebAssembly.Module) => void = () => {};
const started = new Promise<WebAssembly.Module>((resolve) => {
  begin = resolve;
}).then(start);
// Commands that come while the module is loading wait for it, in their order.
self.onmessage = ({ data }: MessageEvent<Command | Code>) => {
  if (data.type === "code") begin(data.module);
  else started.then((obey) => obey(data)).catch(fail);
};
// Such as the code, where a browser does not let it through to workers.
self.onmessageerror = () => fail("what the page sent could not be read.");
