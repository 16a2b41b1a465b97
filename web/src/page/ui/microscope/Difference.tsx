import type { Reading } from "../../../protocol";
import { formatNumber } from "../../format";
import { agreeing } from "../../state/check";
import type { Equation } from "./equation";
import { digits } from "./ProveIt";

interface DifferenceProps {
  check: NonNullable<Equation["check"]>;
  example: number;
  reading: Reading["iteration"] | undefined;
}

/** What backpropagation says, beside what nudging the parameter up and down shows. */
export function Difference({ check, example, reading }: DifferenceProps) {
  const quotients = reading?.quotients;
  if (reading === undefined || quotients === undefined || reading.parameter !== check.parameter) return null;
  if (check.averaged && quotients.length < reading.next.points.length) return null;
  const mean = quotients.reduce((sum, quotient) => sum + quotient, 0) / quotients.length;
  const quotient = check.averaged ? mean : (quotients[example] ?? Number.NaN);
  const size = Math.max(Math.abs(quotient), Math.abs(check.value), 1e-9);
  const error = Math.abs(quotient - check.value) / size;
  return (
    <dl
      class="difference"
      data-tip="The cost is worked out twice more, with the parameter a little larger and a little smaller; the quotient of the differences is the derivative by its definition."
    >
      <dt>{check.name} by backpropagation</dt>
      <dd>{digits(check.value)}</dd>
      <dt>by central difference</dt>
      <dd>{digits(quotient)}</dd>
      <dt>relative error</dt>
      <dd class={error < agreeing ? "agrees" : "differs"}>
        {error < agreeing ? "✓" : "✗"} {formatNumber(error)}
      </dd>
    </dl>
  );
}
