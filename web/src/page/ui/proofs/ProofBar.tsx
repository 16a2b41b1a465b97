/** The choice of proof. */
import type { Proof } from "./proof";
import { proofs } from "./proofs";

export function ProofBar({ proof, choose }: { proof: Proof; choose(proof: Proof): void }) {
  return (
    <nav class="proof-bar" aria-label="Proofs" data-spot="proofs">
      {proofs.map((one) => (
        <button
          key={one.name}
          type="button"
          aria-current={one === proof ? "true" : undefined}
          data-tip={one.claim}
          onClick={() => choose(one)}
        >
          <b>{one.label}</b> <span>{one.title}</span>
        </button>
      ))}
    </nav>
  );
}
