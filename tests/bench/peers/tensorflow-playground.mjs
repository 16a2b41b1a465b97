/**
 * The engine of TensorFlow Playground, trained as its page does. TENSORFLOW_PLAYGROUND names a checkout of
 * github.com/tensorflow/playground; nothing of it is kept here.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { eachExample, inputsAt, meanCost, shuffled } from "../data.mjs";

/** @type {typeof import("vite")} It is the tests' own. */
const { transformWithOxc } = createRequire(resolve(import.meta.dirname, "../../package.json"))("vite");
const checkout = process.env.TENSORFLOW_PLAYGROUND;
const name = "TensorFlow Playground";
const absent = `${name}: TENSORFLOW_PLAYGROUND names no checkout of it`;

/**
 * A network of tanh, and the module of networks that it was built with: TypeScript of 2016, as JavaScript.
 * @param {number} width how many inputs
 * @param {number[]} layers
 */
async function build(width, layers) {
  const file = resolve(checkout, "src/nn.ts");
  const { code } = await transformWithOxc(await readFile(file, "utf8"), file);
  const nn = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const { TANH } = nn.Activations;
  const inputs = Array.from({ length: width }, (_, i) => `input ${i}`);
  return { nn, network: nn.buildNetwork([width, ...layers, 1], TANH, TANH, null, inputs) };
}

/** @type {import("../engine.d.ts").Create} */
export async function create(task) {
  const { count, width, desired, layers, optimizer, batchSize, learningRate } = task;
  if (!checkout) return absent;
  if (optimizer !== "gradientDescent") return `${name}: has no Adam`;
  const { nn, network } = await build(width, layers);
  const examples = eachExample(task, (inputs, y) => ({ inputs: Array.from(inputs), y }));
  const { order, shuffle } = shuffled(count);

  return {
    name,
    epoch() {
      shuffle();
      for (let i = 0; i < count; ++i) {
        const { inputs, y } = examples[order[i]];
        nn.forwardProp(network, inputs);
        nn.backProp(network, y, nn.Errors.SQUARE);
        if ((i + 1) % batchSize === 0 || i + 1 === count) nn.updateWeights(network, learningRate, 0);
      }
    },
    cost() {
      return meanCost(
        examples.map(({ inputs }) => nn.forwardProp(network, inputs)),
        desired,
      );
    },
  };
}

/**
 * What its page draws heat maps from: outputs of every neuron at 100 x 100 places, in arrays of arrays. An epoch is one of all.
 * @param {import("../shapes.mjs").Shape} shape
 * @returns {Promise<import("../engine.d.ts").Peer | string>}
 */
export async function createGrid({ features, layers }) {
  if (!checkout) return absent;
  const { nn, network } = await build(features.length, layers);
  const side = 100;
  const coordinate = (i) => -6 + (12 * i) / (side - 1);
  const maps = {};
  nn.forEachNode(network, true, ({ id }) => {
    maps[id] = Array.from({ length: side }, () => new Array(side));
  });
  const inputs = inputsAt(features);
  return {
    name,
    epoch() {
      for (let i = 0; i < side; ++i)
        for (let j = 0; j < side; ++j) {
          nn.forwardProp(network, inputs(coordinate(i), -coordinate(j)));
          nn.forEachNode(network, true, ({ id, output }) => {
            maps[id][i][j] = output;
          });
        }
    },
  };
}
