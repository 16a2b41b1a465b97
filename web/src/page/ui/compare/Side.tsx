import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Catalogue, Stop } from "../../../../../bindings/backprop";
import { formatCount, formatSentence } from "../../format";
import { parameterCount } from "../../views/parameters";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { answersOf, describeFit, OutputPlane } from "../OutputPlane";
import { Scores, splitScore } from "../Scores";
import { Errors, type SideRun } from "./Errors";

interface SideProps {
  side: "left" | "right";
  title: string;
  catalogue: Catalogue;
  own: SideRun;
  beside: SideRun | null;
  /** What can be done with it. */
  children?: ComponentChildren;
}

/** One of the two networks: its decisions, how good they are, and what becomes of the error on its way back. */
export function Side({ side, title, catalogue, own, beside, children }: SideProps) {
  const { run, moment, plane } = own;
  const { experiment, sizes } = run;
  const isRegression = experiment.classes === 0;
  const fingerprint = useComputed(() => moment.value?.fingerprint ?? "");
  /** As when both have just begun: what differs is not in the weights and biases. */
  const isSame = useComputed(() => fingerprint.value !== "" && fingerprint.value === beside?.moment.value?.fingerprint).value;
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
            const now = answersOf(plane, moment);
            return now?.plane.shown === null ? now : null;
          }}
          describe={() => `What this network answers over the plane. ${describeFit(moment.peek()?.scores, experiment)}`}
        />
        <Ended side={side} moment={moment} />
        <p class="facts">
          <span id={`${side}-progress`}>{progress}</span>
          <code id={`${side}-fingerprint`} data-tip={explanations.fingerprint}>
            {fingerprint}
          </code>
          {/* Its line stays, so that nothing moves with the first step. */}
          <span>{isSame ? "same parameters on both sides" : "\u00a0"}</span>
        </p>
      </div>
      <div class="scores">
        <Scores
          isRegression={isRegression}
          points={run.points}
          prefix={`${side}-`}
          score={(split) => splitScore(moment.value?.scores[split], isRegression)}
        />
      </div>
      <Errors title={title} catalogue={catalogue} own={own} beside={beside} />
    </section>
  );
}

const ends: Record<Stop["reason"], string> = {
  diverged: "Diverged",
  stopEpochs: "Stopped after its epochs",
  targetCost: "Reached its cost",
  patience: "Out of patience",
  gradientBound: "Gradient below its bound",
};

/** Why it does not train at present, over the picture, so that nothing moves. */
function Ended({ side, moment }: Pick<SideProps, "side"> & Pick<SideRun, "moment">) {
  const { frame } = usePlayground();
  const reason = useComputed(() => moment.value?.progress.stop?.reason ?? null).value;
  const sentence = useComputed(() => formatSentence(moment.value?.progress.stop?.sentence ?? "")).value;
  const catchesUp = useComputed(() => {
    const [first, own] = [frame.value?.progress, moment.value?.progress];
    return side === "right" && first?.stop === null && own !== undefined && own.epoch < first.epoch - 1;
  }).value;
  return (
    <div class="ended" role="status">
      {reason !== null && (
        <button type="button" data-tip={sentence} data-tip-on-tap>
          {ends[reason]}
          <span class="visually-hidden">. {sentence}</span>
        </button>
      )}
      {reason === null && catchesUp && <span>Catching up</span>}
    </div>
  );
}
