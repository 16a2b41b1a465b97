// Cuts backprop.wasm in two: what a first visit to the page calls, from opening to training, and the rest, which is loaded when
// something calls it (web/src/worker/parts.ts). Usage: node split.mjs FOLDER WASM_SPLIT
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, wasmSplit] = process.argv.slice(2);
const file = (name) => join(folder, name);
// Those that the module is compiled with. Reference types are none of them: they would bring a second table.
const features = ["simd", "mutable-globals", "bulk-memory", "sign-ext", "nontrapping-float-to-int"].map(
  (name) => `--enable-${name}`,
);
const run = (...args) => execFileSync(wasmSplit, [...features, ...args], { stdio: ["ignore", "ignore", "inherit"] });

run("--instrument", file("backprop.wasm"), "-o", file("profiled.wasm"));
const { default: createBackprop } = await import(pathToFileURL(file("backprop.mjs")).href);
let instance;
const module = await createBackprop({
  instantiateWasm(imports, receive) {
    instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file("profiled.wasm"))), imports);
    receive(instance);
    return instance.exports;
  },
});

// The first visit: what the page asks for before and while it trains, and the changes that nearly everyone makes.
const names = module.catalogue();
for (const { name } of names.data) module.sample(name, 120);
const session = new module.Session();
const look = () => {
  const last = session.layerSizes().length - 1;
  for (const resolution of [40, 100]) session.grid(resolution, resolution === 40 ? 0 : last, 0, 0, session.planeHalf());
  for (const method of [
    "experiment",
    "link",
    "points",
    "planeHalf",
    "progress",
    "scores",
    "fingerprint",
    "parameters",
    "frozen",
    "save",
  ])
    session[method]();
  session.restore(session.save()); // when the rest cannot be had, whatever asked for it ends the worker: this brings the run back
  session.history(0);
};
const train = (epochs) => {
  for (let i = 0; i < epochs; i++) session.train(session.progress().iterationsToEpochEnd);
  session.train(1);
  look();
};
session.open("");
look();
train(30);
session.reset();
for (const change of [
  ...names.data.filter(({ own }) => !own).map(({ name }) => `data=${name}`),
  ...names.activations.map(({ name }) => `activations=${name},${name}`),
  "data=circle",
  "activations=tanh,tanh",
  "learningRate=0.1",
  "batchSize=20",
  "layers=8,8",
  "noise=0.2",
  "data=spiral",
  "points=500",
  "seed=2",
  "dataSeed=2",
]) {
  session.change(change);
  train(2);
}

const { exports } = instance;
const memory = Object.values(exports).find((each) => each instanceof WebAssembly.Memory);
const end = memory.buffer.byteLength;
memory.grow(2);
const length = exports.__write_profile(end, 2 << 16);
writeFileSync(file("first-visit.profile"), new Uint8Array(memory.buffer, end, length));
run(
  `--profile=${file("first-visit.profile")}`,
  file("backprop.wasm"),
  "-o1",
  file("backprop.first.wasm"),
  "-o2",
  file("backprop.rest.wasm"),
);
