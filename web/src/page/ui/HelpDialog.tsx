/** What the pictures on the page mean, in a few short paragraphs. */
import "../styles/reading-dialogs.css";
import { useLayoutEffect } from "preact/hooks";
import { DialogEnd } from "./DialogEnd";
import { useModal } from "./modal";

export function HelpDialog({ onClose }: { onClose(): void }) {
  const dialog = useModal();
  // The focus goes to the button at the end; the reading begins at the top.
  useLayoutEffect(() => dialog.current?.scrollTo(0, 0), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">How to read this page</h2>
      <p>
        If this is new to you, begin with <b>Lessons</b>: a course beside the page, which it sets up for you step by step. The
        views beside Play look inside the same network: number by number, line by line, layer by layer.
      </p>
      <p>
        Coloured points lie on a plane. The network is given the coordinates <i>x</i>₁ and <i>x</i>₂ of a point, or functions of
        them, and should answer which colour it has: its class, or, for some data, the value that its colour stands for.
      </p>
      <p>
        Every square is a neuron; the first column are the inputs, the last one the outputs. Its picture is the answer it gives
        at every place of the plane: blue where it is high, orange where it is low; with several classes, each output has its
        class's colour. A link is a weight: blue if positive, orange if negative, and the wider the larger. Point at a neuron to
        see its weights and its picture large. The dot beside it is its bias. Click a weight or a bias to set or freeze it, and
        a point to see all of its numbers.
      </p>
      <p>
        Press <b>Play</b>. In each iteration the network takes a mini-batch of points, measures how wrong it is (the cost{" "}
        <i>C</i>), finds by backpropagation the gradient, which tells how <i>C</i> changes with each weight and bias, and moves
        all of them a small step against it, scaled by the learning rate η.
      </p>
      <p>
        The curve shows the cost epoch by epoch: on the training points it learns from, and on the validation and test points it
        does not. Change anything, at any time. The link in the address bar always holds all settings, and starts that
        experiment from its beginning wherever it is opened.
      </p>
      <p>
        <b>Further</b> trains for so many epochs, or until it cannot improve, and says what will end it. <b>More</b> has all
        other settings: initial weights, optimiser, penalties, dropout, when to stop. Its number says how many of them are not
        as usual.
      </p>
      <p>
        Space starts and pauses. Everything can be reached with the Tab key, and every control explains itself when you point at
        it, focus it or hold it.
      </p>
      <DialogEnd>Got it</DialogEnd>
    </dialog>
  );
}
