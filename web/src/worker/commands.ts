/** What the worker does at each of the page's commands, and what it answers. */
import type { Answer, BackpropModule } from "../../../bindings/backprop";
import type { Command, Edit, Frame, OtherRun, WorkerEvent } from "../protocol";
import { calm, Frames } from "./frames";
import { Pace } from "./pace";
import { Pair } from "./pair";
import { createTurns } from "./turns";
import { Work } from "./work";

/** What the page gets of it without a copy. */
const buffersOf = ({ parameters, thumbnails, plane, history }: Frame): Transferable[] =>
  [parameters, thumbnails, history.records, ...(plane === null ? [] : [plane.values])].map(({ buffer }) => buffer);

export function createCommands(
  module: BackpropModule,
  post: (event: WorkerEvent, transfer?: Transferable[]) => void,
): (command: Command) => void {
  const pair = new Pair(module);
  const engine = pair.first;
  const pace = new Pace(null);
  let run = 0;
  let mark = 0; // the last one that the page has set
  let reached = 0; // the last one before which everything is done

  const work = new Work(pair, pace, {
    moved: () => frames.redraw("all"),
    trained: (training) => post({ type: "trained", training }),
    stopped: () => {
      const { stop } = engine.progress();
      if (stop !== null) post({ type: "stopped", stop, validation: engine.validation() });
    },
    checked: (share) => post({ type: "checked", run, iteration: engine.progress().iteration, ...share }),
  });
  const frames = new Frames(
    {
      frame: (sharp) => {
        if (!work.isAwaited()) reached = mark;
        return { type: "frame", frame: pair.frame(run, sharp), mark: reached };
      },
      plane: (sharp) => {
        const plane = engine.plane(sharp);
        return plane && { type: "plane", run, plane };
      },
      isTraining: () => work.isTraining(),
      isSlow: () => work.isSlow(calm),
    },
    (event) => post(event, event.type === "frame" ? buffersOf(event.frame) : [event.plane.values.buffer]),
  );
  const takeTurn = createTurns(() => {
    const next = work.slice();
    if (next === "soon") frames.postDue();
    return next;
  });

  /** The parameters may be others now, and so may what is on screen. */
  const changed = (): void => {
    work.stopCheck();
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

  const handlers: { [Type in Command["type"]]: (command: Extract<Command, { type: Type }>) => void } = {
    open: ({ type, text }) => opened(type, pair.open(text)),
    lend: ({ type, text }) => opened(type, pair.lend(text)),
    giveBack: ({ type }) => {
      pair.giveBack();
      opened(type, { problems: [], restarted: true });
    },
    change: ({ text }) => opened("change", pair.change(text)),
    changeTo: ({ link }) => opened("change", pair.changeTo(link)),
    play: () => {
      work.play();
      takeTurn();
    },
    pause: () => {
      work.rest();
      changed();
    },
    reset: () => {
      work.rest();
      pair.reset();
      changed();
    },
    step: ({ unit }) => {
      work.step(unit);
      changed();
      takeTurn(); // of two that both had ended, one may be far behind
    },
    train: (command) => {
      work.train(command);
      takeTurn();
    },
    hold: ({ holds }) => {
      work.hold(holds);
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
      work.check();
      takeTurn();
    },
    stopCheck: () => work.stopCheck(),
    mark: (command) => {
      mark = command.mark;
      frames.redraw("besides");
    },
    save: () => {
      const { own, kept } = engine.save();
      const buffers = [own, kept].flatMap((saved) => (saved === null ? [] : [saved.state.buffer, saved.history.buffer]));
      post({ type: "saved", snapshot: { own, kept, ...work.underway(), mark } }, buffers);
    },
    restore: ({ type, snapshot, run: last }) => {
      engine.restore(snapshot);
      mark = snapshot.mark;
      run = last;
      opened(type, { problems: [], restarted: false });
      work.takeUp(snapshot);
      takeTurn();
    },
    frameTaken: () => frames.taken(),
  };
  return (command) => (handlers[command.type] as (command: Command) => void)(command);
}
