/** The run beside the first, while two are compared. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { OtherRun, PlanePicture, Reading } from "../../protocol";
import { type CostHistory, emptyHistory, withRecords } from "./history";

export interface Comparison {
  other: ReadonlySignal<OtherRun | null>;
  /** Its last reading; null until there is one. */
  moment: ReadonlySignal<Reading["compare"] | null>;
  plane: ReadonlySignal<PlanePicture | null>;
  history: ReadonlySignal<CostHistory>;
}

interface Receiver {
  begin(other: OtherRun | null): void;
  read(reading: Reading["compare"] | undefined): void;
}

export function createComparison(): Comparison & Receiver {
  const other = signal<OtherRun | null>(null);
  const moment = signal<Reading["compare"] | null>(null);
  const plane = signal<PlanePicture | null>(null);
  const history = signal<CostHistory>(emptyHistory());
  return {
    other,
    moment,
    plane,
    history,
    begin: (run) => {
      other.value = run;
      moment.value = null;
      plane.value = null;
      history.value = emptyHistory();
    },
    read: (reading) => {
      // One of an earlier other run may still be on its way.
      if (reading === undefined || reading.number !== other.value?.number) return;
      history.value = withRecords(history.value, reading.history.from, reading.history.records);
      plane.value = reading.plane ?? plane.value;
      moment.value = reading;
    },
  };
}
