import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { ControlBar } from "./ControlBar";
import { CostPanel } from "./CostPanel";
import { DataPanel } from "./DataPanel";
import { NetworkPanel } from "./NetworkPanel";
import { OutputPanel } from "./OutputPanel";

/** The whole experiment on one screen: data, network, output, cost. */
export function PlayView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  return (
    <>
      <ControlBar catalogue={catalogue} experiment={experiment} />
      <DataPanel catalogue={catalogue} experiment={experiment} />
      <NetworkPanel catalogue={catalogue} experiment={experiment} />
      <OutputPanel catalogue={catalogue} experiment={experiment} />
      <CostPanel key={String(experiment.classes === 0)} experiment={experiment} />
    </>
  );
}
