/** The network, drawn: where its parts stand, and how the keyboard goes from one to the other. */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { layOutNetwork, type NetworkLayout, narrowestColumn } from "../../views/network-layout";
import { spotOf } from "../../views/parameter-marks";
import { usePlayground } from "../context";
import { Neuron } from "../Neuron";
import { featureRoom } from "../NeuronPicture";
import { useSize } from "../size";
import { Head } from "./Head";
import type { Highlight } from "./highlight";
import { Links } from "./Links";
import { NeuronStrip } from "./NeuronStrip";
import type { Named } from "./names";
import { ParameterHandle } from "./ParameterHandle";
import { useParameters } from "./use-parameters";
import { type Standing, walk } from "./walk";

/** Room above the neurons for each layer's name and controls, in CSS pixels; controls are larger where fingers use them. */
const isCoarse = matchMedia("(pointer: coarse)").matches;
const headRoom = isCoarse ? 104 : 84;
const fit = { narrowestColumn: isCoarse ? 104 : narrowestColumn, pictures: 1 / 2, strips: true };

export interface DrawingProps extends Named {
  highlight: ReadonlySignal<Highlight | null>;
}

export function Drawing({ highlight, ...named }: DrawingProps) {
  const { sizes, catalogue, experiment } = named;
  const frameElement = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frameElement).value;
  const layout = width > 0 ? layOutNetwork(sizes, width, height, headRoom, featureRoom(catalogue, experiment), fit) : null;
  const { shown } = usePlayground();
  useEffect(() => {
    shown.show(null);
    return shown.rest;
  }, []);
  return (
    <div
      class="drawing"
      ref={frameElement}
      tabIndex={layout && layout.width > width ? 0 : -1}
      role="group"
      aria-label="The network, drawn"
    >
      {layout && <Sheet {...named} highlight={highlight} layout={layout} />}
    </div>
  );
}

function Sheet({ layout, highlight, ...named }: DrawingProps & { layout: NetworkLayout }) {
  const { sizes, catalogue, experiment } = named;
  const { editing } = usePlayground();
  const element = useRef<HTMLDivElement>(null);
  const Parameters = useParameters();
  const standing = useSignal<Standing | null>(null);
  const stand = (next: Standing): void => {
    standing.value = next;
    if (next.at === "parameter") editing.point(next.place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = standing.value;
    if (from === null || event.ctrlKey || event.altKey || event.metaKey || !isWalking(event.target)) return;
    const next = walk(sizes, from, event.key);
    if (next === null) return;
    event.preventDefault();
    stand(next);
    // A parameter's handle takes the focus itself.
    if (next.at === "neuron") focusNeuron(element.current, next.place.layer, next.place.neuron);
  };
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && element.current?.contains(event.relatedTarget)) return;
    // The editor gives the focus back when it is gone.
    if (event.target instanceof Element && event.target.closest(".parameter-editor")) return;
    if (editing.chosen.value !== null || standing.value?.at !== "parameter") return;
    standing.value = null;
    editing.point(null);
  };
  const at = standing.value;
  const lit = highlight.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus come from the neurons in it
    <div class="sheet" ref={element} style={{ width: `${layout.width}px` }} onKeyDown={onKeyDown} onFocusOut={leave}>
      <Links layout={layout} sizes={sizes} highlight={highlight} />
      {sizes.map((_, l) => (
        <Head
          key={l}
          layer={l}
          x={layout.columns[l] ?? 0}
          catalogue={catalogue}
          experiment={experiment}
          isLit={lit?.of === "function" && lit.layer === l}
        />
      ))}
      {layout.centres.map((column, layer) => {
        const strip = layout.strips[layer];
        if (strip) return <NeuronStrip key={layer} {...named} strip={strip} layer={layer} standing={standing} stand={stand} />;
        return column.map((centre, neuron) => (
          <Neuron
            key={`${layer} ${neuron}`}
            {...named}
            place={{ layer, neuron }}
            centre={centre}
            side={2 * (layout.halves[layer] ?? 0)}
            isLit={lit?.of === "neurons" && lit.layer === layer}
            stand={stand}
          />
        ));
      })}
      {at?.at === "parameter" && (
        <ParameterHandle {...named} place={at.place} spot={spotOf(layout, at.place) ?? besideStrip(layout, at.place.layer)} />
      )}
      {Parameters && <Parameters {...named} layout={layout} sheet={element} />}
    </div>
  );
}

/** Where the arrow keys walk, and not in a list or a counter. */
const isWalking = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(".neuron, .strip, .parameter-handle");

function focusNeuron(sheet: HTMLElement | null, layer: number, neuron: number): void {
  sheet?.querySelector<HTMLElement>(`[data-neuron="${layer} ${neuron}"], [data-strip="${layer}"]`)?.focus();
}

/** For what has no place of its own in a strip. */
function besideStrip(layout: NetworkLayout, layer: number): { x: number; y: number } {
  const strip = layout.strips[layer];
  return { x: (strip?.x ?? 0) - 8, y: (strip?.y ?? 0) + 8 };
}
