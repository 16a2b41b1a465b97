/** A table's cell with a histogram of one layer. */
import type { Histogram } from "../../../../bindings/backprop";
import { formatNumber, formatPercent, minus } from "../format";
import { drawHistogram } from "../views/histogram";
import { layerColour } from "../views/layer-colour";
import { Canvas } from "./Canvas";
import { palette } from "./palette";
import "../styles/histogram.css";

interface HistogramCellProps {
  /** null: there is none. */
  of: Histogram | null;
  name: string;
  layer: number;
  /** The output's number. */
  last: number;
}

export function HistogramCell({ of, name, layer, last }: HistogramCellProps) {
  if (of === null) return <td class="histogram">–</td>;
  return (
    <td class="histogram">
      <Canvas
        draw={(context, width, height, ratio) =>
          drawHistogram(context, width, height, ratio, of.counts, layerColour(layer, last, palette.value), palette.value.line)
        }
        describe={() => describe(of, name)}
      />
      <span class="ends" aria-hidden="true">
        {of.low === -of.high ? (
          <span>±{shortNumber(of.high)}</span>
        ) : (
          <>
            <span>{shortNumber(of.low)}</span>
            <span>{shortNumber(of.high)}</span>
          </>
        )}
      </span>
    </td>
  );
}

/** 0.25, −1, 512, 1e5 */
const shortNumber = (value: number): string =>
  minus(Math.abs(value) < 1e4 ? String(Number(value.toPrecision(3))) : value.toExponential(0).replace("+", ""));

/** Where most of them are, which is what one sees at a glance. */
function describe({ low, high, counts }: Histogram, name: string): string {
  const sum = counts.reduce((total, count) => total + count, 0);
  const width = (high - low) / counts.length;
  const most = counts.indexOf(Math.max(...counts));
  const ends = `from ${formatNumber(low + most * width)} to ${formatNumber(low + (most + 1) * width)}`;
  return `${name}, ${formatNumber(low)} to ${formatNumber(high)}: most, ${formatPercent((counts[most] ?? 0) / sum)}, lie ${ends}`;
}
