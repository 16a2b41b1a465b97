/** Where a box stands so that it does not cover what it is about. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Between the two, and between the box and the edge of the room. */
const gap = 12;

/**
 * The upper left corner for a box of that size: below, above, to the left or to the right of the other box, wherever it first fits
 * into the room, and as near to the other's middle as may be; in the corner farthest away where it fits nowhere.
 */
export function placeBeside(of: Box, size: { width: number; height: number }, room: { width: number; height: number }) {
  const within = (value: number, length: number, most: number): number => Math.max(gap, Math.min(value, most - length - gap));
  const x = within(of.left + of.width / 2 - size.width / 2, size.width, room.width);
  const y = within(of.top + of.height / 2 - size.height / 2, size.height, room.height);
  const below = of.top + of.height + gap;
  if (below + size.height + gap <= room.height) return { left: x, top: below };
  const above = of.top - gap - size.height;
  if (above >= gap) return { left: x, top: above };
  const before = of.left - gap - size.width;
  if (before >= gap) return { left: before, top: y };
  const after = of.left + of.width + gap;
  if (after + size.width + gap <= room.width) return { left: after, top: y };
  return { left: of.left > room.width / 2 ? gap : room.width - size.width - gap, top: room.height - size.height - gap };
}
