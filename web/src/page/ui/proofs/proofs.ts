/** All proofs, and how a place in one of them stands in a link: "bp2.3" is the third line of BP2. */
import { bp1 } from "./bp1";
import { bp2 } from "./bp2";
import { bp3 } from "./bp3";
import { bp4 } from "./bp4";
import type { Proof } from "./proof";
import { sigmoidEntropy } from "./sigmoid-entropy";
import { softmaxLikelihood } from "./softmax-likelihood";

export const proofs: readonly [Proof, ...Proof[]] = [bp1, bp2, bp3, bp4, softmaxLikelihood, sigmoidEntropy];

/** The proof, and its newest line, from 0. What names neither is the first. */
export function readPhase(phase: string): { proof: Proof; line: number } {
  const [name, line = ""] = phase.split(".", 2);
  const proof = proofs.find((one) => one.name === name) ?? proofs[0];
  return { proof, line: /^\d{1,3}$/.test(line) ? Math.max(0, Number(line) - 1) : 0 };
}

export const writePhase = (proof: Proof, line: number): string => `${proof.name}.${line + 1}`;
