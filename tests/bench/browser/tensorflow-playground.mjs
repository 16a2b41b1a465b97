// @ts-check
/**
 * TensorFlow Playground's own page. TENSORFLOW_PLAYGROUND names a checkout of github.com/tensorflow/playground that is built
 * (`npm install && npm run build` there); nothing of it is kept here.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { serve } from "./serve.mjs";

const common =
  "activation=tanh&batchSize=10&learningRate=0.03&noise=0&percTrainData=50&seed=0.1&problem=classification&x=true&y=true";

/** Of its link: the inputs beside x and y. */
export const fiveMore = "xTimesY=true&xSquared=true&ySquared=true&sinX=true&sinY=true";

/** Its page on a server, or undefined where no checkout is named. */
export async function playground() {
  const checkout = process.env.TENSORFLOW_PLAYGROUND;
  if (!checkout) return;
  const folder = resolve(checkout, "dist");
  if (!existsSync(folder))
    throw new Error(`TENSORFLOW_PLAYGROUND: ${checkout} is not built; run npm install && npm run build there`);
  const site = await serve(folder);

  /**
   * Epochs a second; its page trains one an animation frame.
   * @param {import("../engine.d.ts").PageBench} bench
   * @param {string} link what is its own in its link
   */
  async function epochs({ browser, seconds }, link) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    // Fonts and counters of other hosts: it does without.
    await page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.abort());
    await page.goto(`${site.address}#${common}&${link}`);
    const iterations = page.locator("#iter-number");
    await page.locator("#play-pause-button").click();
    await page.waitForTimeout(1500);
    const shown = async () => Number((await iterations.textContent())?.replaceAll(",", ""));
    const [before, begin] = [await shown(), performance.now()];
    await page.waitForTimeout(1000 * seconds);
    const measured = ((await shown()) - before) / ((performance.now() - begin) / 1000);
    await page.close();
    return measured;
  }
  return { epochs, close: site.close };
}
