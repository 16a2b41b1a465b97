// @ts-check
import { open, play, shown, spiral } from "./launch.mjs";
import { fiveMore, playground } from "./tensorflow-playground.mjs";

/** The same set-up as a link of ours and as one of TensorFlow Playground. */
const networks = [
  { name: "default", settings: "", link: "dataset=circle&networkShape=4,2", goal: "500 times" },
  {
    name: "spiral, 7 features, 8,8",
    settings: `${spiral}&layers=8,8`,
    link: `dataset=spiral&${fiveMore}&networkShape=8,8`,
    goal: "500 times",
  },
  {
    name: "spiral, 7 features, 8,8,8,8,8,8",
    settings: `${spiral}&layers=8,8,8,8,8,8`,
    link: `dataset=spiral&${fiveMore}&networkShape=8,8,8,8,8,8`,
    goal: "",
  },
];

/**
 * Epochs and frames a second at full speed, with everything drawn; TensorFlow Playground's page for as long, right before.
 * @type {import("../engine.d.ts").PageMeasure}
 */
export async function training(bench) {
  const rows = [];
  const other = await playground();
  for (const { name, settings, link, goal } of networks) {
    const theirs = await other?.epochs(bench, link);
    const { epochs, frames } = await ours(bench, settings);
    const beside =
      theirs === undefined
        ? "no TENSORFLOW_PLAYGROUND"
        : `${(epochs / theirs).toFixed(0)} times the ${theirs.toFixed(1)} of its page`;
    rows.push([`${name}: epochs/s`, `${Math.round(epochs)} (${beside})`, goal]);
    rows.push([`${name}: frames/s`, frames.toFixed(1), "50"]);
  }
  other?.close();
  return rows;
}

/**
 * A frame counts when the number of iterations on screen is another.
 * @param {import("../engine.d.ts").PageBench} bench
 * @param {string} settings
 */
async function ours(bench, settings) {
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
  const epochs = ((await shown(page, "epoch")) - before) / ((performance.now() - begin) / 1000);
  await page.context().close();
  return { epochs, frames: drawn };
}
