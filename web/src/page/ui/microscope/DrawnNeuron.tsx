import type { LayerSizes } from "../../views/parameters";
import { featureLabel } from "../feature-label";
import { neuronTitle } from "../neuron-name";
import type { DrawingProps } from "./drawing-props";
import { type Label, type Room, written } from "./labels";
import { isActive } from "./looks";
import { NeuronPicture } from "./NeuronPicture";

type DrawnNeuronProps = Pick<
  DrawingProps,
  "iteration" | "phase" | "focus" | "pointed" | "path" | "catalogue" | "experiment" | "choose" | "onPoint"
> & {
  sizes: LayerSizes;
  l: number;
  j: number;
  /** In CSS pixels, as is `side`. */
  centre: { x: number; y: number };
  side: number;
  labels: readonly Label[];
  room: Room;
  /** Whether one of the equation's symbols that is pointed at stands for it. */
  isLit: boolean;
};

type Placing = (centre: { x: number; y: number }, side: number) => { left: string; top: string };

/** Where the numbers stand; microscope.css does the rest. */
const readingPlaces: Record<"above" | "below" | "beside", Placing> = {
  above: ({ x, y }, side) => ({ left: `${x}px`, top: `${y - side / 2 - 3}px` }),
  below: ({ x, y }, side) => ({ left: `${x}px`, top: `${y + side / 2 + 1}px` }),
  beside: ({ x, y }, side) => ({ left: `${x + side / 2 + 5}px`, top: `${y}px` }),
};

/** Neuron j of layer l, its picture and its numbers. */
export function DrawnNeuron(properties: DrawnNeuronProps) {
  const { iteration, phase, focus, path, catalogue, experiment, sizes, l, j, centre, side, labels, room, isLit } = properties;
  const { choose, onPoint } = properties;
  const isChosen = l === focus.layer && j === focus.neuron && phase.kind !== "batch";
  const isSource = l === focus.layer - 1 && j === focus.from && (phase.kind === "weights" || phase.kind === "forward");
  const onPath = path?.[l - focus.layer + 1] === j && l >= focus.layer - 1;
  const name = l === 0 ? `Input ${featureLabel(catalogue, experiment, j)}` : neuronTitle({ layer: l, neuron: j }, sizes);
  const classes = [
    "neuron",
    isChosen && "shown",
    isSource && "source",
    (onPath || (path === null && isActive(phase, focus.layer, iteration.last, l))) && "active",
    isLit && "lit",
  ];
  const point = (): void => onPoint({ layer: l, of: "neurons", neuron: j, from: -1 });
  const placing = room === "none" ? "above" : room === "below" ? "below" : "beside";
  const leave = (): void => onPoint(null);
  return (
    <>
      {l === 0 && (
        <span class="feature" style={{ left: `${centre.x - side / 2 - 4}px`, top: `${centre.y}px` }} aria-hidden="true">
          {featureLabel(catalogue, experiment, j)}
        </span>
      )}
      <button
        type="button"
        class={classes.filter(Boolean).join(" ")}
        aria-label={labels.length === 0 ? name : `${name}: ${written(labels, "names").replaceAll("\n", ", ")}`}
        aria-pressed={isChosen}
        style={{ left: `${centre.x}px`, top: `${centre.y}px`, width: `${side}px`, height: `${side}px` }}
        onPointerEnter={point}
        onPointerLeave={leave}
        onFocus={point}
        onBlur={leave}
        onClick={() => {
          if (l === focus.layer - 1 && phase.kind !== "error") choose({ from: j });
          else if (l > 0) choose({ layer: l, neuron: j });
        }}
      >
        <NeuronPicture place={{ layer: l, neuron: j }} sizes={sizes} catalogue={catalogue} experiment={experiment} />
      </button>
      {labels.length > 0 && (room !== "none" || isChosen) && (
        <span
          class={`reading ${placing}${isChosen ? " chosen" : ""}`}
          style={readingPlaces[placing](centre, side)}
          aria-hidden="true"
        >
          {written(labels, room)}
        </span>
      )}
    </>
  );
}
