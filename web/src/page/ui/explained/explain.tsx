/** What stands below a control's sentence in its tooltip: the formula of what it sets, of what is chosen, and their picture. */
import { render } from "preact";
import type { Experiment } from "../../../../../bindings/backprop";
import type { Playground } from "../../state/playground";
import { PlaygroundContext } from "../context";
import { fields as moreFields, spotOf } from "../more-fields";
import { Explained } from "./Explained";

/** By the control's spot. */
const fields: Readonly<Record<string, keyof Experiment>> = {
  "learning-rate": "learningRate",
  "batch-size": "batchSize",
  "cost-choice": "cost",
  activations: "activations",
  "output-activation": "output",
  noise: "noise",
  ...Object.fromEntries(moreFields.map((field) => [spotOf(field), field])),
};

/** Fills the box and returns what empties it; null if there is no more to say of the control. */
export function explain(control: HTMLElement, playground: Playground, box: HTMLElement): (() => void) | null {
  const field = fields[control.dataset.spot ?? ""];
  const catalogue = playground.catalogue.value;
  const experiment = playground.run.value?.experiment;
  if (field === undefined || catalogue === null || experiment === undefined) return null;
  // One of several layers' is told by the control itself.
  const chosen = control.querySelector("select")?.value ?? "";
  render(
    <PlaygroundContext.Provider value={playground}>
      <Explained field={field} chosen={chosen} catalogue={catalogue} experiment={experiment} />
    </PlaygroundContext.Provider>,
    box,
  );
  return () => render(null, box);
}
