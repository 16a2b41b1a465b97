/** Points from a CSV: pasted, dropped or chosen; what was read is shown before it is put on the plane. */
import { type Signal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { FileUp } from "lucide";
import { useId, useRef } from "preact/hooks";
import { formatCount } from "../../format";
import { type CsvPoints, type CsvResult, readCsv } from "../../own/csv";
import type { CsvProblem } from "../../own/csv-rows";
import { countsOf, type OwnLimits } from "../../own/drawing";
import type { OwnKind, OwnPoints } from "../../own/own";
import { Icon } from "../Icon";
import { Preview } from "./Preview";

/** Room for the most rows with long numbers. */
const mostBytes = 2_000_000;
/** Of what is wrong, so much is said at a time. */
const mostProblems = 4;

interface CsvBoxProps {
  limits: OwnLimits;
  /** What was read, until it is taken. */
  read: Signal<OwnPoints | null>;
  onTake(points: OwnPoints): void;
}

export function CsvBox({ limits, read: waiting, onTake }: CsvBoxProps) {
  const text = useSignal("");
  const kind = useSignal<OwnKind | undefined>(undefined);
  const refusal = useSignal("");
  const over = useSignal(false);
  const box = useId();
  const result = useComputed((): CsvResult | null =>
    text.value.trim() === "" ? null : readCsv(text.value, limits, kind.value),
  );
  useSignalEffect(() => {
    const read = result.value;
    waiting.value = read !== null && "points" in read ? pointsOf(read.points) : null;
  });
  /** Of the files that were given; the last is meant, however fast each is read. */
  const files = useRef(0);
  const write = (next: string): void => {
    files.current += 1;
    refusal.value = "";
    kind.value = undefined;
    text.value = next;
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const asked = ++files.current;
    if (file.size > mostBytes) {
      refusal.value = `“${file.name}” has ${formatCount(Math.ceil(file.size / 1e6))} MB; a file may have 2 MB, which is more than ${formatCount(limits.mostPoints)} rows need.`;
      return;
    }
    const content = await file.text().catch(() => null);
    if (asked !== files.current) return;
    if (content === null) refusal.value = `“${file.name}” cannot be read: it may have been moved or changed. Choose it again.`;
    else write(content);
  };
  const read = result.value;
  return (
    <section
      class={over.value ? "own-csv over" : "own-csv"}
      aria-labelledby={`${box}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        void open(event.dataTransfer?.files[0]);
      }}
    >
      <h3 id={`${box}-title`}>Or from a CSV</h3>
      <label for={box}>Paste or drop rows of x, y and label.</label>
      <textarea
        id={box}
        spellcheck={false}
        autocomplete="off"
        placeholder={"x,y,label\n1.5,-2,red\n-0.5,3,blue"}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <div class="own-row">
        <label
          class="file quiet"
          data-tip="Commas, semicolons or tabs between the columns; a first row with names may stand before the numbers."
        >
          <input
            type="file"
            class="visually-hidden"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => {
              void open(event.currentTarget.files?.[0]);
              // The same file again, corrected, is another choice.
              event.currentTarget.value = "";
            }}
          />
          <Icon of={FileUp} size={14} /> Choose a file
        </label>
      </div>
      <div role="status">
        {refusal.value !== "" && <Problems sentences={[refusal.value]} more={0} />}
        {read !== null && "problems" in read && (
          <Problems
            sentences={read.problems.slice(0, mostProblems).map(sentenceOf)}
            more={read.problems.length - mostProblems}
          />
        )}
        {read !== null && "points" in read && (
          <Read of={read.points} onKind={(wanted) => (kind.value = wanted)} onTake={onTake} />
        )}
      </div>
    </section>
  );
}

const pointsOf = ({ kind, points }: CsvPoints): OwnPoints => ({ kind, points });

const sentenceOf = ({ line, column, sentence }: CsvProblem): string => `Line ${line}, column ${column}: ${sentence}.`;

function Problems({ sentences, more }: { sentences: readonly string[]; more: number }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {more > 0 && <li>And {formatCount(more)} more.</li>}
    </ul>
  );
}

interface ReadProps {
  of: CsvPoints;
  onKind(kind: OwnKind): void;
  onTake(points: OwnPoints): void;
}

function Read({ of, onKind, onTake }: ReadProps) {
  const { kind, points, classNames, isAmbiguous, unused } = of;
  const counts = countsOf(points);
  const other = kind === "classes" ? "values" : "classes";
  return (
    <div class="read">
      <Preview points={of} />
      <div>
        <p>
          {formatCount(points.length)} points
          {kind === "values"
            ? " with values."
            : `; ${classNames.map((name, c) => `class ${c}${name === String(c) ? "" : ` (${name})`}: ${formatCount(counts[c] ?? 0)}`).join(", ")}.`}
          {unused.length > 0 && ` Not used: ${unused.join(", ")}.`}
        </p>
        <div class="own-row">
          <button
            type="button"
            class="share"
            data-tip="Replaces what is on the plane; Undo brings it back."
            onClick={() => onTake(pointsOf(of))}
          >
            Put them on the plane
          </button>
          {isAmbiguous && (
            <button type="button" class="quiet" data-tip={`Reads the same labels as ${other}.`} onClick={() => onKind(other)}>
              As {other}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
