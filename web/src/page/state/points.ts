/** The part of the points, besides those of the core, that no picture shows. */
const hidden = 3;

/** The same points in the same order; while the test set is sealed, its points are marked as hidden. */
export function shownPoints(points: Float32Array, testVisible: boolean): Float32Array {
  if (testVisible) return points;
  return points.map((value, i) => (i % 4 === 3 && value === 2 ? hidden : value));
}

/** How many of the points are in the training set; four numbers a point, as Session.points gives them. */
export function trainingSize(points: Float32Array | undefined): number {
  let count = 0;
  for (let i = 3; points !== undefined && i < points.length; i += 4) if (points[i] === 0) count++;
  return count;
}
