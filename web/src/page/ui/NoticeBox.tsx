import { X } from "lucide";
import type { Notice } from "../state/notice";
import { usePlayground } from "./context";
import { Icon } from "./Icon";

/** What the reader should know now: problems of a link or a typed number, a run that ended. It stays until taken away. */
export function NoticeBox() {
  return (
    <div class="notices" role="status">
      <Notices />
    </div>
  );
}

/** The same, without a place of its own: a dialog hides what lies under it. */
export function Notices() {
  const { notice, dismiss, change, togglePlay } = usePlayground();
  const current = notice.value;
  const take = (suggestion: Notice["suggestion"]): void => {
    if (suggestion === undefined) return;
    if ("act" in suggestion) {
      suggestion.act();
      return;
    }
    change(suggestion.settings);
    if (suggestion.thenPlay) togglePlay();
  };
  return (
    current && (
      <div class={`notice ${current.kind}`}>
        <div>
          {current.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {current.suggestion && (
            <button type="button" class="primary" onClick={() => take(current.suggestion)}>
              {current.suggestion.label}
            </button>
          )}
        </div>
        <button type="button" class="step" aria-label="Dismiss this notice" onClick={dismiss}>
          <Icon of={X} size={14} />
        </button>
      </div>
    )
  );
}
