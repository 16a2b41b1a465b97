/** What there is to train and to check, a slice at a time. Knows neither who asked for it nor when its turn comes. */
import type { GradientCheck } from "../../../bindings/backprop";
import type { Owed, Snapshot } from "../protocol";
import { nothing } from "./owed";
import type { Pace } from "./pace";
import type { Pair } from "./pair";
import type { Next } from "./turns";

/** Who hears of what a slice has done. */
interface Told {
  /** There is something else to see. */
  moved(): void;
  /** The training of that number is done, or stopped. */
  trained(training: number): void;
  /** The run cannot go on. */
  stopped(): void;
  /** Another share of a gradient check, of which it may be the first and the last one. */
  checked(share: { first: boolean; part: GradientCheck; done: boolean }): void;
}

/** What is going on, as another worker can take it up. */
type Underway = Pick<Snapshot, "playing" | "owed" | "training" | "awaited" | "checking">;

export class Work {
  private readonly pair: Pair;
  private readonly pace: Pace;
  private readonly told: Told;
  private playing = false;
  /** Training that was asked for and is not done yet, */
  private owed = nothing;
  /** its number, */
  private training = 0;
  /** and whether marks wait for it. */
  private awaited = false;
  /** Nobody sees the page. */
  private held = false;
  /** Which share of a gradient check comes next. */
  private share: number | null = null;

  constructor(pair: Pair, pace: Pace, told: Told) {
    this.pair = pair;
    this.pace = pace;
    this.told = told;
  }

  play(): void {
    if (this.playing) return;
    this.owed = nothing;
    this.playing = true;
    this.pace.start(performance.now());
  }

  train({ owed, training, awaited }: Pick<Underway, "owed" | "training" | "awaited">): void {
    this.rest();
    this.owed = owed;
    this.training = training;
    this.awaited = awaited;
  }

  step(unit: Owed["unit"]): void {
    if (!this.pair.step(unit)) this.stop();
  }

  rest(): void {
    this.playing = false;
    this.owed = nothing;
  }

  hold(holds: boolean): void {
    this.held = holds;
    this.pace.start(performance.now());
  }

  check(): void {
    this.share = 0;
  }

  stopCheck(): void {
    this.share = null;
  }

  underway(): Underway {
    const { playing, owed, training, awaited, share } = this;
    return { playing, owed, training, awaited, checking: share !== null };
  }

  takeUp(underway: Underway): void {
    this.train(underway);
    if (underway.checking) this.check();
    if (underway.playing) this.play();
  }

  /** Whether marks have to wait. */
  isAwaited(): boolean {
    return this.isBehind() || (this.isOwing() && this.awaited);
  }

  /** Whether more of the run is on its way, */
  isTraining(): boolean {
    return !this.held && (this.playing || this.isOwing() || this.isBehind());
  }

  /** and not for so many milliseconds. */
  isSlow(milliseconds: number): boolean {
    return !this.isOwing() && !this.isBehind() && this.pace.isSlow(milliseconds);
  }

  /** Does a slice; when the next one is to come. */
  slice(): Next {
    if (this.share !== null) this.checkShare(this.share);
    const next = this.held ? null : this.trainSlice();
    return this.share === null ? next : "at once";
  }

  private isOwing(): boolean {
    return this.owed.count > 0;
  }

  private isBehind(): boolean {
    return this.pair.behind() > 0;
  }

  /** What fits between two commands. */
  private checkShare(share: number): void {
    const { part, done } = this.pair.first.check(share);
    this.share = done ? null : share + 1;
    this.told.checked({ first: share === 0, part, done });
  }

  private trainSlice(): Next {
    const begin = performance.now();
    const moved = (iterations: number): Next => {
      this.pace.took(iterations, performance.now() - begin);
      this.told.moved();
      return "at once";
    };
    if (this.isBehind()) return moved(this.pair.catchUp(this.pace.most()));
    if (this.isOwing()) {
      this.stopCheck();
      const { iterations, left, goesOn } = this.pair.trainOwed(this.owed, this.pace.most());
      this.owed = left;
      if (!goesOn) this.stop();
      if (!this.isOwing()) this.told.trained(this.training);
      return moved(iterations);
    }
    if (!this.playing) return null;
    const iterations = this.pace.next(begin);
    if (iterations === 0) return "soon";
    this.stopCheck();
    if (!this.pair.train(iterations)) this.stop();
    return moved(iterations);
  }

  private stop(): void {
    this.rest();
    this.told.stopped();
  }
}
