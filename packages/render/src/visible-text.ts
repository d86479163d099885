/**
 * What of a text may be shown. Line ends become `\n`; control characters, halves of surrogate
 * pairs and overrides of the writing direction become U+FFFD, so that data can neither steer a
 * terminal, nor break XML, nor make a line read otherwise than it is stored (Unicode Technical
 * Standard 39; XML 1.0, section 2.2).
 */
export const visibleText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "\ufffd");

/** The same on one line, with single spaces. */
export const lineOfText = (text: string): string => visibleText(text).replace(/\s+/gu, " ").trim();
