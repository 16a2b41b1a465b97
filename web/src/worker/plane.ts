/** The large plane: which part of it and whose output is shown, in how much detail, and what of that the page has already. */
import type { MostResolution, Session } from "../../../bindings/backprop";
import { type NeuronPlace, type PlanePicture, type PlaneRequest, planeResolution, usualPlaneRequest } from "../protocol";
import { gridOf } from "./grid";

const mostResolution: MostResolution = 512;
/** Of a plane in more detail than usual: 16 MB, */
const mostValues = 4_000_000;
/** multiplications, which take some 50 ms, */
const mostWork = 400_000_000;
/** and what the page draws in as long. */
const mostDrawnValues = 600_000;

export class Plane {
  private shown: NeuronPlace | null = null;
  private wanted = usualPlaneRequest;
  /** The page has so many values a side of the plane as it is now, none if it has another one. */
  private sent = 0;

  show(neuron: NeuronPlace | null): void {
    if (neuron?.layer !== this.shown?.layer || neuron?.neuron !== this.shown?.neuron) this.sendAnew();
    this.shown = neuron;
  }

  look({ window, resolution }: PlaneRequest): void {
    const { x, y, half } = this.wanted.window;
    if (window.x !== x || window.y !== y || window.half !== half) this.sendAnew();
    this.wanted = { window, resolution };
  }

  /** What the page has is another one now. */
  sendAnew(): void {
    this.sent = 0;
  }

  /**
   * The shown neuron's output over what is in sight; all output neurons' if none is chosen or the chosen one is gone. null if the
   * page has it already in as much detail. `sharp`: in as much as was asked for, which takes longer.
   */
  take(session: Session, sharp: boolean): PlanePicture | null {
    const sizes = Array.from(session.layerSizes());
    const shown = this.shown !== null && this.shown.neuron < (sizes[this.shown.layer] ?? 0) ? this.shown : null;
    const from = shown?.layer ?? sizes.length - 1; // the core works out all neurons of a layer, and of those after it
    const resolution = sharp ? this.mostDetail(session, sizes.slice(from), shown === null) : planeResolution;
    if (resolution <= this.sent) return null;
    this.sent = resolution;
    const { window } = this.wanted;
    const all = gridOf(session, resolution, from, window);
    const cells = resolution * resolution;
    const values = shown === null ? all : all.slice(shown.neuron * cells, (shown.neuron + 1) * cells);
    return { shown, values, window, resolution };
  }

  /**
   * About as many values a side as were asked for, if there is time and memory for them: each of the usual cells cut into 3 x 3
   * or 5 x 5, whose middle one has its value.
   */
  private mostDetail(session: Session, layers: number[], isOutput: boolean): number {
    const pictures = isOutput ? (layers.at(-1) ?? 1) : 1;
    const affordable = Math.min(
      mostResolution ** 2,
      mostValues / layers.reduce((sum, count) => sum + count, 0),
      mostDrawnValues / pictures,
      mostWork / session.parameters().length,
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
