import { createOn } from "../tfjs.mjs";

export const create = createOn("cpu");
