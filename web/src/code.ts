/** Goes before all commands (see protocol.ts, which the build reads as well, where there is no WebAssembly): they wait for it. */
export interface Code {
  type: "code";
  /** The training engine's, compiled. */
  module: WebAssembly.Module;
}
