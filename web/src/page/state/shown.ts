/** The neuron that the large plane shows: the one pointed at, else the pinned one, else the output. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Command, NeuronPlace } from "../../protocol";
import type { LayerSizes } from "../views/parameters";

export interface Shown {
  pinned: ReadonlySignal<NeuronPlace | null>;
  /** Of the drawing; the output's own, too, which the plane shows anyway. */
  pointed: ReadonlySignal<NeuronPlace | null>;
  /** For as long as something is pointed at; null afterwards. */
  show(neuron: NeuronPlace | null): void;
  /** Keeps it there, or, if it is there already, lets it go. */
  togglePin(neuron: NeuronPlace): void;
  /** Keeps this one, or none, in place of what was kept. */
  pin(neuron: NeuronPlace | null): void;
  /** The drawing is gone, and with it what it showed; what is pinned comes back with `show(null)`. */
  rest(): void;
}

interface Receiver {
  /** The network has these sizes now: a pinned neuron that is no longer there is let go. */
  keepWithin(sizes: LayerSizes): void;
}

export function createShown(send: (command: Command) => void): Shown & Receiver {
  const pinned = signal<NeuronPlace | null>(null);
  let present: LayerSizes = [];
  /** A lone output neuron's picture is the output itself, with its boundary. */
  const isWhole = (place: NeuronPlace | null): boolean => place?.layer === present.length - 1 && present.at(-1) === 1;
  const pointed = signal<NeuronPlace | null>(null);
  const show = (place: NeuronPlace | null): void => {
    pointed.value = place;
    const neuron = place ?? pinned.value;
    send({ type: "show", neuron: isWhole(neuron) ? null : neuron });
  };
  const pin = (neuron: NeuronPlace | null): void => {
    if (neuron === null ? pinned.value === null : isSameNeuron(pinned.value, neuron)) return;
    pinned.value = neuron;
    show(pointed.value);
  };
  return {
    pinned,
    pointed,
    show,
    pin,
    togglePin: (neuron) => {
      pinned.value = isSameNeuron(pinned.value, neuron) ? null : neuron;
      show(neuron);
    },
    rest: () => send({ type: "show", neuron: null }),
    keepWithin: (sizes) => {
      present = sizes;
      const place = pinned.value;
      if (place === null) return;
      if (place.neuron >= (sizes[place.layer] ?? 0)) pinned.value = null;
      // One that was pinned before its network was back has not been shown yet.
      show(pointed.value);
    },
  };
}

export const isSameNeuron = (a: NeuronPlace | null, b: NeuronPlace): boolean => a?.layer === b.layer && a.neuron === b.neuron;
