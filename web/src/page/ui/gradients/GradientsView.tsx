/** What becomes of the gradient on its way through the layers, and why. */
import { Columns2 } from "lucide";
import { useMemo, useRef } from "preact/hooks";
import type { Catalogue, Experiment, LayerReport } from "../../../../../bindings/backprop";
import type { Frame } from "../../../protocol";
import { ControlBar } from "../ControlBar";
import { casePairs } from "../compare/case-pairs";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { useInstruments } from "../instruments";
import { useKnown } from "../known";
import { ReadyCases } from "../ReadyCases";
import { cases } from "./cases";
import { Explanation } from "./Explanation";
import { Lens, lensInstruments } from "./Lens";
import { layerOf, layerViews } from "./layers";
import { curveReach } from "./SigmaCurve";
import "../../styles/gradients.css";

/** What is on screen until the next frame: after a change, the run of before it for a moment rather than nothing. */
interface Shown {
  frame: Frame;
  experiment: Experiment;
  reports: readonly LayerReport[];
}

export function GradientsView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { currentFrame, frame, run, place, go, lend } = usePlayground();
  const shown = useRef<Shown | null>(null);
  const last = experiment.layers.length + 1;
  const chosen = layerOf(place.value.phase, last);
  useKnown("phase", place.value.phase, `layer.${chosen}` === place.value.phase);
  const activation = experiment.activations[chosen - 1] ?? experiment.output;
  useInstruments({ ...lensInstruments, curve: { activation, low: -curveReach, high: curveReach } });

  const pairs = useMemo(() => casePairs(catalogue), [catalogue]);
  const pair = pairs.find(({ right }) => right.settings === run.value?.link);
  const now = currentFrame.value;
  if (now?.readings.layers?.length === last) shown.current = { frame: now, experiment, reports: now.readings.layers };
  const { current } = shown;
  const view =
    current && layerViews(current.reports, undefined, current.experiment, catalogue).find(({ layer }) => layer === chosen);
  return (
    <>
      <ControlBar catalogue={catalogue} experiment={experiment} />
      <div class="gradients">
        {current === null ? (
          // Its room, while the first numbers are on their way.
          <section class="lens" aria-hidden="true" />
        ) : (
          <Lens
            title="Gradients by layer"
            readings={current.frame.readings}
            progress={current.frame.progress}
            catalogue={catalogue}
            experiment={current.experiment}
            chosen={chosen}
            choose={(layer) => go({ phase: `layer.${layer}` })}
          />
        )}
        <div class="beside">
          <ReadyCases
            cases={cases}
            about="on the circle"
            invitation="Each begins a run anew: look at the chain at its start, then press Play and watch which layers learn."
            link={run.value?.link ?? ""}
            epoch={frame.value?.progress.epoch ?? 0}
            scores={frame.value?.scores}
            open={({ settings }) => lend(settings)}
          >
            {pair && (
              <button
                type="button"
                class="quiet beside-it"
                data-tip="Both networks beside each other, trained in step from the start."
                onClick={() => lend(pair.left.settings, { view: "compare", other: pair.other })}
              >
                Beside “{pair.left.label}” <Icon of={Columns2} size={14} />
              </button>
            )}
          </ReadyCases>
          {current && view && <Explanation reports={current.reports} chosen={view} curve={current.frame.readings.curve} />}
        </div>
      </div>
    </>
  );
}
