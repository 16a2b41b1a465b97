/**
 * The part of the plane that a picture shows, and where places of it lie on that picture: x to the right, y up; pixels counted from
 * the upper left corner, as canvases and pointers have them.
 */

import type { PlaneWindow } from "../../protocol";

export type { PlaneWindow };

export type Position = readonly [x: number, y: number];

/** Of a plane that reaches `planeHalf` from the origin. */
export const wholePlane = (planeHalf: number): PlaneWindow => ({ x: 0, y: 0, half: planeHalf });

/** How many times larger than in the picture of the whole plane everything is. */
export const zoomOf = ({ half }: PlaneWindow, planeHalf: number): number => planeHalf / half;

/** Where a place of the plane is on a picture of `size` pixels a side. */
export const toPixels = ({ x, y, half }: PlaneWindow, size: number, [placeX, placeY]: Position): Position => [
  ((placeX - x + half) * size) / (2 * half),
  ((y + half - placeY) * size) / (2 * half),
];

/** Which place of the plane is at a pixel. */
export const toPlane = ({ x, y, half }: PlaneWindow, size: number, [left, top]: Position): Position => [
  x - half + (2 * half * left) / size,
  y + half - (2 * half * top) / size,
];

/** Beyond this, neighbouring points are a screen apart. */
export const mostZoom = 32;

/** `factor` times larger, with the place `at` staying where it is as far as the plane's edges allow. */
export function zoomed(window: PlaneWindow, planeHalf: number, factor: number, at: Position): PlaneWindow {
  const half = Math.min(planeHalf, Math.max(planeHalf / mostZoom, window.half / factor));
  const share = half / window.half;
  const [x, y] = at;
  return inside({ x: x + (window.x - x) * share, y: y + (window.y - y) * share, half }, planeHalf);
}

/** Moved by so much of the plane, no further than to its edges. */
export const moved = ({ x, y, half }: PlaneWindow, planeHalf: number, [byX, byY]: Position): PlaneWindow =>
  inside({ x: x + byX, y: y + byY, half }, planeHalf);

function inside({ x, y, half }: PlaneWindow, planeHalf: number): PlaneWindow {
  const reach = planeHalf - half;
  const within = (centre: number): number => Math.min(reach, Math.max(-reach, centre));
  return { x: within(x), y: within(y), half };
}

/** Whether all of one window lies in the other. */
export const isWithin = ({ x, y, half }: PlaneWindow, outer: PlaneWindow): boolean =>
  Math.max(Math.abs(x - outer.x), Math.abs(y - outer.y)) + half <= outer.half;

/** The same of a plane of another size: state keeps windows of a plane that reaches 1 from the origin. */
export const scaled = ({ x, y, half }: PlaneWindow, by: number): PlaneWindow => ({ x: x * by, y: y * by, half: half * by });
