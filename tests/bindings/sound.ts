/** What holds of every run, whatever came from outside: the experiment is one that the catalogue allows. */
import { expect } from "vitest";
import type { Catalogue, Session } from "../../bindings/backprop.d.ts";

/** Fails unless every field is within its limits or among its choices, and they all go together. */
export function expectSound(catalogue: Catalogue, session: Session): void {
  const experiment = session.experiment();
  expect(Object.keys(experiment).toSorted()).toEqual(Object.keys(catalogue.defaults).toSorted());
  for (const [field, { low, high }] of Object.entries(catalogue.limits)) {
    const usual = catalogue.defaults[field as keyof typeof catalogue.limits];
    const values = [experiment[field as keyof typeof catalogue.limits]].flat(2);
    const wrong = values.filter((value) => !(value >= low && value <= high));
    expect(wrong, field).toEqual([]);
    const whole = Number.isInteger(low) && Number.isInteger(high) && Number.isInteger([usual].flat(2)[0]);
    if (whole && wholeFields.has(field)) expect(values.every(Number.isInteger), field).toBe(true);
  }
  expectChoices(catalogue, session);
  expectTogether(catalogue, session);
}

const wholeFields = new Set(
  "classes points dataSeed training validation layers seed scheduleEpochs batchSize stopEpochs patience".split(" "),
);

function expectChoices(catalogue: Catalogue, session: Session): void {
  const e = session.experiment();
  const chosen: [string | string[], { name: string }[]][] = [
    [e.data, catalogue.data],
    [e.features, catalogue.features],
    [e.activations, catalogue.activations],
    [e.output, catalogue.outputs],
    [e.initializer, catalogue.initializers],
    [e.biasInitializer, catalogue.biasInitializers],
    [e.cost, catalogue.costs],
    [e.optimizer, catalogue.optimizers],
    [e.schedule, catalogue.schedules],
  ];
  for (const [names, list] of chosen) {
    const known = list.map(({ name }) => name);
    for (const name of [names].flat()) expect(known).toContain(name);
  }
  expect(e.restoreBest).toBeTypeOf("boolean");
}

function expectTogether(catalogue: Catalogue, session: Session): void {
  const e = session.experiment();
  expect(catalogue.costs.find(({ name }) => name === e.cost)?.outputs).toContain(e.output);
  const data = catalogue.data.find(({ name }) => name === e.data);
  expect(e.classes).toBeGreaterThanOrEqual(data?.classes.least ?? Number.NaN);
  expect(e.classes).toBeLessThanOrEqual(data?.classes.most ?? Number.NaN);
  expect(e.layers.length).toBeLessThanOrEqual(catalogue.mostHiddenLayers);
  expect(e.activations).toHaveLength(e.layers.length);
  expect(e.features.length).toBeGreaterThan(0);
  expect(new Set(e.features).size).toBe(e.features.length);
  expect(e.training + e.validation).toBeLessThanOrEqual(100);

  const points = session.points();
  const parts = points.filter((_, i) => i % 4 === 3);
  expect(points.length).toBe(4 * (data?.own ? e.own.length : e.points));
  expect(e.batchSize).toBeLessThanOrEqual(parts.filter((part) => part === 0).length);
  if (e.patience > 0) expect(parts).toContain(1);
  if (e.classes > 0) {
    const labels = points.filter((_, i) => i % 4 === 2);
    expect(labels.every((label) => Number.isInteger(label) && label >= 0 && label < e.classes)).toBe(true);
  }
}
