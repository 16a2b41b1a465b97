import type { Catalogue } from "../../../../../bindings/backprop";
import type { RunDescription } from "../../../protocol";
import { inPageWords } from "../../state/notice";
import { trainingSize } from "../../state/points";
import { usePlayground } from "../context";
import { Glossed } from "../glossed/Glossed";
import type { CasePair } from "./case-pairs";
import { differenceSentence, measureDifferently } from "./sentence";

/** What differs, what to watch, and what has to be known to compare the two fairly. */
export function Notes({ catalogue, current }: { catalogue: Catalogue; current: CasePair | undefined }) {
  const { run, altered, comparison } = usePlayground();
  const left = run.value;
  const right = comparison.other.value;
  if (left === null || right === null) return <p class="difference-sentence" aria-live="polite" />;
  const notes = [
    ...right.problems.map(inPageWords),
    ...(current === undefined ? [] : [current.right.sentence]),
    ...(altered.value ? ["This network was changed on its way: Reset makes the comparison fair."] : []),
    ...(measureDifferently(catalogue, left.experiment, right.experiment)
      ? ["Their costs measure different things: compare how they decide, not C."]
      : []),
    ...(iterationsPerEpoch(left) === iterationsPerEpoch(right) ? [] : ["They go in step by epochs, not by iterations."]),
  ];
  return (
    <Glossed>
      <p class="difference-sentence" aria-live="polite">
        {differenceSentence(catalogue, left.experiment, right.experiment)}
        {notes.map((note) => (
          <span key={note}> {note}</span>
        ))}
      </p>
    </Glossed>
  );
}

const iterationsPerEpoch = ({ points, experiment }: RunDescription): number =>
  Math.ceil(trainingSize(points) / experiment.batchSize);
