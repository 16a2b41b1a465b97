/** How many iterations the next slice of training has, so that the worker stays answerable. */

/** A slice lasts about this long; a click waits at most for one slice and one frame. */
const sliceMilliseconds = 6;

export class Pace {
  private iterationsPerSecond: number | null;
  /** Of the engine, from the last slices; the first slice is one iteration. */
  private measuredPerMillisecond = 0;
  private owed = 0;
  private last = 0;

  constructor(iterationsPerSecond: number | null) {
    this.iterationsPerSecond = iterationsPerSecond;
  }

  setSpeed(iterationsPerSecond: number | null): void {
    this.iterationsPerSecond = iterationsPerSecond;
    this.owed = 0;
  }

  /** The run has changed: how fast the engine is has to be found out anew. */
  forget(): void {
    this.measuredPerMillisecond = 0;
  }

  /** Play was pressed, at time `now` in milliseconds. */
  start(now: number): void {
    this.last = now;
    this.owed = this.iterationsPerSecond === null ? 0 : 1;
  }

  /** The iterations that fill a slice. */
  most(): number {
    return Math.max(1, Math.floor(this.measuredPerMillisecond * sliceMilliseconds));
  }

  /** Iterations to perform now; 0 if it is not time yet. */
  next(now: number): number {
    const most = this.most();
    const passed = now - this.last;
    this.last = now;
    if (this.iterationsPerSecond === null) return most;
    this.owed += (passed / 1000) * this.iterationsPerSecond;
    // What a slow machine cannot keep up with is let go, not saved up.
    const due = Math.min(Math.floor(this.owed), most);
    this.owed = Math.min(this.owed - due, most);
    return due;
  }

  /** Whether the next iteration is so many milliseconds away, at least. */
  isSlow(milliseconds: number): boolean {
    return this.iterationsPerSecond !== null && ((1 - this.owed) / this.iterationsPerSecond) * 1000 >= milliseconds;
  }

  /** A slice of that many iterations took that long. */
  took(iterations: number, milliseconds: number): void {
    const measured = iterations / Math.max(milliseconds, 0.01);
    // At most doubling from slice to slice: a clock too coarse for the first short slices must not make a long one.
    this.measuredPerMillisecond = Math.min(measured, 2 * Math.max(this.measuredPerMillisecond, 1 / sliceMilliseconds));
  }
}
