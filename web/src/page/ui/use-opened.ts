import { useSignal } from "@preact/signals";
import { ahead } from "./ahead";
import { usePart } from "./use-part";

/** What a button opens. */
export interface Opened<Part> {
  isOpen: boolean;
  /** Its code, which comes when it is first opened, if not when the button is pointed at; it stays. */
  Part: Part | null;
  /** Properties of the button. */
  opener: ReturnType<typeof ahead>;
  /** To be told whenever it opens or closes. */
  toggle(isOpen: boolean): void;
}

export function useOpened<Part>(load: () => Promise<Part>): Opened<Part> {
  const isOpen = useSignal(false);
  const wasOpened = useSignal(false);
  const Part = usePart(wasOpened.value, load);
  const toggle = (now: boolean): void => {
    isOpen.value = now;
    wasOpened.value ||= now;
  };
  return { isOpen: isOpen.value, Part, opener: ahead(load), toggle };
}
