/** Cost and accuracy, or R², on the training, validation and test set. */
import { useComputed } from "@preact/signals";
import type { Score } from "../../../../bindings/backprop";
import { formatCost, formatQuality, formatShare } from "../format";
import { partSizes } from "../state/points";
import { splits } from "../views/splits";
import { usePlayground } from "./context";
import { explanations, fieldExplanations } from "./explanations";
import { TestSeal, TunedMark } from "./TestSeal";

const tips = { training: fieldExplanations.training, validation: fieldExplanations.validation, test: explanations.test };

export type Split = (typeof splits)[number]["name"];

/** Of one set. */
interface SplitScore {
  cost: number;
  /** Accuracy, in regression R². */
  quality: number;
}

export const splitScore = (score: Score | undefined, isRegression: boolean): SplitScore => ({
  cost: score?.cost ?? Number.NaN,
  quality: (isRegression ? score?.rSquared : score?.accuracy) ?? Number.NaN,
});

interface ScoresProps {
  isRegression: boolean;
  /** Of all sets, as Session.points gives them. */
  points: Float32Array | undefined;
  /** Begins the names by which the numbers are found: training-cost, test-accuracy. */
  prefix?: string;
  /** Reads signals. */
  score(split: Split): SplitScore;
}

export function Scores({ points, ...shared }: ScoresProps) {
  const sizes = points && partSizes(points);
  return (
    <dl class="readings" data-spot="readings">
      {splits.map(({ name, label }, part) => (
        <SplitReading key={name} name={name} label={label} isEmpty={sizes?.[part] === 0} {...shared} />
      ))}
    </dl>
  );
}

/** Cost and quality of one set in words. */
export const useReading = (split: Split, isRegression: boolean, score: ScoresProps["score"]) =>
  [
    useComputed(() => formatCost(score(split).cost)),
    useComputed(() => (isRegression ? formatQuality : formatShare)(score(split).quality)),
  ] as const;

interface SplitReadingProps extends Omit<ScoresProps, "points"> {
  name: Split;
  label: string;
  isEmpty: boolean;
}

function SplitReading({ name, label, isEmpty, isRegression, prefix = "", score }: SplitReadingProps) {
  const [cost, quality] = useReading(name, isRegression, score);
  const isSealed = name === "test" && !usePlayground().seal.visible.value;
  return (
    <div data-tip={tips[name]} data-spot={`readings-${name}`}>
      <dt>
        <i class={`line-${name}`} /> {label} {name === "test" && <TunedMark />}
      </dt>
      <dd tabIndex={name === "test" ? -1 : undefined}>
        {isEmpty ? (
          <span>no points</span>
        ) : isSealed ? (
          <TestSeal />
        ) : (
          <>
            <b id={`${prefix}${name}-cost`}>{cost}</b> {isRegression && <span>R² </span>}
            <span id={`${prefix}${name}-accuracy`}>{quality}</span>
          </>
        )}
      </dd>
    </div>
  );
}
