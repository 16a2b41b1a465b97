import type { CostHistory } from "../../state/history";
import type { Curves } from "../../views/cost-chart";

/** Training and test cost of the one, then of the other, at every epoch of which one of them has a record; no test costs of a sealed set. */
export function bothCurves(left: CostHistory, right: CostHistory, testVisible: boolean): Curves {
  const epochs = [...new Set([...left.epoch, ...right.epoch])].toSorted((a, b) => a - b);
  return {
    at: epochs,
    values: [left, right].flatMap((history) => {
      const recordAt = new Map(history.epoch.map((epoch, record) => [epoch, record]));
      const spread = (costs: readonly number[]): number[] =>
        epochs.map((epoch) => costs[recordAt.get(epoch) ?? -1] ?? Number.NaN);
      return [spread(history.training), spread(testVisible ? history.test : [])];
    }),
  };
}
