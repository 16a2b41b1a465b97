/** The plane's way through the network: W turns and stretches, b shifts, sigma bends, until a straight cut parts the classes. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import type { Frame, Reading, RunDescription } from "../../../protocol";
import { parameterCount } from "../../views/parameters";
import { useArrowKeys } from "../arrow-keys";
import { ControlBar } from "../ControlBar";
import { usePlayground } from "../context";
import { useInstruments } from "../instruments";
import { useKnown } from "../known";
import { ReadyCases } from "../ReadyCases";
import { cases } from "./cases";
import { FoldBar } from "./FoldBar";
import { FoldPlane } from "./FoldPlane";
import { StageText } from "./StageText";
import { phaseOf, stageAt } from "./stages";
import { useTravel } from "./travel";
import "../../styles/folding.css";

interface Seen {
  run: RunDescription;
  reading: Reading["folding"];
  accuracy: number;
}

export function FoldingView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { currentFrame, frame, run, place, go, lend } = usePlayground();
  const current = run.value;
  useInstruments({ folding: { meshSide: meshSideFor(current?.sizes ?? [], (current?.points.length ?? 0) / 4) } });
  // After a change, the run of before it for a moment rather than nothing.
  const seen = useRef<Seen | null>(null);
  const reading = currentFrame.value?.readings.folding;
  if (current && reading) seen.current = { run: current, reading, accuracy: accuracyIn(currentFrame.value) };
  const stages = seen.current?.reading.stages ?? [];
  const { phase } = place.value;
  useKnown("phase", phase, reading ? reading.stages.some((stage) => phaseOf(stage) === phase) : null);
  /** The phase that the slider stands for; another one comes from a link, a lesson or the Back button. */
  const shown = useRef<string | null>(null);
  const travel = useTravel(stages.length, (stage) => {
    const arrived = stages[stage];
    if (arrived === undefined) return;
    shown.current = phaseOf(arrived);
    go({ phase: shown.current });
  });
  useEffect(() => {
    if (stages.length === 0 || shown.current === phase) return;
    if (shown.current === null) travel.at.value = stageAt(stages, phase);
    else travel.go(stageAt(stages, phase));
    shown.current = phase;
  }, [phase, stages.length]);
  useArrowKeys((steps) => {
    const from = travel.at.peek();
    travel.go(steps > 0 ? Math.floor(from + 1) : Math.ceil(from - 1));
  });
  const nearest = useComputed(() => Math.round(travel.at.value)).value;
  return (
    <>
      <ControlBar catalogue={catalogue} experiment={experiment} />
      <div class="folding">
        <div class="fold">
          {stages.length > 0 && <FoldBar stages={stages} travel={travel} />}
          {seen.current && <FoldPlane catalogue={catalogue} {...seen.current} travel={travel} />}
        </div>
        <div class="beside">
          {seen.current && (
            <>
              <StageText stages={stages} at={nearest} experiment={seen.current.run.experiment} />
              <ReadyCases
                cases={cases}
                about="that fold in different ways"
                invitation="Each begins a run anew: press Play, and watch the cloth being folded while the network learns."
                link={current?.link ?? ""}
                epoch={frame.value?.progress.epoch ?? 0}
                scores={frame.value?.scores}
                open={({ settings }) => lend(settings)}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

const accuracyIn = (frame: Frame | null): number => frame?.scores.training.accuracy ?? Number.NaN;

/** As fine a mesh as is carried through the network in a moment; the lines of the grid take whole steps of it. */
function meshSideFor(sizes: readonly number[], points: number): number {
  const most = 8e6 / Math.max(1, parameterCount(sizes)) - points;
  return [49, 25].find((side) => side * side <= most) ?? 13;
}
