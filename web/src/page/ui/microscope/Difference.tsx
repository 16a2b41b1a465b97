import type { Reading } from "../../../protocol";
import { formatNumber } from "../../format";
import { definitionOf, digits, relativeError, type Verdict, verdictOf } from "../equation/definition";
import type { Equation } from "./equation";

interface DifferenceProps {
  check: NonNullable<Equation["check"]>;
  example: number;
  reading: Reading["iteration"] | undefined;
}

const marks: Record<Verdict, string> = { agrees: "✓", differs: "✗", kink: "at a kink:", undefined: "" };

/** What backpropagation says, beside what nudging the parameter up and down shows. */
export function Difference({ check, example, reading }: DifferenceProps) {
  const definition = definitionOf(reading, check.parameter, check.averaged ? "averaged" : example);
  if (definition === null || reading === undefined) return null;
  if (check.averaged && reading.quotients.length < reading.next.points.length) return null;
  const verdict = verdictOf(check.value, definition);
  return (
    <dl
      class="difference"
      data-tip="The cost is worked out twice more, with the parameter a little larger and a little smaller; the quotient of the differences is the derivative by its definition. Where the slope of ReLU or the like changes between the two, the quotient is off, not the derivative."
    >
      <dt>{check.name} by backpropagation</dt>
      <dd>{digits(check.value)}</dd>
      <dt>by central difference</dt>
      <dd>{digits(definition.value)}</dd>
      <dt>relative error</dt>
      <dd class={verdict}>
        {marks[verdict]} {formatNumber(relativeError(check.value, definition))}
      </dd>
    </dl>
  );
}
