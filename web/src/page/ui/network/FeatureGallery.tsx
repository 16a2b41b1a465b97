/** All that a network can be told about a point, by picture; what is chosen is its input. */
import "../../styles/features.css";
import { formulas } from "virtual:catalogue";
import { useComputed, useSignal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { thumbnailResolution } from "../../../protocol";
import { Formula } from "../../mathematics/Formula";
import { featureSpot } from "../../spot-name";
import { heatRange, paintHeat } from "../../views/heat";
import { featureRange } from "../activation-range";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { palette } from "../palette";
import { fieldExplanations } from "../sentences";
import { lastInput, useFeatures } from "./use-features";

export function FeatureGallery({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { run, currentFrame } = usePlayground();
  const features = useFeatures(catalogue, experiment);
  const refusal = useSignal("");
  useInstruments({ features: { of: run.value?.link ?? "" } });
  const pictures = useComputed(() => currentFrame.value?.readings.features?.pictures);
  const half = run.value?.planeHalf ?? catalogue.planeHalf;
  const cells = thumbnailResolution ** 2;
  return (
    <>
      <p>{fieldExplanations.features}</p>
      <div class="feature-tiles">
        {catalogue.features.map(({ name, label, formula }, i) => (
          <label key={name} data-spot={featureSpot(name)}>
            <input
              type="checkbox"
              aria-label={label}
              checked={features.has(name)}
              onChange={(event) => {
                refusal.value = features.isLast(name) ? lastInput : "";
                if (features.isLast(name)) event.currentTarget.checked = true;
                features.toggle(name);
              }}
            />
            <Canvas
              pixels={thumbnailResolution}
              draw={(context) => {
                const values = pictures.value?.subarray(i * cells, (i + 1) * cells);
                if (values === undefined) return;
                paintHeat(
                  context,
                  values,
                  thumbnailResolution,
                  heatRange(values, featureRange(name, half)),
                  palette.value.heat,
                );
              }}
            />
            <Formula of={formulas[formula] ?? label} />
          </label>
        ))}
      </div>
      <p class="refusal" role="status">
        {refusal.value}
      </p>
    </>
  );
}
