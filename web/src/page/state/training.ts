/** Whether the page trains: Play, or a training of so many iterations or epochs, which ends by itself. */
import { type Signal, signal } from "@preact/signals";
import type { Command, Owed } from "../../protocol";

export interface Training {
  playing: Signal<boolean>;
  /** Nothing trains any more, as far as the page is concerned. */
  rest(): void;
  togglePlay(): void;
  /** `shown` says whether the reader has asked for it: then Play shows that it goes on. */
  perform(owed: Owed, shown: boolean): void;
  /** The training of that number is over. */
  over(number: number): void;
}

export function createTraining(send: (command: Command) => void): Training {
  const playing = signal(false);
  /** That an earlier training is over means nothing any more. */
  let last = 0;
  const rest = (): void => {
    playing.value = false;
    last++;
  };
  return {
    playing,
    rest,
    togglePlay: () => {
      const plays = !playing.value;
      rest();
      playing.value = plays;
      send({ type: plays ? "play" : "pause" });
    },
    perform: (owed, shown) => {
      rest();
      playing.value = shown;
      send({ type: "train", owed, training: last, awaited: !shown });
    },
    over: (number) => {
      if (number === last) playing.value = false;
    },
  };
}
