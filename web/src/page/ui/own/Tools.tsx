/** What is drawn and how: the labels, brush and eraser, and the way back. */
import type { Signal } from "@preact/signals";
import type { IconNode } from "lucide";
import { Eraser, PencilLine, Redo2, Trash2, Undo2 } from "lucide";
import { mostClasses } from "../../classes";
import { formatWeight } from "../../format";
import { toKind } from "../../own/drawing";
import type { OwnKind, OwnPoints } from "../../own/own";
import { record, redo, type UndoHistory, undo } from "../../own/undo-history";
import { classColour } from "../../views/labels";
import { cssColour } from "../../views/palette";
import { Slider } from "../fields";
import { Icon } from "../Icon";
import { palette } from "../palette";

export interface Pen {
  tool: "brush" | "eraser";
  /** The class or value of the points that the brush leaves. */
  label: number;
}

interface ToolsProps {
  history: UndoHistory<OwnPoints>;
  pen: Signal<Pen>;
  edit(next: UndoHistory<OwnPoints>): void;
}

const kinds: readonly { kind: OwnKind; label: string; tip: string }[] = [
  {
    kind: "classes",
    label: "Classes",
    tip: "Each point belongs to one of up to six classes, which the network learns to tell apart.",
  },
  { kind: "values", label: "Values", tip: "Each point has a value, which the network learns to predict." },
];

const tools = [
  { tool: "brush", label: "Brush", icon: PencilLine, tip: "Click for a point, drag for a trail of points." },
  { tool: "eraser", label: "Eraser", icon: Eraser, tip: "Takes away the points it is dragged over." },
] as const;

export function Tools({ history, pen, edit }: ToolsProps) {
  const { kind, points } = history.present;
  const { tool, label } = pen.value;
  const choose = (next: Partial<Pen>): void => {
    pen.value = { ...pen.value, ...next };
  };
  return (
    <>
      <fieldset class="segments">
        <legend class="visually-hidden">Labels</legend>
        {kinds.map((of) => (
          <label key={of.kind} data-tip={of.tip}>
            <input
              type="radio"
              name="own-kind"
              checked={of.kind === kind}
              onChange={() => {
                choose({ label: of.kind === "classes" ? 0 : 1 });
                edit(record(history, toKind(history.present, of.kind)));
              }}
            />
            {of.label}
          </label>
        ))}
      </fieldset>
      {kind === "classes" ? (
        <ClassChoice
          chosen={tool === "brush" ? label : -1}
          points={points}
          choose={(c) => choose({ label: c, tool: "brush" })}
        />
      ) : (
        <ValueChoice value={label} points={points} choose={(value) => choose({ label: value, tool: "brush" })} />
      )}
      <fieldset class="segments">
        <legend class="visually-hidden">Tool</legend>
        {tools.map((of) => (
          <label key={of.tool} data-tip={of.tip}>
            <input type="radio" name="own-tool" checked={of.tool === tool} onChange={() => choose({ tool: of.tool })} />
            <Icon of={of.icon} size={13} /> {of.label}
          </label>
        ))}
      </fieldset>
      <div class="own-row">
        <Action
          label="Undo"
          icon={Undo2}
          can={history.past.length > 0}
          act={() => edit(undo(history))}
          tip="Takes the last stroke back (Ctrl+Z)."
        />
        <Action
          label="Redo"
          icon={Redo2}
          can={history.future.length > 0}
          act={() => edit(redo(history))}
          tip="Does again what was taken back (Ctrl+Y)."
        />
        <Action
          label="Clear"
          icon={Trash2}
          can={points.length > 0}
          act={() => edit(record(history, { kind, points: [] }))}
          tip="Takes all points away; Undo brings them back."
        />
      </div>
    </>
  );
}

interface ChoiceProps {
  points: OwnPoints["points"];
  choose(label: number): void;
}

function ClassChoice({ chosen, points, choose }: ChoiceProps & { chosen: number }) {
  const classes = Math.max(2, chosen + 1, ...points.map(([, , label]) => label + 1));
  return (
    <fieldset class="segments" data-tip="The class of the points that the brush leaves.">
      <legend class="visually-hidden">Class</legend>
      {Array.from({ length: mostClasses }, (_, c) => (
        <label key={c}>
          <input
            type="radio"
            name="own-class"
            aria-label={`Class ${c}`}
            checked={c === chosen}
            onChange={() => choose(c)}
            onClick={() => choose(c)}
          />
          <i style={{ background: cssColour(classColour(c, c < 2 ? classes : mostClasses, palette.value)) }} /> {c}
        </label>
      ))}
    </fieldset>
  );
}

function ValueChoice({ value, points, choose }: ChoiceProps & { value: number }) {
  const most = points.reduce((size, [, , label]) => Math.max(size, Math.abs(label)), 1);
  return (
    <Slider
      label="Value"
      tip="The value of the points that the brush leaves."
      value={value}
      text={formatWeight(value)}
      low={-most}
      high={most}
      step={most / 20}
      onChange={choose}
    />
  );
}

interface ActionProps {
  label: string;
  tip: string;
  icon: IconNode;
  can: boolean;
  act(): void;
}

function Action({ label, tip, icon, can, act }: ActionProps) {
  return (
    <button type="button" class="quiet" data-tip={tip} aria-disabled={!can} onClick={() => can && act()}>
      <Icon of={icon} size={14} /> {label}
    </button>
  );
}
