import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { View } from "../state/place";
import type { Playground } from "../state/playground";
import { PlaygroundContext } from "./context";
import { Footer } from "./Footer";
import { createHolders, HoldersContext } from "./glossed/holders";
import { Header } from "./Header";
import { inOneColumn } from "./in-one-column";
import { NoticeBox } from "./NoticeBox";
import { usePlace } from "./use-place";
import { type ViewComponent, viewEntries } from "./views";
import { Welcome } from "./Welcome";

export function App({ playground }: { playground: Playground }) {
  const catalogue = playground.catalogue.value;
  const experiment = playground.run.value?.experiment;
  const view = usePlace(playground.place, "view");
  const lesson = usePlace(playground.place, "lesson");
  const Lessons = useLessons(lesson !== "", playground);
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
            <main aria-busy="true" style={came.current ? undefined : { "--late": `${1 - performance.now() / 1000}s` }} />
          )}
        </div>
      </div>
      {inOneColumn.value || <Welcome />}
      {catalogue && experiment && <Footer catalogue={catalogue} experiment={experiment} />}
      <NoticeBox />
    </PlaygroundContext.Provider>
  );
}

/** The lessons' component once they were wanted and their code is there; it stays. */
function useLessons(wanted: boolean, { load }: Playground): ComponentType | null {
  const loaded = useSignal<{ component: ComponentType } | null>(null);
  useEffect(() => {
    if (!wanted || loaded.value !== null) return;
    void load(import("./lessons/Lessons")).then((part) => {
      loaded.value = part && { component: part.Lessons };
    });
  }, [wanted]);
  return loaded.value?.component ?? null;
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
