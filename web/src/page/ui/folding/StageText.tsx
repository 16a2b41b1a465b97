/** What happens at the stage that is on screen, in words. */
import type { Experiment, FoldingStage } from "../../../../../bindings/backprop";
import { superscript } from "../../format";
import { Glossed } from "../glossed/Glossed";
import { symbolOf, widthOf } from "./stages";

interface StageTextProps {
  stages: readonly FoldingStage[];
  at: number;
  experiment: Experiment;
}

export function StageText({ stages, at, experiment }: StageTextProps) {
  const stage = stages[at];
  if (stage === undefined) return null;
  return (
    <Glossed>
      <section class="stage-text" aria-labelledby="stage-title">
        <div class="heading">
          <h2 id="stage-title">{symbolOf(stage)}</h2>
          <span class="facts">
            stage {at + 1} of {stages.length}
          </span>
        </div>
        <p>{whatHappens(stage, stages[at - 1], experiment)}</p>
        {stage.cut !== null && <p>{aboutTheCut(stage, experiment)}</p>}
      </section>
    </Glossed>
  );
}

function whatHappens(stage: FoldingStage, before: FoldingStage | undefined, experiment: Experiment): string {
  const { step, layer } = stage;
  const width = widthOf(stage);
  const isLast = layer === experiment.layers.length + 1;
  switch (step) {
    case "plane":
      return "This is the plane as the data has it. Each cell has the colour of the network's answer there: it is the cloth that the layers will fold, and it keeps its colours on the way.";
    case "features":
      return `This network is not given x₁ and x₂ but ${width === 1 ? "one function" : `${width} functions`} of them, so the plane is bent once before the first layer.`;
    case "weights": {
      const from = before ? widthOf(before) : 2;
      if (isLast && width === 1)
        return `The last layer weighs its ${from === 1 ? "input" : `${from} inputs`} into a single number: the cloth is pressed onto a line. Nothing that lies on the same side of the cut can be parted here any more.`;
      const room =
        from === width
          ? ""
          : from < width
            ? ` From ${from} to ${width} neurons it gains room to fold in: the cloth itself stays as it is, only tilted.`
            : ` From ${from} to ${width} neurons ${width === 1 ? "only a line is" : `only ${width} directions are`} left of it; what differed in the others is gone.`;
      return `W${superscript(layer)} turns, stretches and shears, everywhere alike: straight lines stay straight and parallel ones parallel.${room}`;
    }
    case "biases":
      return `b${superscript(layer)} shifts everything by the same way. ${
        isLast ? "It puts the cut at 0." : "So it decides where σ will bend: at the places where a neuron's z is 0."
      }`;
    case "activation":
      return isLast ? lastActivation(experiment) : bend(experiment.activations[layer - 1] ?? "", width);
    case "turned":
      return "The same numbers, seen from another side: along the cut, so that to the right is the direction in which the last layer looks. What seemed to lie in the middle of the rest may stand out here.";
  }
}

function bend(activation: string, width: number): string {
  const alone =
    "σ works on each neuron's number alone, and it is the only step that is not linear: without it all layers together would make one straight cut.";
  switch (activation) {
    case "linear":
      return "This σ is linear and bends nothing: all such layers together could be one.";
    case "relu":
      return `ReLU folds everything below 0 flat onto 0: there the cloth is creased. ${alone}`;
    case "tanh":
    case "sigmoid":
      return `${activation} bends: it keeps what lies near 0 and presses together what lies far out, towards ${activation === "tanh" ? "−1" : "0"} or 1 in every neuron${width > 2 ? ". With more than two neurons you see that from one side, as a shadow" : ", so that the cloth is gathered along the edges of a square"}. ${alone}`;
    case "sine":
      return `The sine folds: what goes far enough comes back, again and again. ${alone}`;
    default:
      return `This σ bends the cloth near 0 and flattens it on one side. ${alone}`;
  }
}

function lastActivation({ classes, output }: Experiment): string {
  if (classes === 0) return "The output: the predicted value of each point. Points should lie in the order of their colours.";
  if (output === "softmax" || classes > 2) return "The outputs: each class has a neuron of its own, and the largest decides.";
  return "The output: a number for each point, near one end for one class and near the other for the other.";
}

function aboutTheCut(stage: FoldingStage, { layers, output }: Experiment): string {
  const last = layers.length + 1;
  if (stage.layer === last)
    return `The dashed line is where the network is undecided: points ${widthOf(stage) === 1 ? "to its right" : "above it, where neuron 2's number is the larger,"} count as class 1.`;
  const exact =
    widthOf(stage) > 2 && stage.step !== "turned"
      ? " More than two neurons are seen here: it is drawn where it crosses the plane you look at."
      : "";
  const z = `W${superscript(last)}a${superscript(last - 1)} + b${superscript(last)}`;
  return `The dashed line is where ${output === "softmax" ? `both numbers of ${z} are equal` : `${z} = 0`}. A straight cut is all that the last layer can make: what the layers before it have not brought apart stays together.${exact}`;
}
