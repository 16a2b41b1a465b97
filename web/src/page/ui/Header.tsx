import { useComputed } from "@preact/signals";
import { CircleQuestionMark, CornerUpLeft, FlaskConical, Link } from "lucide";
import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import { lastOpen } from "../lessons/progress";
import { contents } from "../lessons/where";
import { addressOf } from "../state/address";
import { type View, views, writeLink } from "../state/place";
import { usePlayground } from "./context";
import { DialogButton } from "./DialogButton";
import { explanations, viewExplanations } from "./explanations";
import { useFadingEnds } from "./fading-ends";
import { Icon } from "./Icon";
import { LessonLink } from "./lessons/LessonLink";
import { usePlace } from "./use-place";
import { viewEntries } from "./views";

/** To the first control that takes the focus, as one that is hidden does not; while there is none yet, to where they come. */
function skip(): void {
  [...document.querySelectorAll<HTMLElement>("main, main :is(button, a, select, input)")].some((one) => {
    one.focus();
    return one === document.activeElement;
  });
}

export function Header() {
  return (
    <header class="top">
      <button type="button" class="primary skip" data-tip={explanations.skip} onClick={skip}>
        Skip to the content
      </button>
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
      <DialogButton tip={explanations.help} load={async () => (await import("./HelpDialog")).HelpDialog}>
        <Icon of={CircleQuestionMark} size={14} /> <span class="word">Help</span>
      </DialogButton>
      <ShareButton />
    </header>
  );
}

/** The one way back to the reader's own run, which is kept while a lesson, a preset, a ready case or a network to try something on is open. */
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
  const { place } = usePlayground();
  const now = usePlace(place, "view");
  const lesson = usePlace(place, "lesson");
  const nav = useRef<HTMLElement>(null);
  // On a phone the row scrolls: the view that is open is to be seen in it. scrollIntoView would scroll the page, too.
  const showOpen = (): void => {
    const link = nav.current?.querySelector<HTMLElement>("[aria-current]")?.getBoundingClientRect();
    const row = nav.current?.getBoundingClientRect();
    if (link && row) nav.current?.scrollBy({ left: link.left + link.width / 2 - row.left - row.width / 2 });
  };
  const fading = useFadingEnds(nav, [now], showOpen);
  return (
    <nav ref={nav} aria-label="Views and lessons" {...fading}>
      {views.map((view, index) => (
        <Fragment key={view}>
          <ViewLink view={view} isOpen={now === view} />
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

function ViewLink({ view, isOpen }: { view: View; isOpen: boolean }) {
  const { run, go, entering } = usePlayground();
  const href = useComputed(() => addressOf(writeLink(entering(view), run.value?.link ?? "")));
  return (
    <a
      href={href}
      aria-current={isOpen ? "page" : undefined}
      data-spot={`view-${view}`}
      data-tip={viewExplanations[view]}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go({ view });
      }}
    >
      {viewEntries[view].label}
    </a>
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
