/**
 * For a control whose press needs code that is not there yet: it is fetched as soon as the control is pointed at or reached by
 * keyboard. Where it does not come, the press says so.
 */
export function ahead(load: () => Promise<unknown>) {
  const begin = (): void => void load().catch(() => {});
  return { onPointerEnter: begin, onFocusIn: begin };
}
