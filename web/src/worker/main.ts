/** The worker: takes commands, trains in slices, answers with events. */
import type { Answer } from "../../../bindings/backprop";
import type { Code } from "../code";
import type { Command, Edit, Frame, OtherRun, WorkerEvent } from "../protocol";
import { calm, Frames } from "./frames";
import { loadModule } from "./load-module";
import { holdLock } from "./lock";
import { nothing } from "./owed";
import { Pace } from "./pace";
import { Pair } from "./pair";

declare const self: DedicatedWorkerGlobalScope;

const post = (event: WorkerEvent, transfer: Transferable[] = []): void => self.postMessage(event, transfer);
/** What the page gets of it without a copy. */
const buffersOf = ({ parameters, thumbnails, plane, history }: Frame): Transferable[] =>
  [parameters, thumbnails, history.records, ...(plane === null ? [] : [plane.values])].map(({ buffer }) => buffer);
const fail = (error: unknown): void => post({ type: "failed", message: String(error) });

/** What comes back carries out commands. */
async function start(code: WebAssembly.Module): Promise<(command: Command) => void> {
  const module = await loadModule(code);
  const pair = new Pair(module);
  const engine = pair.first;
  const pace = new Pace(null);
  let run = 0;
  let playing = false;
  let owed = nothing; // training that was asked for and is not done yet
  let training = 0; // its number
  let awaited = false; // whether marks wait for it
  let held = false; // nobody sees the page
  let mark = 0; // the last one that the page has set
  let reached = 0; // the last one before which everything is done
  let checking: number | null = null; // which share of a gradient check comes next

  const frames = new Frames(
    {
      frame: (sharp) => {
        if (pair.behind() === 0 && !(owed.count > 0 && awaited)) reached = mark;
        return { type: "frame", frame: pair.frame(run, sharp), mark: reached };
      },
      plane: (sharp) => {
        const plane = engine.plane(sharp);
        return plane && { type: "plane", run, plane };
      },
      isTraining: () => !held && (playing || owed.count > 0 || pair.behind() > 0),
      isSlow: () => owed.count === 0 && pair.behind() === 0 && pace.isSlow(calm),
    },
    (event) => post(event, event.type === "frame" ? buffersOf(event.frame) : [event.plane.values.buffer]),
  );
  /** What is on screen may be another one, and so may the parameters. */
  const changed = (): void => {
    checking = null;
    frames.redraw("all");
  };

  const opened = (by: Extract<WorkerEvent, { type: "opened" }>["by"], answer: Answer): void => {
    run += 1;
    pace.forget();
    post({ type: "opened", run, by, ...answer, progress: engine.progress(), ...engine.describe() });
    const other = pair.other();
    if (other !== null) compared(other);
    changed();
  };
  /** The run beside the first is another one now, or gone. */
  const compared = (other: OtherRun | null): void => {
    pace.forget();
    post({ type: "compared", other });
    takeTurn(); // there may be something to make up for
  };

  const edited = (edit: Edit): void => {
    post({ type: "edited", progress: engine.progress(), ...edit });
    changed();
  };

  const rest = (): void => {
    playing = false;
    owed = nothing;
  };
  const stopped = (): void => {
    rest();
    const { stop } = engine.progress();
    if (stop !== null) post({ type: "stopped", stop, validation: engine.validation() });
  };

  // setTimeout waits 4 ms and more between slices; a message to oneself lets waiting commands through and comes at once.
  const turn = new MessageChannel();
  let turnPending = false;
  const takeTurn = (): void => {
    // One chain of turns only, however often Pause and Play follow each other.
    if (turnPending) return;
    turnPending = true;
    turn.port2.postMessage(null);
  };
  /** The share of the gradient check that fits between two commands. */
  const checkSome = (i: number): void => {
    const { part, done } = engine.check(i);
    checking = done ? null : i + 1;
    post({ type: "checked", run, iteration: engine.progress().iteration, first: i === 0, part, done });
    if (!done) takeTurn();
  };
  turn.port1.onmessage = () => {
    turnPending = false;
    if (checking !== null) checkSome(checking);
    if (held) return;
    const begin = performance.now();
    if (pair.behind() > 0) {
      const iterations = pair.catchUp(pace.most());
      pace.took(iterations, performance.now() - begin);
      frames.redraw("all");
      takeTurn();
      return;
    }
    if (owed.count > 0) {
      const { iterations, left, goesOn } = pair.trainOwed(owed, pace.most());
      owed = left;
      if (!goesOn) stopped();
      if (owed.count === 0) post({ type: "trained", training });
      pace.took(iterations, performance.now() - begin);
      changed();
      takeTurn();
      return;
    }
    if (!playing) return;
    const iterations = pace.next(begin);
    if (iterations > 0) {
      const goesOn = pair.train(iterations);
      pace.took(iterations, performance.now() - begin);
      if (!goesOn) stopped();
      changed();
    }
    if (!playing) return;
    if (iterations > 0) {
      takeTurn();
      return;
    }
    frames.postDue();
    setTimeout(takeTurn, 4);
  };

  const handlers: { [Type in Command["type"]]: (command: Extract<Command, { type: Type }>) => void } = {
    open: ({ type, text }) => opened(type, pair.open(text)),
    lend: ({ type, text }) => opened(type, pair.lend(text)),
    giveBack: ({ type }) => {
      pair.giveBack();
      opened(type, { problems: [], restarted: true });
    },
    change: ({ type, text }) => opened(type, pair.change(text)),
    play: () => {
      if (playing) return;
      owed = nothing;
      playing = true;
      pace.start(performance.now());
      takeTurn();
    },
    pause: () => {
      rest();
      changed();
    },
    reset: () => {
      rest();
      pair.reset();
      changed();
    },
    step: ({ unit }) => {
      if (!pair.step(unit)) stopped();
      changed();
      takeTurn(); // of two that both had ended, one may be far behind
    },
    train: (command) => {
      rest();
      ({ owed, training, awaited } = command);
      takeTurn();
    },
    hold: ({ holds }) => {
      held = holds;
      pace.start(performance.now());
      takeTurn();
    },
    speed: ({ iterationsPerSecond }) => pace.setSpeed(iterationsPerSecond),
    set: ({ parameter, value }) => edited(pair.set(parameter, value)),
    freeze: ({ parameter, frozen }) => edited(pair.freeze(parameter, frozen)),
    show: ({ neuron }) => {
      engine.show(neuron);
      frames.redraw("plane");
    },
    plane: (request) => {
      engine.look(request);
      frames.redraw("plane");
    },
    watch: ({ instruments }) => {
      if (pair.watch(instruments)) compared(pair.other());
      frames.redraw("besides");
    },
    check: () => {
      checking = 0;
      takeTurn();
    },
    stopCheck: () => {
      checking = null;
    },
    mark: (command) => {
      mark = command.mark;
      frames.redraw("besides");
    },
    save: () => {
      const { own, kept } = engine.save();
      const buffers = [own, kept].flatMap((saved) => (saved === null ? [] : [saved.state.buffer, saved.history.buffer]));
      post(
        { type: "saved", snapshot: { own, kept, playing, owed, training, awaited, checking: checking !== null, mark } },
        buffers,
      );
    },
    restore: ({ type, snapshot, run: last }) => {
      engine.restore(snapshot);
      ({ owed, training, awaited, mark } = snapshot);
      run = last;
      opened(type, { problems: [], restarted: false });
      if (snapshot.checking) checking = 0;
      if (snapshot.playing) handlers.play({ type: "play" });
      takeTurn();
    },
    frameTaken: () => frames.taken(),
  };

  const catalogue = module.catalogue();
  const samples: Record<string, Float32Array> = {};
  for (const { name } of catalogue.data) {
    const sample = module.sample(name, 120);
    if (sample !== null) samples[name] = sample;
  }
  post({ type: "ready", catalogue, samples, lock: await holdLock() });
  return (command) => (handlers[command.type] as (command: Command) => void)(command);
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
