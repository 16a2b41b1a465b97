import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Catalogue } from "../../../../../bindings/backprop";
import type { Run } from "../../state/playground";
import { usePlayground } from "../context";
import type { ChosenPoint as Point } from "./chosen";

interface ChosenPointProps {
  catalogue: Catalogue;
  run: Run;
  point: Point;
}

type Panel = typeof import("./PointPanel").PointPanel;

/** The panel of the chosen point, whose code is loaded when a point is first chosen. */
export function ChosenPoint({ catalogue, run, point }: ChosenPointProps) {
  const { load } = usePlayground();
  const panel = useSignal<{ component: Panel } | null>(null);
  const index = point.index.value;
  const isWanted = index !== null;
  useEffect(() => {
    if (!isWanted || panel.value !== null) return;
    void load(import("./PointPanel")).then((part) => {
      panel.value = part && { component: part.PointPanel };
    });
  }, [isWanted]);
  const Panel = panel.value?.component;
  return (
    <>{Panel && index !== null && <Panel catalogue={catalogue} run={run} index={index} onClose={() => point.choose(null)} />}</>
  );
}
