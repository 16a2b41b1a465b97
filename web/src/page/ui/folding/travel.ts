import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { isMotionWanted } from "../motion";

/** Stages a second: at a stroll, and when a stage is gone to. */
const pace = { stroll: 0.75, stride: 1.6 };
/** Where motion is not wanted a stage stands for so long. */
const secondsEach = 1.6;
/** However far it is. */
const longestSeconds = 1.4;

export interface Travel {
  /** Where the plane is: at a stage, or between two. */
  at: Signal<number>;
  /** Whether it is carried through to the end. */
  playing: Signal<boolean>;
  /** To a stage, smoothly. */
  go(stage: number): void;
  /** By hand: there, and nowhere further. */
  put(place: number): void;
  togglePlay(): void;
}

/** Moves a place along `count` stages; `arrived` is told of the stage where it comes to rest, or that is nearest by hand. */
export function useTravel(count: number, arrived: (stage: number) => void): Travel {
  const at = useSignal(0);
  const playing = useSignal(false);
  const target = useSignal<number | null>(null);
  const last = count - 1;
  const latest = useRef(arrived);
  latest.current = arrived;
  const stop = (): void => {
    playing.value = false;
    target.value = null;
  };

  useEffect(() => {
    if (at.value > last && last >= 0) at.value = last;
  }, [last]);

  const going = target.value;
  useEffect(() => {
    if (going === null) return;
    const rest = (): void => {
      at.value = going;
      stop();
      latest.current(going);
    };
    if (!isMotionWanted()) {
      if (!playing.peek()) {
        rest();
        return;
      }
      const timer = setInterval(() => {
        const next = Math.floor(at.peek()) + 1;
        if (next >= going) rest();
        else at.value = next;
      }, 1000 * secondsEach);
      return () => clearInterval(timer);
    }
    const distance = Math.abs(going - at.peek());
    const speed = playing.peek() ? pace.stroll : Math.max(pace.stride, distance / longestSeconds);
    let before = performance.now();
    let request = requestAnimationFrame(function tick(now) {
      const step = (speed * (now - before)) / 1000;
      before = now;
      const left = going - at.peek();
      if (Math.abs(left) <= step) {
        rest();
        return;
      }
      at.value += Math.sign(left) * step;
      request = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(request);
  }, [going]);

  return {
    at,
    playing,
    go: (stage) => {
      playing.value = false;
      target.value = Math.max(0, Math.min(last, stage));
    },
    put: (place) => {
      stop();
      at.value = place;
      latest.current(Math.round(place));
    },
    togglePlay: () => {
      if (playing.value) {
        stop();
        return;
      }
      if (at.value >= last) at.value = 0;
      playing.value = true;
      target.value = last;
    },
  };
}
