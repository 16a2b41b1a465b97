/** The three sets of points, as their curves are drawn. */
export const splits = [
  { name: "training", label: "Training", dash: [] },
  { name: "validation", label: "Validation", dash: [6, 4] },
  { name: "test", label: "Test", dash: [2, 3] },
] as const;
