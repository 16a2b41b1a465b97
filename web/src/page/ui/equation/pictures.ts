/** The matrices of the equations, as pictures. A column is an example: the one that is looked at, or all of the mini-batch. */
import { superscript } from "../../format";
import type { Focus, Seen } from "./focus";
import type { Iteration } from "./iteration";
import type { MatrixPicture } from "./matrix";
import type { SymbolName } from "./symbols";

type Picture = MatrixPicture<SymbolName>;

export type Choose = (focus: Partial<Focus>) => void;

type Entry = (example: number, layer: number, neuron: number) => number;

export class Pictures {
  constructor(
    private readonly iteration: Iteration,
    private readonly focus: Seen,
    /** Whether there is a column for each example of the mini-batch, or only for the one that is looked at. */
    readonly wholeBatch: boolean,
    private readonly choose: Choose,
  ) {}

  /** The same for one example alone. */
  get single(): Pictures {
    return this.wholeBatch ? new Pictures(this.iteration, this.focus, false, this.choose) : this;
  }

  private neurons(l: number): number {
    return this.iteration.sizes[l] ?? 0;
  }

  /** Neurons x examples. */
  vector(symbol: SymbolName | null, name: string, layer: number, entry: Entry, row = this.focus.neuron): Picture {
    const { focus, wholeBatch, choose, iteration } = this;
    const columns = wholeBatch ? iteration.traced : 1;
    const example = (column: number): number => (wholeBatch ? column : focus.example);
    return {
      symbol,
      name,
      rows: this.neurons(layer),
      columns,
      at: (j, column) => entry(example(column), layer, j),
      row,
      column: wholeBatch ? focus.example : 0,
      choose: (j, column) => choose({ example: example(column), ...(layer === focus.layer ? { neuron: j } : {}) }),
    };
  }

  z = (l: number): Picture => this.vector("z", `z${superscript(l)}`, l, this.iteration.z);
  a = (l: number): Picture => ({ ...this.vector("a", `a${superscript(l)}`, l, this.iteration.a), least: 1 });
  slope = (l: number): Picture => this.vector("slope", `σ′(z${superscript(l)})`, l, this.iteration.slope);
  delta = (l: number): Picture => this.vector("delta", `δ${superscript(l)}`, l, this.iteration.delta);
  aBefore = (l: number): Picture => this.vector("aBefore", `a${superscript(l - 1)}`, l - 1, this.iteration.a, this.focus.from);
  deltaAfter = (l: number): Picture =>
    this.vector("deltaAfter", `δ${superscript(l + 1)}`, l + 1, this.iteration.delta, this.focus.to ?? -1);
  costGradient = (): Picture =>
    this.vector("costGradient", "∇ₐC", this.iteration.last, (i, _, j) => this.iteration.costGradient(i, j));
  desired = (): Picture => ({ ...this.vector(null, "y", this.iteration.last, (i, _, j) => this.iteration.y(i, j)), least: 1 });

  /** (a^(l-1))^T: examples x neurons. */
  aBeforeTransposed(l: number): Picture {
    const { focus, wholeBatch, choose, iteration } = this;
    const example = (row: number): number => (wholeBatch ? row : focus.example);
    return {
      symbol: "aBefore",
      name: `(a${superscript(l - 1)})ᵀ`,
      rows: wholeBatch ? iteration.traced : 1,
      columns: this.neurons(l - 1),
      at: (row, k) => iteration.a(example(row), l - 1, k),
      row: wholeBatch ? focus.example : 0,
      column: focus.from,
      choose: (row, k) => choose({ example: example(row), from: k }),
    };
  }

  /** Something of each bias of layer l. */
  perBias(symbol: SymbolName | null, name: string, l: number, at: (l: number, j: number) => number): Picture {
    const { focus, choose } = this;
    return {
      symbol,
      name,
      rows: this.neurons(l),
      columns: 1,
      at: (j) => at(l, j),
      row: focus.neuron,
      column: 0,
      choose: (j) => choose({ layer: l, neuron: j }),
    };
  }

  /** Something of each weight of layer l: neurons of layer l x neurons of layer l-1, which is why the indices run jk. */
  perWeight(
    symbol: SymbolName | null,
    name: string,
    l: number,
    at: (l: number, j: number, k: number) => number,
    wholeRow = false,
  ): Picture {
    const { focus, choose } = this;
    return {
      symbol,
      name,
      rows: this.neurons(l),
      columns: this.neurons(l - 1),
      at: (j, k) => at(l, j, k),
      row: focus.neuron,
      column: focus.from,
      rowName: "j",
      columnName: "k",
      wholeRow,
      choose: (j, k) => choose({ layer: l, neuron: j, from: k }),
    };
  }

  /** (W^(l+1))^T: what carries the error back. */
  weightsAfterTransposed(l: number): Picture {
    const { focus, choose, iteration } = this;
    return {
      symbol: "WAfter",
      name: `(W${superscript(l + 1)})ᵀ`,
      rows: this.neurons(l),
      columns: this.neurons(l + 1),
      at: (j, k) => iteration.w(l + 1, k, j),
      row: focus.neuron,
      column: focus.to ?? -1,
      rowName: "j",
      columnName: "k",
      wholeRow: true,
      choose: (j) => choose({ neuron: j }),
    };
  }
}
