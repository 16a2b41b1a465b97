/** The reader's own points: drawn or read, and only then trained on. */
import "../../styles/data-dialogs.css";
import "../../styles/reading-dialogs.css";
import { useSignal } from "@preact/signals";
import { Copy } from "lucide";
import { useId, useLayoutEffect } from "preact/hooks";
import { formatCount } from "../../format";
import { countsOf, isLabel, type OwnLimits, troubleWith } from "../../own/drawing";
import { areSame, type OwnPoints, ownPointsOf, tidy } from "../../own/own";
import { beginHistory, record, redo, type UndoHistory, undo } from "../../own/undo-history";
import { longestSafeLink } from "../../state/own";
import { settingsText } from "../../state/settings";
import { usePlayground } from "../context";
import { Icon } from "../Icon";
import { useModal } from "../modal";
import { CsvBox } from "./CsvBox";
import { DrawPlane } from "./DrawPlane";
import { type Pen, Tools } from "./Tools";

const nothing: OwnPoints = { kind: "classes", points: [] };

export function OwnDialog({ onClose }: { onClose(): void }) {
  const { catalogue, run, own } = usePlayground();
  const dialog = useModal();
  const pen = useSignal<Pen>({ tool: "brush", label: 0 });
  /** Those of a CSV, until they are on the plane or something else is put there. */
  const read = useSignal<OwnPoints | null>(null);
  const status = useId();
  useLayoutEffect(() => {
    // Points that came with a link are there to be gone on with.
    const inUse = run.value && ownPointsOf(run.value.experiment);
    const draft = own.draft.value ?? beginHistory(inUse ?? nothing);
    own.edit(inUse && !areSame(inUse, draft.present) ? record(draft, inUse) : draft);
  }, []);
  const history = own.draft.value;
  if (catalogue.value === null || run.value === null || history === null) return <dialog ref={dialog} />;
  const { limits, planeHalf } = catalogue.value;
  const ownLimits: OwnLimits = { number: limits.own, mostPoints: limits.points.high };
  const { present } = history;
  // The brush goes on with a label that the points may have, however they came to be of this kind.
  const edit = (next: UndoHistory<OwnPoints>): void => {
    if (!isLabel(next.present.kind, pen.peek().label)) pen.value = { ...pen.peek(), label: 0 };
    own.edit(next);
  };
  const put = (next: OwnPoints): void => {
    read.value = null;
    edit(record(history, next));
  };
  // What was done last is meant.
  const meant = read.value ?? present;
  const trouble = troubleWith(meant);
  const isRead = meant === read.value;
  const use = (): void => {
    if (trouble !== "") return;
    put(meant);
    own.use(meant);
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      class="own-dialog"
      aria-labelledby="own-title"
      onClose={onClose}
      onKeyDown={(event) => travel(event, history, edit)}
      // What is dropped beside the box is not to lead away from the page.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <header>
        <h2 id="own-title">Your own points</h2>
        <p>The run stays as it is until you use them.</p>
      </header>
      <div class="own-desk">
        <DrawPlane
          kind={present.kind}
          points={present.points}
          limits={ownLimits}
          usualHalf={planeHalf}
          pen={pen}
          onStroke={(points) => put(points === present.points ? present : { kind: present.kind, points })}
        />
        <div class="own-tools">
          <Tools history={history} pen={pen} edit={edit} />
          <button
            type="button"
            class="quiet begin"
            data-tip="Puts the points that the run has now on the plane, to be changed."
            onClick={() => put(presentPoints(run.value?.points ?? new Float32Array(), run.value?.experiment.classes ?? 2))}
          >
            <Icon of={Copy} size={14} /> Begin with the run's points
          </button>
          <CsvBox limits={ownLimits} read={read} onTake={put} />
        </div>
      </div>
      <footer>
        <p id={status} role="status">
          {trouble || `${isRead ? "From the CSV: " : ""}${summaryOf(meant)}${linkNote(meant)}`}
        </p>
        <button
          type="button"
          class="quiet"
          data-tip="Leaves the run as it is; what you have drawn is kept."
          onClick={() => dialog.current?.close()}
        >
          Cancel
        </button>
        <button
          type="button"
          class="primary"
          aria-disabled={trouble !== ""}
          aria-describedby={status}
          data-tip={trouble || "Begins a new run on these points."}
          onClick={use}
        >
          {isRead ? "Use the CSV’s points" : "Use these points"}
        </button>
      </footer>
    </dialog>
  );
}

/** Ctrl+Z and the like; a text box has its own. */
function travel(event: KeyboardEvent, history: UndoHistory<OwnPoints>, edit: (next: UndoHistory<OwnPoints>) => void): void {
  if (!(event.ctrlKey || event.metaKey) || (event.target instanceof Element && event.target.matches("textarea"))) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  edit(key === "y" || event.shiftKey ? redo(history) : undo(history));
}

/** Four numbers a point, as Session.points gives them. */
function presentPoints(points: Float32Array, classes: number): OwnPoints {
  const at = (i: number): number => tidy(points[i] as number);
  return {
    kind: classes === 0 ? "values" : "classes",
    points: Array.from({ length: points.length / 4 }, (_, i) => [at(4 * i), at(4 * i + 1), at(4 * i + 2)]),
  };
}

function summaryOf({ kind, points }: OwnPoints): string {
  const count = `${formatCount(points.length)} points`;
  if (kind === "values") return `${count} with values.`;
  return `${count}; ${countsOf(points)
    .map((of, c) => `class ${c}: ${formatCount(of)}`)
    .join(", ")}.`;
}

/** Own points travel in the link, which many programs cut where it is long. */
function linkNote({ points }: OwnPoints): string {
  const length = settingsText({ own: points.map(([...point]) => point) }).length;
  if (length <= longestSafeLink) return "";
  return ` They make the link ${formatCount(length)} characters long, which many programs cut: send them as a CSV (Details).`;
}
