/** A session and what the page sees of it. Knows neither messages nor time. */
import type { Answer, BackpropModule, Session } from "../../../bindings/backprop";
import { type Frame, type NeuronPlace, planeResolution, thumbnailResolution } from "../protocol";

export class Engine {
  private readonly session: Session;
  private shown: NeuronPlace | null = null;
  private historySent = 0;

  constructor(module: BackpropModule) {
    this.session = new module.Session();
  }

  open(text: string): Answer {
    this.historySent = 0;
    return this.session.open(text);
  }

  change(text: string): Answer {
    // The page drops frames of before the change, and with them records: they are sent again.
    this.historySent = 0;
    return this.session.change(text);
  }

  reset(): void {
    this.session.reset();
    this.historySent = 0;
  }

  show(neuron: NeuronPlace | null): void {
    this.shown = neuron;
  }

  /** Whether training can go on. */
  train(iterations: number): boolean {
    return this.session.train(iterations) === iterations;
  }

  step(unit: "iteration" | "epoch"): boolean {
    return this.train(unit === "iteration" ? 1 : this.session.progress().iterationsToEpochEnd);
  }

  describe() {
    return { experiment: this.session.experiment(), link: this.session.link(), points: this.session.points() };
  }

  progress() {
    return this.session.progress();
  }

  frame(run: number): Frame {
    const records = this.session.history(this.historySent);
    const history = { from: this.historySent, records };
    this.historySent += records.length / 4;
    const { shown, plane } = this.plane();
    return {
      run,
      progress: this.session.progress(),
      scores: this.session.scores(),
      fingerprint: this.session.fingerprint(),
      parameters: this.session.parameters(),
      thumbnails: this.session.grid(thumbnailResolution, 0),
      plane,
      shown,
      history,
    };
  }

  /** The shown neuron's output; the output neuron's if none is chosen or the chosen one is gone. */
  private plane(): { shown: NeuronPlace; plane: Float32Array } {
    const sizes = [2, ...this.session.experiment().layers, 1];
    const last = sizes.length - 1;
    const wanted = this.shown;
    const there = wanted !== null && wanted.neuron < (sizes[wanted.layer] ?? 0);
    const shown = there ? wanted : { layer: last, neuron: 0 };
    const cells = planeResolution * planeResolution;
    const all = this.session.grid(planeResolution, shown.layer);
    return { shown, plane: all.slice(shown.neuron * cells, (shown.neuron + 1) * cells) };
  }
}
