/** Text as every store can keep it: a NUL and half of a surrogate pair are no characters. */
export const keptText = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "\ufffd");
