/** The size of the error and of the gradient in each layer, as bars on a logarithmic scale. */
import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { Moment } from "../../../protocol";
import { formatNumber, superscript } from "../../format";

/** The bars' ends: norms smaller than the first are shown as none. */
const smallest = 1e-8;
const largest = 10;

export function LayerErrors({ sizes, moment }: { sizes: readonly number[]; moment: ReadonlySignal<Moment | null> }) {
  return (
    <table class="layer-errors">
      <thead>
        <tr>
          <th scope="col">layer</th>
          <th scope="col">‖δˡ‖</th>
          <th scope="col">‖∂C/∂Wˡ‖</th>
        </tr>
      </thead>
      <tbody>
        {sizes
          .slice(1)
          .map((_, l) => l + 1)
          .toReversed()
          .map((layer) => (
            <LayerRow key={layer} layer={layer} moment={moment} />
          ))}
      </tbody>
    </table>
  );
}

function LayerRow({ layer, moment }: { layer: number; moment: ReadonlySignal<Moment | null> }) {
  const report = useComputed(() => moment.value?.readings.layers?.[layer - 1]).value;
  return (
    <tr>
      <th scope="row">{superscript(layer)}</th>
      <Norm value={report?.errorNorm ?? Number.NaN} />
      <Norm value={report?.weightGradientNorm ?? Number.NaN} />
    </tr>
  );
}

function Norm({ value }: { value: number }) {
  const share = Math.log(value / smallest) / Math.log(largest / smallest);
  return (
    <td>
      <i style={{ width: `${100 * Math.max(0, Math.min(1, Number.isNaN(share) ? 0 : share))}%` }} />
      <span>{formatNumber(value)}</span>
    </td>
  );
}
