/** How many of the points are in the training set; four numbers a point, as Session.points gives them. */
export function trainingSize(points: Float32Array | undefined): number {
  let count = 0;
  for (let i = 3; points !== undefined && i < points.length; i += 4) if (points[i] === 0) count++;
  return count;
}
