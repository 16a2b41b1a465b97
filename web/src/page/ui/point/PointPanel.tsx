/** Everything about one point: what the network answers, what that costs, its z and a in every layer, and where it pulls. */
import "../../styles/point.css";
import { X } from "lucide";
import type { Catalogue } from "../../../../../bindings/backprop";
import { mostTraces, type Reading } from "../../../protocol";
import { formatCost, formatNumber, formatWeight, superscript } from "../../format";
import { addressOf } from "../../state/address";
import { writeLink } from "../../state/place";
import type { Run } from "../../state/playground";
import { outputEntry } from "../activation-range";
import { usePlayground } from "../context";
import { writeFocus } from "../equation/focus";
import { Icon } from "../Icon";
import { useInstruments } from "../instruments";
import { answerOf } from "./answer";
import { pullsOf } from "./pulls";

interface PointPanelProps {
  catalogue: Catalogue;
  run: Run;
  index: number;
  onClose(): void;
}

const sets = ["Training", "Validation", "Test"] as const;

export function PointPanel({ catalogue, run, index, onClose }: PointPanelProps) {
  const { currentFrame } = usePlayground();
  useInstruments({ point: { index } });
  const reading = currentFrame.value?.readings.point;
  const trace = reading?.index === index ? reading : null;
  const [x, y, , part] = run.points.subarray(4 * index, 4 * index + 4) as unknown as [number, number, number, 0 | 1 | 2];
  return (
    <aside class="point-panel" aria-label={`${sets[part]} point ${index + 1}`} data-spot="point-panel">
      <div class="heading">
        <i class={`mark-${sets[part].toLowerCase()}`} />
        <h3>
          {sets[part]} point {index + 1}
        </h3>
        <span class="facts">
          ({formatWeight(x)}, {formatWeight(y)})
        </span>
        <button
          type="button"
          class="step"
          aria-label="Let go of this point"
          data-tip="Closes this panel (Escape)."
          onClick={onClose}
        >
          <Icon of={X} size={13} />
        </button>
      </div>
      {trace && (
        <>
          <Judgement catalogue={catalogue} run={run} trace={trace} />
          <Layers trace={trace} />
          <Pulls run={run} trace={trace} isLearnedFrom={part === 0} />
          <MicroscopeLink run={run} example={trace.example} />
        </>
      )}
    </aside>
  );
}

type Trace = NonNullable<Reading["point"]>;

function Judgement({ catalogue, run, trace }: { catalogue: Catalogue; run: Run; trace: Trace }) {
  const { experiment, points } = run;
  const outputs = trace.activations.at(-1) ?? new Float64Array();
  const { desired } = outputEntry(catalogue, experiment);
  const { given, wanted, isRight } = answerOf(experiment, outputs, points[4 * trace.index + 2] as number, desired);
  return (
    <dl class="judgement">
      <div data-tip="What the network answers for this point, beside what it should.">
        <dt>{experiment.classes === 0 ? "Predicted" : "Decided"}</dt>
        <dd>
          {given}
          {isRight === null ? `, should be ${wanted}` : isRight ? ", right" : `, should be ${wanted}`}
        </dd>
      </div>
      <div data-tip="The cost of this point alone; the cost of a set is the mean of such costs.">
        <dt>
          Its cost C<sub>x</sub>
        </dt>
        <dd id="point-cost">{formatCost(trace.cost)}</dd>
      </div>
    </dl>
  );
}

/** More neurons of a layer find no room. */
const mostNeurons = 5;

function Layers({ trace }: { trace: Trace }) {
  return (
    <table data-tip="The weighted input z and the activation a of each neuron, for this point; layer 0 are the inputs.">
      <caption class="visually-hidden">z and a in every layer</caption>
      <tbody>
        {trace.activations.map((activations, layer) => (
          <LayerRows key={layer} layer={layer} weightedInputs={trace.weightedInputs[layer]} activations={activations} />
        ))}
      </tbody>
    </table>
  );
}

interface LayerRowsProps {
  layer: number;
  weightedInputs: Float64Array | undefined;
  activations: Float64Array;
}

function LayerRows({ layer, weightedInputs, activations }: LayerRowsProps) {
  const row = (name: string, values: Float64Array) => (
    <tr key={name}>
      <th scope="row">
        {name}
        {superscript(layer)}
      </th>
      {Array.from(values.subarray(0, mostNeurons), (value, j) => (
        <td key={j}>{formatWeight(value)}</td>
      ))}
      {values.length > mostNeurons && <td class="rest">+{values.length - mostNeurons}</td>}
    </tr>
  );
  return (
    <>
      {weightedInputs !== undefined && weightedInputs.length > 0 && row("z", weightedInputs)}
      {row("a", activations)}
    </>
  );
}

const strongest = 5;

function Pulls({ run, trace, isLearnedFrom }: { run: Run; trace: Trace; isLearnedFrom: boolean }) {
  const pulls = pullsOf(run.sizes, trace.gradient, strongest);
  return (
    <section class="pulls">
      <h4>{isLearnedFrom ? "Where it pulls most" : "Where it would pull most"}</h4>
      <p>
        {isLearnedFrom
          ? "A step against this point's own gradient moves"
          : "Nothing is learned from this point. If it were, a step against its gradient would move"}{" "}
        {pulls.up} of the parameters up, {pulls.down} down{pulls.none > 0 && `, ${pulls.none} not at all`}.
      </p>
      <ul>
        {pulls.strongest.map(({ name, slope, strength }) => (
          <li key={name} data-tip={`∂Cₓ/∂${name} = ${formatNumber(slope)}: the step goes the other way.`}>
            <b>{name}</b>
            <i class={slope < 0 ? "up" : "down"} style={{ width: `${Math.round(64 * strength)}px` }} />
            <span>
              {slope < 0 ? "↑ up" : "↓ down"} <small>slope {formatNumber(slope)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the rest of it is. */
function MicroscopeLink({ run, example }: { run: Run; example: number }) {
  const { go, entering } = usePlayground();
  const isThere = example >= 0 && example < mostTraces;
  const focus = isThere ? { focus: writeFocus({ layer: 1, neuron: 0, from: 0, example }) } : {};
  const place = { ...entering("microscope"), ...focus };
  return (
    <a
      href={addressOf(writeLink(place, run.link))}
      data-tip={
        isThere
          ? "All its numbers, step by step: it is in the next mini-batch."
          : "The next mini-batch, step by step; this point is not in it."
      }
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go({ view: "microscope", ...focus });
      }}
    >
      {isThere ? "This point under the microscope" : "The next mini-batch under the microscope"}
    </a>
  );
}
