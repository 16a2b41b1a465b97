import { useSignalEffect } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { usePlayground } from "../context";
import { explanations } from "../explanations";

/** A field that was just used is not overwritten by what was the value when it began. */
const quietMilliseconds = 300;

/** The slider's ends: as far as most weights go, or as a power of ten beyond this one. */
function reachOf(value: number): number {
  let reach = 5;
  while (reach < Math.abs(value)) reach *= 10;
  return reach;
}

/** 0.1234 or 12.3 and so on, as one would type it. */
const typed = (value: number): string => String(Number(value.toPrecision(5)));

/** 0,5 and −0.5 are numbers too. */
const read = (text: string): number => {
  const plain = text
    .trim()
    .replace("−", "-")
    .replace(/^([+-]?\d*),(\d+)$/, "$1.$2");
  return plain === "" ? Number.NaN : Number(plain);
};

/** The value of parameter number `at` as text and as a slider, and a button for zero. */
export function ValueFields({ at }: { at: number }) {
  const { currentFrame, editing } = usePlayground();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const touched = useRef(0);
  const isFilled = useRef(false);
  const refused = editing.refused.value;

  useSignalEffect(() => {
    const value = currentFrame.value?.parameters[at];
    if (value === undefined || slider.current === null || box.current === null) return;
    if (performance.now() < touched.current + quietMilliseconds) return;
    const reach = reachOf(value);
    if (Number(slider.current.max) < reach) setReach(slider.current, reach);
    slider.current.value = String(value);
    // While it is typed in, the box is the reader's; it is also where a refused text stays.
    const isTheirs = document.activeElement === box.current && isFilled.current;
    if (!isTheirs && editing.refused.peek() === null) box.current.value = typed(value);
    // Opened by keyboard, the box has the focus at once: what is typed then takes the place of what stands there.
    if (!isFilled.current && document.activeElement === box.current) box.current.select();
    isFilled.current = true;
  });

  const set = (value: number): void => {
    touched.current = performance.now();
    editing.set(at, value);
  };
  const both = (value: number): void => {
    if (box.current !== null) box.current.value = typed(value);
    if (slider.current !== null) slider.current.value = String(value);
    set(value);
  };
  return (
    <div class="value-fields">
      <div class="typed">
        <label for={id} data-tip={explanations.parameterValue}>
          Value
        </label>
        <input
          id={id}
          ref={box}
          type="text"
          inputMode="text"
          autocomplete="off"
          aria-invalid={refused !== null}
          aria-errormessage={`${id}-refused`}
          // It may be refused: the slider follows the network's own value.
          onChange={(event) => editing.set(at, read(event.currentTarget.value))}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            const value = read(event.currentTarget.value) + (event.key === "ArrowUp" ? 0.1 : -0.1);
            if (!Number.isNaN(value)) both(value);
          }}
        />
        <button type="button" data-tip={explanations.parameterZero} onClick={() => both(0)}>
          Zero
        </button>
      </div>
      <input
        ref={slider}
        type="range"
        aria-label="Value, by slider"
        min={-5}
        max={5}
        step={0.01}
        onInput={(event) => both(event.currentTarget.valueAsNumber)}
      />
      <p id={`${id}-refused`} class="entry-problem" role="alert">
        {refused}
      </p>
    </div>
  );
}

function setReach(slider: HTMLInputElement, reach: number): void {
  slider.min = String(-reach);
  slider.max = String(reach);
  slider.step = String(reach / 500);
}
