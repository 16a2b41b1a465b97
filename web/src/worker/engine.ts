/** A session and what the page sees of it. Knows neither messages nor time. */
import type { Answer, BackpropModule, GradientCheck, Progress, Score, Session } from "../../../bindings/backprop";
import {
  type Edit,
  type Frame,
  type Moment,
  type NeuronPlace,
  type Owed,
  type PlanePicture,
  type PlaneRequest,
  type RunDescription,
  recordLength,
  type SavedRun,
  thumbnailResolution,
} from "../protocol";
import { checkOrder } from "./check-order";
import { gridOf } from "./grid";
import { InstrumentPanel, type OwnInstruments } from "./instruments";
import { iterationsOf } from "./owed";
import { Plane } from "./plane";
import { Records } from "./records";

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
  private instruments: OwnInstruments = {};
  /** The page has so many records. */
  private historySent = 0;
  private readonly largePlane = new Plane();

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
    return this.anew(() => this.session.open(text));
  }

  /** The page drops frames of before, and with them what they brought. */
  private anew(act: () => Answer): Answer {
    this.sendAnew();
    this.panel.begin();
    const answer = act();
    this.run.records.check();
    return answer;
  }

  change(text: string): Answer {
    return this.anew(() => this.session.change(text));
  }

  changeTo(link: string): Answer {
    return this.anew(() => this.session.changeTo(link));
  }

  reset(): void {
    this.panel.begin();
    this.session.reset();
    this.run.records.check();
    this.sendAnew();
  }

  set(parameter: number, value: number): Edit<number> {
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
    this.largePlane.show(neuron);
  }

  look(request: PlaneRequest): void {
    this.largePlane.look(request);
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
    this.largePlane.sendAnew();
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
      sizes: Array.from(this.session.layerSizes()),
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

  plane(sharp: boolean): PlanePicture | null {
    return this.largePlane.take(this.session, sharp);
  }

  /** Frees the memory, after which the engine is of no use. */
  delete(): void {
    this.kept?.session.delete();
    this.session.delete();
  }

  /** `write` gives the sentence that says why it did nothing. The record at the end of an epoch may be another one then. */
  private byHand<What>(parameter: number, { read, write }: { read(): What; write(): string | null }): Edit<What> {
    this.panel.begin();
    this.sendAnew(); // a run about to diverge goes back before the hand is at it
    const from = read();
    const refused = write();
    this.run.records.changedByHand();
    return { parameter, from, to: read(), refused };
  }

  /** The page has nothing of what is to come. */
  private sendAnew(): void {
    this.historySent = 0;
    this.largePlane.sendAnew();
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
}
