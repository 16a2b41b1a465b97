/** The network, drawn: where its parts stand, and how the keyboard goes from one to the other. */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { layOutNetwork, type NetworkLayout, narrowestColumn } from "../../views/network-layout";
import { usePlayground } from "../context";
import { useFadingEnds } from "../fading-ends";
import { featureRoom } from "../feature-label";
import { inOneColumn } from "../in-one-column";
import { useSize } from "../size";
import { usePart } from "../use-part";
import { focusNeuron } from "./focus-neuron";
import { Head } from "./Head";
import type { Highlight } from "./highlight";
import { Links } from "./Links";
import { Neuron } from "./Neuron";
import type { Named } from "./names";
import { ParameterMarks } from "./ParameterMarks";
import { lastInput, useFeatures } from "./use-features";
import { useParameters } from "./use-parameters";
import { useResize } from "./use-resize";
import { type Standing, walk } from "./walk";

/** Room above the neurons for each layer's name and controls, in CSS pixels; controls are larger where fingers use them. */
const isCoarse = matchMedia("(pointer: coarse)").matches;
const headRoom = isCoarse ? 104 : 84;
/** On a phone the usual network fits without scrolling. */
const fit = { narrowestColumn: isCoarse ? 91 : narrowestColumn, end: 42, pictures: 1 / 2, strips: true, whole: true };
/** Ten hidden layers on a laptop: a layer's controls are smaller there and stand one above the other (see deep.css). */
const tight = { ...fit, narrowestColumn: 59 };
const tightHeadRoom = 110;

export interface DrawingProps extends Named {
  highlight: ReadonlySignal<Highlight | null>;
}

export function Drawing({ highlight, ...named }: DrawingProps) {
  const { sizes, catalogue, experiment } = named;
  const frameElement = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frameElement).value;
  const layOut = (top: number, by: typeof fit): NetworkLayout =>
    layOutNetwork(sizes, width, height, top, featureRoom(catalogue, experiment), by);
  const roomy = width > 0 ? layOut(headRoom, fit) : null;
  const isDeep = roomy !== null && roomy.width > width;
  const GoOn = usePart(isDeep, async () => (await import("./GoOn")).GoOn);
  // The styles of the tight layout come with that.
  const isTight = isDeep && !isCoarse && GoOn !== null;
  const layout = isTight ? layOut(tightHeadRoom, tight) : roomy;
  const fading = useFadingEnds(frameElement, [layout?.width]);
  const { shown } = usePlayground();
  useEffect(() => {
    shown.show(null);
    return shown.rest;
  }, []);
  return (
    <>
      <div
        class={isTight ? "drawing tight" : "drawing"}
        ref={frameElement}
        role="group"
        aria-label="The network, drawn"
        {...fading}
      >
        {layout && <Sheet {...named} highlight={highlight} layout={layout} />}
      </div>
      {GoOn && <GoOn ends={fading["data-fades"] ?? ""} drawing={frameElement} />}
    </>
  );
}

function Sheet({ layout, highlight, ...named }: DrawingProps & { layout: NetworkLayout }) {
  const { sizes, catalogue, experiment } = named;
  const { editing, shown, warn } = usePlayground();
  const features = useFeatures(catalogue, experiment);
  const resize = useResize(catalogue, experiment);
  const element = useRef<HTMLDivElement>(null);
  const Parameters = useParameters();
  const standing = useSignal<Standing | null>(null);
  const stand = (next: Standing): void => {
    standing.value = next;
    editing.point(next.at === "parameter" ? next.place : null);
  };
  const takeOut = (input: number): void => {
    const name = experiment.features[input] ?? "";
    if (!features.isFree(name)) return;
    if (features.isLast(name)) {
      warn(lastInput);
      return;
    }
    // The keyboard stays in the column.
    if (input > 0 && standing.value?.at === "neuron") focusNeuron(element.current, { layer: 0, neuron: input - 1 });
    features.toggle(name);
  };
  const goTo = (next: Standing): void => {
    stand(next);
    // A parameter's handle takes the focus itself.
    if (next.at === "neuron") focusNeuron(element.current, next.place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = standing.value;
    if (from === null || event.ctrlKey || event.altKey || event.metaKey || !isWalking(event.target)) return;
    const { layer, neuron } = from.place;
    if (layer === 0 && (event.key === "Delete" || event.key === "Backspace")) takeOut(neuron);
    if (from.at === "neuron" && event.key === "+") resize(layer, 1);
    if (from.at === "neuron" && event.key === "-" && resize(layer, -1)) {
      // The last neuron goes; the keyboard stays in the layer.
      const last = (sizes[layer] ?? 0) - 2;
      if (neuron > last) goTo({ at: "neuron", place: { layer, neuron: last } });
    }
    const next = walk(sizes, from, event.key);
    if (next === null) return;
    event.preventDefault();
    goTo(next);
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
  // Where the plane is far away, the pinned neuron is seen large in a sheet of its own.
  const closer = inOneColumn.value && editing.chosen.value === null ? shown.pinned.value : null;
  const NeuronStrip = usePart(layout.strips.some(Boolean), async () => (await import("./NeuronStrip")).NeuronStrip);
  const NeuronSheet = usePart(closer !== null, async () => (await import("./NeuronSheet")).NeuronSheet);
  const lit = highlight.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus come from the neurons in it
    <div class="sheet" ref={element} style={{ width: `${layout.width}px` }} onKeyDown={onKeyDown} onFocusOut={leave}>
      <Links {...named} layout={layout} highlight={highlight} />
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
        if (strip)
          return (
            NeuronStrip && (
              <NeuronStrip
                key={layer}
                {...named}
                layout={layout}
                strip={strip}
                layer={layer}
                standing={standing}
                stand={stand}
              />
            )
          );
        return column.map((centre, neuron) => (
          <Neuron
            key={`${layer} ${neuron}`}
            {...named}
            place={{ layer, neuron }}
            centre={centre}
            side={2 * (layout.halves[layer] ?? 0)}
            isLit={lit?.of === "neurons" && lit.layer === layer}
            stand={stand}
            takeOut={layer === 0 ? () => takeOut(neuron) : null}
          />
        ));
      })}
      <ParameterMarks layout={layout} sizes={sizes} highlight={highlight} />
      {Parameters && (
        <Parameters
          {...named}
          layout={layout}
          sheet={element}
          keyboard={at?.at === "parameter" ? at.place : null}
          standAt={(place) => stand({ at: "parameter", place, among: "coming" })}
        />
      )}
      {NeuronSheet && closer && (
        <NeuronSheet
          key={`${closer.layer} ${closer.neuron}`}
          {...named}
          place={closer}
          drawing={element}
          takeOut={() => takeOut(closer.neuron)}
        />
      )}
    </div>
  );
}

/** Where the arrow keys walk, and not in a list or a counter. */
const isWalking = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(".neuron, .strip, .parameter-handle");
