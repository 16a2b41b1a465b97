/** The page's end of the worker: sends commands, hands on events, and drops frames of runs that are over. */
import type { Command, WorkerEvent } from "../protocol";

export interface Client {
  send(command: Command): void;
}

/**
 * `onEvent` gets every event but frames at once; a frame comes in an animation frame, and only when it has been handled does the
 * worker make the next: the worker never runs ahead of the screen.
 */
export function startWorker(onEvent: (event: WorkerEvent) => void): Client {
  const worker = new Worker(new URL("../worker/main.ts", import.meta.url), { type: "module" });
  const send = (command: Command): void => worker.postMessage(command);
  let run = 0;
  worker.onmessage = ({ data }: MessageEvent<WorkerEvent>) => {
    if (data.type === "opened") run = data.run;
    if (data.type !== "frame") {
      onEvent(data);
      return;
    }
    requestAnimationFrame(() => {
      if (data.frame.run === run) onEvent(data);
      send({ type: "frameTaken" });
    });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    onEvent({ type: "failed", message: event.message || "The training engine could not be loaded." });
  };
  return { send };
}
