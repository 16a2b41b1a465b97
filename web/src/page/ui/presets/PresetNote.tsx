/** What to watch in the preset that the link names, as long as the experiment is that preset's. */
import { X } from "lucide";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { presets } from "./presets";
import "../../styles/presets.css";

export function PresetNote() {
  const { place, run, go } = usePlayground();
  const preset = presets.find(({ name, settings }) => name === place.value.watch && settings === run.value?.link);
  return (
    preset && (
      <p class="preset-note" role="note" aria-label="What to watch">
        <span>
          <b>{preset.label}.</b> {preset.sentence}
        </span>
        <button type="button" class="step" aria-label="Close the note" onClick={() => go({ watch: "" })}>
          <Icon of={X} size={14} />
        </button>
      </p>
    )
  );
}
