/** The network under the microscope: numbers at the neurons, and on the links what flows along them. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { formatNumber, superscript } from "../../format";
import { drawFlow, linkNear } from "../../views/flow";
import { layOutNetwork, type NetworkLayout } from "../../views/network-layout";
import { indices } from "../../views/parameters";
import { Canvas } from "../Canvas";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import type { SymbolName } from "../equation/symbols";
import { featureLabel, NeuronPicture } from "../NeuronPicture";
import { palette } from "../palette";
import { useClock } from "./clock";
import type { Place, Target } from "./equation";
import { isActive, labelOf, looksOf, mostOf } from "./looks";
import type { Phase } from "./phases";

/** For the layers' names, in CSS pixels. */
const headRoom = 34;
/** Dashes move this fast, in CSS pixels a second. */
const flowSpeed = 30;

interface DrawingProps {
  iteration: Iteration;
  phase: Phase;
  focus: Focus;
  /** What the equation's symbols stand for here. */
  symbols: Partial<Record<SymbolName, Place>>;
  lit: SymbolName | null;
  catalogue: Catalogue;
  experiment: Experiment;
  choose(focus: Partial<Focus>): void;
  /** What is pointed at here; null for nothing. */
  onPoint(target: Target | null): void;
}

export function Drawing(properties: DrawingProps) {
  const { iteration, phase } = properties;
  const element = useRef<HTMLDivElement>(null);
  const room = useSignal({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const frame = element.current;
    if (frame === null) return;
    const observer = new ResizeObserver(() => {
      room.value = { width: frame.clientWidth, height: frame.clientHeight };
    });
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  const { width, height } = room.value;
  const layout = width > 0 ? layOutNetwork(iteration.sizes, width - labelRoom, height, headRoom, 24) : null;
  return (
    <div class="drawing" ref={element} role="group" aria-label={`The network in phase ${phase.label}`}>
      {layout && <Sheet {...properties} layout={layout} />}
    </div>
  );
}

/** For the numbers at the output neurons, in CSS pixels. */
const labelRoom = 36;

function Sheet(properties: DrawingProps & { layout: NetworkLayout }) {
  const { iteration, phase, focus, symbols, lit, layout, choose, onPoint } = properties;
  const { sizes, last } = iteration;
  const looks = looksOf(iteration, phase, focus);
  const target = lit === null ? undefined : symbols[lit];
  const clock = useClock(phase.kind === "forward" || phase.kind === "error");
  return (
    <div class="sheet" style={{ width: `${layout.width + labelRoom}px` }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, weights are chosen with the steppers */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        class="links-room"
        onPointerMove={(event) => {
          const link = linkNear(layout, sizes, event.offsetX, event.offsetY);
          onPoint(link === null ? null : { layer: link.l, of: "links", neuron: link.j, from: link.k });
        }}
        onPointerLeave={() => onPoint(null)}
        onClick={(event) => {
          const link = linkNear(layout, sizes, event.offsetX, event.offsetY);
          if (link === null) return;
          const bound = phase.kind === "forward" || phase.kind === "error";
          choose({ neuron: link.j, from: link.k, ...(bound ? {} : { layer: link.l }) });
        }}
      >
        <Canvas
          class={`links${target?.of === "links" ? " lit" : ""}`}
          describe={() => describeLinks(iteration, phase, focus)}
          draw={(context, _width, _height, ratio) => {
            context.setTransform(ratio, 0, 0, ratio, 0, 0);
            drawFlow(context, layout, sizes, looks, mostOf(iteration, looks), clock.value * flowSpeed, palette.value);
          }}
        />
      </div>
      {sizes.map((_, l) => (
        <b key={l} class="layer-name" style={{ left: `${layout.columns[l]}px` }}>
          {l === 0 ? "Input" : l === last ? "Output" : `Layer ${l}`}
        </b>
      ))}
      {layout.centres.map((column, l) =>
        column.map((centre, j) => (
          <Neuron
            key={`${l} ${j}`}
            {...properties}
            l={l}
            j={j}
            centre={centre}
            lit={target?.of === "neurons" && target.layer === l}
            crowded={column.length > 1 && (column[1]?.y ?? 0) - (column[0]?.y ?? 0) < 26}
          />
        )),
      )}
    </div>
  );
}

type NeuronProps = Omit<DrawingProps, "lit"> & {
  layout: NetworkLayout;
  l: number;
  j: number;
  centre: { x: number; y: number };
  lit: boolean;
  /** Whether there is no room for everyone's numbers. */
  crowded: boolean;
};

function Neuron({
  iteration,
  phase,
  focus,
  layout,
  l,
  j,
  centre,
  lit,
  crowded,
  catalogue,
  experiment,
  choose,
  onPoint,
}: NeuronProps) {
  const { last, sizes } = iteration;
  const side = l === last ? layout.outputSide : layout.side;
  const label = labelOf(iteration, phase, focus, l, j);
  const chosen = l === focus.layer && j === focus.neuron;
  const isSource = l === focus.layer - 1 && j === focus.from && phase.kind === "weights";
  const name = l === 0 ? `Input ${featureLabel(catalogue, experiment, j)}` : `Neuron ${j + 1} of layer ${l}`;
  const active = isActive(phase, focus, last, l);
  return (
    <>
      <button
        type="button"
        class={`neuron${chosen || isSource ? " shown" : ""}${active ? " active" : ""}${lit ? " lit" : ""}`}
        aria-label={label === null ? name : `${name}: ${label.replace("\n", ", ")}`}
        aria-pressed={chosen}
        style={{ left: `${centre.x}px`, top: `${centre.y}px`, width: `${side}px`, height: `${side}px` }}
        onPointerEnter={() => onPoint({ layer: l, of: "neurons", neuron: j, from: -1 })}
        onPointerLeave={() => onPoint(null)}
        onFocus={() => onPoint({ layer: l, of: "neurons", neuron: j, from: -1 })}
        onBlur={() => onPoint(null)}
        onClick={() => {
          if (l === focus.layer - 1 && phase.kind !== "error") choose({ from: j });
          else if (l > 0) choose({ layer: l, neuron: j });
        }}
      >
        <NeuronPicture place={{ layer: l, neuron: j }} sizes={sizes} catalogue={catalogue} experiment={experiment} />
      </button>
      {label !== null && (!crowded || chosen) && (
        <span
          class={`reading${chosen ? " chosen" : ""}`}
          style={{ left: `${centre.x + side / 2 + 5}px`, top: `${centre.y}px` }}
          aria-hidden="true"
        >
          {label}
        </span>
      )}
    </>
  );
}

function describeLinks(iteration: Iteration, phase: Phase, { layer: l, neuron: j, from: k, example: i }: Focus): string {
  const up = superscript(l);
  switch (phase.kind) {
    case "forward":
      return `Activations flow along the weights into neuron ${j + 1} of layer ${l}, whose weighted input is ${formatNumber(iteration.z(i, l, j))}`;
    case "error":
      return l === iteration.last
        ? "No error has been sent back yet"
        : `Errors flow back along the weights from layer ${l + 1} to neuron ${j + 1} of layer ${l}, whose error is ${formatNumber(iteration.delta(i, l, j))}`;
    case "weights":
      return `Every weight has its gradient; that of w${up}${indices(j, k)} is ${formatNumber(iteration.weightGradient(l, j, k))}`;
    case "update":
      return "Every weight moves against its gradient: blue ones grow, orange ones fall, wider lines by more";
    default:
      return "The links between the layers are at rest";
  }
}
