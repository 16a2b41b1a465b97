import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { type Iteration, iterationOf } from "../../../web/src/page/ui/equation/iteration.ts";
import { Engine } from "../../../web/src/worker/engine.ts";

/** What the microscope sees of a link's next iteration, after what is done to the run first. */
export function nextIterationOf(module: BackpropModule, link: string, first: (engine: Engine) => void = () => {}): Iteration {
  const engine = new Engine(module);
  const { problems } = engine.open(link);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(" "));
  first(engine);
  engine.watch({ iteration: {} });
  const { experiment, sizes } = engine.describe();
  const iteration = iterationOf(engine.frame(1), sizes, experiment);
  engine.delete();
  if (iteration === null) throw new Error("no iteration");
  return iteration;
}
