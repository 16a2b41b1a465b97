import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { View } from "../state/place";
import type { Playground } from "../state/playground";
import { PlaygroundContext } from "./context";
import { Footer } from "./Footer";
import { createHolders, HoldersContext } from "./glossed/holders";
import { Header } from "./Header";
import { inOneColumn } from "./in-one-column";
import { NoticeBox } from "./NoticeBox";
import { usePart } from "./use-part";
import { usePlace } from "./use-place";
import { type ViewComponent, viewEntries } from "./views";
import { Welcome } from "./Welcome";

/** What is left, when this is first drawn, of the second after which the page says that one waits. */
const late = `${1000 - performance.now()}ms`;

export function App({ playground }: { playground: Playground }) {
  const catalogue = playground.catalogue.value;
  const experiment = playground.run.value?.experiment;
  const view = usePlace(playground.place, "view");
  const lesson = usePlace(playground.place, "lesson");
  const Lessons = usePart(lesson !== "", async () => (await import("./lessons/Lessons")).Lessons, playground);
  const holders = useMemo(createHolders, [view]);
  const Shown = useView(view, playground);
  /** Until then one has waited since the page was opened, and what the HTML said of that stays said. */
  const came = useRef(false);
  came.current ||= !!(catalogue && Shown);
  return (
    <PlaygroundContext.Provider value={playground}>
      <Header />
      {inOneColumn.value && <Welcome />}
      <div class="desk">
        {Lessons && <Lessons />}
        <div class="room">
          {catalogue && experiment && Shown ? (
            <main class={`${view}-view`}>
              <HoldersContext.Provider value={holders}>
                <Shown catalogue={catalogue} experiment={experiment} />
              </HoldersContext.Provider>
            </main>
          ) : (
            <main aria-busy="true" tabIndex={-1} style={came.current ? undefined : { "--late": late }} />
          )}
        </div>
      </div>
      {inOneColumn.value || <Welcome />}
      {catalogue && experiment && <Footer catalogue={catalogue} experiment={experiment} />}
      <NoticeBox />
    </PlaygroundContext.Provider>
  );
}

/** The view's component once its code is there. */
function useView(view: View, { load }: Playground): ViewComponent | null {
  const loaded = useSignal<{ view: View; component: ViewComponent } | null>(null);
  useEffect(() => {
    let wanted = true;
    void load(viewEntries[view].load()).then((component) => {
      if (wanted && component !== null) loaded.value = { view, component };
    });
    return () => {
      wanted = false;
    };
  }, [view]);
  return loaded.value?.view === view ? loaded.value.component : null;
}
