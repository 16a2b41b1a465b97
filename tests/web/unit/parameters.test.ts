/** The page's idea of where weights lie, against the module itself. */
import { beforeAll, expect, test } from "vitest";
import type { BackpropModule } from "../../../bindings/backprop.d.ts";
import { biasAt, parameterCount, parameterName, weightAt } from "../../../web/src/page/views/parameters.ts";
import { gridOf, loadModule, startSession } from "../../bindings/module.ts";

let module: BackpropModule;
beforeAll(async () => {
  module = await loadModule();
});

test.each(["layers=", "layers=3", "layers=8,1,5", "data=blobs&features=x1,radius,sinX1&layers=7"])(
  "with %s the module has as many parameters as the page counts",
  (settings) => {
    const session = startSession(module, settings);
    expect(session.parameters().length).toBe(parameterCount([...session.layerSizes()]));
  },
);

test("weights and biases at their places give the output that the module gives", () => {
  const session = startSession(module, "layers=3,2&activations=linear,tanh&output=sigmoid");
  session.train(50);
  const parameters = session.parameters();
  const sizes = [2, 3, 2, 1];
  const sigma = [(z: number) => z, Math.tanh, (z: number) => 1 / (1 + Math.exp(-z))];
  // The first of 2 x 2 cells lies at (-3, 3).
  let activation = [-3, 3];
  for (let l = 1; l < sizes.length; l++) {
    activation = Array.from({ length: sizes[l] as number }, (_, j) => {
      const products = activation.map((a, k) => a * (parameters[weightAt(sizes, l, j, k)] as number));
      const z = products.reduce((sum, product) => sum + product, parameters[biasAt(sizes, l, j)] as number);
      return (sigma[l - 1] as (z: number) => number)(z);
    });
  }
  expect(gridOf(session, 2, 3)[0]).toBeCloseTo(activation[0] as number, 5);
});

test("every parameter has the name that the equations give it", () => {
  const sizes = [2, 3, 12, 1];
  expect(parameterName(sizes, weightAt(sizes, 1, 2, 1))).toBe("w¹₃₂");
  expect(parameterName(sizes, biasAt(sizes, 1, 2))).toBe("b¹₃");
  expect(parameterName(sizes, weightAt(sizes, 2, 0, 0))).toBe("w²₁₁");
  expect(parameterName(sizes, weightAt(sizes, 2, 11, 2))).toBe("w²₁₂,₃");
  expect(parameterName(sizes, biasAt(sizes, 3, 0))).toBe("b³₁");
  const names = Array.from({ length: parameterCount(sizes) }, (_, at) => parameterName(sizes, at));
  expect(new Set(names).size).toBe(names.length);
});
