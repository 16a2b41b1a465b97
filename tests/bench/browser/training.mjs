// @ts-check
import { open, play, shown, spiral } from "./launch.mjs";

/** With what TensorFlow Playground's own page does in a second, on two shared cores. */
const networks = [
  { name: "default", settings: "", theirs: 57 },
  { name: "spiral, 7 features, 8,8", settings: `${spiral}&layers=8,8`, theirs: 26 },
  { name: "spiral, 7 features, 8,8,8,8,8,8", settings: `${spiral}&layers=8,8,8,8,8,8`, theirs: 12 },
];

/**
 * Epochs and frames a second at full speed, with everything drawn. A frame counts when the number of iterations on screen is another.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function training(bench) {
  const rows = [];
  for (const { name, settings, theirs } of networks) {
    const page = await open(bench, settings);
    await play(page);
    await page.waitForTimeout(1500);
    const frames = page.evaluate(
      (milliseconds) =>
        new Promise((/** @type {(count: number) => void} */ done) => {
          let count = 0;
          const iteration = /** @type {Node} */ (document.getElementById("iteration"));
          new MutationObserver(() => ++count).observe(iteration, { characterData: true, childList: true, subtree: true });
          setTimeout(() => done(count), milliseconds);
        }),
      1000 * bench.seconds,
    );
    const [before, begin] = [await shown(page, "epoch"), performance.now()];
    const drawn = (await frames) / bench.seconds;
    const speed = ((await shown(page, "epoch")) - before) / ((performance.now() - begin) / 1000);
    const times = `${(speed / theirs).toFixed(0)} times theirs`;
    rows.push([`${name}: epochs/s`, `${Math.round(speed)} (${times})`, name.includes("8,8,") ? "" : "500 times theirs"]);
    rows.push([`${name}: frames/s`, drawn.toFixed(1), "50"]);
    await page.context().close();
  }
  return rows;
}
