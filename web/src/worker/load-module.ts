/** Makes the training engine of its code, at first only what a first visit needs. */
import createBackprop from "@backprop/backprop.mjs";
import restUrl from "@backprop/backprop.rest.wasm?url";
import type { BackpropModule } from "../../../bindings/backprop";
import { instantiateInParts } from "./parts";

export function loadModule(first: WebAssembly.Module): Promise<BackpropModule> {
  return createBackprop({
    instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, part: WebAssembly.Module) => void,
    ) => {
      const instance = instantiateInParts(first, readRest, imports);
      receive(instance, first);
      return instance.exports;
    },
  });
}

/** A worker may wait for an answer: the call that needs the rest cannot go on without it. */
function readRest(): ArrayBuffer {
  const request = new XMLHttpRequest();
  request.open("GET", restUrl, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error("a part of it could not be loaded.");
  return request.response as ArrayBuffer;
}
