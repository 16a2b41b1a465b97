import { useSignal } from "@preact/signals";
import { CircleQuestionMark, CornerUpLeft, FlaskConical, Link } from "lucide";
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { lastOpen } from "../lessons/progress";
import { contents } from "../lessons/where";
import { addressOf } from "../state/address";
import { views, writeLink } from "../state/place";
import { usePlayground } from "./context";
import { DialogButton } from "./DialogButton";
import { explanations } from "./explanations";
import { Icon } from "./Icon";
import { LessonLink } from "./lessons/LessonLink";
import { viewEntries } from "./views";

export function Header() {
  const help = useRef<HTMLDialogElement>(null);
  const openHelp = (): void => {
    help.current?.showModal();
    // The focus goes to the button at the end; the reading begins at the top.
    help.current?.scrollTo(0, 0);
  };
  return (
    <header class="top">
      <h1>
        <span class="mark" aria-hidden="true">
          ∂
        </span>
        Backprop Playground
      </h1>
      <ViewLinks />
      <KeptRun />
      <DialogButton
        class="quiet presets"
        spot="presets"
        tip={explanations.presets}
        load={async () => (await import("./presets/PresetsDialog")).PresetsDialog}
      >
        <Icon of={FlaskConical} size={14} /> <span class="word">Presets</span>
      </DialogButton>
      <button type="button" class="quiet" data-tip={explanations.help} onClick={openHelp}>
        <Icon of={CircleQuestionMark} size={14} /> <span class="help-word">Help</span>
      </button>
      <ShareButton />
      <dialog ref={help} class="help" aria-labelledby="help-title">
        <h2 id="help-title">How to read this page</h2>
        <p>
          If this is new to you, begin with <b>Lessons</b>: a course beside the page, which it sets up for you step by step. The
          views beside Play look inside the same network: number by number, line by line, layer by layer.
        </p>
        <p>
          Coloured points lie on a plane. The network is given the coordinates <i>x</i>₁ and <i>x</i>₂ of a point, or functions
          of them, and should answer which colour it has: its class, or, for some data, the value that its colour stands for.
        </p>
        <p>
          Every square is a neuron; the first column are the inputs, the last one the outputs. Its picture is the answer it
          gives at every place of the plane: blue where it is high, orange where it is low; with several classes, each output
          has its class's colour. A link is a weight: blue if positive, orange if negative, and the wider the larger. Point at a
          neuron to see its weights and its picture large.
        </p>
        <p>
          Press <b>Play</b>. In each iteration the network takes a mini-batch of points, measures how wrong it is (the cost{" "}
          <i>C</i>), finds by backpropagation the gradient, which tells how <i>C</i> changes with each weight and bias, and
          moves all of them a small step against it, scaled by the learning rate η.
        </p>
        <p>
          The curve shows the cost epoch by epoch: on the training points it learns from, and on the validation and test points
          it does not. Change anything, at any time. The link in the address bar always holds all settings, and starts that
          experiment from its beginning wherever it is opened.
        </p>
        <p>
          The two arrows beside <b>1 epoch</b> train for so many epochs, or until it cannot improve, and say what will end it.{" "}
          <b>More</b> has all other settings: inputs, initial weights, optimiser, penalties, dropout, when to stop. Its number
          says how many of them are not as usual.
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

/** The one way back to the reader's own run, which is kept while a lesson, a ready case or a network to try something on is open. */
function KeptRun() {
  const { kept, giveBack } = usePlayground();
  if (kept.value === null) return null;
  return (
    <button type="button" class="my-run" data-spot="kept" data-tip={explanations.kept} onClick={giveBack}>
      <Icon of={CornerUpLeft} size={14} /> Back to my run
    </button>
  );
}

/** Links, so that a view can be opened in a tab of its own and be bookmarked. */
function ViewLinks() {
  const { place, run, go, entering } = usePlayground();
  const { view: now, lesson } = place.value;
  const nav = useRef<HTMLElement>(null);
  // Where it reaches beyond its ends, they fade.
  const more = useSignal("");
  const look = (): void => {
    if (nav.current === null) return;
    const { scrollLeft, scrollWidth, clientWidth } = nav.current;
    const ends = [scrollLeft > 1 ? "left" : "", scrollLeft + clientWidth < scrollWidth - 1 ? "right" : ""];
    more.value = ends.filter((end) => end !== "").join(" ");
  };
  // On a phone the row scrolls: the view that is open is to be seen in it. scrollIntoView would scroll the page, too.
  const showOpen = (): void => {
    const link = nav.current?.querySelector<HTMLElement>("[aria-current]")?.getBoundingClientRect();
    const row = nav.current?.getBoundingClientRect();
    if (link && row) nav.current?.scrollBy({ left: link.left + link.width / 2 - row.left - row.width / 2 });
  };
  useEffect(() => {
    // It is called first when the row has been laid out anyway.
    const observer = new ResizeObserver(() => {
      showOpen();
      look();
    });
    if (nav.current) observer.observe(nav.current);
    return () => observer.disconnect();
  }, [now]);
  return (
    <nav ref={nav} aria-label="Views and lessons" data-more={more.value || undefined} onScroll={look}>
      {views.map((view, index) => (
        <Fragment key={view}>
          <a
            href={addressOf(writeLink(entering(view), run.value?.link ?? ""))}
            aria-current={now === view ? "page" : undefined}
            data-spot={`view-${view}`}
            data-tip={viewEntries[view].tip}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go({ view });
            }}
          >
            {viewEntries[view].label}
          </a>
          {index === 0 && (
            <LessonLink
              to={lesson === "" ? lastOpen() || contents : contents}
              class={lesson === "" ? undefined : "open"}
              spot="lessons"
              tip={explanations.lessons}
            >
              Lessons
            </LessonLink>
          )}
        </Fragment>
      ))}
    </nav>
  );
}

function ShareButton() {
  return (
    <DialogButton
      class="share"
      spot="share"
      tip={explanations.share}
      load={async () => (await import("./share/ShareDialog")).ShareDialog}
    >
      <Icon of={Link} size={14} />
      <span>Share</span>
    </DialogButton>
  );
}
