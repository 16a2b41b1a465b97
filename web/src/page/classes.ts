/** As many classes as the core knows; the page has a colour for each. */
export const mostClasses = 6;
