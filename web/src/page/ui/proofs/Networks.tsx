/** Networks on which a proof can be tried, one click away; the header has the way back to the reader's own. */
import { usePlayground } from "../context";
import { Glossed } from "../glossed/Glossed";
import type { Proof } from "./proof";

export function Networks({ proof, hindrance }: { proof: Proof; hindrance: string }) {
  const { lend } = usePlayground();
  return (
    <section class="networks" aria-label="Networks to try it on">
      <Glossed>
        <p>{hindrance === "" ? "Try it on" : `${hindrance} Open a small network that suits it:`}</p>
      </Glossed>
      {proof.suitable.map(({ label, settings }, index) => (
        <button
          key={label}
          type="button"
          class={hindrance !== "" && index === 0 ? "primary" : "offer"}
          data-tip="Opens another, small network; your own run is kept as it is, and “Back to my run” brings it back."
          onClick={() => lend(settings)}
        >
          {label}
        </button>
      ))}
    </section>
  );
}
