import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Playground } from "../state/playground";

export const PlaygroundContext = createContext<Playground | null>(null);

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new Error("no playground around this component");
  return playground;
}
