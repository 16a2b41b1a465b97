/** One line of a proof: the formula, why it holds, and both sides worked out on the present network. */
import { formatNumber } from "../../format";
import { Formula } from "../../mathematics/Formula";
import type { Slots } from "../../mathematics/slots";
import { type Definition, digits, relativeError, type Verdict, verdictOf } from "../equation/definition";
import { MatrixRow } from "../equation/MatrixRow";
import type { Pictures } from "../equation/pictures";
import { Glossed } from "../glossed/Glossed";
import { DefinitionBox } from "./DefinitionBox";
import type { Line, Looked, Proof } from "./proof";
import { WorkedView } from "./WorkedView";
import { evaluate } from "./worked";

interface LineViewProps {
  proof: Proof;
  line: Line;
  number: number;
  slots: Slots;
  /** What was rewritten in the newest line, and in the one before it what it was made of, is lit. */
  age: "newest" | "last" | "older";
  looked: Looked;
  pictures: Pictures;
  /** null until it is measured. */
  definition: Definition | null;
}

const lit = { newest: ["made", "both"], last: ["source", "both"], older: [] } as const;

export function LineView({ proof, line, number, slots, age, looked, pictures, definition }: LineViewProps) {
  const { formula, why, worked } = line;
  const row = line.pictures?.(pictures, looked) ?? [];
  const { m, traced } = looked.iteration;
  return (
    <li class={age} aria-current={age === "newest" ? "step" : undefined}>
      <span class="number" aria-hidden="true">
        {number}
      </span>
      <div class="room">
        <Formula of={formula} slots={slots} lit={lit[age]} />
      </div>
      <Glossed>
        <p class="why">
          {why}
          {line.averaged && traced < m && ` Here over the first ${traced} of the mini-batch's ${m} examples.`}
        </p>
      </Glossed>
      {row.length > 0 && <MatrixRow row={row} numbers={isSmall(row)} />}
      {line.averaged && definition !== null && (
        <p class="mean">The difference quotients of the same examples have the mean {digits(definition.value)}.</p>
      )}
      {worked === null ? (
        <DefinitionBox nudged={proof.nudged} slots={slots} definition={definition} />
      ) : (
        <div class="numbers">
          <span>
            = <WorkedView of={worked(looked)} />
          </span>
          <Outcome value={evaluate(worked(looked))} definition={definition} />
        </div>
      )}
    </li>
  );
}

/** Whether there is room for the matrices' numbers. */
function isSmall(row: ReturnType<NonNullable<Line["pictures"]>>): boolean {
  const matrices = row.flatMap((item) => (typeof item === "string" ? [] : [item]));
  return matrices.reduce((sum, { columns }) => sum + columns, 0) <= 7 && matrices.every(({ rows }) => rows <= 6);
}

const verdicts: Record<Verdict, { mark: string; words: string; tip(error: number): string }> = {
  agrees: {
    mark: "✓",
    words: "which agrees with the definition",
    tip: (error) =>
      `The definition, measured by nudging, says the same, but for a relative difference of ${formatNumber(error)}.`,
  },
  differs: {
    mark: "✗",
    words: "which differs from the definition",
    tip: (error) =>
      `The definition, measured by nudging, says something else: the relative difference is ${formatNumber(error)}.`,
  },
  kink: {
    mark: "kink",
    words: "and the definition cannot be measured at a kink",
    tip: () =>
      "Between the two places of the quotient lies a kink of ReLU or the like: there the quotient is off, not the equation.",
  },
  undefined: {
    mark: "–",
    words: "which has no value here",
    tip: () =>
      "Here an activation is so near to 0 or 1 that this line is 0/0 in the computer's numbers; the lines after it are not.",
  },
};

function Outcome({ value, definition }: { value: number; definition: Definition | null }) {
  const verdict = definition === null ? null : verdictOf(value, definition);
  const { mark, words, tip } = verdict === null ? { mark: "…", words: "", tip: () => "" } : verdicts[verdict];
  return (
    <b class="outcome" data-tip={definition === null ? undefined : tip(relativeError(value, definition))}>
      = {digits(value)}{" "}
      <span class={`mark ${verdict ?? ""}`} aria-hidden="true">
        {mark}
      </span>
      <span class="visually-hidden">, {words}</span>
    </b>
  );
}
