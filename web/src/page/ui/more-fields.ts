/** The settings that have no place of their own on the page. */
import type { Experiment } from "../../../../bindings/backprop";
import { spotName } from "../spot-name.ts";

export type FieldName = keyof Experiment;

/** Groups of fields, in the order in which a reader meets them. */
export const groups: readonly { title: string; fields: readonly FieldName[] }[] = [
  { title: "Data", fields: ["labelNoise"] },
  { title: "Beginning", fields: ["initializer", "biasInitializer", "seed"] },
  {
    title: "Optimiser",
    fields: ["optimizer", "momentum", "smoothing", "beta1", "beta2", "weightDecay", "clipNorm"],
  },
  { title: "Learning rate", fields: ["schedule", "scheduleFactor", "scheduleEpochs"] },
  { title: "Regularisation", fields: ["l1", "l2", "dropout"] },
  { title: "Stopping", fields: ["stopEpochs", "targetCost", "patience", "restoreBest", "gradientBound"] },
];

/** Where lessons may point at a field: "weight-decay". */
export const spotOf: (name: FieldName) => string = spotName;

/** The button that opens them stands for all of them: a field itself is on screen only when they are open. */
export const moreSpots = ["more", ...groups.flatMap(({ fields }) => fields.map(spotOf))].join(" ");
