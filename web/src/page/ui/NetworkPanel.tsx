import { useSignal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import { formatCount } from "../format";
import { withDepth } from "../state/layers";
import { within } from "../state/settings";
import { parameterCount } from "../views/parameters";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { Counter } from "./fields";
import { Drawing } from "./network/Drawing";
import type { Highlight } from "./network/highlight";
import { LayersBox } from "./network/LayersBox";
import { useComposite } from "./network/use-composite";

export function NetworkPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { change, run } = usePlayground();
  const sizes = run.value?.sizes ?? [];
  const isFormulaOpen = useSignal(false);
  const highlight = useSignal<Highlight | null>(null);
  const Composite = useComposite(isFormulaOpen.value);
  const depths = { low: 0, high: catalogue.mostHiddenLayers };
  return (
    <section class="network" data-spot="network" aria-labelledby="network-title">
      <div class="heading">
        <h2 id="network-title">Network</h2>
        <span class="facts">
          {sizes.join(" → ")} · {formatCount(parameterCount(sizes))} parameters
        </span>
        <button
          type="button"
          class="small-button formula-button"
          aria-expanded={isFormulaOpen.value}
          data-spot="formula"
          data-tip={explanations.formula}
          onClick={() => {
            isFormulaOpen.value = !isFormulaOpen.value;
            highlight.value = null;
          }}
        >
          Formula
        </button>
        <div
          class="depth"
          role="group"
          aria-label={fieldLabels.layers}
          data-spot="depth layers"
          data-tip={fieldExplanations.layers}
        >
          <span>{fieldLabels.layers}</span>
          <Counter
            label={fieldLabels.layers}
            of="hidden layer"
            count={experiment.layers.length}
            {...depths}
            tips={{ add: explanations.addLayer, remove: explanations.removeLayer, count: explanations.depth }}
            onChange={(depth) => change(withDepth(() => depth))}
            onStep={(by) => change(withDepth((depth) => within(depth + by, depths)))}
          />
          <LayersBox catalogue={catalogue} layers={experiment.layers} />
        </div>
      </div>
      {Composite && <Composite sizes={sizes} catalogue={catalogue} experiment={experiment} highlight={highlight} />}
      <Drawing sizes={sizes} catalogue={catalogue} experiment={experiment} highlight={highlight} />
    </section>
  );
}
