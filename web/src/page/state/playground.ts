/** The page's state and what can be done to it. */
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import type { Frame, Instruments, Owed, PlanePicture, RunDescription } from "../../protocol";
import type { LinkEvent } from "../link-event";
import type { Changes } from "./changes";
import type { Check } from "./check";
import type { Comparison } from "./comparison";
import type { CurveChoice } from "./curve-choice";
import type { Editing } from "./editing";
import type { WhileHidden } from "./hidden";
import type { CostHistory } from "./history";
import type { Kept } from "./kept";
import type { Notice } from "./notice";
import type { OwnState } from "./own";
import type { Place, View } from "./place";
import type { Seal } from "./seal";
import type { Settings } from "./settings";
import type { Shown } from "./shown";
import type { PlaneSight } from "./sight";
import type { Timeline } from "./timeline";

export interface Run extends RunDescription {
  number: number;
  by: Extract<LinkEvent, { type: "opened" }>["by"];
}

/** What a link or a lesson wants the page to be like. */
export interface Arrangement {
  /** Settings of a new experiment, and changes to it or to the present one. */
  open?: string;
  change?: string;
  /** The link to whose settings the present run is to be changed. */
  changeTo?: string;
  /** Iterations. */
  train?: number;
  /** Whether the experiment is for a while, and the reader's own run comes back as it was left. */
  lent?: boolean;
  setFor?: Purpose;
  /** Of Play; as it is where nothing is said. */
  speed?: number | null;
  place: Partial<Place>;
}

/** How the reader left a place that Back, Forward or a reload leads to: with settings of their own, or as it was arranged. A link is new. */
export type Visit = "own" | "as arranged" | "link";

/** What the address has led to last. */
export interface Arrival {
  lesson: string;
  visit: Visit;
  /** Whether the run that was arranged there had to be begun anew; else it is the reader's own work, which is not to be set up again. */
  anew: boolean;
}

/**
 * What the run on screen, or on its way there, was set up for: an experiment of a lesson, such as "bp1/5"; a trial, as presets, cases to
 * look at and networks to try something on are; else it is the reader's own, which was kept meanwhile or not.
 */
export type Purpose = `${string}/${number}` | typeof forTrial | typeof givenBack | "";
export const forTrial = "trial";
export const givenBack = "given back";

export interface Playground {
  catalogue: ReadonlySignal<Catalogue | null>;
  samples: ReadonlySignal<Record<string, Float32Array>>;
  run: ReadonlySignal<Run | null>;
  /** The link of the run on screen, or of what is on its way there. */
  heading: ReadonlySignal<string | null>;
  /** The name of that run among all that were begun; it keeps it while its settings change. */
  identity: ReadonlySignal<string>;
  /** Whether nobody knows yet which settings there will be: another run is on its way, or a change. */
  isUncertain(): boolean;
  /** Where in the page the reader is, or will be once the run on its way is there. */
  destination: ReadonlySignal<Place>;
  /** The last frame, which may be of before the latest change. */
  frame: ReadonlySignal<Frame | null>;
  /** The last frame if it is of the present run: what pictures are drawn from. */
  currentFrame: ReadonlySignal<Frame | null>;
  /** What the large plane shows: of the last frame that brought one, or a later look at it. */
  plane: ReadonlySignal<PlanePicture | null>;
  history: ReadonlySignal<CostHistory>;
  /** When in the run which settings were changed, or weights by hand. */
  timeline: ReadonlySignal<Timeline>;
  /** What the curves show. */
  curveChoice: Signal<CurveChoice>;
  playing: ReadonlySignal<boolean>;
  speed: ReadonlySignal<number | null>;
  notice: ReadonlySignal<Notice | null>;
  /**
   * Whether settings were changed after training had begun, or weights by hand: then the link, which starts from the beginning, gives
   * another run.
   */
  altered: ReadonlySignal<boolean>;
  /** Where in the page the reader is. */
  place: ReadonlySignal<Place>;
  /** The gradient check of the present parameters, as far as it has come; null if none was asked for. */
  check: ReadonlySignal<Check | null>;
  /** Whether that check is done and backpropagation agrees with the difference quotients. */
  proved: ReadonlySignal<boolean>;
  /** What was last pointed at under the microscope: a symbol's name, "neuron 2.3", "weight 2.3.1" or "path". */
  pointed: ReadonlySignal<string>;
  /** Which part of the plane is in sight. */
  sight: PlaneSight;
  /** Of the view that compares two networks. */
  comparison: Comparison;
  /** Of weights and biases by hand. */
  editing: Editing;
  /** The neuron that the large plane shows. */
  shown: Shown;
  /** Of settings, since the step of a lesson began. */
  changes: Changes;
  /** The reader's own points. */
  own: OwnState;
  /** The batch size that was chosen, while there are too few points for it; else null. */
  postponedBatchSize: ReadonlySignal<number | null>;
  /** On the test set. */
  seal: Seal;
  /** Whether training goes on in a tab that nobody sees. */
  whileHidden: WhileHidden;
  /** Whether the last move was an arrangement, not the reader's: none to go back over. */
  arranged: ReadonlySignal<boolean>;
  /** Whether what was arranged last is not on screen yet. */
  arranging: ReadonlySignal<boolean>;
  /** Whether the settings are those that were arranged last; the reader may have moved on in the page. */
  asArranged: ReadonlySignal<boolean>;
  /** null since the reader has gone on to another step of a lesson. */
  arrival: ReadonlySignal<Arrival | null>;
  setFor: ReadonlySignal<Purpose>;

  /** null unless another run is lent. */
  kept: ReadonlySignal<Kept | null>;

  /** Makes the page like that at once; `visit` if the address leads there. */
  arrange(to: Arrangement, visit?: Visit): void;
  /** Begins another run; the place is left for another one when it is there, so that both are one step for the Back button. */
  open(text: string, to?: Partial<Place>): void;
  /** Begins another run for a while, such as a preset; the reader's own comes back as it was left. */
  lend(text: string, to?: Partial<Place>, setFor?: Purpose): void;
  giveBack(): void;
  /** The run on screen, which the address has brought, is one that was set up for this. */
  claim(setFor: Purpose): void;
  /** To these settings, or to those that follow from the ones that there are once everything before is done: quick steps add up. */
  change(settings: Settings | ((now: Experiment) => Settings)): void;
  togglePlay(): void;
  /** Trains as fast as it goes for so many epochs, or, without a number, until a stop rule ends it; `rules` are set before. */
  trainOn(epochs: number | null, rules?: Settings): void;
  step(unit: Owed["unit"]): void;
  reset(): void;
  setSpeed(iterationsPerSecond: number | null): void;
  go(place: Partial<Place>): void;
  /** Where going to that view leads. */
  entering(view: View): Place;
  /** Puts instruments on screen; what it returns takes them away. */
  watch(instruments: Instruments): () => void;
  checkGradient(): void;
  stopChecking(): void;
  point(at: string): void;
  /** Tells the reader so, besides what there is to tell. */
  warn(sentence: string): void;
  dismiss(): void;
  /** What a part of the page is made of, which is loaded now; says so where it does not come. */
  load<Part>(part: Promise<Part>): Promise<Part | null>;
  receive(event: LinkEvent): void;
}
