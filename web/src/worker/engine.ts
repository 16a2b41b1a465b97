/** A session and what the page sees of it. Knows neither messages nor time. */
import type {
  Answer,
  BackpropModule,
  GradientCheck,
  MostResolution,
  Progress,
  Score,
  Session,
} from "../../../bindings/backprop";
import {
  type Edit,
  type Frame,
  type Moment,
  type NeuronPlace,
  type Owed,
  type PlanePicture,
  type PlaneRequest,
  planeResolution,
  type RunDescription,
  recordLength,
  type SavedRun,
  thumbnailResolution,
  usualPlaneRequest,
} from "../protocol";
import { checkOrder } from "./check-order";
import { gridOf } from "./grid";
import { InstrumentPanel, type OwnInstruments } from "./instruments";
import { iterationsOf } from "./owed";
import { Records } from "./records";

const mostResolution: MostResolution = 512;
/** Of a plane in more detail than usual: 16 MB, */
const mostPlaneValues = 4_000_000;
/** multiplications, which take some 50 ms, */
const mostPlaneWork = 400_000_000;
/** and what the page draws in as long. */
const mostDrawnValues = 600_000;

/** A run with what was measured of it. */
interface Run {
  session: Session;
  records: Records;
  panel: InstrumentPanel;
}

const saved = ({ session, records }: Run): SavedRun => ({ state: session.save(), history: records.from(0) });

export class Engine {
  private readonly module: BackpropModule;
  private run: Run;
  /** The reader's own run while another one is lent. */
  private kept: Run | null = null;
  private shown: NeuronPlace | null = null;
  private wanted = usualPlaneRequest;
  private instruments: OwnInstruments = {};
  /** What the page has: so many records, */
  private historySent = 0;
  /** and of the plane as it is now so many values a side, none if it was another one. */
  private planeSent = 0;

  constructor(module: BackpropModule) {
    this.module = module;
    this.run = this.newRun();
  }

  open(text: string): Answer {
    this.kept?.session.delete();
    this.kept = null;
    return this.begin(text);
  }

  /** Begins another run and keeps the present one, with its whole past. Of runs that are lent one after the other none is kept. */
  lend(text: string): Answer {
    if (this.kept === null) {
      this.kept = this.run;
      this.run = this.newRun();
    }
    return this.begin(text);
  }

  /** Goes on with the run that was kept, if there is one. */
  giveBack(): void {
    this.sendAnew();
    if (this.kept === null) return;
    this.run.session.delete();
    this.run = this.kept;
    this.kept = null;
  }

  /** The present run, and the one that is kept. */
  save(): { own: SavedRun; kept: SavedRun | null } {
    return { own: saved(this.run), kept: this.kept && saved(this.kept) };
  }

  /** Of an engine that has done nothing yet. */
  restore({ own, kept }: { own: SavedRun; kept: SavedRun | null }): void {
    if (kept !== null) this.kept = this.restored(kept);
    this.session.delete();
    this.run = this.restored(own);
    this.sendAnew();
  }

  private begin(text: string): Answer {
    this.sendAnew();
    this.panel.begin();
    const answer = this.session.open(text);
    this.run.records.check();
    return answer;
  }

  change(text: string): Answer {
    // The page drops frames of before the change, and with them what they brought.
    this.sendAnew();
    this.panel.begin();
    const answer = this.session.change(text);
    this.run.records.check();
    return answer;
  }

  reset(): void {
    this.panel.begin();
    this.session.reset();
    this.run.records.check();
    this.sendAnew();
  }

  set(parameter: number, value: number): Edit<number> {
    this.planeSent = 0;
    return this.byHand(parameter, {
      read: () => this.session.parameters()[parameter] ?? Number.NaN,
      write: () => this.session.setParameter(parameter, value),
    });
  }

  freeze(parameter: number, frozen: boolean): Edit<boolean> {
    return this.byHand(parameter, {
      read: () => this.session.frozen().includes(parameter),
      write: () => {
        this.session.freeze(parameter, frozen);
        return null;
      },
    });
  }

  show(neuron: NeuronPlace | null): void {
    this.shown = neuron;
    this.planeSent = 0;
  }

  look({ window, resolution }: PlaneRequest): void {
    this.wanted = { window, resolution };
    this.planeSent = 0;
  }

  watch(instruments: OwnInstruments): void {
    this.instruments = instruments;
  }

  /** The i-th share, from 0, of the gradient check: as many parameters as are checked in a moment; whether it was the last. */
  check(i: number): { part: GradientCheck; done: boolean } {
    const count = this.session.parameters().length;
    const examples = this.session.points().length / 4; // or fewer: each parameter takes some passes over the training set
    const length = Math.ceil(1_000_000 / (count * examples));
    const { stretches, startOf } = checkOrder(count, length);
    return { part: this.session.gradientCheck(startOf(i), length), done: i + 1 === stretches };
  }

  /** Whether training can go on. */
  train(iterations: number): boolean {
    this.panel.forget();
    this.planeSent = 0;
    // A rule may end the run with the very last of them.
    return this.session.train(iterations) === iterations && !this.rests();
  }

  step(unit: Owed["unit"]): boolean {
    return this.train(iterationsOf({ unit, count: 1 }, this.progress()));
  }

  describe(): RunDescription {
    return {
      experiment: this.session.experiment(),
      link: this.session.link(),
      points: this.session.points(),
      planeHalf: this.session.planeHalf(),
      sizes: this.sizes(),
    };
  }

  progress(): Progress {
    return this.session.progress();
  }

  validation(): Score {
    return this.session.scores().validation;
  }

  /** Whether the run has ended by itself. */
  rests(): boolean {
    return this.session.progress().stop !== null;
  }

  /** `sharp`: with the large plane in as much detail as was asked for, which takes longer. */
  frame(run: number, sharp = false): Frame {
    return {
      run,
      parameters: this.session.parameters(),
      frozen: this.session.frozen(),
      thumbnails: gridOf(this.session, thumbnailResolution, 0),
      ...this.moment(sharp),
    };
  }

  moment(sharp = false): Moment {
    const records = this.run.records.from(this.historySent);
    const history = { from: this.historySent, records };
    this.historySent += records.length / recordLength;
    return {
      progress: this.session.progress(),
      scores: this.session.scores(),
      fingerprint: this.session.fingerprint(),
      plane: this.plane(sharp),
      history,
      readings: this.panel.read(this.instruments),
    };
  }

  /**
   * The shown neuron's output over what is in sight; all output neurons' if none is chosen or the chosen one is gone. null if the
   * page has it already in as much detail.
   */
  plane(sharp: boolean): PlanePicture | null {
    const { shown, from } = this.seen();
    const resolution = sharp ? this.mostDetail() : planeResolution;
    if (resolution <= this.planeSent) return null;
    this.planeSent = resolution;
    const { window } = this.wanted;
    const all = gridOf(this.session, resolution, from, window);
    const cells = resolution * resolution;
    const values = shown === null ? all : all.slice(shown.neuron * cells, (shown.neuron + 1) * cells);
    return { shown, values, window, resolution };
  }

  /** Frees the memory, after which the engine is of no use. */
  delete(): void {
    this.kept?.session.delete();
    this.session.delete();
  }

  /** `write` gives the sentence that says why it did nothing. The record at the end of an epoch may be another one then. */
  private byHand<What>(parameter: number, { read, write }: { read(): What; write(): string | null }): Edit<What> {
    this.panel.begin();
    this.historySent = 0;
    const from = read();
    const refused = write();
    this.run.records.changedByHand();
    return { parameter, from, to: read(), refused };
  }

  /** The page has nothing of what is to come. */
  private sendAnew(): void {
    this.historySent = 0;
    this.planeSent = 0;
  }

  private get session(): Session {
    return this.run.session;
  }

  private get panel(): InstrumentPanel {
    return this.run.panel;
  }

  private newRun(): Run {
    const session = new this.module.Session();
    return { session, records: new Records(session), panel: new InstrumentPanel(this.module, session) };
  }

  private restored({ state, history }: SavedRun): Run {
    const run = this.newRun();
    if (!run.session.restore(state)) throw new Error("The saved run cannot be read.");
    run.records.goOnFrom(history);
    return run;
  }

  private sizes(): number[] {
    return Array.from(this.session.layerSizes());
  }

  /** The neuron that the plane shows, null for the output, and the layer from which on the core works out all neurons. */
  private seen(): { shown: NeuronPlace | null; from: number } {
    const sizes = this.session.layerSizes();
    const isThere = this.shown !== null && this.shown.neuron < (sizes[this.shown.layer] ?? 0);
    const shown = isThere ? this.shown : null;
    return { shown, from: shown?.layer ?? sizes.length - 1 };
  }

  /**
   * About as many values a side as were asked for, if there is time and memory for them: each of the usual cells cut into 3 x 3
   * or 5 x 5, whose middle one has its value.
   */
  private mostDetail(): number {
    const { shown, from } = this.seen();
    const neurons = this.sizes().slice(from);
    const pictures = shown === null ? (neurons.at(-1) ?? 1) : 1;
    const affordable = Math.min(
      mostResolution ** 2,
      mostPlaneValues / neurons.reduce((sum, count) => sum + count, 0),
      mostDrawnValues / pictures,
      mostPlaneWork / this.session.parameters().length,
    );
    const cuts = Math.min(
      largestOdd(Math.sqrt(affordable) / planeResolution),
      nearestOdd(this.wanted.resolution / planeResolution),
    );
    return planeResolution * Math.max(1, cuts);
  }
}

const largestOdd = (most: number): number => 2 * Math.floor((most - 1) / 2) + 1;
/** What the screen shows is enlarged or made smaller as little as cuts allow. */
const nearestOdd = (wanted: number): number => largestOdd(wanted + 1);
