import { useEffect } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { subscript, superscript } from "../format";
import { usePlayground } from "./context";
import { answersOf, describeFit, OutputPlane } from "./OutputPlane";
import { Legend } from "./output/Legend";
import { SightArea } from "./output/SightArea";
import { SightButtons } from "./output/SightButtons";
import { useShownName } from "./output/shown-name";
import { ChosenPoint } from "./point/ChosenPoint";
import { useChosenPoint } from "./point/chosen";
import { PointPicker } from "./point/PointPicker";
import { usePlace } from "./use-place";

export function OutputPanel({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, currentFrame, plane, run, sight, place } = usePlayground();
  const discretize = usePlace(place, "discretize");
  const { classes } = experiment;
  const outputs = run.value?.sizes.at(-1) ?? 1;
  const { title, name, layer, neuron } = useShownName(catalogue, experiment);
  const whole = layer < 0;
  const isOverPlane = whole ? classes > 0 && outputs === 1 : layer === 0;
  const point = useChosenPoint();
  useEffect(() => () => sight.drawOn(null), []);
  return (
    <section class="output" data-spot="output" aria-labelledby="output-title">
      <div class="heading">
        <h2 id="output-title">{title}</h2>
        <span class="facts">
          {name}
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

/** Of a hidden neuron, which its name does not say. */
const symbolOf = ({ layers }: Experiment, layer: number, neuron: number): string =>
  layer < 1 || layer > layers.length ? "" : ` · a${superscript(layer)}${subscript(neuron + 1)}`;

function describePlane(fit: string, classes: number): string {
  if (classes === 0)
    return `The plane, coloured by what the shown neuron answers at each place, with the data points coloured by their values. ${fit}`;
  return `The plane, coloured by what the shown neuron answers at each place, with the data points and, for the output, the decision boundary. ${fit}`;
}
