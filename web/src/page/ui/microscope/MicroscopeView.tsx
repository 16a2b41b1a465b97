/** One iteration, step by step, with every number of the four equations. */
import { useSignal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { formatCount } from "../../format";
import { usePlayground } from "../context";
import { type Focus, readFocus, within, writeFocus } from "../equation/focus";
import { iterationOf } from "../equation/iteration";
import type { SymbolName } from "../equation/symbols";
import { useInstruments } from "../instruments";
import { Chain } from "./Chain";
import { Difference } from "./Difference";
import { Drawing } from "./Drawing";
import { EquationPanel } from "./EquationPanel";
import type { Target } from "./equation";
import { equationOf } from "./equations";
import { FocusBar } from "./FocusBar";
import { PhaseBar } from "./PhaseBar";
import { ProveIt } from "./ProveIt";
import { layerOf, type Phase, phaseAt, phasesOf } from "./phases";
import "../../styles/equation.css";
import "../../styles/microscope.css";

export function MicroscopeView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, run, place, go, step, point } = usePlayground();
  const sizes = run.value?.sizes ?? [];
  const last = sizes.length - 1;
  const phases = phasesOf(last);
  const at = phaseAt(phases, place.value.phase);
  const phase = phases[at] as Phase;

  const ways = { wholeBatch: useSignal(false), numbers: useSignal(false) };
  const symbol = useSignal<SymbolName | null>(null);
  const pointed = useSignal<Target | null>(null);

  const iteration = iterationOf(frame.value, sizes, experiment);
  const wanted = readFocus(place.value.focus);
  const focus = within(sizes, { ...wanted, layer: layerOf(phase, last, wanted.layer) }, iteration?.traced ?? 1);
  const equation = iteration === null ? null : equationOf(iteration, phase, focus, ways.wholeBatch.value, (to) => choose(to));
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
    // Another layer's error or activations are another phase.
    const other = phases.find(({ kind, layer }) => kind === phase.kind && layer === to.layer);
    go({ focus: writeFocus({ ...focus, ...to }), ...(other && { phase: other.name }) });
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
              if (target !== null) point(nameOf(target));
            }}
          />
        )}
      </section>
      <section class="equation" aria-labelledby="equation-title">
        {iteration && equation && (
          <>
            <FocusBar iteration={iteration} phase={phase} focus={focus} ways={ways} choose={choose} />
            <EquationPanel
              equation={equation}
              about={aboutOf(phase, focus)}
              heading={phase.kind === "cost" ? "This mini-batch" : `Neuron ${focus.neuron + 1}`}
              numbers={ways.numbers.value}
              lit={lit}
              onPoint={(name) => {
                symbol.value = name;
                if (name !== null) point(name);
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

/** As playground.pointed has it. */
function nameOf({ layer, of, neuron, from }: Target): string {
  return of === "neurons" ? `neuron ${layer}.${neuron + 1}` : `weight ${layer}.${neuron + 1}.${from + 1}`;
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
