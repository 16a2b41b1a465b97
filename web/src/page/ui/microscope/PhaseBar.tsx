import { useSignal } from "@preact/signals";
import { ChevronLeft, ChevronRight, Pause, Play } from "lucide";
import { useEffect } from "preact/hooks";
import { useArrowKeys } from "../arrow-keys";
import { Icon } from "../Icon";
import type { Phase } from "./phases";

const secondsEach = 2.5;

interface PhaseBarProps {
  phases: readonly Phase[];
  at: number;
  go(at: number): void;
  /** So many phases on, or back; past the last one the iteration is performed and the next one begins. */
  turn(steps: 1 | -1): void;
}

/** Next, back, play slowly, or straight to a phase. */
export function PhaseBar({ phases, at, go, turn }: PhaseBarProps) {
  const playing = useSignal(false);
  useEffect(() => {
    if (!playing.value) return;
    const timer = setTimeout(() => turn(1), 1000 * secondsEach);
    return () => clearTimeout(timer);
  }, [at, playing.value]);
  useArrowKeys((steps) => {
    playing.value = false;
    turn(steps);
  });
  /** By hand: then it no longer plays. */
  const by = (move: () => void) => (): void => {
    playing.value = false;
    move();
  };
  const phase = phases[at];
  return (
    <section class="phases" data-spot="phases" aria-label="Phases of the iteration">
      <button
        type="button"
        class="quiet"
        data-spot="back"
        data-tip="Back to the phase before (left arrow key)."
        onClick={by(() => turn(-1))}
      >
        <Icon of={ChevronLeft} size={14} /> Back
      </button>
      <button
        type="button"
        class="quiet"
        data-space
        data-spot="play-slowly"
        aria-pressed={playing.value}
        data-tip="Goes slowly through the phases, and on to the next iteration (space bar)."
        onClick={() => {
          playing.value = !playing.value;
        }}
      >
        <Icon of={playing.value ? Pause : Play} size={14} /> {playing.value ? "Pause" : "Play slowly"}
      </button>
      <ol class={phases.length > 16 ? "crowded" : undefined}>
        {phases.map(({ name, label, equation }, index) => (
          <li key={name}>
            <button
              type="button"
              class={index < at ? "done" : undefined}
              aria-current={index === at ? "step" : undefined}
              onClick={by(() => go(index))}
            >
              <span>{label}</span> {equation !== "" && <span>{equation}</span>}
            </button>
          </li>
        ))}
      </ol>
      <p class="phase-now" aria-hidden="true">
        {phase?.label} {phase?.equation}
      </p>
      <button
        type="button"
        class="quiet next"
        data-spot="next"
        data-tip="On to the next phase (right arrow key); after the update, the next iteration begins."
        onClick={by(() => turn(1))}
      >
        Next <Icon of={ChevronRight} size={14} />
      </button>
    </section>
  );
}
