/** What the neurons of each layer do: how many are saturated or dead, and which values their activations and slopes take. */
import { formatPercent } from "../../format";
import { layerColour } from "../../views/layer-colour";
import { HistogramCell } from "../HistogramCell";
import { palette } from "../palette";
import type { LayerView } from "./layers";

export function NeuronTable({ layers, chosen }: { layers: readonly LayerView[]; chosen: number }) {
  return (
    <table class="neurons" data-spot="histograms">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">Layer</span>
          </th>
          <th
            scope="col"
            data-tip="Share of neurons and examples whose slope is below a twentieth of the largest: they hardly let the error through. Of sigmoid and tanh."
          >
            saturated
          </th>
          <th
            scope="col"
            data-tip="Share of neurons whose slope is 0 for every example: no error comes through, they cannot learn."
          >
            dead
          </th>
          <th
            scope="col"
            data-tip="Which values the activations take over the training set, between the lowest and the highest that there can be."
          >
            <i>a</i>
          </th>
          <th scope="col" data-tip="Which values the slopes take: the further left they pile up, the less error comes through.">
            σ′(<i>z</i>)
          </th>
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => (
          <Row key={layer.layer} of={layer} last={layers.length} chosen={layer.layer === chosen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ of, last, chosen }: { of: LayerView; last: number; chosen: boolean }) {
  const { layer, title, report, histograms } = of;
  return (
    <tr class={chosen ? "chosen" : undefined}>
      <th scope="row">
        <span class="layer">
          <i style={{ background: layerColour(layer, last, palette.value) }} />
          <span>{title}</span>
        </span>
      </th>
      <td>{formatPercent(report.saturated)}</td>
      <td>{formatPercent(report.dead)}</td>
      <HistogramCell of={histograms?.activations ?? null} name={`Activations of ${title}`} layer={layer} last={last} />
      <HistogramCell of={histograms?.derivatives ?? null} name={`Slopes of ${title}`} layer={layer} last={last} />
    </tr>
  );
}
