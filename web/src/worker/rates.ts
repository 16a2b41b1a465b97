/** What a schedule makes of the learning rate: read from a run of the core's own, on the smallest task there is. */
import type { BackpropModule } from "../../../bindings/backprop";

const places = 121;
/** One iteration an epoch, one neuron, and a rate of 1: what the schedule says is the share. */
const task = "points=10&training=100&validation=0&batchSize=10&layers=&learningRate=1";

/** At equal distances from epoch 0 to `epochs`. */
export function learningRates(module: BackpropModule, settings: string, epochs: number): Float64Array {
  const session = new module.Session();
  session.open(`${task}&${settings}`);
  const shares = new Float64Array(places);
  for (let i = 0; i < places; i++) {
    const epoch = Math.round((epochs * i) / (places - 1));
    session.train(epoch - session.progress().epoch);
    shares[i] = session.progress().learningRate;
  }
  session.delete();
  return shares;
}
