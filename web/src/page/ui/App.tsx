import type { Playground } from "../state/playground";
import { ControlBar } from "./ControlBar";
import { CostPanel } from "./CostPanel";
import { PlaygroundContext } from "./context";
import { DataPanel } from "./DataPanel";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { NetworkPanel } from "./NetworkPanel";
import { NoticeBox } from "./NoticeBox";
import { OutputPanel } from "./OutputPanel";

export function App({ playground }: { playground: Playground }) {
  const catalogue = playground.catalogue.value;
  const experiment = playground.run.value?.experiment;
  return (
    <PlaygroundContext.Provider value={playground}>
      <Header />
      {catalogue && experiment ? (
        <main>
          <ControlBar catalogue={catalogue} experiment={experiment} />
          <DataPanel catalogue={catalogue} experiment={experiment} />
          <NetworkPanel catalogue={catalogue} experiment={experiment} />
          <OutputPanel catalogue={catalogue} experiment={experiment} />
          <CostPanel key={String(experiment.classes === 0)} experiment={experiment} />
        </main>
      ) : (
        <main aria-busy="true" />
      )}
      {catalogue && experiment && <Footer catalogue={catalogue} experiment={experiment} />}
      <NoticeBox />
    </PlaygroundContext.Provider>
  );
}
