// @ts-check
import { median } from "../measure.mjs";
import { open, play, spiral } from "./launch.mjs";

/**
 * At full speed, from a click on a setting's button until the new value is on screen: it goes to the worker, which finishes its slice
 * of training, and comes back.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function clicks(bench) {
  const page = await open(bench, `${spiral}&layers=8,8,8,8,8,8`);
  await play(page);
  await page.waitForTimeout(1000);
  /** @type {number[]} */
  const delays = [];
  for (let click = 0; click < 21; click++) {
    const label = click % 2 === 0 ? "Raise Learning rate η" : "Lower Learning rate η";
    delays.push(
      await page.evaluate(async (label) => {
        const button = /** @type {HTMLButtonElement} */ (document.querySelector(`[aria-label="${label}"]`));
        const box = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("input"));
        const before = box.value;
        const clicked = performance.now();
        button.click();
        while (box.value === before) await new Promise(requestAnimationFrame);
        return performance.now() - clicked;
      }, label),
    );
    await page.waitForTimeout(150);
  }
  await page.context().close();
  const most = Math.max(...delays).toFixed(0);
  return [["click at full speed, 8,8,8,8,8,8: ms", `${median(delays).toFixed(0)}, at most ${most} of ${delays.length}`, "100"]];
}
