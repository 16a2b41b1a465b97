/**
 * uPlot asks Intl for the browser's language as it is loaded. In the locale C.UTF-8 WebKitGTK calls its language "C", which Intl
 * refuses with an exception, and the page would stay empty. To be imported before uPlot.
 */
try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en-US" });
}
