/** Experiments that show something: one click opens one in Play, and what to watch stands above it. */
import type { Case } from "../case";
import { usePlayground } from "../context";
import { DialogEnd } from "../DialogEnd";
import { useModal } from "../modal";
import { groups } from "./presets";
import "../../styles/presets.css";
import "../../styles/reading-dialogs.css";

export function PresetsDialog({ onClose }: { onClose(): void }) {
  const { lend, run } = usePlayground();
  const dialog = useModal();
  const choose = ({ name, settings }: Case): void => {
    dialog.current?.close();
    lend(settings, { view: "play", watch: name });
  };
  return (
    <dialog ref={dialog} class="presets-dialog" aria-labelledby="presets-title" onClose={onClose}>
      <h2 id="presets-title">Presets</h2>
      <p class="facts">Your own run is kept meanwhile, and comes back just as you left it. Press Play and watch.</p>
      <div class="preset-groups">
        {groups.map(({ title, presets }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {presets.map((preset) => (
                <li key={preset.name}>
                  <button
                    type="button"
                    aria-current={run.value?.link === preset.settings ? "true" : undefined}
                    onClick={() => choose(preset)}
                  >
                    <b>{preset.label}</b>
                    <span>{preset.sentence}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <DialogEnd>Close</DialogEnd>
    </dialog>
  );
}
