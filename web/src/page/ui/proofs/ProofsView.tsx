/** The proofs of the four equations, line by line, each line worked out on the present network. */
import { useSignal } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import { useArrowKeys } from "../arrow-keys";
import { usePlayground } from "../context";
import { type Focus, readFocus, within, writeFocus } from "../equation/focus";
import { iterationOf } from "../equation/iteration";
import { useInstruments } from "../instruments";
import { useKnown } from "../known";
import { Chosen } from "./Chosen";
import { Derivation } from "./Derivation";
import { Networks } from "./Networks";
import { ProofBar } from "./ProofBar";
import { indicesOf, layersOf, lettersOf, nudgedAt } from "./proof";
import { proofs, readPhase, writePhase } from "./proofs";
import { Sketch } from "./Sketch";
import "../../styles/equation.css";
import { Glossed } from "../glossed/Glossed";
import "../../styles/proofs.css";

export function ProofsView({ experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, run, place, go } = usePlayground();
  const sizes = run.value?.sizes ?? [];
  const { proof, line: wantedLine } = readPhase(place.value.phase);
  const hindrance = proof.hindrance(experiment, sizes);
  const lines = proof.lines(experiment);
  const newest = Math.min(wantedLine, lines.length - 1);
  useKnown("phase", place.value.phase, writePhase(proof, newest) === place.value.phase);
  const asIndices = useSignal(false);

  const iteration = hindrance === "" ? iterationOf(frame.value, sizes, experiment) : null;
  const { first, last } = layersOf(proof, sizes.length - 1);
  const wanted = readFocus(place.value.focus);
  const layer = Math.max(first, Math.min(last, wanted.layer));
  const focus = within(sizes, { ...wanted, layer }, iteration?.traced ?? 1);
  const parameter = nudgedAt(proof, sizes, focus);
  useInstruments(hindrance === "" ? { iteration: { parameter } } : {});

  const choose = (to: Partial<Focus>): void => go({ focus: writeFocus({ ...focus, ...to }) });
  const turn = (steps: 1 | -1): void => {
    // Keys may come faster than the page is drawn: what counts is where one is now.
    const now = readPhase(place.peek().phase);
    const to = now.proof === proof ? Math.min(now.line, lines.length - 1) + steps : 0;
    if (hindrance === "" && to >= 0 && to < lines.length) go({ phase: writePhase(now.proof, to) });
    else if (to >= lines.length) goOn();
  };
  /** To the next proof; after the last one, to the first. */
  const goOn = (): void => go({ phase: writePhase(proofs[(proofs.indexOf(proof) + 1) % proofs.length] ?? proofs[0], 0) });
  useArrowKeys(turn);

  const looked = iteration && { iteration, l: focus.layer, j: focus.neuron, k: focus.from, i: focus.example };
  return (
    <>
      <ProofBar proof={proof} choose={(chosen) => go({ phase: writePhase(chosen, 0) })} />
      <div class="proof-desk">
        <section class="proof" aria-labelledby="proof-name">
          <div class="heading">
            <h2 id="proof-name">{proof.label}</h2>
            <span class="facts">{proof.title}</span>
          </div>
          <Glossed>
            <p class="claim">{proof.claim}</p>
          </Glossed>
          {hindrance !== "" && <Networks proof={proof} hindrance={hindrance} />}
          {looked && (
            <Derivation
              proof={proof}
              lines={lines}
              newest={newest}
              slots={asIndices.value ? indicesOf(focus) : lettersOf(proof)}
              looked={looked}
              focus={focus}
              parameter={parameter}
              reading={frame.value?.readings.iteration}
              turn={turn}
              choose={choose}
            />
          )}
        </section>
        {looked && (
          <section class="beside" aria-label="What it is worked out for">
            <Chosen
              proof={proof}
              looked={looked}
              asIndices={asIndices.value}
              onIndices={(checked) => {
                asIndices.value = checked;
              }}
              choose={choose}
            />
            <Sketch proof={proof} about={lines[newest]?.about ?? []} looked={looked} choose={choose} />
            <Networks proof={proof} hindrance="" />
          </section>
        )}
      </div>
    </>
  );
}
