/** What the curves show: which quantity, on which scale, by what. */
import "../styles/curve-choices.css";
import type { CurveChoice } from "../state/curve-choice";
import { usePlayground } from "./context";
import { Checkbox } from "./fields";

export function CurveChoices() {
  const { curveChoice, run } = usePlayground();
  const { quantity, penalty } = curveChoice.value;
  const { classes = 0, l1 = 0, l2 = 0 } = run.value?.experiment ?? {};
  const isRegression = classes === 0;
  const hasPenalty = l1 > 0 || l2 > 0;
  return (
    <>
      <Choice
        name="quantity"
        legend="Curves of"
        options={[
          {
            value: "cost",
            label: "cost C",
            tip: "How far the answers are from what they should be: what training makes small.",
          },
          isRegression
            ? { value: "quality", label: "R²", tip: "The share of the values' variance that the network explains." }
            : {
                value: "quality",
                label: "accuracy",
                tip: "The share of the points that the network puts into their own class.",
              },
        ]}
      />
      <Choice
        name="scale"
        legend="Scale"
        disabled={quantity === "quality"}
        options={[
          {
            value: "log",
            label: "log",
            tip: "Each step up is ten times as much: small costs are told apart as well as large ones.",
          },
          { value: "linear", label: "linear", tip: "From 0 up: how much of the cost is left." },
        ]}
      />
      <Choice
        name="by"
        legend="By"
        options={[
          { value: "epoch", label: "epoch", tip: "Complete passes through the training set." },
          {
            value: "iteration",
            label: "iteration",
            tip: "Updates of the weights: with small batches an epoch has more of them.",
          },
        ]}
      />
      <Checkbox
        label="with the penalty"
        tip={
          hasPenalty
            ? "Adds what the L1 and L2 penalties add: this is what training makes small."
            : "There is no L1 or L2 penalty now: the curves are the same with it and without."
        }
        checked={penalty}
        onChange={(checked) => {
          curveChoice.value = { ...curveChoice.value, penalty: checked };
        }}
      />
    </>
  );
}

interface ChoiceProps<Name extends keyof CurveChoice> {
  name: Name;
  legend: string;
  disabled?: boolean;
  options: readonly { value: CurveChoice[Name]; label: string; tip: string }[];
}

function Choice<Name extends keyof CurveChoice>({ name, legend, disabled = false, options }: ChoiceProps<Name>) {
  const { curveChoice } = usePlayground();
  return (
    <fieldset class="choice" disabled={disabled}>
      <legend>{legend}</legend>
      {options.map(({ value, label, tip }) => (
        <label key={label} data-tip={tip}>
          <input
            type="radio"
            name={`curves-${name}`}
            checked={curveChoice.value[name] === value}
            onChange={() => {
              curveChoice.value = { ...curveChoice.value, [name]: value };
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
