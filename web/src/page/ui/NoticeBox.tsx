import { Info, TriangleAlert, X } from "lucide";
import { isTrouble, type Notice } from "../state/notice";
import { usePlayground } from "./context";
import { Icon } from "./Icon";

/** What the reader should know now: problems of a link or a typed number, a run that ended. It stays until taken away. */
export function NoticeBox() {
  return (
    <div class="notices">
      <Notices />
    </div>
  );
}

/** The same, without a place of its own: a dialog hides what lies under it. What is heard is there before it is said. */
export function Notices() {
  const { notice } = usePlayground();
  const current = notice.value;
  const trouble = current !== null && isTrouble(current);
  return (
    <>
      <div role="status">{current !== null && !trouble && <Told notice={current} />}</div>
      <div role="alert">{current !== null && trouble && <Told notice={current} />}</div>
    </>
  );
}

function Told({ notice }: { notice: Notice }) {
  const { dismiss, change, togglePlay, trainOn } = usePlayground();
  const take = (suggestion: NonNullable<Notice["suggestion"]>): void => {
    if ("act" in suggestion) suggestion.act();
    else if (suggestion.andThen === "train") trainOn(null, suggestion.settings);
    else {
      change(suggestion.settings);
      if (suggestion.andThen === "play") togglePlay();
    }
  };
  const { kind, sentences, suggestion } = notice;
  return (
    <div class={`notice ${isTrouble(notice) ? "trouble" : "information"}`} data-kind={kind}>
      <Icon of={isTrouble(notice) ? TriangleAlert : Info} size={18} />
      <div>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {suggestion && (
          <button type="button" class="primary" onClick={() => take(suggestion)}>
            {suggestion.label}
          </button>
        )}
      </div>
      <button type="button" class="step" aria-label="Dismiss this notice" onClick={dismiss}>
        <Icon of={X} size={14} />
      </button>
    </div>
  );
}
