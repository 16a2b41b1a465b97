/** What the tests ask of every browser, however it is driven: one page in a fresh profile. */
export interface Browser {
  open(address: string): Promise<void>;
  /** The value of an expression in the page; if that is a promise, what it comes to. */
  evaluate(expression: string): Promise<unknown>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
