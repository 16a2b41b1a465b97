import { useId } from "preact/hooks";
import { usePlayground } from "../context";
import type { CasePair } from "./case-pairs";

interface CaseSelectProps {
  pairs: readonly CasePair[];
  /** The one on screen, if it is one of them. */
  current: CasePair | undefined;
}

/** Opens a ready case beside the one that it differs from. */
export function CaseSelect({ pairs, current }: CaseSelectProps) {
  const { lend } = usePlayground();
  const id = useId();
  const choose = (name: string): void => {
    const pair = pairs.find(({ right }) => right.name === name);
    if (pair !== undefined) lend(pair.left.settings, { other: pair.other });
  };
  return (
    <div class="field" data-tip="Two networks on the circle, of which one learns: gradients that vanish or explode, and cures.">
      <label for={id}>Ready cases</label>
      <select id={id} value={current?.right.name ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="" disabled selected={current === undefined}>
          choose one
        </option>
        {[...new Set(pairs.map(({ left }) => left))].map((left) => (
          <optgroup key={left.name} label={`${left.label}, beside`}>
            {pairs
              .filter((pair) => pair.left === left)
              .map(({ right }) => (
                <option key={right.name} value={right.name} selected={right === current?.right}>
                  {right.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
