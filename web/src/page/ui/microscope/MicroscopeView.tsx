/** One iteration, step by step, with every number of the four equations. */
import { useSignal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { trainingSize } from "../../state/points";
import { usePlayground } from "../context";
import { type Focus, isFocus, readFocus, within, writeFocus } from "../equation/focus";
import { iterationOf } from "../equation/iteration";
import type { SymbolName } from "../equation/symbols";
import { useInstruments } from "../instruments";
import { useKnown } from "../known";
import { BatchPlane } from "./BatchPlane";
import { Chain } from "./Chain";
import { Curve } from "./Curve";
import { Difference } from "./Difference";
import { Drawing } from "./Drawing";
import { EquationPanel } from "./EquationPanel";
import { equationOf } from "./equations";
import { Fan } from "./Fan";
import { FocusBar } from "./FocusBar";
import { Gauge } from "./Gauge";
import { PhaseBar } from "./PhaseBar";
import { ProveIt } from "./ProveIt";
import { layerOf, type Phase, phaseAt, phasesOf } from "./phases";
import { seenAt } from "./seen";
import type { Target } from "./target";
import { aboutOf, factsOf, nameOf } from "./words";
import "../../styles/equation.css";
import "../../styles/microscope.css";
import "../../styles/microscope-instruments.css";
import "../../styles/microscope-sizes.css";

export function MicroscopeView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, run, place, go, step, point } = usePlayground();
  const sizes = run.value?.sizes ?? [];
  const last = sizes.length - 1;
  const phases = phasesOf(last);
  const at = phaseAt(phases, place.value.phase);
  const phase = phases[at] as Phase;
  const { kind } = phase;
  useKnown("phase", place.value.phase, phase.name === place.value.phase);
  useKnown("focus", place.value.focus, isFocus(place.value.focus));

  const ways = { wholeBatch: useSignal(false), numbers: useSignal(false) };
  const symbol = useSignal<SymbolName | null>(null);
  const pointed = useSignal<Target | null>(null);
  const path = useSignal<readonly number[] | null>(null);

  const iteration = iterationOf(frame.value, sizes, experiment);
  const wanted = readFocus(place.value.focus);
  const focus = within(sizes, { ...wanted, layer: layerOf(phase, last, wanted.layer) }, iteration?.traced ?? 1);
  const seen = seenAt(focus, pointed.value);
  const choose = (to: Partial<Focus>): void => {
    // Another layer's error or activations are another phase.
    const other = phases.find(({ kind, layer }) => kind === phase.kind && layer === to.layer);
    const chosen = { ...focus, ...to };
    go({ focus: writeFocus(chosen), ...(other && { phase: other.name }) });
    // Steppers and matrices point, too: not everyone can put a pointer on a thin link.
    if (to.from !== undefined) point(nameOf({ ...chosen, of: "links" }));
    else if (to.neuron !== undefined) point(nameOf({ ...chosen, of: kind === "weights" ? "links" : "neurons" }));
  };
  const equation = iteration && equationOf(iteration, phase, focus, seen, ways.wholeBatch.value, catalogue, choose);
  const check = equation?.check ?? null;
  useInstruments({ iteration: check === null ? {} : { parameter: check.parameter } });

  const turn = (steps: 1 | -1): void => {
    // Keys may come faster than the page is drawn: what counts is where one is now.
    const to = phaseAt(phases, place.peek().phase) + steps;
    if (to < 0) return;
    if (to === phases.length) step("iteration");
    go({ phase: phases[to % phases.length]?.name ?? "" });
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
      <div class="bench">
        <section class="network" aria-labelledby="microscope-title">
          <div class="heading">
            <h2 id="microscope-title">{kind === "batch" ? "Data" : "Network"}</h2>
            <span class="facts">
              {iteration && factsOf(iteration, phase, focus, pointed.value, frame.value?.progress.iteration ?? 0)}
            </span>
            <ProveIt sizes={sizes} />
          </div>
          {iteration && equation && kind === "batch" && (
            <BatchPlane iteration={iteration} focus={focus} catalogue={catalogue} experiment={experiment} choose={choose} />
          )}
          {iteration && equation && kind !== "batch" && (
            <Drawing
              iteration={iteration}
              phase={phase}
              focus={focus}
              seen={seen}
              symbols={equation.symbols}
              lit={symbol.value}
              pointed={pointed.value}
              path={path.value}
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
                heading={kind === "cost" ? "This mini-batch" : `Neuron ${focus.neuron + 1}`}
                numbers={ways.numbers.value}
                lit={lit}
                onPoint={(name) => {
                  symbol.value = name;
                  if (name !== null) point(name);
                }}
              />
              {kind === "batch" && <Fan experiment={experiment} trainingSize={trainingSize(run.value?.points)} />}
              {(kind === "forward" || kind === "error") && (
                <Curve
                  iteration={iteration}
                  focus={focus}
                  catalogue={catalogue}
                  experiment={experiment}
                  slope={kind === "error"}
                />
              )}
              {check && <Difference check={check} example={focus.example} reading={frame.value?.readings.iteration} />}
              {kind === "weights" && (
                <Chain
                  iteration={iteration}
                  focus={focus}
                  onPath={(neurons) => {
                    path.value = neurons;
                    if (neurons !== null) point("path");
                  }}
                />
              )}
            </>
          )}
        </section>
        <Gauge catalogue={catalogue} experiment={experiment} />
      </div>
    </>
  );
}
