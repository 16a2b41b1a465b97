/** The network as the one function that it is; each symbol shows its place in the drawing. */
import "../../styles/composite.css";
import "../../styles/mathematics.css";
import { type Signal, useSignalEffect } from "@preact/signals";
import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import type { NeuronPlace } from "../../../protocol";
import { formatCount } from "../../format";
import { type LayerSizes, type ParameterPlace, parameterCount } from "../../views/parameters";
import { usePlayground } from "../context";
import { useFadingEnds } from "../fading-ends";
import type { Highlight } from "./highlight";

export interface CompositeProps {
  sizes: LayerSizes;
  catalogue: Catalogue;
  experiment: Experiment;
  highlight: Signal<Highlight | null>;
}

export function Composite({ sizes, catalogue, experiment, highlight }: CompositeProps) {
  const { editing, shown, plane } = usePlayground();
  const last = sizes.length - 1;
  const functions = functionNames(catalogue, experiment);
  const point = (event: Event): void => {
    const symbol = event.target instanceof Element ? event.target.closest<MathMLElement>("[data-symbol]") : null;
    const [of, layer] = (symbol?.dataset.symbol ?? "").split(" ");
    highlight.value = of === "" ? null : { of: of as Highlight["of"], layer: Number(layer) };
  };
  const leave = (): void => {
    highlight.value = null;
  };
  const element = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const neuron = shown.pointed.value ?? plane.value?.shown ?? null;
    const lit = symbolOf(editing.pointed.value ?? editing.chosen.value, neuron, last);
    for (const symbol of element.current?.querySelectorAll<MathMLElement>("[data-symbol]") ?? [])
      symbol.classList.toggle("lit", symbol.dataset.symbol === lit);
  });
  const fading = useFadingEnds(element, [functions.join()]);
  const weights = sizes.slice(1).reduce((sum, count, l) => sum + count * (sizes[l] ?? 0), 0);
  const hidden = sizes.slice(1, -1);
  return (
    <div class="composite-panel" data-spot="composite">
      <div
        ref={element}
        class="formula pointable"
        role="group"
        aria-label="The network as one function"
        tabIndex={-1}
        onPointerOver={point}
        onPointerLeave={leave}
        onFocusIn={point}
        onFocusOut={leave}
        {...fading}
      >
        <math>
          <PointableSymbol name={`neurons ${last}`} letter="a" layer={last} words={`a ${last}, the output`} />
          <mo>=</mo>
          <Layer functions={functions} />
        </math>
      </div>
      <p>
        Depth {last}: {last === 1 ? "one layer" : `${last} layers`} of weights, W<sup>1</sup>
        {last > 1 && (
          <>
            {" "}
            to W<sup>{last}</sup>
          </>
        )}
        . {hidden.length > 0 && `Width ${Math.max(...hidden)}, the most neurons in a hidden layer. `}
        {formatCount(parameterCount(sizes))} parameters: {formatCount(weights)} weights and{" "}
        {formatCount(parameterCount(sizes) - weights)} biases.
      </p>
    </div>
  );
}

/** What stands in the formula for the parameter that is pointed at, or else for the neuron that the large plane shows. */
function symbolOf(parameter: ParameterPlace | null, neuron: NeuronPlace | null, last: number): string {
  if (parameter !== null) return `${parameter.from === null ? "biases" : "weights"} ${parameter.layer}`;
  if (neuron === null) return "";
  // Between input and output the formula has no letter for what neurons answer: it is what their function makes.
  return `${neuron.layer === 0 || neuron.layer === last ? "neurons" : "function"} ${neuron.layer}`;
}

function functionNames(catalogue: Catalogue, { activations, output }: Experiment): string[] {
  const label = (name: string, entries: Catalogue["activations"]): string =>
    entries.find((entry) => entry.name === name)?.label ?? name;
  return [...activations.map((name) => label(name, catalogue.activations)), label(output, catalogue.outputs)];
}

/** sigma_l(W^l a^(l-1) + b^l), from the outside in. */
function Layer({ functions }: { functions: readonly string[] }) {
  const l = functions.length;
  const inner = functions.slice(0, -1);
  const name = functions[l - 1] ?? "";
  return (
    <Fragment>
      <mrow data-symbol={`function ${l}`} tabindex={0} aria-label={`${name}, the function of layer ${l}`}>
        <mtext>{name}</mtext>
      </mrow>
      <mo stretchy={false}>(</mo>
      <PointableSymbol name={`weights ${l}`} letter="W" layer={l} words={`W ${l}, the weights into layer ${l}`} />
      <mspace width="0.16em" />
      {inner.length === 0 ? (
        <mi data-symbol="neurons 0" tabindex={0} aria-label="x, the inputs">
          x
        </mi>
      ) : (
        <Layer functions={inner} />
      )}
      <mo>+</mo>
      <PointableSymbol name={`biases ${l}`} letter="b" layer={l} words={`b ${l}, the biases of layer ${l}`} />
      <mo stretchy={false}>)</mo>
    </Fragment>
  );
}

function PointableSymbol({ name, letter, layer, words }: { name: string; letter: string; layer: number; words: string }) {
  return (
    <msup data-symbol={name} tabindex={0} aria-label={words}>
      <mi>{letter}</mi>
      <mn>{layer}</mn>
    </msup>
  );
}
