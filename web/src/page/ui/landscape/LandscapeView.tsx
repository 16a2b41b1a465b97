/** Gradient descent seen: the cost over two directions, the ball that walks down it, and what its next step promises and does. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Catalogue, Experiment } from "../../../../../bindings/backprop";
import type { Frame, SurfaceReading, SurfaceRequest } from "../../../protocol";
import { trainingSize } from "../../state/points";
import { parameterName } from "../../views/parameters";
import { ControlBar } from "../ControlBar";
import { usePlayground } from "../context";
import { Glossed } from "../glossed/Glossed";
import { useInstruments } from "../instruments";
import { useKnown } from "../known";
import { CutBar } from "./CutBar";
import { type Cut, cutOf, phaseOf, readCut, resolutionFor } from "./cuts";
import { type Box, boxOf, follow, type Patch, reachOf } from "./patch";
import { StepNumbers } from "./StepNumbers";
import { Surface } from "./Surface";
import "../../styles/landscape.css";

const furthest = 2;

export function LandscapeView({ catalogue, experiment }: { catalogue: Catalogue; experiment: Experiment }) {
  const { currentFrame, run, place, go } = usePlayground();
  const sizes = run.value?.sizes ?? [];
  const { phase } = place.value;
  const cut = cutOf(phase, sizes);
  useKnown("phase", phase, readCut(phase, sizes) !== null);
  const resolution = resolutionFor(sizes, trainingSize(run.value?.points));
  const frame = currentFrame.value;
  const { patch, setReach } = usePatch(cut, sizes.join(), frame);
  const request = requestOf(cut, patch, resolution);
  useInstruments(resolution === 0 ? {} : { surface: request, ahead: { furthest, count: 17 }, forecast: true });

  const shown = useRef<{ reading: SurfaceReading; frame: Frame } | null>(null);
  const reading = frame?.readings.surface;
  if (frame && reading) shown.current = { reading, frame };
  const { current } = shown;
  const names = namesOf(current?.reading.of ?? cut, sizes);
  const forecast = current?.frame.readings.forecast?.training;
  const costs = current?.frame.readings.ahead;
  return (
    <>
      <ControlBar catalogue={catalogue} experiment={experiment} />
      <div class="landscape">
        <div class="land">
          <CutBar
            cut={cut}
            sizes={sizes}
            reach={patch.reach}
            choose={(to) => go({ phase: phaseOf(to, sizes) })}
            setReach={setReach}
          />
          {resolution > 0 && current && <Surface reading={current.reading} names={names} />}
          {resolution === 0 && (
            <Glossed>
              <p class="sentence">
                This network, with so many points to learn from, is too large for a surface: each of its places takes a pass
                over the whole training set. Take a smaller one.
              </p>
            </Glossed>
          )}
        </div>
        <div class="beside">
          {resolution > 0 && current && forecast && (
            <StepNumbers
              surface={current.reading.surface}
              names={names}
              rest={cut.kind === "pair" ? "all others" : "beside the plane"}
              forecast={forecast}
              isPart={experiment.batchSize < trainingSize(run.value?.points)}
              ahead={costs ? { costs, furthest, ...forecast } : null}
            />
          )}
          {(resolution === 0 || current) && <About cut={cut} />}
        </div>
      </div>
    </>
  );
}

/** The patch of the cut that is drawn: as far as was asked for, or far enough for the path, and following the ball. */
function usePatch(cut: Cut, shape: string, frame: Frame | null): { patch: Patch; setReach(reach: number): void } {
  const chosen = useSignal<number | null>(null);
  const middle = useSignal({ u: 0, v: 0 });
  const asked = JSON.stringify([cut, shape]);
  useEffect(() => {
    chosen.value = null;
  }, [asked]);
  const reading = frame?.readings.surface;
  const box = reading && sameCut(reading.of, cut) ? boxOf(reading.surface.path) : null;
  const [u, v] = frame && cut.kind === "pair" ? [frame.parameters[cut.first] ?? 0, frame.parameters[cut.second] ?? 0] : [0, 0];
  const reach = chosen.value ?? usualReach(cut, box);
  // The picture stands still while the ball walks within it.
  const moved = follow({ ...middle.value, reach }, u, v);
  useEffect(() => {
    middle.value = { u: moved.u, v: moved.v };
  }, [moved.u, moved.v]);
  return {
    patch: cut.kind === "pair" ? moved : { u: 0, v: 0, reach },
    setReach: (to) => {
      chosen.value = to;
    },
  };
}

/** Two weights: twice as far as the path is wide; random directions have each neuron's own scale; the path: all of it. */
function usualReach({ kind }: Cut, box: Box | null): number {
  if (kind === "random") return 1;
  if (box === null) return kind === "pair" ? 0.5 : 1;
  if (kind === "path") return reachOf(1.2 * box.fromOrigin);
  return Math.max(0.5, reachOf(box.width));
}

function sameCut(of: SurfaceRequest, cut: Cut): boolean {
  return (
    of.kind === cut.kind && (of.kind !== "pair" || cut.kind !== "pair" || (of.first === cut.first && of.second === cut.second))
  );
}

function requestOf(cut: Cut, { u, v, reach }: Patch, resolution: number): SurfaceRequest {
  const picture = { reach, resolution };
  if (cut.kind === "pair") return { ...cut, u, v, ...picture };
  return { ...cut, ...picture };
}

function namesOf(cut: Cut, sizes: readonly number[]): readonly [string, string] {
  if (cut.kind === "pair") return [parameterName(sizes, cut.first), parameterName(sizes, cut.second)];
  return ["direction 1", "direction 2"];
}

/** What the picture is, and what it is not. */
function About({ cut }: { cut: Cut }) {
  return (
    <Glossed>
      <details class="about" open>
        <summary>What you see</summary>
        <p>
          The ball is the network as it is. The gradient points straight uphill; gradient descent steps the other way, <i>η</i>{" "}
          times its length. With mini-batches the gradient is that of a few examples, so that the ball staggers: press “1
          iteration” a few times. Raise <i>η</i> until the step leaves the part where the surface is nearly flat, and the
          foretold change fails.
        </p>
        <p>
          It is a cut through a space with as many dimensions as there are weights and biases. The height is the cost with{" "}
          {cut.kind === "pair" ? "all others held where they are now" : "everything beside the plane held as it is now"}: when
          these move, the surface itself changes, and it is drawn anew. The path is the ball's shadow on this cut; its earlier
          places lay on other surfaces.
        </p>
        {cut.kind === "path" && <p>Before the first iteration there is no path, and so nothing to see.</p>}
      </details>
    </Glossed>
  );
}
