import { useComputed, useSignal } from "@preact/signals";
import { X } from "lucide";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../format";
import { type ParameterPlace, parameterAt } from "../../views/parameters";
import { usePlayground } from "../context";
import { explanations } from "../explanations";
import { Checkbox, Select, Stepper } from "../fields";
import { Icon } from "../Icon";
import { onPhone } from "../in-one-column";
import { useInstruments } from "../instruments";
import { nodeName, parameterWords } from "./names";
import { Derivative, ParameterName, StepName } from "./ParameterName";
import type { ParametersProps } from "./parameters-props";
import { type Box, placeBeside } from "./place-beside";
import { ValueFields } from "./ValueFields";

export function ParameterEditor({ layout, sheet, standAt, place, ...named }: ParametersProps & { place: ParameterPlace }) {
  const { sizes } = named;
  const { currentFrame, editing } = usePlayground();
  const element = useRef<HTMLElement>(null);
  const spread = useSignal<Partial<Box> | null>(null);
  const at = parameterAt(sizes, place) ?? -1;
  useInstruments({ parameter: { at } });
  const reading = useComputed(() => {
    const measured = currentFrame.value?.readings.parameter;
    return measured?.at === at ? measured : null;
  });
  const gradient = useComputed(() => formatNumber(reading.value?.gradient ?? Number.NaN));
  const step = useComputed(() => formatNumber(reading.value?.step ?? Number.NaN));
  const isFrozen = useComputed(() => currentFrame.value?.frozen.includes(at) ?? false).value;

  useLayoutEffect(() => element.current?.showPopover(), []);
  useLayoutEffect(() => {
    const own = element.current;
    if (own === null || sheet.current === null) return;
    // There it is a sheet at the bottom; see parameters.css.
    if (onPhone.value) {
      spread.value = null;
      sheet.current.scrollIntoView({ block: "start" });
      return;
    }
    const room = { width: innerWidth, height: innerHeight };
    const panel = panelBeside(sheet.current);
    spread.value = panel
      ? boxIn(panel.getBoundingClientRect())
      : placeBeside(boxOf(layout, place, sheet.current), own.getBoundingClientRect(), room);
    // What the editor covers the keyboard does not come to.
    panel?.toggleAttribute("inert", true);
    return () => panel?.toggleAttribute("inert", false);
  }, [at, layout.width, layout.height]);
  // After that: what had the focus may be in the panel, which is no longer inert then.
  useFocusBack(element);

  const close = (byKeyboard = true): void => {
    editing.choose(null);
    if (byKeyboard) standAt(place);
  };
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
      class={spread.value?.width ? "parameter-editor in-panel" : "parameter-editor"}
      data-spot="parameter-editor"
      popover="manual"
      role="dialog"
      aria-labelledby="parameter-title"
      tabIndex={-1}
      style={Object.fromEntries(Object.entries(spread.value ?? {}).map(([side, length]) => [side, `${length}px`]))}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="title">
        <h3 id="parameter-title">
          <ParameterName place={place} /> <span>{parameterWords(named, place)}</span>
        </h3>
        <button type="button" class="quiet close" aria-label="Close" onClick={(event) => close(event.detail === 0)}>
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

/**
 * The panel with the data, where it stands beside the drawing: the editor has no other place there, and covers nothing of the network
 * or of what comes of a change.
 */
function panelBeside(sheet: HTMLElement): Element | null {
  const panel = document.querySelector(".data");
  const box = panel?.getBoundingClientRect();
  const drawing = sheet.parentElement?.getBoundingClientRect();
  return box?.width && drawing && box.right <= drawing.left + 1 ? panel : null;
}

const boxIn = ({ left, top, width, height }: DOMRect): Box => ({ left, top, width, height });

/** What is edited, on screen: the neuron, and the one that the weight comes from. */
function boxOf(layout: ParametersProps["layout"], { layer, neuron, from }: ParameterPlace, sheet: HTMLElement): Box {
  const origin = sheet.getBoundingClientRect();
  const edges = [{ l: layer, j: neuron }, ...(from === null ? [] : [{ l: layer - 1, j: from }])].map(({ l, j }) => {
    const { x, y } = layout.centres[l]?.[j] ?? { x: layout.columns[l] ?? 0, y: layout.height / 2 };
    const half = layout.strips[l] ? layout.strips[l].side / 2 : (layout.halves[l] ?? 0);
    return { left: x - half - biasRoom, right: x + half, top: y - half, bottom: y + half };
  });
  const left = Math.min(...edges.map((edge) => edge.left));
  const top = Math.min(...edges.map((edge) => edge.top));
  return {
    left: origin.left + left,
    top: origin.top + top,
    width: Math.max(...edges.map((edge) => edge.right)) - left,
    height: Math.max(...edges.map((edge) => edge.bottom)) - top,
  };
}

/** The bias's mark stands this far before its neuron. */
const biasRoom = 18;

/**
 * The focus goes into the editor when it opens, by keyboard to the value, and back to where it was, if there was any, when it closes; a
 * box that had the focus on a phone would call up its keyboard.
 */
function useFocusBack(element: { current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    const isByKeyboard = before?.matches(".parameter-handle") ?? false;
    const box = element.current?.querySelector("input");
    (isByKeyboard ? box : element.current)?.focus({ preventScroll: true });
    if (isByKeyboard) box?.select();
    return () => {
      if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
    };
  }, []);
}
