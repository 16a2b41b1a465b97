/** The confusion matrix of each set: how many examples of a class the network takes for which. */
import { formatCount, formatPercent } from "../../format";
import { classColour } from "../../views/labels";
import { cssColour } from "../../views/palette";
import { splits } from "../../views/splits";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { palette } from "../palette";

export function Confusion({ classes }: { classes: number }) {
  useInstruments({ confusion: true });
  const { currentFrame, seal } = usePlayground();
  const counts = currentFrame.value?.readings.confusion;
  const cells = classes * classes;
  if (counts?.length !== 3 * cells) return null;
  return (
    <>
      <p class="figure-text">
        Each row holds the points of one class, each column those that the network takes for one. On the diagonal it is right.
      </p>
      <div class="matrices">
        {splits.map(({ name, label }, set) =>
          name === "test" && !seal.visible.value ? (
            <p key={name} class="sealed-set">
              The test set is sealed: its matrix stays hidden until you open it beside the curves.
            </p>
          ) : (
            <Matrix key={name} label={label} counts={counts.subarray(set * cells, (set + 1) * cells)} classes={classes} />
          ),
        )}
      </div>
    </>
  );
}

function Matrix({ label, counts, classes }: { label: string; counts: Int32Array; classes: number }) {
  const each = Array.from({ length: classes }, (_, c) => c);
  const at = (row: number, column: number): number => counts[row * classes + column] ?? 0;
  const sum = (of: (c: number) => number): number => each.reduce((total, c) => total + of(c), 0);
  return (
    <table class="confusion">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">Class</span>
          </th>
          {each.map((c) => (
            <th key={c} scope="col">
              <ClassName c={c} classes={classes} before="taken for" />
            </th>
          ))}
          <th scope="col" data-tip="Share of the class's points that the network finds: its recall.">
            found
          </th>
        </tr>
      </thead>
      <tbody>
        {each.map((row) => {
          const all = sum((column) => at(row, column));
          return (
            <tr key={row}>
              <th scope="row">
                <ClassName c={row} classes={classes} />
              </th>
              {each.map((column) => (
                <Cell key={column} count={at(row, column)} of={all} row={row} column={column} />
              ))}
              <td class="rate">{formatPercent(at(row, row) / all)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" data-tip="Share of what is taken for the class that is of it: its precision.">
            right
          </th>
          {each.map((column) => (
            <td key={column} class="rate">
              {formatPercent(at(column, column) / sum((row) => at(row, column)))}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function ClassName({ c, classes, before = "" }: { c: number; classes: number; before?: string }) {
  return (
    <span class="class-name">
      <i style={{ background: cssColour(classColour(c, classes, palette.value)) }} />
      <span class="visually-hidden">{before} class</span> {c}
    </span>
  );
}

/** Tinted by its share of the row: right answers in the accent colour, wrong ones in that of warnings. */
function Cell({ count, of, row, column }: { count: number; of: number; row: number; column: number }) {
  const strength = of === 0 ? 0 : Math.round((30 * count) / of);
  const colour = row === column ? "var(--accent)" : "var(--warning)";
  return (
    <td
      class={row === column ? "correct" : undefined}
      style={{ background: `color-mix(in srgb, ${colour} ${strength}%, transparent)` }}
      data-tip={`${formatCount(count)} of ${formatCount(of)} points of class ${row} are taken for class ${column}.`}
    >
      {formatCount(count)}
    </td>
  );
}
