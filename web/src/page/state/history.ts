/** The recorded costs as columns, the form in which the chart takes them. */
import { recordLength } from "../../protocol";

/** The columns in the order in which a record has them; qualities are accuracies, in regression R². */
const columns = [
  "epoch",
  "training",
  "validation",
  "test",
  "penalty",
  "trainingQuality",
  "validationQuality",
  "testQuality",
] as const;

export type CostHistory = Record<(typeof columns)[number], number[]>;

const eachColumn = (values: (offset: number, name: (typeof columns)[number]) => number[]): CostHistory =>
  Object.fromEntries(columns.map((name, offset) => [name, values(offset, name)])) as CostHistory;

export const emptyHistory = (): CostHistory => eachColumn(() => []);

/** Writes records from number `from` on, in place of all that stood there and after. */
export function withRecords(history: CostHistory, from: number, records: Float64Array): CostHistory {
  if (records.length === 0 && from === history.epoch.length) return history;
  return eachColumn((offset, name) => {
    const next = history[name].slice(0, from);
    for (let i = offset; i < records.length; i += recordLength) next.push(records[i] as number);
    return next;
  });
}
