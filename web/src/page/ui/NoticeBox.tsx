import { X } from "lucide";
import { usePlayground } from "./context";
import { Icon } from "./Icon";

/** What the reader should know now: problems of a link or a typed number, a run that diverged. It stays until taken away. */
export function NoticeBox() {
  const { notice, dismiss, change } = usePlayground();
  const current = notice.value;
  return (
    <div class="notices" role="status">
      {current && (
        <div class={`notice ${current.kind}`}>
          <div>
            {current.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {current.suggestion && (
              <button type="button" class="primary" onClick={() => current.suggestion && change(current.suggestion.settings)}>
                {current.suggestion.label}
              </button>
            )}
          </div>
          <button type="button" class="step" aria-label="Dismiss this notice" onClick={dismiss}>
            <Icon of={X} size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
