import { expect, test } from "vitest";
import { emptyHistory, withRecords } from "../../../web/src/page/state/history.ts";
import { recordLength } from "../../../web/src/protocol.ts";

const record = (epoch: number) => Array.from({ length: recordLength }, (_, i) => epoch + i / 10);

test("records become columns, appended in their order", () => {
  const first = withRecords(emptyHistory(), 0, new Float64Array([...record(0), ...record(1)]));
  const both = withRecords(first, 2, new Float64Array(record(2)));
  expect(both).toEqual({
    epoch: [0, 1, 2],
    training: [0.1, 1.1, 2.1],
    validation: [0.2, 1.2, 2.2],
    test: [0.3, 1.3, 2.3],
    penalty: [0.4, 1.4, 2.4],
    trainingQuality: [0.5, 1.5, 2.5],
    validationQuality: [0.6, 1.6, 2.6],
    testQuality: [0.7, 1.7, 2.7],
  });
  expect(first.epoch).toEqual([0, 1]);
});

test("records from an earlier place replace what came after it", () => {
  const old = withRecords(emptyHistory(), 0, new Float64Array([...record(0), ...record(1), ...record(2)]));
  expect(withRecords(old, 1, new Float64Array(record(7))).epoch).toEqual([0, 7]);
  expect(withRecords(old, 1, new Float64Array()).epoch).toEqual([0]);
});

test("nothing new is the same object: the chart is not drawn again", () => {
  const old = withRecords(emptyHistory(), 0, new Float64Array(record(0)));
  expect(withRecords(old, 1, new Float64Array())).toBe(old);
});
