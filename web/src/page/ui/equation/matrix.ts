/** What stands in an equation as a matrix. */
export interface MatrixPicture<Name extends string = never> {
  /** The name under which it can be pointed at; null for none. */
  symbol: Name | null;
  /** Plain text: "δ¹", "(W²)ᵀ". */
  name: string;
  rows: number;
  columns: number;
  at(row: number, column: number): number;
  /** The scale of colours reaches at least so far, and otherwise to its largest entry: of what is compared with another. */
  least?: number;
  /** Of the neuron, weight or example that is looked at; −1 for none. */
  row: number;
  column: number;
  /** What the equation's indices call them, written at that row and column: "j", "k". */
  rowName?: string;
  columnName?: string;
  /** Whether all of that row counts, and its entry in that column besides. */
  wholeRow?: boolean;
  /** Chooses the neuron, weight or example of a row and a column. */
  choose?(row: number, column: number): void;
}
