/** The tooltip comes when somebody first points at something, or goes somewhere by keyboard; until it is there, what they do is noted. */
import type { Playground } from "../state/playground";

const calls = ["pointermove", "pointerdown", "focusin"] as const;
const others = ["pointerover", "pointerup", "pointercancel", "focusout", "keydown", "input"] as const;

export function awaitTooltip(playground: Playground): void {
  const stop = new AbortController();
  let before: Event[] = [];
  const load = async (): Promise<void> => {
    const part = await playground.load(import("./tooltip"));
    if (part === null) {
      // What is pointed at next asks for it again.
      before = [];
      return;
    }
    stop.abort();
    part.installTooltip(async (control, box) => {
      const { explain } = await import("./explained/explain");
      return explain(control, playground, box);
    }, before);
  };
  for (const type of [...calls, ...others])
    document.addEventListener(
      type,
      (event) => {
        const isFirst = before.length === 0;
        if (isFirst && !(calls as readonly string[]).includes(type)) return;
        // A pointer is where it moved last; there is no end to its moves while a slow network brings the tooltip.
        if (type === "pointermove") before = before.filter((one) => one.type !== type);
        before.push(event);
        if (isFirst) void load();
      },
      { signal: stop.signal },
    );
}
