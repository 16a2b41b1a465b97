/** A closer look at what the network answers, set by set, and at what its layers hold. */
import { X } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import type { Experiment } from "../../../../../bindings/backprop";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { Confusion } from "./Confusion";
import { LayerHistograms } from "./LayerHistograms";
import { Predictions } from "./Predictions";
import "../../styles/figures.css";

export function Figures({ experiment }: { experiment: Experiment }) {
  const { place, go } = usePlayground();
  const isRegression = experiment.classes === 0;
  const section = useRef<HTMLElement>(null);
  // On a small screen they lie below the curves.
  useEffect(() => section.current?.scrollIntoView({ block: "nearest" }), []);
  const close = (): void => {
    go({ figures: "" });
    document.querySelector<HTMLElement>('[data-spot="figures-button"]')?.focus();
  };
  const shown = place.value.figures === "layers" ? "layers" : "answers";
  const tabs = [
    {
      name: "answers",
      label: isRegression ? "Predictions" : "Confusion",
      tip: isRegression
        ? "Each point's predicted value against its actual one."
        : "How many points of each class are taken for which.",
    },
    { name: "layers", label: "Layers", tip: "Which values activations, weights and gradients take, layer by layer." },
  ] as const;
  return (
    <section
      ref={section}
      class="figures"
      aria-labelledby="figures-title"
      data-spot="figures"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <div class="heading">
        <h2 id="figures-title">A closer look</h2>
        {tabs.map(({ name, label, tip }) => (
          <button
            key={name}
            type="button"
            class="quiet small"
            aria-pressed={shown === name}
            data-tip={tip}
            data-spot={`figures-${name}`}
            onClick={() => go({ figures: name })}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          class="quiet icon-button close"
          aria-label="Close the closer look"
          data-tip="Back to the network (Escape)."
          onClick={close}
        >
          <Icon of={X} size={15} />
        </button>
      </div>
      {shown === "layers" ? (
        <LayerHistograms experiment={experiment} />
      ) : isRegression ? (
        <Predictions />
      ) : (
        <Confusion classes={experiment.classes} />
      )}
    </section>
  );
}
