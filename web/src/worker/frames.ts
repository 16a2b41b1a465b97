/** When the page is given which pictures: knows neither how they are made nor how they are sent. */
import type { Readings, WorkerEvent } from "../protocol";

type FrameEvent = Extract<WorkerEvent, { type: "frame" }>;
type PlaneEvent = Extract<WorkerEvent, { type: "plane" }>;

/** Made when they are asked for. `sharp`: with the large plane in as much detail as was asked for, which takes longer. */
export interface Pictures {
  frame(sharp: boolean): FrameEvent;
  /** null if the page has it already, in that detail. */
  plane(sharp: boolean): PlaneEvent | null;
  /** Whether more of the run is on its way, */
  isTraining(): boolean;
  /** and not for some time yet: the large plane is worth its full detail meanwhile. */
  isSlow(): boolean;
}

/** After so many milliseconds without a change the large plane is computed in full detail, for which there is no time while something moves. */
export const calm = 200;

/** Posts at most one frame or plane for each that the page has taken. */
export class Frames {
  private readonly pictures: Pictures;
  private readonly post: (event: FrameEvent | PlaneEvent) => void;
  private isWanted = true; // the page is ready for one
  private due: "plane" | "frame" | null = null; // what has changed since the last one
  private isCalm = false;
  private calmTimer: ReturnType<typeof setTimeout> | undefined;
  private next = 0; // not before this time while training goes on

  constructor(pictures: Pictures, post: (event: FrameEvent | PlaneEvent) => void) {
    this.pictures = pictures;
    this.post = post;
  }

  /** Of what is on screen all has changed, or the plane alone, or something that is not seen on the plane. */
  redraw(what: "all" | "plane" | "besides"): void {
    if (what === "plane") this.due ??= "plane";
    else this.due = "frame";
    if (what !== "besides") {
      this.isCalm = false;
      this.awaitCalm();
    }
    this.postDue();
  }

  /** The page has taken the last one. */
  taken(): void {
    this.isWanted = true;
    this.postDue();
  }

  /** Posts what is due, unless it has to wait: then whoever trains calls this again. */
  postDue(): void {
    const begin = performance.now();
    if (!this.isWanted || this.due === null) return;
    if (this.pictures.isTraining() && begin < this.next) return;
    const event = this.due === "frame" ? this.pictures.frame(this.isCalm) : this.pictures.plane(this.isCalm);
    this.due = null;
    if (event === null) return;
    this.isWanted = false;
    if (event.type === "frame") {
      if (isUnfinished(event.frame.readings)) this.due = "frame"; // the rest comes with the next
      // Pictures of large networks take long: training gets at least twice as much time.
      this.next = begin + 3 * (performance.now() - begin);
    }
    this.post(event);
  }

  private awaitCalm(): void {
    clearTimeout(this.calmTimer);
    this.calmTimer = setTimeout(() => this.calmDown(), calm);
  }

  private calmDown(): void {
    // A machine that is held up is no rest.
    if (this.pictures.isTraining() && !this.pictures.isSlow()) {
      this.awaitCalm();
      return;
    }
    this.isCalm = true;
    this.due ??= "plane";
    this.postDue();
  }
}

/** Whether a past is still to come. */
const isUnfinished = ({ layersPast, compare }: Readings): boolean =>
  layersPast?.complete === false || (compare !== undefined && isUnfinished(compare.readings));
