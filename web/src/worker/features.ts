/** What each feature is over the plane: read from a run of the core's own that has them all as its inputs. */
import type { BackpropModule } from "../../../bindings/backprop";
import { thumbnailResolution } from "../protocol";
import { gridOf } from "./grid";

/** In the catalogue's order; over the plane of the run that `link` begins, whose points may need a larger one. */
export function featurePictures(module: BackpropModule, link: string): Float32Array {
  const session = new module.Session();
  const { features } = module.catalogue();
  session.open(link);
  session.change(`features=${features.map(({ name }) => name).join(",")}&layers=`);
  const pictures = gridOf(session, thumbnailResolution, 0).slice(0, features.length * thumbnailResolution ** 2);
  session.delete();
  return pictures;
}
