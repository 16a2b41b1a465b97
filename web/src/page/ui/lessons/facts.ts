/** Facts for components: read as the page is now, with the instruments for them on screen. */
import type { FactValue } from "../../lessons/condition";
import { type Fact, factNamed } from "../../state/facts";
import type { Playground } from "../../state/playground";
import { useInstruments } from "../instruments";

const find = (name: string, { catalogue }: Playground): Fact | null =>
  catalogue.value === null ? null : factNamed(name, catalogue.value.defaults);

export const readFact = (name: string, playground: Playground): FactValue =>
  find(name, playground)?.read(playground) ?? Number.NaN;

export function writeFact(name: string, playground: Playground): string {
  const fact = find(name, playground);
  return fact === null ? "" : fact.write(fact.read(playground));
}

export function useFacts(names: readonly string[], playground: Playground): void {
  useInstruments(Object.assign({}, ...names.map((name) => find(name, playground)?.watch)));
}
