import { useSignal } from "@preact/signals";
import { Check, CircleQuestionMark, Link } from "lucide";
import { useRef } from "preact/hooks";
import { explanations } from "./explanations";
import { Icon } from "./Icon";

export function Header() {
  const help = useRef<HTMLDialogElement>(null);
  return (
    <header class="top">
      <h1>
        <span class="mark" aria-hidden="true">
          ∂
        </span>
        Backprop Playground
      </h1>
      <p class="tagline">Watch a neural network learn, weight by weight.</p>
      <button type="button" class="quiet" data-tip={explanations.help} onClick={() => help.current?.showModal()}>
        <Icon of={CircleQuestionMark} size={14} /> Help
      </button>
      <ShareButton />
      <dialog ref={help} class="help" aria-labelledby="help-title">
        <h2 id="help-title">How to read this page</h2>
        <p>
          Blue and orange points lie on a plane. The network sees the coordinates <i>x</i>₁ and <i>x</i>₂ of a point and should
          answer which colour it is: towards blue for one class, towards orange for the other.
        </p>
        <p>
          Every square is a neuron. Its picture is the answer it gives at every place of the plane. A link is a weight: blue if
          positive, orange if negative, and the wider the stronger. Point at a neuron to see its picture large.
        </p>
        <p>
          Press <b>Play</b>. In each iteration the network takes a mini-batch of points, measures how wrong it is (the cost{" "}
          <i>C</i>), finds out by backpropagation how each weight and bias shares in that, and moves all of them a small step,
          of length set by η, the way that makes the cost smaller.
        </p>
        <p>
          The curve shows the cost epoch by epoch: on the training points it learns from, and on validation and test points it
          has never learned from. Change anything, at any time; the link in the address bar is always the whole experiment.
        </p>
        <p>
          Space starts and pauses. Everything can be reached with the Tab key, and every control explains itself when you point
          at it, focus it or hold it.
        </p>
        <form method="dialog">
          <button type="submit" class="primary">
            Got it
          </button>
        </form>
      </dialog>
    </header>
  );
}

function ShareButton() {
  const copied = useSignal(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      // Without the clipboard's permission the link can still be taken by hand.
      prompt("Copy this link:", location.href);
      return;
    }
    copied.value = true;
    setTimeout(() => {
      copied.value = false;
    }, 2000);
  };
  return (
    <button type="button" class="share" data-tip={explanations.share} onClick={copy}>
      <Icon of={copied.value ? Check : Link} size={14} />
      <span aria-live="polite">{copied.value ? "Link copied" : "Share"}</span>
    </button>
  );
}
