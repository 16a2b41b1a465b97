import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Catalogue } from "../../../../../bindings/backprop";
import type { Moment, RunDescription } from "../../../protocol";
import { formatCount } from "../../format";
import { parameterCount } from "../../views/parameters";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { describeFit, OutputPlane } from "../OutputPlane";
import { Scores, splitScore } from "../Scores";
import { LayerErrors } from "./LayerErrors";

interface SideProps {
  side: "left" | "right";
  title: string;
  catalogue: Catalogue;
  run: RunDescription;
  moment: ReadonlySignal<Moment | null>;
  /** What can be done with it. */
  children?: ComponentChildren;
}

/** One of the two networks: its decisions, how good they are, and what becomes of the error on its way back. */
export function Side({ side, title, catalogue, run, moment, children }: SideProps) {
  const { experiment, sizes } = run;
  const isRegression = experiment.classes === 0;
  const fingerprint = useComputed(() => moment.value?.fingerprint ?? "");
  const progress = useComputed(() => {
    const now = moment.value?.progress;
    return now === undefined ? "" : `epoch ${formatCount(now.epoch)}, iteration ${formatCount(now.iteration)}`;
  });
  return (
    <section class={`side ${side}`} aria-labelledby={`${side}-title`} data-spot={`compare-${side}`}>
      <div class="heading">
        <i class="swatch" aria-hidden="true" />
        <h2 id={`${side}-title`}>{title}</h2>
        <span class="facts">
          {sizes.join(" → ")} · {formatCount(parameterCount(sizes))} parameters
        </span>
        {children}
      </div>
      <div class="decisions">
        <OutputPlane
          catalogue={catalogue}
          run={run}
          answers={() => {
            const now = moment.value;
            return now?.shown === null ? now : null;
          }}
          describe={() => `What this network answers over the plane. ${describeFit(moment.peek()?.scores, experiment)}`}
        />
        <Ended side={side} moment={moment} />
        <p class="facts">
          <span id={`${side}-progress`}>{progress}</span>
          <code id={`${side}-fingerprint`} data-tip={explanations.fingerprint}>
            {fingerprint}
          </code>
        </p>
      </div>
      <div class="figures">
        <Scores
          isRegression={isRegression}
          prefix={`${side}-`}
          score={(split) => splitScore(moment.value?.scores[split], isRegression)}
        />
        <LayerErrors sizes={sizes} moment={moment} />
      </div>
    </section>
  );
}

/** Why it does not train at present, over the picture, so that nothing moves. */
function Ended({ side, moment }: Pick<SideProps, "side" | "moment">) {
  const { frame } = usePlayground();
  const sentence = useComputed(() => {
    const now = moment.value?.progress;
    const first = frame.value?.progress;
    if (now === undefined || first === undefined) return "";
    if (now.stop !== null) return now.stop.sentence;
    const isBehind = side === "right" && first.stop === null && now.epoch < first.epoch - 1;
    return isBehind ? "Catching up." : "";
  });
  return (
    <p class="ended" role="status">
      {sentence}
    </p>
  );
}
