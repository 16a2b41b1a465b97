import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { subscript, superscript } from "../format";
import { usePlayground } from "./context";
import { answersOf, describeFit, OutputPlane } from "./OutputPlane";
import { Legend } from "./output/Legend";
import { SightArea } from "./output/SightArea";
import { SightButtons } from "./output/SightButtons";
import { ChosenPoint } from "./point/ChosenPoint";
import { useChosenPoint } from "./point/chosen";
import { PointPicker } from "./point/PointPicker";
import { usePlace } from "./use-place";

export function OutputPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, currentFrame, plane, run, sight, place } = usePlayground();
  const discretize = usePlace(place, "discretize");
  const { classes } = experiment;
  const outputs = run.value?.sizes.at(-1) ?? 1;
  // Numbers and texts, not objects, which would be new with every frame: the panel is rendered again only when they change.
  const layer = useComputed(() => plane.value?.shown?.layer ?? -1).value;
  const neuron = useComputed(() => plane.value?.shown?.neuron ?? 0).value;
  const whole = layer < 0;
  const isOverPlane = whole ? classes > 0 && outputs === 1 : layer === 0;
  const point = useChosenPoint();
  useEffect(() => () => sight.drawOn(null), []);
  return (
    <section class="output" data-spot="output" aria-labelledby="output-title">
      <div class="heading">
        <h2 id="output-title">{whole ? "Output" : layer === 0 ? "Input" : "Neuron"}</h2>
        <span class="facts">
          {whole ? wholeName(experiment, outputs) : neuronName(catalogue, experiment, layer, neuron)}
          <span class="if-room">{isOverPlane ? " over the plane" : symbolOf(experiment, layer, neuron)}</span>
        </span>
        <SightButtons />
      </div>
      {run.value && (
        <>
          <SightArea planeHalf={run.value.planeHalf}>
            <OutputPlane
              catalogue={catalogue}
              run={run.value}
              answers={() => answersOf(plane, currentFrame)}
              describe={() => describePlane(describeFit(frame.peek()?.scores, experiment), classes)}
              onSize={sight.drawOn}
              window={() => sight.window.value}
              discrete={discretize === "true"}
            />
            <PointPicker run={run.value} chosen={point.index} choose={point.choose} />
          </SightArea>
          <ChosenPoint catalogue={catalogue} run={run.value} point={point} />
          <Legend catalogue={catalogue} run={run.value} whole={whole} />
        </>
      )}
    </section>
  );
}

function wholeName({ layers, classes }: Experiment, outputs: number): string {
  const a = `a${superscript(layers.length + 1)}`;
  if (classes === 0) return `${a}, predicted`;
  return outputs > 1 ? `largest ${a} wins` : a;
}

function neuronName(catalogue: Catalogue, { features, layers }: Experiment, layer: number, neuron: number): string {
  if (layer === 0) return catalogue.features.find(({ name }) => name === features[neuron])?.label ?? "";
  return layer > layers.length ? `a${superscript(layer)} of class ${neuron}` : `${neuron + 1} of layer ${layer}`;
}

/** Of a hidden neuron, which its name does not say. */
const symbolOf = ({ layers }: Experiment, layer: number, neuron: number): string =>
  layer < 1 || layer > layers.length ? "" : ` · a${superscript(layer)}${subscript(neuron + 1)}`;

function describePlane(fit: string, classes: number): string {
  if (classes === 0)
    return `The plane, coloured by what the shown neuron answers at each place, with the data points coloured by their values. ${fit}`;
  return `The plane, coloured by what the shown neuron answers at each place, with the data points and, for the output, the decision boundary. ${fit}`;
}
