import { useComputed, useSignal } from "@preact/signals";
import { X } from "lucide";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../format";
import { linkEnds } from "../../views/links";
import { spotOf } from "../../views/parameter-marks";
import { type ParameterPlace, parameterAt } from "../../views/parameters";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { Checkbox, Select, Stepper } from "../fields";
import { Icon } from "../Icon";
import { useInstruments } from "../instruments";
import { nodeName, parameterWords } from "./names";
import { Derivative, ParameterName, StepName } from "./ParameterName";
import type { ParametersProps } from "./parameters-props";
import { type Box, placeBeside } from "./place-beside";
import { ValueFields } from "./ValueFields";

/** Below this width the editor is a sheet at the bottom; see parameters.css. */
const narrow = matchMedia("(max-width: 560px)");

export function ParameterEditor({ layout, sheet, place, ...named }: ParametersProps & { place: ParameterPlace }) {
  const { sizes } = named;
  const { currentFrame, editing } = usePlayground();
  const element = useRef<HTMLElement>(null);
  const corner = useSignal<{ left: number; top: number } | null>(null);
  const at = parameterAt(sizes, place) ?? -1;
  useInstruments({ parameter: { at } });
  const reading = useComputed(() => {
    const measured = currentFrame.value?.readings.parameter;
    return measured?.at === at ? measured : null;
  });
  const gradient = useComputed(() => formatNumber(reading.value?.gradient ?? Number.NaN));
  const step = useComputed(() => formatNumber(reading.value?.step ?? Number.NaN));
  const isFrozen = useComputed(() => currentFrame.value?.frozen.includes(at) ?? false).value;

  useFocusBack(element);
  useLayoutEffect(() => element.current?.showPopover(), []);
  useLayoutEffect(() => {
    const own = element.current;
    if (own === null || sheet.current === null) return;
    if (narrow.matches) {
      corner.value = null;
      sheet.current.scrollIntoView({ block: "start" });
      return;
    }
    const room = { width: innerWidth, height: innerHeight };
    corner.value = placeBeside(boxOf(layout, place, sheet.current), own.getBoundingClientRect(), room);
  }, [at, layout.width, layout.height]);

  const { layer, neuron, from } = place;
  const inputs = sizes[layer - 1] ?? 0;
  const choose = (to: Partial<ParameterPlace>): void => {
    const next = { ...place, ...to };
    const within = (value: number, count = 1): number => Math.min(value, count - 1);
    editing.choose({
      layer: next.layer,
      neuron: within(next.neuron, sizes[next.layer]),
      from: next.from === null ? null : within(next.from, sizes[next.layer - 1]),
    });
  };
  return (
    <section
      ref={element}
      class="parameter-editor"
      data-spot="parameter-editor"
      popover="manual"
      role="dialog"
      aria-labelledby="parameter-title"
      tabIndex={-1}
      style={corner.value ? { left: `${corner.value.left}px`, top: `${corner.value.top}px` } : {}}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        editing.choose(null);
      }}
    >
      <div class="title">
        <h3 id="parameter-title">
          <ParameterName place={place} /> <span>{parameterWords(named, place)}</span>
        </h3>
        <button type="button" class="quiet close" aria-label="Close" onClick={() => editing.choose(null)}>
          <Icon of={X} />
        </button>
      </div>
      <ValueFields key={at} at={at} />
      <Checkbox
        label="Freeze: training leaves it as it is"
        tip={explanations.freeze}
        checked={isFrozen}
        onChange={(frozen) => editing.freeze(at, frozen)}
      />
      <p class="readings-line" data-tip={explanations.parameterGradient}>
        <span>
          <Derivative place={place} /> = <b>{gradient}</b>
        </span>
        <span>
          <StepName place={place} /> = <b>{step}</b>
        </span>
      </p>
      <div class="which">
        <Stepper
          label="Layer"
          tip="The layer that the weight leads to, or whose bias it is."
          value={layer}
          high={sizes.length - 1}
          onChange={(value) => choose({ layer: value })}
        />
        <Stepper
          label="Neuron j"
          tip="The neuron that the weight leads to, or whose bias it is."
          value={neuron + 1}
          high={sizes[layer] ?? 1}
          onChange={(value) => choose({ neuron: value - 1 })}
        />
        <Select
          label="Its"
          tip="Which of the neuron's weights, by where it comes from, or its bias."
          value={String(from ?? "bias")}
          options={[
            ...Array.from({ length: inputs }, (_, k) => ({
              name: String(k),
              label: `weight from ${nodeName(named, { layer: layer - 1, neuron: k })}`,
            })),
            { name: "bias", label: "bias" },
          ]}
          onChange={(name) => choose({ from: name === "bias" ? null : Number(name) })}
        />
      </div>
    </section>
  );
}

/** What is edited, on screen. */
function boxOf(layout: ParametersProps["layout"], place: ParameterPlace, sheet: HTMLElement): Box {
  const origin = sheet.getBoundingClientRect();
  const ends = place.from === null ? null : linkEnds(layout, place.layer, place.neuron, place.from);
  const spot = spotOf(layout, place) ?? { x: layout.columns[place.layer] ?? 0, y: layout.height / 2 };
  const { x0, x1, y0, y1 } = ends ?? { x0: spot.x - 8, x1: spot.x + 8, y0: spot.y - 8, y1: spot.y + 8 };
  return {
    left: origin.left + x0,
    top: origin.top + Math.min(y0, y1),
    width: x1 - x0,
    height: Math.abs(y1 - y0),
  };
}

/**
 * The focus goes into the editor when it opens, by keyboard to the value, and back to where it was when it closes; a box that had
 * the focus on a phone would call up its keyboard.
 */
function useFocusBack(element: { current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    const isByKeyboard = before?.matches(".parameter-handle") ?? false;
    const box = element.current?.querySelector("input");
    (isByKeyboard ? box : element.current)?.focus({ preventScroll: true });
    if (isByKeyboard) box?.select();
    return () => {
      const back = before instanceof HTMLElement && before !== document.body ? before : null;
      (back?.isConnected ? back : document.querySelector<HTMLElement>(".drawing"))?.focus({ preventScroll: true });
    };
  }, []);
}
