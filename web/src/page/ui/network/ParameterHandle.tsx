import { useLayoutEffect, useRef } from "preact/hooks";
import { formatWeight } from "../../format";
import { type ParameterPlace, parameterAt, parameterName } from "../../views/parameters";
import { useDescription } from "../Canvas";
import { usePlayground } from "../context";
import { type Named, parameterWords } from "./names";

interface ParameterHandleProps extends Named {
  place: ParameterPlace;
  spot: { x: number; y: number };
}

/** The parameter at which the arrow keys have come: Enter opens its editor. */
export function ParameterHandle({ place, spot, ...named }: ParameterHandleProps) {
  const { currentFrame, editing } = usePlayground();
  const button = useRef<HTMLButtonElement>(null);
  const at = parameterAt(named.sizes, place) ?? -1;
  const update = useDescription(button, () => {
    const frame = currentFrame.peek();
    const isFrozen = frame?.frozen.includes(at) ? ", frozen" : "";
    const value = formatWeight(frame?.parameters[at] ?? Number.NaN);
    return `${parameterName(named.sizes, at)}, ${parameterWords(named, place)}: ${value}${isFrozen}. Enter edits it`;
  });
  useLayoutEffect(() => {
    update();
    button.current?.focus({ preventScroll: false });
  }, [at]);
  return (
    <button
      ref={button}
      type="button"
      class="parameter-handle"
      style={{ left: `${spot.x}px`, top: `${spot.y}px` }}
      onClick={() => editing.choose(place)}
    />
  );
}
