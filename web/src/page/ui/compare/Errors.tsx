/** The error on its way back through the layers of one of the two networks. */
import type { ReadonlySignal } from "@preact/signals";
import type { Catalogue } from "../../../../../bindings/backprop";
import type { Moment, PlanePicture, RunDescription } from "../../../protocol";
import { usePlayground } from "../context";
import { ErrorTable } from "../gradients/ErrorTable";
import { decadesOfLayers, type LayerView, layerOf, layerViews } from "../gradients/layers";

export interface SideRun {
  run: RunDescription;
  moment: ReadonlySignal<Moment | null>;
  plane: ReadonlySignal<PlanePicture | null>;
}

interface ErrorsProps {
  title: string;
  catalogue: Catalogue;
  own: SideRun;
  /** The run beside it, whose bars have the same scale. */
  beside: SideRun | null;
}

export function Errors({ title, catalogue, own, beside }: ErrorsProps) {
  const { place, go } = usePlayground();
  const layers = viewsOf(catalogue, own);
  const both = [...layers, ...(beside === null ? [] : viewsOf(catalogue, beside))];
  return (
    <div class="lens">
      <p class="whose" aria-hidden="true">
        <i class="swatch" /> {title}
      </p>
      {layers.length > 0 && (
        <ErrorTable
          layers={layers}
          decades={decadesOfLayers(both)}
          mostLabels={3}
          chosen={layerOf(place.value.phase, layers.length)}
          choose={(layer) => go({ phase: `layer.${layer}` })}
        />
      )}
    </div>
  );
}

/** Empty until there is a reading of this run. */
function viewsOf(catalogue: Catalogue, { run, moment }: SideRun): LayerView[] {
  const reports = moment.value?.readings.layers ?? [];
  return reports.length === run.sizes.length - 1 ? layerViews(reports, undefined, run.experiment, catalogue) : [];
}
