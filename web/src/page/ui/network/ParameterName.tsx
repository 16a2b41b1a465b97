/** A parameter's name, and its derivative, as the equations have them. */
import "../../styles/mathematics.css";
import { indexText, type ParameterPlace } from "../../views/parameters";

export function ParameterName({ place }: { place: ParameterPlace }) {
  return (
    <math>
      <Written place={place} />
    </math>
  );
}

/** dC/dw */
export function Derivative({ place }: { place: ParameterPlace }) {
  return (
    <math>
      <mfrac>
        <mrow>
          <mi>∂</mi>
          <mi>C</mi>
        </mrow>
        <mrow>
          <mi>∂</mi>
          <Written place={place} />
        </mrow>
      </mfrac>
    </math>
  );
}

/** Delta w */
export function StepName({ place }: { place: ParameterPlace }) {
  return (
    <math>
      <mi mathvariant="normal">Δ</mi>
      <Written place={place} />
    </math>
  );
}

function Written({ place: { layer, neuron, from } }: { place: ParameterPlace }) {
  return (
    <msubsup>
      <mi>{from === null ? "b" : "w"}</mi>
      <mn>{indexText(neuron, from)}</mn>
      <mn>{layer}</mn>
    </msubsup>
  );
}
