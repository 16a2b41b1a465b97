/** The stages of the plane's way through the network: their names in links, on the slider and in sentences. */
import type { FoldingStage } from "../../../../../bindings/backprop";
import { superscript } from "../../format";

type Kind = Pick<FoldingStage, "step" | "layer">;

/** In links: "" is the plane itself, then "features", "1.weights", "1.bias", "1.sigma", "2.weights", .., and "2.turned". */
const linkNames: Record<FoldingStage["step"], string> = {
  plane: "",
  features: "features",
  weights: "weights",
  biases: "bias",
  activation: "sigma",
  turned: "turned",
};

export const phaseOf = ({ step, layer }: Kind): string =>
  layer === 0 && step !== "turned" ? linkNames[step] : `${layer}.${linkNames[step]}`;

/** Where the phase of a link is among the stages; the plane if there is none of that name. */
export const stageAt = (stages: readonly Kind[], phase: string): number =>
  Math.max(
    0,
    stages.findIndex((stage) => phaseOf(stage) === phase),
  );

/** On the slider: x, W¹, + b¹, σ, W², .. */
export function tickOf({ step, layer }: Kind): string {
  switch (step) {
    case "plane":
      return "x";
    case "features":
      return "a⁰";
    case "weights":
      return `W${superscript(layer)}`;
    case "biases":
      return `+b${superscript(layer)}`;
    case "activation":
      return "σ";
    case "turned":
      return "↻";
  }
}

/** What stands there, as the equations have it. */
export function symbolOf({ step, layer }: Kind): string {
  switch (step) {
    case "plane":
      return "x";
    case "features":
      return "a⁰";
    case "weights":
      return `W${superscript(layer)}a${superscript(layer - 1)}`;
    case "biases":
      return `z${superscript(layer)} = W${superscript(layer)}a${superscript(layer - 1)} + b${superscript(layer)}`;
    case "activation":
      return `a${superscript(layer)} = σ(z${superscript(layer)})`;
    case "turned":
      return `a${superscript(layer)}, turned`;
  }
}

/** How many numbers each place has there. */
export const widthOf = ({ directions }: Pick<FoldingStage, "directions">): number => directions.length / 2;

/** Share of the variance that is seen, 0 to 1; NaN where nothing varies. */
export const seenShare = ({ shares }: Pick<FoldingStage, "shares">): number => (shares[0] ?? 0) + (shares[1] ?? 0);
