/** One iteration, step by step, with every number of the four equations. */
import { useSignal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { formatCount } from "../../format";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { Chain } from "./Chain";
import { Difference } from "./Difference";
import { Drawing } from "./Drawing";
import { EquationPanel } from "./EquationPanel";
import type { Focus, SymbolName, Target } from "./equation";
import { equationOf } from "./equations";
import { FocusBar } from "./FocusBar";
import { iterationOf } from "./iteration";
import { PhaseBar } from "./PhaseBar";
import { ProveIt } from "./ProveIt";
import { type Phase, phaseAt, phasesOf } from "./phases";
import "../../styles/microscope.css";

const unfocused: Focus = { layer: 1, neuron: 0, from: 0, example: 0, wholeBatch: false };

export function MicroscopeView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, run, place, go, step } = usePlayground();
  const sizes = run.value?.sizes ?? [];
  const last = sizes.length - 1;
  const phases = phasesOf(last);
  const at = phaseAt(phases, place.value.phase);
  const phase = phases[at] as Phase;

  const wanted = useSignal(unfocused);
  const numbers = useSignal(false);
  const symbol = useSignal<SymbolName | null>(null);
  const pointed = useSignal<Target | null>(null);

  const iteration = iterationOf(frame.value, sizes, experiment);
  const focus = within(sizes, phase, wanted.value, iteration?.traced ?? 1);
  const equation =
    iteration === null
      ? null
      : equationOf(iteration, phase, focus, (to) => {
          wanted.value = { ...focus, ...to };
        });
  const check = equation?.check ?? null;
  useInstruments({ iteration: check === null ? {} : { parameter: check.parameter } });

  const turn = (steps: 1 | -1): void => {
    // Keys may come faster than the page is drawn: what counts is where one is now.
    const to = phaseAt(phases, place.peek().phase) + steps;
    if (to < 0) return;
    if (to === phases.length) step("iteration");
    go({ phase: phases[to % phases.length]?.name ?? "" });
  };
  const choose = (to: Partial<Focus>): void => {
    wanted.value = { ...focus, ...to };
    if (to.layer === undefined || to.layer === phase.layer) return;
    // Another layer's error or activations are another phase.
    const other = phases.find(({ kind, layer }) => kind === phase.kind && layer === to.layer);
    if (other !== undefined) go({ phase: other.name });
  };
  const lit = [
    ...(symbol.value === null ? [] : [symbol.value]),
    ...Object.entries(equation?.symbols ?? {})
      .filter(([, target]) => target.layer === pointed.value?.layer && target.of === pointed.value.of)
      .map(([name]) => name as SymbolName),
  ];
  return (
    <>
      <PhaseBar phases={phases} at={at} go={(to) => go({ phase: phases[to]?.name ?? "" })} turn={turn} />
      <section class="network" aria-labelledby="microscope-title">
        <div class="heading">
          <h2 id="microscope-title">Network</h2>
          <span class="facts">
            iteration {formatCount((frame.value?.progress.iteration ?? 0) + 1)}, example {focus.example + 1} of{" "}
            {iteration?.m ?? "–"}
          </span>
          <ProveIt sizes={sizes} />
        </div>
        {iteration && equation && (
          <Drawing
            iteration={iteration}
            phase={phase}
            focus={focus}
            symbols={equation.symbols}
            lit={symbol.value}
            catalogue={catalogue}
            experiment={experiment}
            choose={choose}
            onPoint={(target) => {
              pointed.value = target;
            }}
          />
        )}
      </section>
      <section class="equation" aria-labelledby="equation-title">
        {iteration && equation && (
          <>
            <FocusBar iteration={iteration} phase={phase} focus={focus} numbers={numbers} choose={choose} />
            <EquationPanel
              equation={equation}
              about={aboutOf(phase, focus)}
              heading={phase.kind === "cost" ? "This mini-batch" : `Neuron ${focus.neuron + 1}`}
              numbers={numbers.value}
              lit={lit}
              onPoint={(name) => {
                symbol.value = name;
              }}
            />
            {phase.kind === "weights" && <Chain iteration={iteration} focus={focus} />}
            {check && <Difference check={check} example={focus.example} reading={frame.value?.readings.iteration} />}
          </>
        )}
      </section>
    </>
  );
}

/** The focus as the network and the phase allow it. */
function within(sizes: readonly number[], phase: Phase, wanted: Focus, examples: number): Focus {
  const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  const last = sizes.length - 1;
  const layer = phase.layer > 0 ? phase.layer : phase.kind === "cost" ? last : Math.max(1, clamp(wanted.layer, sizes.length));
  return {
    layer,
    neuron: clamp(wanted.neuron, sizes[layer] ?? 1),
    from: clamp(wanted.from, sizes[layer - 1] ?? 1),
    example: clamp(wanted.example, examples),
    wholeBatch: wanted.wholeBatch,
  };
}

function aboutOf(phase: Phase, { layer }: Focus): string {
  switch (phase.kind) {
    case "batch":
    case "cost":
      return "this mini-batch";
    case "forward":
    case "error":
      return `layer ${layer}, this example`;
    default:
      return `layer ${layer}, this mini-batch`;
  }
}
