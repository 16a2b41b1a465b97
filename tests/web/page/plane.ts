/** The large plane as a reader handles it, and the colours in its picture. */
import type { Page } from "playwright-core";
import type { Session } from "../../../bindings/backprop.d.ts";
import { gridOf } from "../../bindings/module.ts";

export const plane = (page: Page) => page.getByRole("group", { name: /^The plane/ });
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const axes = (page: Page) => page.locator(".legend .axes");

export type Rgb = readonly number[];

/** The colours of the picture below the points, at places given as shares of its width and height. */
export const coloursAt = (page: Page, places: readonly (readonly [number, number])[]): Promise<Rgb[]> =>
  page
    .locator(".output .plane canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement, at) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      context.drawImage(canvas, 0, 0);
      return at.map(([x, y]) =>
        [...context.getImageData(Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1).data].slice(0, 3),
      );
    }, places);

/** Light colours at 0.62 of their strength: orange for -1, blue for +1. */
const [negative, zero, positive] = [
  [0xe0, 0x79, 0x1a],
  [0xf3, 0xf1, 0xec],
  [0x1f, 0x6f, 0xb5],
];
export function colourOf(answer: number): number[] {
  const end = answer > 0 ? positive : negative;
  return (zero ?? []).map((from, c) => from + ((end?.[c] ?? 0) - from) * 0.62 * Math.min(1, Math.abs(answer)));
}

/** What the network answers at a place of the plane. */
export const answerAt = (session: Session, x: number, y: number): number =>
  gridOf(session, 1, session.layerSizes().length - 1, { x, y, half: 1e-3 })[0] ?? Number.NaN;

/** What each output neuron does. */
export const answersAt = (session: Session, x: number, y: number): number[] =>
  Array.from(gridOf(session, 1, session.layerSizes().length - 1, { x, y, half: 1e-3 }));

export const distance = (a: Rgb, b: Rgb): number => Math.max(...a.map((value, c) => Math.abs(value - (b[c] ?? 0))));

/** Not on the boundary, which is drawn over the colours. */
export const isClear = (answer: number): boolean => Math.abs(answer) > 0.25;

/** How far the picture's colours at those places are from those of the answers, at the most. */
export async function worstColour(
  page: Page,
  places: readonly (readonly [number, number])[],
  answers: readonly number[],
): Promise<number> {
  const colours = await coloursAt(page, places);
  return Math.max(...answers.map((answer, i) => (isClear(answer) ? distance(colours[i] ?? [], colourOf(answer)) : 0)));
}

/** Where the link between two neurons of the drawing is half way. */
export async function linkMiddle(page: Page, ...neurons: readonly [from: string, to: string]): Promise<[x: number, y: number]> {
  const boxes = neurons.map((neuron) => page.locator(`[data-neuron="${neuron}"]`).boundingBox());
  const [from, to] = await Promise.all(boxes);
  if (!from || !to) throw new Error("no such neurons");
  return [(from.x + from.width + to.x) / 2, (from.y + from.height / 2 + to.y + to.height / 2) / 2];
}
