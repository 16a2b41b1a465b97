/** The slider that carries the plane through the network, with a tick for each stage, and the button that does it by itself. */
import { useComputed } from "@preact/signals";
import { Pause, Play } from "lucide";
import type { FoldingStage } from "../../../../../bindings/backprop";
import { Icon } from "../Icon";
import { symbolOf, tickOf } from "./stages";
import type { Travel } from "./travel";

/** Between two stages the slider has so many places. */
const placesEach = 20;

/** The thumb, 16 pixels wide, stands over the middle of the first and of the last tick where the slider ends. */
const fromFirstToLast = (ticks: number) => ({
  marginLeft: `calc(${50 / ticks}% - 8px)`,
  width: `calc(${100 - 100 / ticks}% + 16px)`,
});

const nameOf = (stage: FoldingStage): string =>
  stage.step === "plane" ? "x, the plane" : `${tickOf(stage)}, to ${symbolOf(stage)}`;

export function FoldBar({ stages, travel }: { stages: readonly FoldingStage[]; travel: Travel }) {
  const { at, playing } = travel;
  const nearest = useComputed(() => Math.round(at.value)).value;
  const here = stages[nearest];
  const between = !Number.isInteger(at.value);
  const last = stages.length - 1;
  return (
    <section class="fold-bar" aria-label="The way through the network">
      <button
        type="button"
        class="quiet carry"
        data-spot="fold-play"
        data-space
        aria-pressed={playing.value}
        data-tip="Carries the plane through the whole network, stage after stage (space bar; the arrow keys go stage by stage)."
        onClick={travel.togglePlay}
      >
        <Icon of={playing.value ? Pause : Play} size={14} /> {playing.value ? "Pause" : "Carry through"}
      </button>
      <div class="fold-way" data-spot="fold-slider">
        <input
          type="range"
          aria-label="How far through the network"
          data-tip="How far the plane has come: drag it through the layers and back."
          style={fromFirstToLast(stages.length)}
          min={0}
          max={last}
          step={1 / placesEach}
          value={at.value}
          aria-valuetext={here && `${between ? "near " : ""}${symbolOf(here)}`}
          onInput={(event) => travel.put(event.currentTarget.valueAsNumber)}
        />
        <ol class={stages.length > 18 ? "crowded" : undefined}>
          {stages.map((stage, index) => (
            <li key={`${stage.layer} ${stage.step}`} class={stage.step === "weights" ? "layer-begins" : undefined}>
              <button
                type="button"
                aria-label={nameOf(stage)}
                aria-current={index === nearest ? "step" : undefined}
                data-tip={
                  stage.step === "turned"
                    ? "The same numbers, turned so that one looks along the last layer's cut."
                    : `To ${symbolOf(stage)}.`
                }
                onClick={() => travel.go(index)}
              >
                {tickOf(stage)}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
