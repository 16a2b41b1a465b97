/** Ready cases: one click opens one; what there is to see stands below. */
import { Columns2 } from "lucide";
import type { Scores } from "../../../../../bindings/backprop";
import { formatCount, formatShare } from "../../format";
import type { CasePair } from "../compare/case-pairs";
import { Icon } from "../Icon";
import { type Case, cases } from "./cases";

interface CasesProps {
  /** The settings of the run on screen. */
  link: string;
  epoch: number;
  scores: Scores | undefined;
  pairs: readonly CasePair[];
  open(of: Case): void;
  compare(pair: CasePair): void;
}

export function Cases({ link, epoch, scores, pairs, open, compare }: CasesProps) {
  const current = cases.find(({ settings }) => settings === link);
  const pair = pairs.find(({ right }) => right === current);
  return (
    <section class="cases" aria-labelledby="cases-title" data-spot="cases">
      <div class="heading">
        <h2 id="cases-title">Ready cases</h2>
        <span class="facts">on the circle</span>
      </div>
      <ul>
        {cases.map((of) => (
          <li key={of.name}>
            <button type="button" aria-pressed={of === current} data-tip={of.sentence} onClick={() => open(of)}>
              {of.label}
            </button>
          </li>
        ))}
      </ul>
      <p class="sentence">
        {current?.sentence ??
          "Each begins a run anew: look at the chain at its start, then press Play and watch which layers learn."}
      </p>
      <p class="facts" aria-live="off">
        Now, after {formatCount(epoch)} {epoch === 1 ? "epoch" : "epochs"}:{" "}
        {formatShare(scores?.training.accuracy ?? Number.NaN)} of the training points are right.
      </p>
      {pair && (
        <button
          type="button"
          class="quiet beside-it"
          data-tip="Both networks beside each other, trained in step from the start."
          onClick={() => compare(pair)}
        >
          Beside “{pair.left.label}” <Icon of={Columns2} size={14} />
        </button>
      )}
    </section>
  );
}
