/** Whether the page is one column (see layout.css), where what is changed and what it changes may not be on screen together. */
export const inOneColumn = matchMedia("(max-width: 999px)");
