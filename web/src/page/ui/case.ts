/** A run that shows something, ready to be opened. */
export interface Case {
  name: string;
  label: string;
  /** As a link has them. */
  settings: string;
  /** What one sees; put to the test in tests/web/unit. */
  sentence: string;
}
