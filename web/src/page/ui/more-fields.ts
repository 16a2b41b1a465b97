/** The settings that have no place of their own on the page. */
import type { Experiment } from "../../../../bindings/backprop";
import { spotName } from "../spot-name.ts";

export type FieldName = keyof Experiment;

interface Group {
  title: string;
  fields: readonly FieldName[];
}

/**
 * Groups of fields, in columns. Fields that come and go with another's choice stand at the end of a column: nothing moves with them.
 */
export const columns: readonly (readonly Group[])[] = [
  [
    { title: "Data", fields: ["labelNoise"] },
    { title: "Beginning", fields: ["initializer", "biasInitializer", "seed"] },
    { title: "Learning rate", fields: ["schedule", "scheduleFactor", "scheduleEpochs"] },
  ],
  [
    { title: "Regularisation", fields: ["l1", "l2", "dropout"] },
    { title: "Optimiser", fields: ["clipNorm", "optimizer", "momentum", "smoothing", "beta1", "beta2", "weightDecay"] },
  ],
  [{ title: "Stopping", fields: ["stopEpochs", "targetCost", "gradientBound", "patience", "restoreBest"] }],
];

export const fields: readonly FieldName[] = columns.flat().flatMap((group) => group.fields);

/** Where lessons may point at a field: "weight-decay". */
export const spotOf: (name: FieldName) => string = spotName;

/** The button that opens them stands for all of them: a field itself is on screen only when they are open. */
export const moreSpots = ["more", ...fields.map(spotOf)].join(" ");
