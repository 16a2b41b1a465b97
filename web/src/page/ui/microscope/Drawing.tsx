/** The network under the microscope: numbers at the neurons, and on the links what flows along them. */

import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatCount, formatNumber, superscript } from "../../format";
import { drawFlow, linkNear } from "../../views/flow";
import { drawLinks, leastDrawn } from "../../views/links";
import { layOutNetwork, type NetworkLayout } from "../../views/network-layout";
import { indices } from "../../views/parameters";
import { Canvas } from "../Canvas";
import type { Focus } from "../equation/focus";
import type { Iteration } from "../equation/iteration";
import { featureRoom } from "../feature-label";
import { isMotionWanted } from "../motion";
import { neuronName } from "../neuron-name";
import { palette } from "../palette";
import { useSize } from "../size";
import { useClock } from "./clock";
import { DrawnNeuron } from "./DrawnNeuron";
import type { DrawingProps } from "./drawing-props";
import { drawnOf, withChosen } from "./drawn";
import { type Label, labelsOf, outputRoom, roomFor } from "./labels";
import { looksOf, looksOfPath, mostOf } from "./looks";
import { exaggerationOf, movedBy, shareAt } from "./motion";
import type { Phase } from "./phases";
import type { Target } from "./target";

/** For the layers' names, in CSS pixels. */
const headRoom = 48;
/** Dashes move this fast, in CSS pixels a second. */
const flowSpeed = 30;
/** Narrow columns and small pictures leave room for the numbers between them. */
const fit = { narrowestColumn: 76, pictures: 1 / 3 };

export function Drawing(properties: DrawingProps) {
  const { iteration, phase, focus, catalogue, experiment } = properties;
  const element = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(element).value;
  const layout =
    width > 0
      ? layOutNetwork(iteration.sizes, width - outputRoom, height, headRoom, featureRoom(catalogue, experiment), fit)
      : null;
  const scrolls = layout !== null && layout.width + outputRoom > width;
  const column = layout?.columns[focus.layer] ?? 0;
  useEffect(() => {
    const behavior = isMotionWanted() ? "smooth" : "auto";
    if (scrolls) element.current?.scrollTo({ left: column - width / 2, behavior });
  }, [scrolls, column]);
  return (
    <div
      class="drawing"
      data-spot="drawing"
      ref={element}
      style={{ "--rows": Math.max(...iteration.sizes) }}
      tabIndex={scrolls ? 0 : -1}
      role="group"
      aria-label={`The network in phase ${phase.label}`}
    >
      {layout && <Sheet {...properties} layout={withChosen(layout, iteration.sizes, focus)} />}
    </div>
  );
}

function Sheet(properties: DrawingProps & { layout: NetworkLayout }) {
  const { iteration, phase, focus, symbols, lit, layout } = properties;
  const { sizes, last } = iteration;
  const target = lit === null ? undefined : symbols[lit];
  return (
    <div class="sheet" style={{ width: `${layout.width + outputRoom}px` }}>
      <Links {...properties} isLit={target?.of === "links"} />
      {layout.centres.map((column, l) => {
        const labels = column.map((_, j) => labelsOf(iteration, phase, focus, l, j));
        const [one = []] = Object.values(labels);
        const room = roomFor(one, layout, l);
        const drawn = drawnOf(column, sizes[l] ?? 0);
        return (
          <Fragment key={l}>
            <Head
              name={l === 0 ? "Input" : l === last ? "Output" : `Layer ${l}`}
              labels={room === "numbers" || room === "below" ? one : []}
              x={layout.columns[l] ?? 0}
            />
            {drawn !== "" && (
              <span class="drawn" style={{ left: `${layout.columns[l]}px` }}>
                {drawn}
              </span>
            )}
            {column.map((centre, j) => (
              <DrawnNeuron
                key={j}
                {...properties}
                sizes={sizes}
                l={l}
                j={j}
                centre={centre}
                side={l === last ? layout.outputSide : layout.side}
                labels={labels[j] ?? []}
                room={room}
                isLit={target?.of === "neurons" && target.layer === l}
              />
            ))}
          </Fragment>
        );
      })}
    </div>
  );
}

function Head({ name, labels, x }: { name: string; labels: readonly Label[]; x: number }) {
  return (
    <b class="layer-name" style={{ left: `${x}px` }}>
      {name}
      <span aria-hidden="true">{labels.map((label) => label.name).join(", ")}</span>
    </b>
  );
}

function Links(properties: DrawingProps & { layout: NetworkLayout; isLit: boolean }) {
  const { iteration, phase, focus, seen, pointed, path, layout, isLit, choose, onPoint } = properties;
  const { sizes } = iteration;
  const moves = phase.kind === "update" && isMotionWanted();
  const clock = useClock(path !== null || phase.kind === "forward" || phase.kind === "error" || moves);
  const only = pointed?.of === "links" ? pointed : null;
  const looks = path === null ? looksOf(iteration, phase, seen, only) : looksOfPath(iteration, focus.layer, path);
  const most = mostOf(iteration, looks);
  const exaggeration = moves ? exaggerationOf(iteration) : 1;
  const linkAt = ({ offsetX, offsetY }: MouseEvent): Target | null => {
    const link = linkNear(layout, sizes, offsetX, offsetY);
    return link && { layer: link.l, of: "links", neuron: link.j, from: link.k };
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, weights are chosen with the steppers
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      class="links-room"
      onPointerMove={(event) => onPoint(linkAt(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const link = linkAt(event);
        if (link !== null) choose(chosenBy(link, phase));
      }}
    >
      <Canvas
        class={`links${isLit ? " lit" : ""}`}
        describe={() => describeLinks(iteration, phase, focus)}
        draw={(context, _width, _height, ratio) => {
          context.setTransform(ratio, 0, 0, ratio, 0, 0);
          if (moves && path === null) {
            const moved = movedBy(iteration, exaggeration * shareAt(clock.value));
            drawLinks(context, layout, sizes, moved, leastDrawn(sizes, moved), palette.value);
          } else drawFlow(context, layout, sizes, looks, most, clock.value * flowSpeed, palette.value);
        }}
      />
    </div>
  );
}

/** A link is its weight; where errors flow back along it, the neuron that they come to. */
function chosenBy({ layer, neuron, from }: Target, phase: Phase): Partial<Focus> {
  return phase.kind === "error" && layer > 1 ? { layer: layer - 1, neuron: from } : { layer, neuron, from };
}

function describeLinks(iteration: Iteration, phase: Phase, { layer: l, neuron: j, from: k, example: i }: Focus): string {
  const up = superscript(l);
  switch (phase.kind) {
    case "forward":
      return `Activations flow along the weights into ${neuronName({ layer: l, neuron: j }, iteration.sizes)}, whose weighted input is ${formatNumber(iteration.z(i, l, j))}`;
    case "error":
      return l === iteration.last
        ? "No error has been sent back yet"
        : `Errors flow back along the weights from layer ${l + 1} to ${neuronName({ layer: l, neuron: j }, iteration.sizes)}, whose error is ${formatNumber(iteration.delta(i, l, j))}`;
    case "weights":
      return `Every weight has its gradient; that of w${up}${indices(j, k)} is ${formatNumber(iteration.weightGradient(l, j, k))}`;
    case "update":
      return isMotionWanted()
        ? `Every weight moves against its gradient, drawn ${formatCount(exaggerationOf(iteration))} times as far as it goes`
        : "Every weight moves against its gradient: blue ones grow, orange ones fall, wider lines by more";
    default:
      return "The links between the layers are at rest";
  }
}
