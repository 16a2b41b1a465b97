/** Trainings that end by themselves: so many epochs, or until it cannot improve, with what will end it said before. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Experiment } from "../../../../bindings/backprop";
import { formatCount } from "../format";
import { validationSize } from "../state/points";
import { fewSentence, isFew, rulesInWords, type StopRules, usualRules } from "../state/stop-rules";
import { usePlayground } from "./context";
import { explanations } from "./explanations";
import { NumberField } from "./fields";
import "../styles/train-on.css";

export function TrainFurther({ experiment, start }: { experiment: Experiment; start: Start }) {
  return (
    <>
      <Epochs start={start} />
      <ToTheEnd experiment={experiment} start={start} />
    </>
  );
}

/** `epochs` is null for as many as it takes. */
type Start = (epochs: number | null, rules?: StopRules) => void;

const mostEpochs = 1_000_000;
const ladder = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];

function Epochs({ start }: { start: Start }) {
  const epochs = useSignal(100);
  /** What was typed last is no number of epochs: the Enter that ends it starts nothing, whose number nobody asked for. */
  const refused = useRef(false);
  const complaint = useSignal("");
  const type = (text: string): void => {
    const typed = Number(text);
    const fits = Number.isInteger(typed) && typed >= 1 && typed <= mostEpochs;
    refused.current = !fits;
    complaint.value = fits ? "" : `“${text}” is not a whole number from 1 to 1,000,000.`;
    if (fits) epochs.value = typed;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!refused.current) start(epochs.value);
        refused.current = false;
      }}
    >
      <NumberField
        label="Epochs"
        tip={explanations.epochsOn}
        value={epochs.value}
        onStep={(direction) => {
          const next =
            direction > 0 ? ladder.find((count) => count > epochs.value) : ladder.findLast((count) => count < epochs.value);
          refused.current = false;
          complaint.value = "";
          epochs.value = next ?? (direction > 0 ? epochs.value : 1);
        }}
        onChange={type}
      />
      <button
        type="submit"
        class="primary"
        aria-label={`Train ${formatCount(epochs.value)} epochs`}
        data-tip={explanations.epochsOn}
      >
        Train
      </button>
      <p class="complaint" role="alert">
        {complaint.value}
      </p>
    </form>
  );
}

function ToTheEnd({ experiment, start }: { experiment: Experiment; start: Start }) {
  const own = rulesInWords(experiment);
  const validation = validationSize(usePlayground().run.value?.points);
  const usual = usualRules(validation);
  const rules = own.length > 0 ? own : rulesInWords(usual);
  return (
    <section>
      <div class="to-the-end">
        <h2>Until it can’t improve</h2>
        <button
          type="button"
          class="primary"
          aria-label="Train until it can’t improve"
          data-tip={explanations.toTheEnd}
          onClick={() => start(null, own.length > 0 ? undefined : usual)}
        >
          Train
        </button>
      </div>
      <p>{own.length > 0 ? "Training ends" : "No stop rule is set yet. This sets these, and training ends"}</p>
      <ul>
        {rules.map((rule, i) => (
          <li key={rule}>
            {rule}
            {i < rules.length - 1 ? ", or" : "."}
          </li>
        ))}
      </ul>
      {isFew(validation) && (own.length === 0 || experiment.patience > 0) && <p>{fewSentence(validation)}</p>}
      <p class="facts">More, under Stopping, has the numbers. Both train as fast as this device can, whatever Speed says.</p>
    </section>
  );
}
