/** Controls for the experiment's fields. Each has a name, a tooltip, and works by keyboard and touch. */
import { useSignal } from "@preact/signals";
import { Minus, Plus } from "lucide";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./Icon";
import { Scrub } from "./Scrub";

interface SliderProps {
  label: string;
  tip: string;
  /** Where lessons may point. */
  spot?: string;
  value: number;
  text: string;
  low: number;
  high: number;
  step: number;
  onChange(value: number): void;
}

export function Slider({ label, tip, spot, value, text, low, high, step, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="slider" data-tip={tip} data-spot={spot}>
      <label for={id}>{label}</label>
      <output for={id}>{text}</output>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

interface SelectProps {
  label: string;
  tip: string;
  spot?: string | undefined;
  value: string;
  options: readonly { name: string; label: string; disabled?: boolean }[];
  onChange(name: string): void;
  /** Said after the label, such as a unit. */
  note?: string;
  /** Where the label stands elsewhere on screen. */
  labelHidden?: boolean;
}

export function Select({ label, note, tip, spot, value, options, onChange, labelHidden = false }: SelectProps) {
  const id = useId();
  return (
    <div class="field" data-tip={tip} data-spot={spot}>
      <label for={id} class={labelHidden ? "visually-hidden" : undefined}>
        {label}
        {note && <span class="note"> · {note}</span>}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.name} value={option.name} selected={option.name === value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CheckboxProps {
  label: string;
  tip?: string;
  spot?: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

export function Checkbox({ label, tip, spot, checked, onChange }: CheckboxProps) {
  return (
    <label class="checkbox" data-tip={tip} data-spot={spot}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** Much of the world writes 0,5. */
const withPoint = (text: string): string => text.replace(/^([+-]?\d+),(\d+)$/, "$1.$2");

interface NumberFieldProps {
  label: string;
  tip: string;
  spot?: string;
  value: number;
  /** Said after the label, such as what a batch of this size is called. */
  note?: string;
  /** To the value before or after the one in use, which may be another by then than the one on screen. */
  onStep(direction: 1 | -1): void;
  /** Gets the text as typed; the core says what is wrong with it. */
  onChange(text: string): void;
}

export function NumberField({ label, tip, spot, value, note, onStep, onChange }: NumberFieldProps) {
  const id = useId();
  // What is being typed stays, whatever answer to an earlier change comes meanwhile.
  const typed = useSignal<string | null>(null);
  const step = (direction: 1 | -1): void => {
    typed.value = null;
    onStep(direction);
  };
  return (
    <div class="field" data-tip={tip} data-spot={spot}>
      <label for={id}>
        {label}
        {note && <span class="note"> · {note}</span>}
      </label>
      <div class="number">
        <StepButton label={`Lower ${label}`} onClick={() => step(-1)}>
          <Icon of={Minus} size={12} />
        </StepButton>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={typed.value ?? String(value)}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
          onChange={(event) => {
            // What was refused must not stay: the field shows the value in use, the notice what was wrong.
            typed.value = null;
            onChange(withPoint(event.currentTarget.value.trim()));
          }}
          onBlur={() => {
            typed.value = null;
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            step(event.key === "ArrowUp" ? 1 : -1);
          }}
        />
        <StepButton label={`Raise ${label}`} onClick={() => step(1)}>
          <Icon of={Plus} size={12} />
        </StepButton>
      </div>
    </div>
  );
}

interface CounterProps {
  /** What is counted: "Neurons of layer 1"; and one of it, for the buttons' names: "neuron of layer 1". */
  label: string;
  of: string;
  spot?: string;
  count: number;
  low: number;
  high: number;
  tips: { add: string; remove: string; count: string };
  onChange(count: number): void;
  /** So many more than there are, which may be others by then than on screen; no further than the limits. */
  onStep(by: number): void;
}

/** − 4 +, of which the keyboard stops at the number only. */
export function Counter({ label, of, spot, count, low, high, tips, onChange, onStep }: CounterProps) {
  return (
    <div class="counter" data-spot={spot}>
      <StepButton label={`Remove a ${of}`} tip={tips.remove} skipped disabled={count <= low} onClick={() => onStep(-1)}>
        <Icon of={Minus} size={12} />
      </StepButton>
      <Scrub label={label} tip={tips.count} count={count} low={low} high={high} onChange={onChange} onStep={onStep} />
      <StepButton label={`Add a ${of}`} tip={tips.add} skipped disabled={count >= high} onClick={() => onStep(1)}>
        <Icon of={Plus} size={12} />
      </StepButton>
    </div>
  );
}

interface StepperProps {
  label: string;
  tip: string;
  /** From 1 to `high`. */
  value: number;
  high: number;
  onChange(value: number): void;
}

/** Example − 3 of 10 +; round at the ends. */
export function Stepper({ label, tip, value, high, onChange }: StepperProps) {
  return (
    <div class="stepper" role="group" aria-label={label} data-tip={tip}>
      <span>{label}</span>
      <StepButton label={`${label}: the one before`} onClick={() => onChange(value > 1 ? value - 1 : high)}>
        <Icon of={Minus} size={12} />
      </StepButton>
      <output>
        {value}
        <small> of {high}</small>
      </output>
      <StepButton label={`${label}: the next`} onClick={() => onChange(value < high ? value + 1 : 1)}>
        <Icon of={Plus} size={12} />
      </StepButton>
    </div>
  );
}

interface StepButtonProps {
  label: string;
  tip?: string;
  disabled?: boolean;
  /** Whether the Tab key goes past it: what it does is done with arrow keys beside it. */
  skipped?: boolean;
  onClick(): void;
  children: ComponentChildren;
}

function StepButton({ label, tip, disabled = false, skipped = false, onClick, children }: StepButtonProps) {
  return (
    <button
      type="button"
      class="step"
      aria-label={label}
      aria-disabled={disabled}
      tabIndex={skipped ? -1 : 0}
      data-tip={tip}
      onClick={() => {
        // Not `disabled`: that would take the keyboard's focus away at the end of the range.
        if (!disabled) onClick();
      }}
    >
      {children}
    </button>
  );
}
