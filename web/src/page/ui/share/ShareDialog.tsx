/** The link of this experiment, to be copied; a box that opens any link; and what a link for a class hides. */
import { useSignal } from "@preact/signals";
import { Check, Copy } from "lucide";
import { useId, useRef } from "preact/hooks";
import { formatCount } from "../../format";
import { addressOf } from "../../state/address";
import { linkIn } from "../../state/open-link";
import { longestSafeLink } from "../../state/own";
import { writeLink } from "../../state/place";
import { usePlayground } from "../context";
import { DialogEnd } from "../DialogEnd";
import { Checkbox } from "../fields";
import { spotsIn } from "../hiding";
import { Icon } from "../Icon";
import { useModal } from "../modal";
import { hidable } from "./hidable";
import "../../styles/share.css";

export function ShareDialog({ onClose }: { onClose(): void }) {
  const dialog = useModal();
  return (
    <dialog ref={dialog} class="share-dialog" aria-labelledby="share-title" onClose={onClose}>
      <h2 id="share-title">Share this experiment</h2>
      <OwnLink />
      <HiddenControls />
      <OpenLink onOpened={() => dialog.current?.close()} />
      <DialogEnd>Done</DialogEnd>
    </dialog>
  );
}

/** Whether it was written there. A page that is no secure context has no clipboard. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function OwnLink() {
  const { run, place, altered } = usePlayground();
  const box = useRef<HTMLInputElement>(null);
  const copied = useSignal(false);
  const link = addressOf(writeLink(place.value, run.value?.link ?? ""));
  const copy = async (): Promise<void> => {
    box.current?.select();
    // Without the clipboard, or its permission, the link, now selected, can still be taken by hand.
    copied.value = await toClipboard(link);
    setTimeout(() => {
      copied.value = false;
    }, 2000);
  };
  return (
    <section>
      {altered.value ? (
        <p>
          The link holds all settings, but not this run, which was changed on its way or by hand: what it starts has the present
          settings from the first iteration on, and none of the weights and biases that were set or frozen by hand.
        </p>
      ) : (
        <p>
          The link holds all settings. It starts this experiment from its beginning, with the same numbers to the last bit, in
          any browser.
        </p>
      )}
      {link.length > longestSafeLink && (
        <p>
          With your points in it, it has {formatCount(link.length)} characters, and many programs that pass it on cut it: send
          the points as a CSV beside it. Details, under Data, has them.
        </p>
      )}
      <div class="link-row">
        <input ref={box} type="text" readOnly aria-label="Link of this experiment" value={link} />
        <button type="button" class="primary" onClick={copy}>
          <Icon of={copied.value ? Check : Copy} size={14} /> <span aria-live="polite">{copied.value ? "Copied" : "Copy"}</span>
        </button>
      </div>
    </section>
  );
}

/** What is unticked is hidden, here and for everybody who opens the link. */
function HiddenControls() {
  const { place, go } = usePlayground();
  const hidden = spotsIn(place.value.hide);
  const toggle = (spots: readonly string[], shown: boolean): void => {
    const others = hidden.filter((spot) => !spots.includes(spot));
    go({ hide: (shown ? others : [...others, ...spots]).join(",") });
  };
  return (
    <details open={hidden.length > 0}>
      <summary>For a class: choose which controls the link shows</summary>
      <div class="shown-controls">
        {hidable.map(({ label, spots }) => (
          <Checkbox
            key={label}
            label={label}
            checked={!spots.some((spot) => hidden.includes(spot))}
            onChange={(shown) => toggle(spots, shown)}
          />
        ))}
      </div>
    </details>
  );
}

function OpenLink({ onOpened }: { onOpened(): void }) {
  const id = useId();
  const text = useSignal("");
  const complaint = useSignal("");
  const open = (): void => {
    const link = linkIn(text.value);
    if (link === null) {
      complaint.value =
        text.value.trim() === ""
          ? "Paste an address into the box first."
          : "There are no settings in this: what opens an experiment stands after the # of its address.";
      return;
    }
    onOpened();
    // As if the address had been typed: Back leads to where the reader was.
    location.hash = link;
  };
  return (
    <section>
      <h3>
        <label for={id}>Open a link</label>
      </h3>
      <p>From here, or from TensorFlow Playground: its address opens the same set-up.</p>
      <form
        class="link-row"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <input
          id={id}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://… #…"
          value={text.value}
          aria-describedby={`${id}-complaint`}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            complaint.value = "";
          }}
        />
        <button type="submit" class="primary">
          Open
        </button>
      </form>
      <p id={`${id}-complaint`} class="share-complaint" role="alert">
        {complaint.value}
      </p>
    </section>
  );
}
