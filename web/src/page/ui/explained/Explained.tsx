import { formulas } from "virtual:catalogue";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { Formula } from "../../mathematics/Formula";
import { choicesOf } from "../choices";
import { fieldFormulas, ofChoice } from "./formulas";
import { SchedulePlot } from "./SchedulePlot";
import { SigmaPlot } from "./SigmaPlot";
import "../../styles/explained.css";

interface ExplainedProps {
  field: keyof Experiment;
  /** The name of what the control has chosen; empty if it is no choice. */
  chosen: string;
  catalogue: Catalogue;
  experiment: Experiment;
}

export function Explained({ field, chosen, catalogue, experiment }: ExplainedProps) {
  const own = fieldFormulas[field];
  const choice = ofChoice[field] ?? field;
  const name = ofChoice[field] === undefined ? chosen : experiment[ofChoice[field]];
  const list = choice === "activations" ? catalogue.activations : choicesOf(catalogue, choice);
  const entry = list.find((each) => each.name === name);
  const formula = formulas[entry?.formula ?? ""];
  return (
    <>
      {own && (
        <p>
          <Formula of={own} />
        </p>
      )}
      {entry && formula && (
        <p>
          <b>{entry.label}</b> <Formula of={formula} />
        </p>
      )}
      {(choice === "activations" || choice === "output") && name !== "softmax" && <SigmaPlot activation={name} />}
      {choice === "schedule" && <SchedulePlot experiment={experiment} />}
    </>
  );
}
