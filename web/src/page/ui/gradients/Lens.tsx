/**
 * The lens: what happens to the error and to the gradient from layer to layer, now and over time, and what the neurons do. It shows
 * the run whose readings it is given, so that two of them can stand side by side.
 */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Catalogue, Experiment, Progress } from "../../../../../bindings/backprop";
import type { Instruments, Readings } from "../../../protocol";
import { formatCount } from "../../format";
import { ErrorTable } from "./ErrorTable";
import { exactEpoch, layerViews, type Quantity, seriesOf } from "./layers";
import { NeuronTable } from "./NeuronTable";
import { NormsByEpoch } from "./NormsByEpoch";
import { Quantities, quantities, quantityName } from "./Quantities";
import "../../styles/lens.css";

/** What the lens needs to be measured. */
export const lensInstruments: Instruments = { layers: true, layersPast: true, histograms: { bins: 24 } };

interface LensProps {
  title: string;
  /** Of the instruments above; the layers' report is there. */
  readings: Readings;
  progress: Progress;
  catalogue: Catalogue;
  experiment: Experiment;
  /** The layer that is looked at closely. */
  chosen: number;
  choose(layer: number): void;
}

export function Lens({ title, readings, progress, catalogue, experiment, chosen, choose }: LensProps) {
  const quantity = useSignal<Quantity>("error");
  const reports = readings.layers ?? [];
  const layers = layerViews(reports, readings.histograms, experiment, catalogue);
  const epoch = exactEpoch(progress);
  const series = useMemo(
    () => seriesOf(readings.layersPast, reports, epoch, quantity.value),
    [readings.layersPast, readings.layers, epoch, quantity.value],
  );
  return (
    <section class="lens" aria-label={title} data-spot="lens">
      <div class="heading">
        <h2>{title}</h2>
        <span
          class="facts"
          data-tip="Past epochs are computed from the weights that were kept on the way, with the present settings."
        >
          by epoch, log scale{readings.layersPast?.complete === false ? ", the past is coming" : ""}
        </span>
        <Quantities choices={quantities} chosen={quantity} />
      </div>
      <NormsByEpoch series={series} name={quantityName(quantity.value)} chosen={chosen} />
      <div class="tables">
        <div>
          <div class="heading">
            <h2>From the output back</h2>
            <span class="facts">now, epoch {formatCount(progress.epoch)}</span>
          </div>
          <ErrorTable layers={layers} chosen={chosen} choose={choose} />
        </div>
        <div>
          <div class="heading">
            <h2>Neurons</h2>
            <span class="facts">over the training set</span>
          </div>
          <NeuronTable layers={layers} chosen={chosen} />
        </div>
      </div>
    </section>
  );
}
