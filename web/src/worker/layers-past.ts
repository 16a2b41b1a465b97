/** The layers' norms at the milestones of training. What was measured once is kept: milestones only come and go. */
import type { Session } from "../../../bindings/backprop";
import type { LayersPast } from "../protocol";

/** A frame waits no longer than this for the past; the rest comes with the frames after it. */
const milliseconds = 25;

interface Norms {
  errors: number[];
  weightGradients: number[];
}

export class LayersPastReader {
  /** By epoch. Two numbers a layer, of at most as many epochs as there are milestones. */
  private known = new Map<number, Norms>();

  /** Another run begins, or the same goes on under other settings. */
  forget(): void {
    this.known.clear();
  }

  read(session: Session): LayersPast {
    const milestones = Array.from(session.milestones());
    const until = performance.now() + milliseconds;
    const now = new Map<number, Norms>();
    // The latest first: the present is looked at, and of a long past the beginning may follow.
    for (const i of [...milestones.keys()].reverse()) {
      const epoch = milestones[i] as number;
      // One at least, or a slow network would never get any.
      const hasTime = now.size === 0 || performance.now() < until;
      const norms = this.known.get(epoch) ?? (hasTime ? measure(session, i) : null);
      if (norms !== null) now.set(epoch, norms);
    }
    this.known = now;
    const epochs = milestones.filter((epoch) => now.has(epoch));
    const layers = Array.from({ length: session.layerSizes().length - 1 }, (_, l) => l);
    const ofLayers = (of: keyof Norms): Float64Array[] =>
      layers.map((l) => Float64Array.from(epochs, (epoch) => now.get(epoch)?.[of][l] ?? Number.NaN));
    return {
      epochs: Float64Array.from(epochs),
      errorNorms: ofLayers("errors"),
      weightGradientNorms: ofLayers("weightGradients"),
      complete: epochs.length === milestones.length,
    };
  }
}

function measure(session: Session, milestone: number): Norms | null {
  const reports = session.layersAt(milestone);
  return (
    reports && {
      errors: reports.map(({ errorNorm }) => errorNorm),
      weightGradients: reports.map(({ weightGradientNorm }) => weightGradientNorm),
    }
  );
}
