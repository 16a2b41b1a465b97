/** What is said of the parameter that is pointed at, the handle of the one at which the keyboard is, and the editor of the chosen one. */
import "../../styles/parameters.css";
import { useComputed } from "@preact/signals";
import { formatNumber } from "../../format";
import { spotOf } from "../../views/parameter-marks";
import { type ParameterPlace, parameterAt } from "../../views/parameters";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { parameterWords } from "./names";
import { ParameterEditor } from "./ParameterEditor";
import { ParameterHandle } from "./ParameterHandle";
import { Derivative, ParameterName } from "./ParameterName";
import type { ParametersProps } from "./parameters-props";

export function Parameters(properties: ParametersProps) {
  const { editing } = usePlayground();
  const chosen = editing.chosen.value;
  const pointed = editing.pointed.value;
  const handle = properties.keyboard && spotOf(properties.layout, properties.keyboard);
  const isOther =
    pointed !== null && (chosen === null || parameterAt(properties.sizes, pointed) !== parameterAt(properties.sizes, chosen));
  return (
    <>
      {properties.keyboard && handle && <ParameterHandle {...properties} place={properties.keyboard} spot={handle} />}
      {isOther && <Card {...properties} place={pointed} measures={chosen === null} />}
      {chosen !== null && <ParameterEditor {...properties} place={chosen} />}
    </>
  );
}

/** A card's width at least and at most, in CSS pixels: between two layers it covers none of their neurons. */
const narrowest = 140;
const widest = 300;

/** `measures`: while another one is edited, the instrument is the editor's. */
function Card({ layout, place, measures, ...named }: ParametersProps & { place: ParameterPlace; measures: boolean }) {
  const { currentFrame } = usePlayground();
  const at = parameterAt(named.sizes, place) ?? -1;
  const value = useComputed(() => formatNumber(currentFrame.value?.parameters[at] ?? Number.NaN));
  const isFrozen = useComputed(() => currentFrame.value?.frozen.includes(at) ?? false).value;
  const spot = spotOf(layout, place);
  if (spot === null) return null;
  const isHigh = spot.y < 190;
  const edge = (l: number, side: 1 | -1): number => (layout.columns[l] ?? 0) + side * (layout.halves[l] ?? 0);
  const [from, to] = [edge(place.layer - 1, 1), edge(place.layer, -1)];
  const width = Math.max(narrowest, Math.min(to - from, widest));
  const within = (x: number): number => Math.max(width / 2, Math.min(x, layout.width - width / 2));
  return (
    <div
      class={isHigh ? "parameter-card below" : "parameter-card"}
      style={{ left: `${within((from + to) / 2)}px`, top: `${spot.y}px`, maxWidth: `${width}px` }}
      aria-hidden="true"
    >
      <p>
        <ParameterName place={place} /> = <b>{value}</b>
        {isFrozen && " · frozen"}
      </p>
      <p class="words">{parameterWords(named, place)}</p>
      {measures && <GradientLine at={at} place={place} />}
    </div>
  );
}

function GradientLine({ at, place }: { at: number; place: ParameterPlace }) {
  const { currentFrame } = usePlayground();
  useInstruments({ parameter: { at } });
  const gradient = useComputed(() => {
    const reading = currentFrame.value?.readings.parameter;
    return formatNumber(reading?.at === at ? reading.gradient : Number.NaN);
  });
  return (
    <p>
      <Derivative place={place} /> = <b>{gradient}</b>
    </p>
  );
}
