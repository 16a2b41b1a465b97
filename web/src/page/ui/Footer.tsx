import { useComputed } from "@preact/signals";
import type { Catalogue, Experiment } from "../../../../bindings/backprop";
import { usePlayground } from "./context";
import { explanations } from "./explanations";

/** The network as the one function that it is, and the fingerprint of its parameters. */
export function Footer({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { frame, altered, timeline } = usePlayground();
  /** Settings before the start are what the run begins with; only what was done by hand is marked there. */
  const isAtStart = useComputed(() => timeline.value.marks.at(-1)?.iteration === 0).value;
  const fingerprint = useComputed(() => frame.value?.fingerprint ?? "");
  return (
    <footer>
      <p class="composite">
        <i>a</i>
        <sup>{experiment.layers.length + 1}</sup> = <Composite functions={functionNames(catalogue, experiment)} />
      </p>
      <p class="fingerprint" data-tip={explanations.fingerprint}>
        {altered.value && (
          <span class="altered">
            {isAtStart
              ? "Set by hand before the start; Reset takes that back. "
              : "Changed in mid-run; Reset begins it anew with these settings. "}
          </span>
        )}
        Fingerprint <code id="fingerprint">{fingerprint}</code>
      </p>
    </footer>
  );
}

function functionNames(catalogue: Catalogue, { activations, output }: Experiment): string[] {
  const label = (name: string, entries: Catalogue["activations"]): string =>
    entries.find((entry) => entry.name === name)?.label ?? name;
  return [...activations.map((name) => label(name, catalogue.activations)), label(output, catalogue.outputs)];
}

/** sigma_L(W^L sigma_(L-1)( .. ) + b^L), from the outside in. */
function Composite({ functions }: { functions: readonly string[] }) {
  const l = functions.length;
  const [outer, inner] = [functions[l - 1], functions.slice(0, -1)];
  return (
    <>
      {outer}(<i>W</i>
      <sup>{l}</sup> {inner.length === 0 ? <i>x</i> : <Composite functions={inner} />} + <i>b</i>
      <sup>{l}</sup>)
    </>
  );
}
