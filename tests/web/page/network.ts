/** The network's drawing as tests find it. */
import type { Locator, Page } from "playwright-core";

export const neuron = (page: Page, layer: number, j: number): Locator => page.locator(`[data-neuron="${layer} ${j - 1}"]`);

/** The editor of a weight or a bias. */
export const editor = (page: Page): Locator => page.getByRole("dialog", { name: /^[wb]/ });

/** The middle of the link from neuron k of the layer before to neuron j of layer l. */
export async function linkMiddle(page: Page, l: number, j: number, k: number): Promise<{ x: number; y: number }> {
  const from = await neuron(page, l - 1, k).boundingBox();
  const to = await neuron(page, l, j).boundingBox();
  if (from === null || to === null) throw new Error("no such neurons");
  return { x: (from.x + from.width + to.x) / 2, y: (from.y + from.height / 2 + to.y + to.height / 2) / 2 };
}
