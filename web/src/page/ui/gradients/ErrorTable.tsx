/** The error on its way from the output to layer 1, as a chain of multiplications: a row for each layer, a bar for each norm. */
import { formatFactor, formatNumber, superscript } from "../../format";
import { type Decades, drawDescent, stepOf } from "../../views/descent";
import { layerColour } from "../../views/layer-colour";
import { Canvas } from "../Canvas";
import { palette } from "../palette";
import { decadesOfLayers, type LayerView } from "./layers";

interface ErrorTableProps {
  layers: readonly LayerView[];
  /** The bars' scale, where it is shared; else it just holds these layers. */
  decades?: Decades;
  /** How many labels the scale has room for. */
  mostLabels?: number;
  chosen: number;
  choose(layer: number): void;
}

export function ErrorTable({ layers, decades = decadesOfLayers(layers), mostLabels = 5, chosen, choose }: ErrorTableProps) {
  return (
    <table class="errors" data-spot="shrinkage">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">Layer</span>
          </th>
          <th scope="col" data-tip="What the transposed weights of the layer above made of its error: ‖(Wˡ⁺¹)ᵀδˡ⁺¹‖ / ‖δˡ⁺¹‖.">
            <i class="by-weights" /> × <i>W</i>
          </th>
          <th scope="col" data-tip="What the slopes of this layer's neurons made of that: ‖δˡ‖ / ‖(Wˡ⁺¹)ᵀδˡ⁺¹‖.">
            <i class="by-slopes" /> × σ′
          </th>
          <th scope="col" data-tip="The length of the layer's error: root mean square over the training set.">
            <i class="is-error" /> = ‖δ‖
          </th>
          <th scope="col" class="axis">
            <span class="visually-hidden">Both, on a logarithmic scale</span>
            <Scale decades={decades} mostLabels={mostLabels} />
          </th>
          <th scope="col" data-tip="The length of the gradient of the layer's weights: how fast it learns.">
            <i class="is-gradient" /> ‖∂C/∂W‖
          </th>
        </tr>
      </thead>
      <tbody data-spot="layer-bars">
        {layers.map((layer) => (
          <Row
            key={layer.layer}
            of={layer}
            last={layers.length}
            decades={decades}
            chosen={layer.layer === chosen}
            choose={choose}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  of: LayerView;
  last: number;
  decades: Decades;
  chosen: boolean;
  choose(layer: number): void;
}

function Row({ of, last, decades, chosen, choose }: RowProps) {
  const { layer, report, norms } = of;
  const colour = (): string => layerColour(layer, last, palette.value);
  return (
    <tr class={chosen ? "chosen" : undefined}>
      <th scope="row">
        <LayerButton of={of} last={last} chosen={chosen} choose={choose} />
      </th>
      {layer === last ? (
        <td colSpan={2} class="begins">
          BP1
        </td>
      ) : (
        <>
          <td>{formatFactor(report.shrinkageByWeights)}</td>
          <td>{formatFactor(report.shrinkageByDerivative)}</td>
        </>
      )}
      <td class="norm" id={`error-norm-${layer}`}>
        {formatNumber(norms.error)}
      </td>
      <td class="bars">
        <Canvas
          draw={(context, width, height, ratio) =>
            drawDescent(context, width, height, ratio, norms, decades, colour(), palette.value)
          }
          describe={() => describe(of)}
        />
      </td>
      <td id={`weight-gradient-norm-${layer}`}>{formatNumber(norms.weightGradient)}</td>
    </tr>
  );
}

/** A layer's name in its colour, which chooses it. */
function LayerButton({ of, last, chosen, choose }: Omit<RowProps, "decades">) {
  return (
    <button
      type="button"
      class="layer"
      aria-pressed={chosen}
      data-tip={`Look at ${of.title} closely: its line in the chart, its slope, its step of the chain.`}
      onClick={() => choose(of.layer)}
    >
      <i style={{ background: layerColour(of.layer, last, palette.value) }} />
      <span>{of.title}</span>
    </button>
  );
}

/** The powers of ten at the bars' lines. */
function Scale({ decades: { low, high }, mostLabels }: { decades: Decades; mostLabels: number }) {
  const step = stepOf(low, high);
  const powers = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
  const every = Math.ceil(powers.length / mostLabels);
  return (
    <span class="powers" aria-hidden="true">
      {powers
        .filter((_, i) => i % every === 0)
        .map((power) => {
          const place = (100 * (power - low)) / (high - low);
          // Within the bars' ends: from left of the label at the left end to right of it at the right end.
          return (
            <span key={power} style={{ left: `${place}%`, transform: `translateX(${-place}%)` }}>
              {powerOfTen(power)}
            </span>
          );
        })}
    </span>
  );
}

const powerOfTen = (power: number): string => (power === 0 ? "1" : `10${power < 0 ? "⁻" : ""}${superscript(Math.abs(power))}`);

function describe({ title, norms, report }: LayerView): string {
  const lengths = `error ${formatNumber(norms.error)}, gradient of its weights ${formatNumber(norms.weightGradient)}`;
  const way = Number.isNaN(norms.above)
    ? ""
    : `; the error above was ${formatNumber(norms.above)}, the weights multiplied it by ${formatFactor(report.shrinkageByWeights)}, the slopes by ${formatFactor(report.shrinkageByDerivative)}`;
  return `${title}: ${lengths}${way}`;
}
