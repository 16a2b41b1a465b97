/** A page whose workers can be got at, and what they have done. */
import type { Locator, Page } from "playwright-core";
import { recordLength } from "../../../web/src/protocol.ts";

/** Of the page's window, once `noteWorkers` has seen to it. */
interface Noted {
  /** The latest last. */
  workers: Worker[];
  /** Records of the run's history in each answer to how everything stands, of all workers, the latest last. */
  saves: number[];
  /** Asks the latest worker the same; the page does not hear of the answer. */
  askWorker(): Promise<void>;
}

/** To be called before the page is opened. */
export async function noteWorkers(page: Page): Promise<void> {
  await page.addInitScript((recordLength) => {
    /** Hears what each says before the page does. */
    class NotedWorker extends Worker {
      /** Whoever has asked how everything stands, in order: one of these, or, if null, the page. */
      private asking: ((() => void) | null)[] = [];
      constructor(...of: ConstructorParameters<typeof Worker>) {
        super(...of);
        noted.workers.push(this);
        this.addEventListener("message", (event) => {
          if (event.data.type !== "saved") return;
          const answer = this.asking.shift();
          if (answer) {
            event.stopImmediatePropagation();
            answer();
          } else noted.saves.push(event.data.snapshot.own.history.length / recordLength);
        });
      }
      override postMessage(message: { type: string }): void {
        if (message.type === "save") this.asking.push(null);
        super.postMessage(message);
      }
      ask(): Promise<void> {
        return new Promise((resolve) => {
          this.asking.push(resolve);
          super.postMessage({ type: "save" });
        });
      }
    }
    const noted: Noted = { workers: [], saves: [], askWorker: () => (noted.workers.at(-1) as NotedWorker).ask() };
    Object.assign(window, noted, { Worker: NotedWorker });
  }, recordLength);
}

export const workersOf = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as Noted).workers.length);

export const savesOf = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as Noted).saves);

/** Ends the latest worker, as a browser that runs out of memory does. No event tells of it. */
export const endWorker = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Noted).workers.at(-1)?.terminate());

/** Has the latest worker fail in earnest: it is told what no worker knows. */
export const failWorker = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Noted).workers.at(-1)?.postMessage({ type: "nonsense" }));

/** Does that, and before the worker can answer, it and the next one fail. */
export const chooseAndFailTwice = (choice: Locator): Promise<void> =>
  choice.evaluate((element: HTMLElement) => {
    element.click();
    for (let i = 0; i < 2; i++) (window as unknown as Noted).workers.at(-1)?.dispatchEvent(new ErrorEvent("error"));
  });

/** Waits until the worker has done what the page has asked it for, and what came of it is on screen. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const drawn = async (): Promise<void> => {
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    };
    // The last frame is made when the page has drawn the one before it.
    for (let i = 0; i < 2; i++) {
      await (window as unknown as Noted).askWorker();
      await drawn();
    }
  });
