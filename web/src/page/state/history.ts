/** The recorded costs as columns, the form in which the chart takes them. */
export interface CostHistory {
  epoch: number[];
  training: number[];
  validation: number[];
  test: number[];
}

export const emptyHistory = (): CostHistory => ({ epoch: [], training: [], validation: [], test: [] });

/** Puts records (epoch, training, validation and test cost, one after another) from number `from` on; later ones are replaced. */
export function withRecords(history: CostHistory, from: number, records: Float64Array): CostHistory {
  if (records.length === 0 && from === history.epoch.length) return history;
  const column = (old: number[], offset: number): number[] => {
    const next = old.slice(0, from);
    for (let i = offset; i < records.length; i += 4) next.push(records[i] as number);
    return next;
  };
  return {
    epoch: column(history.epoch, 0),
    training: column(history.training, 1),
    validation: column(history.validation, 2),
    test: column(history.test, 3),
  };
}
