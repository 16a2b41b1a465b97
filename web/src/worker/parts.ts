/**
 * The module comes in two parts, cut by bindings/split.mjs: the first has what a first visit calls, and in the place of every other
 * function a stand-in, which loads the rest and calls the function itself. Both parts work on the same memory and the same table of
 * functions.
 */

/** Of the table. */
type Entry = (...values: unknown[]) => unknown;

/** `readRest` is called once, and not before the rest is needed; it returns at once with its bytes. */
export function instantiateInParts(
  first: WebAssembly.Module,
  readRest: () => BufferSource,
  imports: WebAssembly.Imports,
): WebAssembly.Instance {
  let isWhole = false;
  const standIns = new Proxy<WebAssembly.ModuleImports>(
    {},
    {
      get:
        (_, place) =>
        (...values: unknown[]) => {
          if (!isWhole) loadRest();
          return (table.get(Number(place)) as Entry)(...values);
        },
    },
  );
  const instance = new WebAssembly.Instance(first, { ...named(first, standIns), ...imports });
  const table = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Table) as WebAssembly.Table;
  const loadRest = (): void => {
    const rest = new WebAssembly.Module(readRest());
    // It puts its functions into the table, where the stand-ins were.
    new WebAssembly.Instance(rest, named(rest, instance.exports as WebAssembly.ModuleImports));
    isWhole = true;
  };
  return instance;
}

/** The same for every name that the part imports from. */
const named = (part: WebAssembly.Module, things: WebAssembly.ModuleImports): WebAssembly.Imports =>
  Object.fromEntries(WebAssembly.Module.imports(part).map(({ module }) => [module, things]));
