/** The seal on the test set, which the reader breaks, and what is said from then on. */
import { useComputed } from "@preact/signals";
import { LockKeyhole } from "lucide";
import { usePlayground } from "./context";
import { explanations } from "./explanations";
import { Icon } from "./Icon";

/** In place of the numbers of a test set that has points. */
export function TestSeal() {
  const { go } = usePlayground();
  return (
    <button
      type="button"
      class="seal"
      aria-label="Open the test set"
      data-tip={explanations.openTest}
      onClick={(event) => {
        // The button goes; the numbers come in its place.
        event.currentTarget.closest("dd")?.focus();
        go({ seal: "0" });
      }}
    >
      <Icon of={LockKeyhole} size={12} /> Open
    </button>
  );
}

/** How often a setting was changed since it was opened, in no more room than there is beside the name; nothing if it was not. */
export function TunedMark() {
  const { seal } = usePlayground();
  const tuned = useComputed(() => seal.tuned.value ?? 0).value;
  if (tuned === 0) return null;
  return (
    <span class="tuned" data-tip={explanations.tuned}>
      <span class="visually-hidden">tuned </span>
      {tuned}×
    </span>
  );
}

/** The same in a sentence. */
export function SealSentence() {
  const { seal } = usePlayground();
  return <>{useComputed(() => sealSentence(seal.visible.value, seal.tuned.value))}</>;
}

/** `tuned` is null while the set is sealed or seals are off. */
function sealSentence(visible: boolean, tuned: number | null): string {
  if (!visible) return "Sealed: its cost and points are hidden until you open it.";
  if (tuned === null) return "Always open: its cost and points are shown.";
  if (tuned === 0) return "Open: its cost and points are shown.";
  return `Open, and tuned ${tuned === 1 ? "once" : `${tuned} times`} after looking.`;
}
