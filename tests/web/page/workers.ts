/** A page whose workers can be got at, and what they have done. */
import type { Page } from "playwright-core";

/** Of the page's window, once `noteWorkers` has seen to it. */
interface Noted {
  /** The latest last. */
  workers: Worker[];
  /** Records of the run's history in each answer to how everything stands, of all workers, the latest last. */
  saves: number[];
}

/** To be called before the page is opened. */
export async function noteWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: Noted = { workers: [], saves: [] };
    Object.assign(window, {
      ...noted,
      Worker: class extends Worker {
        constructor(...of: ConstructorParameters<typeof Worker>) {
          super(...of);
          noted.workers.push(this);
          this.addEventListener("message", ({ data }) => {
            if (data.type === "saved") noted.saves.push(data.snapshot.own.history.length / 8);
          });
        }
      },
    });
  });
}

export const workersOf = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as Noted).workers.length);

export const savesOf = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as Noted).saves);

/** Ends the latest worker, as a browser that runs out of memory does. No event tells of it. */
export const endWorker = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Noted).workers.at(-1)?.terminate());

/** Has the latest worker fail in earnest: it is told what no worker knows. */
export const failWorker = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Noted).workers.at(-1)?.postMessage({ type: "nonsense" }));

/** Waits until the worker has done what the page has asked it for, and what came of it is on screen. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const worker = (window as unknown as Noted).workers.at(-1) as Worker;
    const saved = () =>
      new Promise<void>((resolve) => {
        const listen = ({ data }: MessageEvent): void => {
          if (data.type !== "saved") return;
          worker.removeEventListener("message", listen);
          resolve();
        };
        worker.addEventListener("message", listen);
        worker.postMessage({ type: "save" });
      });
    const drawn = async (): Promise<void> => {
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    };
    // The last frame is made when the page has drawn the one before it.
    for (let i = 0; i < 2; i++) {
      await saved();
      await drawn();
    }
  });
