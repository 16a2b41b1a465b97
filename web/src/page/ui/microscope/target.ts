/** Where in the drawing a symbol is: the neurons of a layer, or the links that lead to them. */
export interface Place {
  layer: number;
  of: "neurons" | "links";
}

/** What is pointed at in the drawing: a neuron, or the link that leads to it from neuron `from`; both from 0. */
export interface Target extends Place {
  neuron: number;
  from: number;
}
