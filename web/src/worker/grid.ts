import type { Session } from "../../../bindings/backprop";
import { type PlaneWindow, usualPlaneRequest } from "../protocol";

/** Session.grid over a window of a plane that reaches 1 from the origin. */
export function gridOf(
  session: Session,
  resolution: number,
  from: number,
  window: PlaneWindow = usualPlaneRequest.window,
): Float32Array {
  const reach = session.planeHalf();
  const grid = session.grid(resolution, from, reach * window.x, reach * window.y, reach * window.half);
  if (grid === null) throw new Error("no part of the plane is in sight");
  return grid;
}
