/** The network beside a proof: lit is what its newest line talks about. */
import { useRef } from "preact/hooks";
import { superscript } from "../../format";
import { drawSketch, layOutSketch, neuronNear, type SketchLooks } from "../../views/sketch";
import { Canvas } from "../Canvas";
import type { Focus } from "../equation/focus";
import { neuronName } from "../neuron-name";
import { palette } from "../palette";
import { useSize } from "../size";
import { type Looked, layersOf, type Part, type Proof } from "./proof";

interface SketchProps {
  proof: Proof;
  about: readonly Part[];
  looked: Looked;
  choose(focus: Partial<Focus>): void;
}

export function Sketch({ proof, about, looked, choose }: SketchProps) {
  const element = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(element).value;
  const { sizes } = looked.iteration;
  const drawing = width > 0 && height > 0 ? layOutSketch(sizes, width, height) : null;
  const looks = looksOf(about, looked, proof.nudged === "weight");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, neurons are chosen with the steppers
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      class="sketch"
      ref={element}
      data-tip="The network; lit is what the newest line talks about. Click a neuron to choose it."
      onClick={(event) => {
        if (drawing === null) return;
        const { layout, scale } = drawing;
        const place = neuronNear(layout, event.offsetX / scale, event.offsetY / scale);
        if (place === null) return;
        const { first, last } = layersOf(proof, looked.iteration.last);
        if (proof.nudged === "weight" && place.l === looked.l - 1) choose({ from: place.j });
        else if (place.l >= first && place.l <= last) choose({ layer: place.l, neuron: place.j });
      }}
    >
      <Canvas
        describe={() => describe(about, looked)}
        draw={(context, _width, _height, ratio) => {
          if (drawing === null) return;
          const { layout, scale } = drawing;
          context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0);
          drawSketch(context, layout, looks, namesOf(proof, looked), scale, palette.value);
        }}
      />
    </div>
  );
}

/** Above each layer its number, with the letter that the formulas have for it, and nothing above the cost. */
function namesOf(proof: Proof, { iteration, l }: Looked): string[] {
  const letter = (layer: number): string => {
    if (layer === l && proof.layers !== "output") return "l = ";
    return layer === iteration.last ? "L = " : "";
  };
  return iteration.sizes.map((_, layer) => `${letter(layer)}${layer}`);
}

function looksOf(about: readonly Part[], { iteration, l, j, k }: Looked, aboutWeight: boolean): SketchLooks {
  const cost = iteration.last + 1;
  const has = (part: Part): boolean => about.includes(part);
  return {
    neuron: (layer, neuron) =>
      (layer === cost && has("cost")) ||
      (layer === l && (has("layer") || (has("neuron") && neuron === j))) ||
      (layer === l + 1 && layer < cost && has("after")) ||
      (layer === l - 1 && (has("before") || (has("source") && neuron === k))),
    link: (layer, to, from) =>
      (layer === l + 1 && ((has("linksAfter") && from === j) || (has("linksToCost") && layer === cost))) ||
      (layer === l && to === j && has("weight") && from === k),
    letter: (layer, neuron) => {
      if (layer === cost) return "C";
      if (layer === l && neuron === j) return "j";
      return aboutWeight && layer === l - 1 && neuron === k ? "k" : "";
    },
  };
}

function describe(about: readonly Part[], { iteration, l, j, k }: Looked): string {
  const names: Record<Part, string> = {
    cost: "the cost",
    neuron: neuronName({ layer: l, neuron: j }, iteration.sizes),
    layer: `all of layer ${l}`,
    after: `all of layer ${l + 1}`,
    before: `all of layer ${l - 1}`,
    linksAfter: l === iteration.last ? "the way from it to the cost" : `the weights from it to layer ${l + 1}`,
    linksToCost: `the ways from layer ${l} to the cost`,
    source: l === 1 ? `input ${k + 1}` : neuronName({ layer: l - 1, neuron: k }, iteration.sizes),
    weight: `the weight w${superscript(l)} from ${l === 1 ? `input ${k + 1}` : `neuron ${k + 1} of layer ${l - 1}`} to ${neuronName({ layer: l, neuron: j }, iteration.sizes)}`,
  };
  const sizes = iteration.sizes.join(", ");
  return `The network, with layers of ${sizes} neurons, and its cost; lit: ${about.map((part) => names[part]).join(", ")}`;
}
