import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { View } from "../state/place";
import type { Playground } from "../state/playground";
import { PlaygroundContext } from "./context";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { NoticeBox } from "./NoticeBox";
import { type ViewComponent, viewEntries } from "./views";

export function App({ playground }: { playground: Playground }) {
  const catalogue = playground.catalogue.value;
  const experiment = playground.run.value?.experiment;
  const { view } = playground.place.value;
  const Shown = useView(view);
  return (
    <PlaygroundContext.Provider value={playground}>
      <Header />
      <div class="desk">
        {catalogue && experiment && Shown ? (
          <main class={`${view}-view`}>
            <Shown catalogue={catalogue} experiment={experiment} />
          </main>
        ) : (
          <main aria-busy="true" />
        )}
      </div>
      {catalogue && experiment && <Footer catalogue={catalogue} experiment={experiment} />}
      <NoticeBox />
    </PlaygroundContext.Provider>
  );
}

/** The view's component once its code is there. */
function useView(view: View): ViewComponent | null {
  const loaded = useSignal<{ view: View; component: ViewComponent } | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const component = await viewEntries[view].load();
      if (wanted) loaded.value = { view, component };
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [view]);
  return loaded.value?.view === view ? loaded.value.component : null;
}
