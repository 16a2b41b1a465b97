/** What the Share dialog offers to hide. */
export const hidable: readonly { label: string; spots: readonly string[] }[] = [
  { label: "Play and steps", spots: ["play", "iteration", "epoch", "epochs", "to-the-end"] },
  { label: "Reset and New seed", spots: ["reset", "new-seed"] },
  { label: "Speed", spots: ["speed"] },
  { label: "Learning rate", spots: ["learning-rate"] },
  { label: "Batch size", spots: ["batch-size"] },
  { label: "Cost", spots: ["cost-choice"] },
  { label: "More", spots: ["more"] },
  { label: "Data sets", spots: ["problem", "gallery", "own-points"] },
  { label: "Points, noise and split", spots: ["points", "noise", "data-seed", "classes", "split"] },
  { label: "Inputs", spots: ["features"] },
  { label: "Layers and neurons", spots: ["layers", "depth"] },
  { label: "Presets", spots: ["presets"] },
  { label: "Activations", spots: ["activations", "output-activation"] },
];
