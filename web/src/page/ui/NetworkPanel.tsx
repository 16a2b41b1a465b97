import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { fieldLabels } from "../field-labels";
import { formatCount, formatWeight } from "../format";
import { drawLinks } from "../views/links";
import { layOutNetwork, type NetworkLayout } from "../views/network-layout";
import { type LayerSizes, parameterCount } from "../views/parameters";
import { Canvas } from "./Canvas";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { Counter, Select } from "./fields";
import { Neuron } from "./Neuron";
import { featureRoom } from "./NeuronPicture";
import { palette } from "./palette";
import { useSize } from "./size";

/** Room above the neurons for each layer's name and controls, in CSS pixels; controls are larger where fingers use them. */
const headRoom = matchMedia("(pointer: coarse)").matches ? 104 : 84;

export function NetworkPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { change, run } = usePlayground();
  const sizes = run.value?.sizes ?? [];
  const setDepth = (depth: number): void => change({ layers: resized(experiment.layers, depth, 4) });
  return (
    <section class="network" data-spot="network" aria-labelledby="network-title">
      <div class="heading">
        <h2 id="network-title">Network</h2>
        <span class="facts">
          {sizes.join(" → ")} · {formatCount(parameterCount(sizes))} parameters
        </span>
        <div
          class="depth"
          role="group"
          aria-label={fieldLabels.layers}
          data-spot="depth layers"
          data-tip={fieldExplanations.layers}
        >
          <span>{fieldLabels.layers}</span>
          <Counter
            of="hidden layer"
            count={experiment.layers.length}
            low={0}
            high={catalogue.mostHiddenLayers}
            tips={{ add: explanations.addLayer, remove: explanations.removeLayer }}
            onChange={setDepth}
          />
        </div>
      </div>
      <Drawing catalogue={catalogue} experiment={experiment} sizes={sizes} />
    </section>
  );
}

/** The same list with `length` entries: shortened, or continued with `fill`. */
function resized(list: readonly number[], length: number, fill: number): number[] {
  return Array.from({ length }, (_, i) => list[i] ?? fill);
}

interface DrawingProps {
  catalogue: Catalogue;
  experiment: Experiment;
  sizes: LayerSizes;
}

function Drawing({ catalogue, experiment, sizes }: DrawingProps) {
  const frameElement = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frameElement).value;
  const layout = width > 0 ? layOutNetwork(sizes, width, height, headRoom, featureRoom(catalogue, experiment)) : null;
  return (
    <div
      class="drawing"
      ref={frameElement}
      tabIndex={layout && layout.width > width ? 0 : -1}
      role="group"
      aria-label="The network, drawn"
    >
      {layout && (
        <div class="sheet" style={{ width: `${layout.width}px` }}>
          <Links layout={layout} sizes={sizes} />
          {sizes.map((_, l) => (
            <Head key={l} layer={l} x={layout.columns[l] ?? 0} catalogue={catalogue} experiment={experiment} />
          ))}
          {layout.left.map(
            (count, l) =>
              count > 0 && (
                <span key={l} class="more" style={{ left: `${layout.columns[l]}px` }}>
                  and {count} more
                </span>
              ),
          )}
          {layout.centres.map((column, layer) =>
            column.map((centre, neuron) => (
              <Neuron
                key={`${layer} ${neuron}`}
                place={{ layer, neuron }}
                centre={centre}
                side={layer === sizes.length - 1 ? layout.outputSide : layout.side}
                sizes={sizes}
                catalogue={catalogue}
                experiment={experiment}
              />
            )),
          )}
        </div>
      )}
    </div>
  );
}

function Links({ layout, sizes }: { layout: NetworkLayout; sizes: LayerSizes }) {
  const { currentFrame } = usePlayground();
  const parameters = useComputed(() => currentFrame.value?.parameters);
  return (
    <Canvas
      class="links"
      describe={() => describeLinks(sizes, parameters.peek())}
      draw={(context, _width, _height, ratio) => {
        const flat = parameters.value;
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        if (flat?.length === parameterCount(sizes)) drawLinks(context, layout, sizes, flat, palette.value);
      }}
    />
  );
}

/** The words for all links; each neuron's own description names its weights one by one. */
function describeLinks(sizes: LayerSizes, parameters: Float32Array | undefined): string {
  const links = sizes.slice(1).reduce((sum, count, l) => sum + count * (sizes[l] ?? 0), 0);
  const largest = parameters?.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0;
  return `The ${links} links between the layers, blue for positive weights and orange for negative ones, wider for larger ones; the largest is ${formatWeight(largest)} in size`;
}

interface HeadProps {
  layer: number;
  x: number;
  catalogue: Catalogue;
  experiment: Experiment;
}

/** A layer's name and controls, above its neurons. */
function Head({ layer, x, catalogue, experiment }: HeadProps) {
  const { change } = usePlayground();
  const { layers, activations } = experiment;
  const hidden = layer - 1;
  const neurons = layers[hidden];
  const place = { left: `${x}px` };
  if (layer === 0)
    return (
      <div class="head" style={place}>
        <b>Input</b>
        <span>{experiment.features.length === 1 ? "1 feature" : `${experiment.features.length} features`}</span>
      </div>
    );
  if (neurons === undefined)
    return (
      <div class="head" style={place}>
        <b>Output</b>
        <Select
          label={fieldLabels.output}
          labelHidden
          tip={fieldExplanations.output}
          spot="output-activation"
          value={experiment.output}
          options={catalogue.outputs.map((output) => ({ ...output, disabled: experiment.classes === 0 && !output.regression }))}
          onChange={(output) => change({ output })}
        />
      </div>
    );
  return (
    <div class="head" style={place}>
      <b>Layer {layer}</b>
      <Select
        label={`Activation of layer ${layer}`}
        labelHidden
        tip={fieldExplanations.activations}
        spot="activations"
        value={activations[hidden] ?? ""}
        options={catalogue.activations}
        onChange={(name) => change({ activations: activations.with(hidden, name).join(",") })}
      />
      <Counter
        of={`neuron of layer ${layer}`}
        spot="layers"
        count={neurons}
        low={catalogue.limits.layers.low}
        high={catalogue.limits.layers.high}
        tips={{ add: explanations.addNeuron, remove: explanations.removeNeuron }}
        onChange={(count) => change({ layers: layers.with(hidden, count).join(",") })}
      />
    </div>
  );
}
