import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { ControlBar, Hyperparameters } from "./ControlBar";
import { CostPanel } from "./CostPanel";
import { usePlayground } from "./context";
import { DataPanel } from "./DataPanel";
import { inOneColumn, onPhone } from "./in-one-column";
import { NetworkPanel } from "./NetworkPanel";
import { OutputPanel } from "./OutputPanel";
import { useOneByOne } from "./one-by-one";
import { usePart } from "./use-part";
import { usePlace } from "./use-place";

/** The whole experiment on one screen: data, network, output, cost. */
export function PlayView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { place } = usePlayground();
  const watch = usePlace(place, "watch");
  const figures = usePlace(place, "figures");
  const PresetNote = usePart(watch !== "", async () => (await import("./presets/PresetNote")).PresetNote);
  const Figures = usePart(figures !== "", async () => (await import("./figures/Figures")).Figures);
  // In the order of the narrow page, where each moves what is below it.
  const panels = useOneByOne(5);
  const output = panels > 1 && <OutputPanel key="output" catalogue={catalogue} experiment={experiment} />;
  const cost = panels > 2 && <CostPanel key={`cost ${experiment.classes === 0}`} experiment={experiment} />;
  const closer = figures !== "" && Figures && <Figures key="closer" experiment={experiment} />;
  const network = panels > 3 && <NetworkPanel key="network" catalogue={catalogue} experiment={experiment} />;
  const settings = onPhone.value && <Hyperparameters key="settings" catalogue={catalogue} experiment={experiment} />;
  const AtHand = usePart(inOneColumn.value && panels > 4, async () => (await import("./output/AtHand")).AtHand);
  const atHand = AtHand && <AtHand key="at-hand" catalogue={catalogue} experiment={experiment} />;
  const data = panels > 4 && <DataPanel key="data" catalogue={catalogue} experiment={experiment} />;
  // For keyboards and screen readers, too, in the order in which they are seen.
  return (
    <>
      <ControlBar catalogue={catalogue} experiment={experiment} />
      {PresetNote && <PresetNote />}
      {inOneColumn.value ? [output, cost, closer, network, settings, data, atHand] : [data, network, output, cost, closer]}
    </>
  );
}
