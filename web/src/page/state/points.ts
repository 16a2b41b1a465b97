/** The part of the points, besides those of the core, that no picture shows. */
const hidden = 3;

/** The same points in the same order; while the test set is sealed, its points are marked as hidden. */
export function shownPoints(points: Float32Array, testVisible: boolean): Float32Array {
  if (testVisible) return points;
  return points.map((value, i) => (i % 4 === 3 && value === 2 ? hidden : value));
}

/** How many of the points are in the training, validation and test set; four numbers a point, as Session.points gives them. */
export function partSizes(points: Float32Array): [training: number, validation: number, test: number] {
  const sizes: [number, number, number] = [0, 0, 0];
  for (let i = 3; i < points.length; i += 4) sizes[points[i] as 0 | 1 | 2]++;
  return sizes;
}

export const validationSize = (points: Float32Array | undefined): number => (points === undefined ? 0 : partSizes(points)[1]);

export const trainingSize = (points: Float32Array | undefined): number => (points === undefined ? 0 : partSizes(points)[0]);
