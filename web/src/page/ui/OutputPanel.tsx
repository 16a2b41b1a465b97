import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { superscript } from "../format";
import type { HeatRange } from "../views/heat";
import { classColour, labelKind } from "../views/labels";
import { cssColour } from "../views/palette";
import { usePlayground } from "./context";
import { answerRange, describeFit, OutputPlane } from "./OutputPlane";
import { palette } from "./palette";

export function OutputPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, currentFrame, run } = usePlayground();
  const { classes } = experiment;
  const outputs = run.value?.sizes.at(-1) ?? 1;
  // Numbers and texts, not objects, which would be new with every frame: the panel is rendered again only when they change.
  const layer = useComputed(() => frame.value?.shown?.layer ?? -1).value;
  const neuron = useComputed(() => frame.value?.shown?.neuron ?? 0).value;
  const whole = layer < 0;
  const range = useComputed((): HeatRange => {
    if (run.value === null) return { low: 0, high: 0 };
    const answers = frame.value ?? { plane: new Float32Array(), shown: null };
    return answerRange(catalogue, run.value, labelKind(classes, run.value.points), answers);
  });
  const lowEnd = useComputed(() => legendNumber(range.value.low, range.value));
  const highEnd = useComputed(() => legendNumber(range.value.high, range.value));
  return (
    <section class="output" data-spot="output" aria-labelledby="output-title">
      <div class="heading">
        <h2 id="output-title">{whole ? "Output" : layer === 0 ? "Input" : "Neuron"}</h2>
        <span class="facts">{whole ? wholeName(experiment, outputs) : neuronName(catalogue, experiment, layer, neuron)}</span>
      </div>
      {run.value && (
        <OutputPlane
          catalogue={catalogue}
          run={run.value}
          answers={() => currentFrame.value}
          describe={() => describePlane(describeFit(frame.peek()?.scores, experiment), classes)}
        />
      )}
      <Legend half={run.value?.planeHalf ?? catalogue.planeHalf}>
        {whole && outputs > 1 ? <ClassScale classes={classes} /> : <Scale low={lowEnd} high={highEnd} />}
      </Legend>
    </section>
  );
}

function wholeName({ layers, classes }: Experiment, outputs: number): string {
  const a = `a${superscript(layers.length + 1)}`;
  if (classes === 0) return `${a}, the predicted value`;
  return outputs > 1 ? `the class with the largest ${a}` : `${a} over the plane`;
}

function neuronName(catalogue: Catalogue, { features, layers }: Experiment, layer: number, neuron: number): string {
  if (layer === 0) return `${catalogue.features.find(({ name }) => name === features[neuron])?.label} over the plane`;
  const a = `a${superscript(layer)}`;
  return layer > layers.length ? `${a} of class ${neuron}` : `${a} of neuron ${neuron + 1}, layer ${layer}`;
}

/** −3.2 and +3.2, 0 and 1: two digits, with signs where there are both. */
function legendNumber(value: number, { low }: HeatRange): string {
  const size = Number(Math.abs(value).toPrecision(2));
  if (value < 0) return `−${size}`;
  return low < 0 && value > 0 ? `+${size}` : String(size);
}

function Scale({ low, high }: { low: ReadonlySignal<string>; high: ReadonlySignal<string> }) {
  return (
    <div class="scale">
      <span>{low}</span>
      <i />
      <span>{high}</span>
    </div>
  );
}

/** A swatch for each class; the paler a place, the less sure the network is. */
function ClassScale({ classes }: { classes: number }) {
  return (
    <ul class="classes">
      {Array.from({ length: classes }, (_, c) => (
        <li key={c}>
          <i style={{ background: cssColour(classColour(c, classes, palette.value)) }} /> class {c}
        </li>
      ))}
    </ul>
  );
}

function Legend({ half, children }: { half: number; children: ComponentChildren }) {
  const reach = Number(half.toPrecision(2));
  return (
    <div class="legend">
      {children}
      <ul class="marks">
        <li>
          <i class="mark-training" /> training
        </li>
        <li>
          <i class="mark-validation" /> validation
        </li>
        <li>
          <i class="mark-test" /> test
        </li>
        <li class="axes" title={`x₁ to the right, x₂ up, both from −${reach} to ${reach}`}>
          <i>x</i>₁ → <i>x</i>₂ ↑ ±{reach}
        </li>
      </ul>
    </div>
  );
}

function describePlane(fit: string, classes: number): string {
  if (classes === 0)
    return `The plane, coloured by what the shown neuron answers at each place, with the data points coloured by their values. ${fit}`;
  return `The plane, coloured by what the shown neuron answers at each place, with the data points and, for the output, the decision boundary. ${fit}`;
}
