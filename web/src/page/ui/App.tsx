import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import type { View } from "../state/place";
import type { Playground } from "../state/playground";
import { PlaygroundContext } from "./context";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { MicroscopeView } from "./microscope/MicroscopeView";
import { NoticeBox } from "./NoticeBox";
import { PlayView } from "./PlayView";

const views: Record<View, (properties: { catalogue: Catalogue; experiment: Experiment }) => preact.JSX.Element> = {
  play: PlayView,
  microscope: MicroscopeView,
};

export function App({ playground }: { playground: Playground }) {
  const catalogue = playground.catalogue.value;
  const experiment = playground.run.value?.experiment;
  const { view } = playground.place.value;
  const Shown = views[view];
  return (
    <PlaygroundContext.Provider value={playground}>
      <Header />
      <div class="desk">
        {catalogue && experiment ? (
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
