/**
 * The run, and beside it, while two are compared, another of the same link but for some settings.
 *
 * They train in step: the second is always as far on its way through the epochs as the first. Where both have as many iterations to
 * an epoch, that is the same number of iterations. One that ended by itself rests, and the other goes on; once both have ended, the
 * next training takes up both again.
 */
import type { Answer, BackpropModule, Problem, Progress } from "../../../bindings/backprop";
import type { Edit, Frame, Instruments, OtherRun, Owed } from "../protocol";
import { Engine } from "./engine";
import type { OwnInstruments } from "./instruments";
import { iterationsOf, lessened } from "./owed";

interface Second {
  engine: Engine;
  number: number;
  /** What sets it apart from the first. */
  settings: string;
  problems: Problem[];
}

export class Pair {
  readonly first: Engine;
  private readonly module: BackpropModule;
  private second: Second | null = null;
  private lastNumber = 0;

  constructor(module: BackpropModule) {
    this.module = module;
    this.first = new Engine(module);
  }

  open(text: string): Answer {
    const answer = this.first.open(text);
    this.beginSecond();
    return answer;
  }

  lend(text: string): Answer {
    const answer = this.first.lend(text);
    this.beginSecond();
    return answer;
  }

  giveBack(): void {
    this.first.giveBack();
    this.beginSecond();
  }

  change(text: string): Answer {
    const answer = this.first.change(text);
    this.beginSecond();
    return answer;
  }

  changeTo(link: string): Answer {
    const answer = this.first.changeTo(link);
    this.beginSecond();
    return answer;
  }

  /** By hand only the first is changed: the second is another link's run. */
  set(parameter: number, value: number): Edit {
    return this.first.set(parameter, value);
  }

  freeze(parameter: number, frozen: boolean): Edit {
    return this.first.freeze(parameter, frozen);
  }

  reset(): void {
    this.first.reset();
    this.second?.engine.reset();
  }

  /** Whether another second run has begun, or there is none any more. */
  watch({ compare, ...own }: Instruments): boolean {
    const was = this.second?.number;
    if (compare === undefined) this.endSecond();
    else if (compare.settings !== this.second?.settings) {
      this.endSecond();
      this.second = { engine: new Engine(this.module), number: 0, settings: compare.settings, problems: [] };
      this.beginSecond();
    }
    this.first.watch(own);
    this.second?.engine.watch(secondsOwn(own));
    return this.second?.number !== was;
  }

  other(): OtherRun | null {
    if (this.second === null) return null;
    const { engine, number, problems } = this.second;
    return { number, problems, ...engine.describe() };
  }

  frame(run: number, sharp = false): Frame {
    const frame = this.first.frame(run, sharp);
    if (this.second === null) return frame;
    const { engine, number } = this.second;
    return { ...frame, readings: { ...frame.readings, compare: { number, ...engine.moment() } } };
  }

  /** Whether at least one of the two can go on. `iterations` counts those of the first, or of the second where the first alone has ended. */
  train(iterations: number): boolean {
    if (this.second === null) return this.first.train(iterations);
    const { engine } = this.second;
    if (this.leader() === engine) return engine.train(iterations);
    const secondRests = engine.rests() && !this.first.rests();
    const wasInStep = this.gap() === 0;
    const firstGoesOn = this.first.train(iterations);
    // How long it takes to make up for more than this nobody knows: that is done in slices.
    if (!secondRests) engine.train(wasInStep ? this.gap() : Math.min(this.gap(), iterations));
    return firstGoesOn || !engine.rests();
  }

  /** Trains for what is owed, at most so many iterations, and says for how many, what is left of it, and whether training can go on. */
  trainOwed(owed: Owed, most: number): { iterations: number; left: Owed; goesOn: boolean } {
    // Should it end by itself, what it has done until then is what was done: the other has a count of its own.
    const leader = this.leader();
    const before = leader.progress();
    const iterations = Math.min(iterationsOf(owed, before), most);
    const goesOn = this.train(iterations);
    return { iterations, left: lessened(owed, before, leader.progress()), goesOn };
  }

  step(unit: Owed["unit"]): boolean {
    return this.train(iterationsOf({ unit, count: 1 }, this.progress()));
  }

  /** Of the one whose iterations are counted. */
  progress(): Progress {
    return this.leader().progress();
  }

  /** How many iterations the second has to make up for: it begins anew when the first is already on its way. */
  behind(): number {
    return this.second === null || this.second.engine.rests() ? 0 : this.gap();
  }

  /** Makes up for at most so many, and says for how many. */
  catchUp(most: number): number {
    const iterations = Math.min(this.behind(), most);
    this.second?.engine.train(iterations);
    return iterations;
  }

  /** The one that the other keeps step with. */
  private leader(): Engine {
    return this.second !== null && this.first.rests() && !this.second.engine.rests() ? this.second.engine : this.first;
  }

  private gap(): number {
    return this.second === null ? 0 : iterationsTo(this.first.progress(), this.second.engine.progress());
  }

  private beginSecond(): void {
    if (this.second === null) return;
    const { engine, settings } = this.second;
    engine.open(this.first.describe().link);
    // Before the first iteration a change makes the run that the new link begins.
    const { problems } = engine.change(settings);
    this.second = { ...this.second, number: ++this.lastNumber, problems };
  }

  private endSecond(): void {
    this.second?.engine.delete();
    this.second = null;
  }
}

/** Iterations from one place in training to where, in epochs and their parts, another run is; 0 if it is not ahead. */
function iterationsTo(ahead: Progress, here: Progress): number {
  const done = (progress: Progress): number => progress.iterationsPerEpoch - progress.iterationsToEpochEnd;
  const part = Math.floor((done(ahead) * here.iterationsPerEpoch) / ahead.iterationsPerEpoch);
  return Math.max(0, (ahead.epoch - here.epoch) * here.iterationsPerEpoch + part - done(here));
}

/** Of the second only what both sides show is measured. */
function secondsOwn({ layers, layersPast }: OwnInstruments): OwnInstruments {
  return { ...(layers && { layers }), ...(layersPast && { layersPast }) };
}
