/** The contract, backprop.d.ts, against the module that was built: the same functions, the same methods, the same shapes. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { BackpropModule, Session } from "../../bindings/backprop.d.ts";
import { loadModule, startSession } from "./module.ts";
import { type Shape, shapeOfType, shapeOfValue } from "./shape.ts";

const module = await loadModule();

const file = fileURLToPath(new URL("../../bindings/backprop.d.ts", import.meta.url));
const program = ts.createProgram([file], { strict: true, target: ts.ScriptTarget.ES2023, types: [] });
const checker = program.getTypeChecker();

/** The members of one of the contract's interfaces: what each returns and how many parameters it takes. */
function membersOf(name: string): Map<string, ts.Signature | undefined> {
  const source = program.getSourceFile(file);
  const contract = source && checker.getSymbolAtLocation(source);
  const found = contract?.exports?.get(ts.escapeLeadingUnderscores(name));
  if (!found) throw new Error(`backprop.d.ts exports no ${name}`);
  const members = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(found));
  return new Map(members.map((member) => [member.name, checker.getTypeOfSymbol(member).getCallSignatures()[0]]));
}

const moduleMembers = membersOf("BackpropModule");
const sessionMembers = membersOf("Session");
// Embind gives delete() to every class, on a prototype of its own.
sessionMembers.delete("delete");

const sorted = (names: Iterable<string>): string[] => [...names].toSorted();

/** Numbers of parameters by name, of what can be called. */
function arities(members: Map<string, ts.Signature | undefined>): Record<string, number> {
  const callable = [...members].filter((member): member is [string, ts.Signature] => member[1] !== undefined);
  return Object.fromEntries(callable.map(([name, signature]) => [name, signature.parameters.length]));
}

/** The same, as Embind has noted it on its functions. */
function builtArities(object: object, names: Iterable<string>): Record<string, unknown> {
  const functions = object as Record<string, { argCount?: unknown } | undefined>;
  return Object.fromEntries([...names].map((name) => [name, functions[name]?.argCount]));
}

describe("the contract names exactly what the module has", () => {
  it("functions and classes", () => {
    // The module object also carries Emscripten's own functions; those that Embind made are marked with argCount.
    const exported = Object.entries(module).filter(([, value]) => typeof value === "function" && "argCount" in value);
    expect(sorted(exported.map(([name]) => name))).toEqual(sorted(moduleMembers.keys()));
  });

  it("a session's methods", () => {
    const methods = Object.getOwnPropertyNames(module.Session.prototype).filter((name) => name !== "constructor");
    expect(sorted(methods)).toEqual(sorted(sessionMembers.keys()));
    expect(module.Session.prototype).toHaveProperty("delete");
  });

  it("numbers of parameters", () => {
    const functions = arities(moduleMembers);
    const methods = arities(sessionMembers);
    expect(builtArities(module, Object.keys(functions))).toEqual(functions);
    expect(builtArities(module.Session.prototype, Object.keys(methods))).toEqual(methods);
  });
});

// Calls of everything that can be called, so chosen that together they return every case that the contract names: a list that is
// not empty, both sides of a union. A member that is missing here does not compile.
type Calls<Callee> = { [Name in keyof Callee]: (callee: Callee) => unknown[] };

const functionCalls: Calls<Omit<BackpropModule, "Session">> = {
  catalogue: (m) => [m.catalogue()],
  sample: (m) => [m.sample("circle", 10), m.sample("banana", 10)],
  activationCurve: (m) => [m.activationCurve("gelu", -1, 1, 3), m.activationCurve("banana", -1, 1, 3)],
};

const ownPoints = "data=own&own=0,0,0;1,1,1";

const sessionCalls: Calls<Omit<Session, "delete">> = {
  open: (s) => [s.open("data=xor&banana=1")],
  change: (s) => [s.change("data=xor&banana=1")],
  changeTo: (s) => [s.changeTo("data=xor&banana=1")],
  experiment: (s) => [s.open(ownPoints) && s.experiment()],
  link: (s) => [s.link()],
  reset: (s) => [s.reset()],
  setParameter: (s) => [s.setParameter(0, 1), s.setParameter(0, Number.NaN)],
  freeze: (s) => [s.freeze(0, true)],
  frozen: (s) => [s.frozen()],
  train: (s) => [s.train(3)],
  progress: (s) => [s.progress(), s.change("stopEpochs=1") && s.train(100) && s.progress()],
  save: (s) => [s.save()],
  restore: (s) => [s.restore(s.save()), s.restore(new Uint8Array(3))],
  scores: (s) => [s.scores()],
  confusion: (s) => [s.confusion()],
  history: (s) => [s.history(0)],
  points: (s) => [s.points()],
  layerSizes: (s) => [s.layerSizes()],
  planeHalf: (s) => [s.planeHalf()],
  parameters: (s) => [s.parameters()],
  fingerprint: (s) => [s.fingerprint()],
  grid: (s) => [s.grid(2, 0, 0, 0, 1), s.grid(2, 0, 0, 0, 0)],
  trace: (s) => [s.trace(0), s.trace(-1)],
  nextIteration: (s) => [s.nextIteration()],
  layers: (s) => [s.layers()],
  milestones: (s) => [s.milestones()],
  layersAt: (s) => [s.layersAt(0), s.layersAt(1)],
  histograms: (s) => [s.histograms(3), s.open("data=blobs&output=softmax&cost=logLikelihood") && s.histograms(3)],
  forecast: (s) => [s.forecast()],
  gradientCheck: (s) => [s.gradientCheck(0, 1)],
  pointCheck: (s) => [s.pointCheck(0, 0, 1), s.pointCheck(-1, 0, 1)],
  gradientFan: (s) => [s.gradientFan(1, 1, 1)],
  costSurface: (s) => [s.costSurface("random", 1, 2, 1), s.costSurface("path", 1, 2, 1), s.costSurface("path", 0, 2, 1)],
  pairSurface: (s) => [s.pairSurface(0, 1, 0, 0, 1, 2), s.pairSurface(0, 0, 0, 0, 1, 2)],
  costsAhead: (s) => [s.costsAhead(1, 2), s.costsAhead(Number.NaN, 2)],
  folding: (s) => [s.folding(2)],
};

/** What the contract's words allow but no call can bring about: the default experiment has no points of the reader's. */
const unreachable = ["catalogue.defaults.own[]: array", "catalogue.defaults.own[][]: number"];

describe("what comes back has exactly the fields and kinds of the contract", () => {
  const declared = (members: typeof moduleMembers, name: string): string[] => {
    const signature = members.get(name);
    if (!signature) throw new Error(`${name} cannot be called`);
    const shape = shapeOfType(checker, name, signature.getReturnType());
    return sorted(shape);
  };
  const returned = (name: string, values: unknown[]): string[] => {
    const shape: Shape = new Set();
    for (const value of values) shapeOfValue(name, value, shape);
    return sorted(shape);
  };

  it.each(Object.entries(functionCalls))("%s()", (name, call) => {
    const reachable = declared(moduleMembers, name).filter((line) => !unreachable.includes(line));
    expect(returned(name, call(module))).toEqual(reachable);
  });

  it.each(Object.entries(sessionCalls))("Session.%s()", (name, call) => {
    expect(returned(name, call(startSession(module)))).toEqual(declared(sessionMembers, name));
  });

  // A tuple's length is not part of its shape.
  it("an activation's range and an output's desired values are pairs, the lower end first", () => {
    const { activations, outputs } = module.catalogue();
    const ranges = [...activations, ...outputs].flatMap(({ range }) => (range ? [range] : []));
    for (const pair of [...ranges, ...outputs.map(({ desired }) => desired)]) {
      expect(pair).toHaveLength(2);
      expect(pair[0]).toBeLessThan(pair[1]);
    }
    expect(ranges.length).toBeGreaterThan(outputs.length);
  });

  it("the reader's points are triples", () => {
    const { own } = startSession(module, "data=own&own=0,0.5,0;1,-1,1&batchSize=1").experiment();
    expect(own).toEqual([
      [0, 0.5, 0],
      [1, -1, 1],
    ]);
  });
});

describe("the catalogue", () => {
  const { defaults, limits, costs, outputs, data, ...rest } = module.catalogue();

  it("holds the defaults within the limits, and has each name once", () => {
    for (const [field, { low, high }] of Object.entries(limits)) {
      expect(low, field).toBeLessThan(high);
      for (const value of [defaults[field as keyof typeof limits]].flat(2)) {
        expect(value, field).toBeGreaterThanOrEqual(low);
        expect(value, field).toBeLessThanOrEqual(high);
      }
    }
    const lists = [costs, outputs, data, ...Object.values(rest).filter((list) => Array.isArray(list))];
    expect(lists).toHaveLength(9);
    for (const list of lists) {
      const names = list.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
      for (const { label } of list) expect(label).not.toBe("");
    }
  });

  it("has PyTorch's defaults for the numbers of the optimisers", () => {
    const { smoothing, beta1, beta2, weightDecay } = defaults;
    expect({ smoothing, beta1, beta2, weightDecay }).toEqual({ smoothing: 0.99, beta1: 0.9, beta2: 0.999, weightDecay: 0.01 });
  });

  it("says which cost goes with which output, and the module agrees", () => {
    const names = outputs.map(({ name }) => name);
    for (const cost of costs) {
      const accepted = names.filter((output) => {
        const session = startSession(module);
        return session.open(`cost=${cost.name}&output=${output}`).problems.length === 0;
      });
      expect(cost.outputs, cost.name).toEqual(accepted);
    }
  });

  it("says how many classes each data set may have, and the module agrees", () => {
    const { low, high } = limits.classes;
    for (const { name, classes, own } of data) {
      const points = own ? "&own=0,0,0;1,1,1;0,1,0;1,0,1&batchSize=1" : "";
      expect(startSession(module, `data=${name}${points}`).experiment().classes, name).toBe(classes.usual);
      for (let count = low; count <= high; ++count) {
        const { problems } = startSession(module).open(`data=${name}${points}&classes=${count}`);
        expect(problems.length === 0, `${name}, ${count} classes`).toBe(count >= classes.least && count <= classes.most);
      }
    }
  });
});
