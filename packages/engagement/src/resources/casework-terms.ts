/** How somebody got in touch. */
export const channels = [
  "email",
  "letter",
  "telephone",
  "web-form",
  "social-media",
  "in-person",
  "meeting",
  "elected-member",
  "other",
] as const;

/** Who answered, or to whom a matter was passed. */
export const routes = [
  "office",
  "force",
  "professional-standards",
  "council",
  "panel",
  "ombudsman",
  "other",
] as const;
