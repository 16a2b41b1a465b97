import { useLayoutEffect, useRef } from "preact/hooks";

/** The reference for a dialog that is modal as long as it is on screen. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return dialog;
}
