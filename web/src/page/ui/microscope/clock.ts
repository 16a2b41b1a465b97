import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isMotionWanted } from "../motion";

/** Seconds since the component came on screen; it stands still unless something runs, and where motion is not wanted. */
export function useClock(running: boolean): ReadonlySignal<number> {
  const seconds = useSignal(0);
  useEffect(() => {
    if (!running || !isMotionWanted()) return;
    let last = performance.now();
    let request = requestAnimationFrame(function tick(now) {
      seconds.value += (now - last) / 1000;
      last = now;
      request = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(request);
  }, [running]);
  return seconds;
}
