/** Weights and biases by hand: which is pointed at, which the editor is open for, and what the core says to what was typed. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Command } from "../../protocol";
import { type LayerSizes, type ParameterPlace, parameterAt } from "../views/parameters";

export interface Editing {
  pointed: ReadonlySignal<ParameterPlace | null>;
  chosen: ReadonlySignal<ParameterPlace | null>;
  /** Why the last value was not taken; null if it was. */
  refused: ReadonlySignal<string | null>;
  point(place: ParameterPlace | null): void;
  /** Opens the editor, or closes it. */
  choose(place: ParameterPlace | null): void;
  set(parameter: number, value: number): void;
  freeze(parameter: number, frozen: boolean): void;
}

interface Receiver {
  answered(refused: string | null): void;
  /** The network has these sizes now: what is no longer there is let go. */
  keepWithin(sizes: LayerSizes): void;
}

export function createEditing(send: (command: Command) => void): Editing & Receiver {
  const pointed = signal<ParameterPlace | null>(null);
  const chosen = signal<ParameterPlace | null>(null);
  const refused = signal<string | null>(null);
  const isSame = (a: ParameterPlace | null, b: ParameterPlace | null): boolean =>
    a?.layer === b?.layer && a?.neuron === b?.neuron && a?.from === b?.from;
  return {
    pointed,
    chosen,
    refused,
    point: (place) => {
      if (!isSame(place, pointed.value)) pointed.value = place;
    },
    choose: (place) => {
      refused.value = null;
      if (!isSame(place, chosen.value)) chosen.value = place;
    },
    set: (parameter, value) => send({ type: "set", parameter, value }),
    freeze: (parameter, frozen) => send({ type: "freeze", parameter, frozen }),
    answered: (sentence) => {
      refused.value = sentence;
    },
    keepWithin: (sizes) => {
      for (const place of [pointed, chosen])
        if (place.value !== null && parameterAt(sizes, place.value) === null) place.value = null;
    },
  };
}
