/** Layer by layer: which values activations, weights and gradients take. */
import type { Experiment } from "../../../../../bindings/backprop";
import { superscript } from "../../format";
import { binned } from "../../views/binning";
import { layerColour } from "../../views/layer-colour";
import { biasAt, weightAt } from "../../views/parameters";
import { usePlayground } from "../context";
import { HistogramCell } from "../HistogramCell";
import { useInstruments } from "../instruments";
import { palette } from "../palette";

const bins = 32;

export function LayerHistograms({ experiment }: { experiment: Experiment }) {
  useInstruments({ histograms: { bins }, gradient: true });
  const { currentFrame, run } = usePlayground();
  const frame = currentFrame.value;
  const sizes = run.value?.sizes ?? [];
  const { histograms, gradient } = frame?.readings ?? {};
  const last = sizes.length - 1;
  if (!frame || !histograms || !gradient || histograms.length !== last || gradient.length !== frame.parameters.length)
    return null;
  const weightsOf = (flat: Float32Array | Float64Array, layer: number) =>
    binned(flat.subarray(weightAt(sizes, layer, 0, 0), biasAt(sizes, layer, 0)), bins);
  return (
    <>
      <p class="figure-text">
        The activations are those of all training points; the gradient is that of the next mini-batch. Where activations pile up
        at both ends, neurons are saturated; where gradients are all near 0, the layer hardly learns.
      </p>
      <table class="layer-histograms">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Layer</span>
            </th>
            <th
              scope="col"
              data-tip="Which values the activations take over the training set, each neuron with each point once."
            >
              activations <i>a</i>
            </th>
            <th scope="col" data-tip="Which values the layer's weights have.">
              weights <i>w</i>
            </th>
            <th
              scope="col"
              data-tip="Which values the gradient of the layer's weights has in the next mini-batch, without penalties."
            >
              gradient ∂<i>C</i>/∂<i>w</i>
            </th>
          </tr>
        </thead>
        <tbody>
          {histograms.map((of, i) => {
            const layer = i + 1;
            const title = layer === last ? "Output" : `Layer ${layer}`;
            const cell = { layer, last };
            return (
              <tr key={layer}>
                <th scope="row">
                  <i class="layer-swatch" style={{ background: layerColour(layer, last, palette.value) }} /> {title}
                  <small>
                    W{superscript(layer)}, {experiment.activations[i] ?? experiment.output}
                  </small>
                </th>
                <HistogramCell of={of.activations} name={`Activations of ${title}`} {...cell} />
                <HistogramCell of={weightsOf(frame.parameters, layer)} name={`Weights of ${title}`} {...cell} />
                <HistogramCell of={weightsOf(gradient, layer)} name={`Gradient of ${title}`} {...cell} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
