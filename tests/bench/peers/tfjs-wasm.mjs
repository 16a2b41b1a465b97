import "@tensorflow/tfjs-backend-wasm";
import { createOn } from "../tfjs.mjs";

export const create = createOn("wasm");
