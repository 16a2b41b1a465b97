/** The data sets by picture: those of the chosen problem, the reader's own among them. */
import { useRef } from "preact/hooks";
import type { Catalogue, DataEntry, Experiment } from "../../../../../bindings/backprop";
import { drawSample } from "../../views/points";
import { Canvas } from "../Canvas";
import { usePlayground } from "../context";
import { explanations, fieldExplanations } from "../explanations";
import { palette } from "../palette";

interface GalleryProps {
  catalogue: Catalogue;
  experiment: Experiment;
}

const problems = [
  { isRegression: false, label: "Classification", tip: explanations.classification },
  { isRegression: true, label: "Regression", tip: explanations.regression },
] as const;

const isRegressionData = ({ classes }: DataEntry): boolean => classes.most === 0;

export function Gallery({ catalogue, experiment }: GalleryProps) {
  const { change } = usePlayground();
  const chosen = catalogue.data.find(({ name }) => name === experiment.data);
  const isRegression = chosen !== undefined && isRegressionData(chosen);
  /** The data set that each problem had last. */
  const last = useRef(new Map<boolean, string>());
  last.current.set(isRegression, experiment.data);
  const entries = catalogue.data.filter((entry) => isRegressionData(entry) === isRegression);
  const solve = (regression: boolean): void => {
    const usual = catalogue.data.find((entry) => isRegressionData(entry) === regression)?.name ?? experiment.data;
    change({ data: last.current.get(regression) ?? usual });
  };
  return (
    <>
      <fieldset class="problem" data-spot="problem">
        <legend class="visually-hidden">Problem</legend>
        {problems.map(({ label, tip, isRegression: of }) => (
          <label key={label} data-tip={tip}>
            <input type="radio" name="problem" checked={of === isRegression} onChange={() => solve(of)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="gallery" data-spot="gallery">
        <legend class="visually-hidden">Data set</legend>
        {entries.map((entry) => (
          <Tile key={entry.name} entry={entry} catalogue={catalogue} experiment={experiment} />
        ))}
      </fieldset>
    </>
  );
}

/** Own points have no picture before there are some. */
function Tile({ entry, catalogue, experiment }: GalleryProps & { entry: DataEntry }) {
  const { change, samples } = usePlayground();
  const { name, label, classes, own } = entry;
  const isChosen = name === experiment.data;
  const sample = own ? (isChosen ? Float32Array.from(experiment.own.flat()) : undefined) : samples.value[name];
  if (sample === undefined) return null;
  const kind = { classes: own ? experiment.classes : classes.usual, most: own ? largest(sample, 2) : 1 };
  const half = own ? Math.max(catalogue.planeHalf, largest(sample, 0), largest(sample, 1)) : catalogue.planeHalf;
  return (
    <label data-tip={`${label}. ${classes.most === 0 ? explanations.regression : fieldExplanations.data}`}>
      <input
        type="radio"
        name="data"
        value={name}
        aria-label={label}
        checked={isChosen}
        onChange={() => change({ data: name })}
      />
      <Canvas draw={(context, size) => drawSample(context, size, sample, kind, half, palette.value)} />
    </label>
  );
}

/** Of every third number from `offset` on, the largest without its sign. */
function largest(sample: Float32Array, offset: number): number {
  let most = 1e-6;
  for (let i = offset; i < sample.length; i += 3) most = Math.max(most, Math.abs(sample[i] as number));
  return most;
}
