/** The plane where the slider has brought it. */
import { useMemo } from "preact/hooks";
import type { Catalogue, FoldingStage } from "../../../../../bindings/backprop";
import type { Reading, RunDescription } from "../../../protocol";
import { formatShare, formatWeight } from "../../format";
import { shownPoints } from "../../state/points";
import { cellColours, drawFolding, type FoldedStage } from "../../views/folding";
import { labelKind } from "../../views/labels";
import { outputEntry } from "../activation-range";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { Glossed } from "../glossed/Glossed";
import { palette } from "../palette";
import { seenShare, symbolOf, widthOf } from "./stages";
import type { Travel } from "./travel";

interface FoldPlaneProps {
  catalogue: Catalogue;
  run: RunDescription;
  reading: Reading["folding"];
  travel: Travel;
  /** Share of the training points that are right; NaN in regression. */
  accuracy: number;
}

export function FoldPlane({ catalogue, run, reading, travel, accuracy }: FoldPlaneProps) {
  const { stages, answers, cells } = reading;
  const { experiment, points } = run;
  const kind = useMemo(() => labelKind(experiment.classes, points), [experiment.classes, points]);
  const [low, high] = experiment.classes > 0 ? outputEntry(catalogue, experiment).desired : [-kind.most, kind.most];
  const shown = shownPoints(points, usePlayground().seal.visible.value);
  const fabric = useMemo(() => {
    const meshSide = Math.round(Math.sqrt((stages[0]?.mesh.length ?? 0) / 2));
    return { meshSide, cells, colours: cellColours(answers, cells, { low, high }, kind, palette.value) };
  }, [reading, kind, palette.value]);
  const folded = useMemo(() => stages.map(asDrawn), [stages]);
  const nearest = Math.round(travel.at.value);
  const stage = stages[nearest];
  return (
    <section class="fold-plane" data-spot="fold-plane" aria-label="The folded plane">
      <Canvas
        describe={() => describe(stages[Math.round(travel.at.peek())], points, experiment.classes, accuracy)}
        draw={(context, width, height, ratio) => {
          const place = Math.min(travel.at.value, folded.length - 1);
          const before = Math.floor(place);
          const from = folded[before];
          if (from === undefined) return;
          const pair = [from, folded[before + 1] ?? from] as const;
          drawFolding(context, width, height, ratio, pair, place - before, fabric, shown, kind, palette.value);
        }}
      />
      <Glossed>
        <p class="fold-legend">
          <span>{stage && axesOf(stage)}</span>
          <span>
            <i class="line-x1" /> lines of equal x₁ <i class="line-x2" /> of equal x₂
            {stage?.cut && (
              <>
                {" "}
                <i class="line-cut" /> the straight cut
              </>
            )}
          </span>
        </p>
      </Glossed>
    </section>
  );
}

const asDrawn = (stage: FoldingStage): FoldedStage => ({
  points: stage.points,
  mesh: stage.mesh,
  cut: stage.cut,
  flat: widthOf(stage) === 1,
});

const across = { plane: "x", features: "a⁰", weights: "W a", biases: "z", activation: "a", turned: "a" } as const;

/** What lies to the right and what up, and how much of the whole that is. */
function axesOf(stage: FoldingStage): string {
  const { step, layer } = stage;
  const width = widthOf(stage);
  const name = across[step];
  if (step === "plane") return "→ x₁ ↑ x₂";
  if (width === 1) return `→ the one neuron's ${name}; each class in a strip of its own`;
  if (width === 2)
    return step === "features" ? "→ a⁰₁ ↑ a⁰₂" : `→ neuron 1's ${name} ↑ neuron 2's ${name}: nothing is left out`;
  const share = seenShare(stage);
  const of = layer === 0 ? `${width} inputs` : `layer ${layer}'s ${width} neurons`;
  if (step === "turned") return `${of}: → across the cut ↑ the widest of the rest, ${formatShare(share)} of the variance`;
  return `${of}, seen from the side where they spread the most, with ${formatShare(share)} of the variance`;
}

function describe(stage: FoldingStage | undefined, points: Float32Array, classes: number, accuracy: number): string {
  if (stage === undefined) return "The plane, before it is measured.";
  const middles = Array.from({ length: classes }, (_, c) => `class ${c} around ${middleOf(stage, points, c)}`);
  const where = classes === 0 ? "" : `: ${middles.join(", ")}`;
  const cut =
    stage.cut === null
      ? ""
      : ` A straight cut parts the classes; ${formatShare(accuracy)} of the training points are on the side of their own.`;
  return `The plane's grid and the points at ${symbolOf(stage)}, ${axesOf(stage)}${where}.${cut}`;
}

/** The mean place of a class's points. */
function middleOf({ points: places }: FoldingStage, points: Float32Array, c: number): string {
  let [u, v, count] = [0, 0, 0];
  for (let i = 0; 4 * i < points.length; i++) {
    if (points[4 * i + 2] !== c) continue;
    u += places[2 * i] as number;
    v += places[2 * i + 1] as number;
    count += 1;
  }
  return count === 0 ? "nowhere" : `(${formatWeight(u / count)}, ${formatWeight(v / count)})`;
}
