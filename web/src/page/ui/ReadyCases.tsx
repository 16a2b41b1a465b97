/** Ready cases: one click opens one; what there is to see stands below. */
import type { ComponentChildren } from "preact";
import type { Scores } from "../../../../bindings/backprop";
import { formatCount, formatQuality, formatShare } from "../format";
import type { Case } from "./case";
import { Glossed } from "./glossed/Glossed";
import "../styles/cases.css";

interface ReadyCasesProps {
  cases: readonly Case[];
  /** What they have in common, in two or three words. */
  about: string;
  /** Said while none of them is open. */
  invitation: string;
  /** The settings of the run on screen. */
  link: string;
  epoch: number;
  scores: Scores | undefined;
  open(of: Case): void;
  /** What else can be done with the case that is open. */
  children?: ComponentChildren;
}

export function ReadyCases({ cases, about, invitation, link, epoch, scores, open, children }: ReadyCasesProps) {
  const current = cases.find(({ settings }) => settings === link);
  const { accuracy = Number.NaN, rSquared = Number.NaN } = scores?.training ?? {};
  // There is no right and wrong where values are predicted.
  const fit = Number.isNaN(accuracy)
    ? `R² is ${formatQuality(rSquared)} on the training points.`
    : `${formatShare(accuracy)} of the training points are right.`;
  return (
    <section class="cases" aria-labelledby="cases-title" data-spot="cases">
      <div class="heading">
        <h2 id="cases-title">Ready cases</h2>
        <span class="facts">{about}</span>
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
      <Glossed>
        <p class="sentence">{current?.sentence ?? invitation}</p>
      </Glossed>
      <p class="facts" aria-live="off">
        Now, after {formatCount(epoch)} {epoch === 1 ? "epoch" : "epochs"}: {fit}
      </p>
      {children}
    </section>
  );
}
