import type { Answer, BackpropModule, Session } from "../../../bindings/backprop.d.ts";
import type { LinkEvent } from "../../../web/src/page/link-event.ts";

export type Opened = Extract<LinkEvent, { type: "opened" }>;

/** What the worker answers where it opens, in the run of that number, a link that has been trained so far, and changes it. */
export function openedAs(
  module: BackpropModule,
  text: string,
  run: number,
  by: Opened["by"],
  iteration = 0,
  change?: (core: Session) => Answer,
): Opened {
  const core = new module.Session();
  const opened = core.open(text);
  if (iteration > 0) core.train(1); // as far as the core is asked, which makes a difference before the first iteration
  const { problems, restarted } = change?.(core) ?? { ...opened, restarted: by !== "change" && by !== "restore" };
  const event = {
    type: "opened" as const,
    run,
    by,
    problems,
    restarted,
    progress: { ...core.progress(), iteration: change && restarted ? 0 : iteration },
    experiment: core.experiment(),
    link: core.link(),
    points: core.points(),
    planeHalf: core.planeHalf(),
    sizes: Array.from(core.layerSizes()),
  };
  core.delete();
  return event;
}
