/** What private data may be. */
export const privateDataKinds = [
  "refuge-address",
  "national-insurance-number",
  "payment-card",
  "bank-account",
  "nhs-number",
  "passport-number",
  "date-of-birth",
  "email-address",
  "role-email-address",
  "phone-number",
  "postcode",
  "vehicle-registration",
  "personal-name",
] as const;

export type PrivateDataKind = (typeof privateDataKinds)[number];

/** `high`: hardly anything else has this form. `low`: often something else; for a person to judge. */
export type Confidence = "high" | "medium" | "low";

/** Something private at a place in a text, found by one rule. */
export interface Hit {
  readonly kind: PrivateDataKind;
  /** Index of the first character, and of the first one after. */
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
}

export const describeKind: Readonly<Record<PrivateDataKind, string>> = {
  "refuge-address": "the address of a refuge",
  "national-insurance-number": "a National Insurance number",
  "payment-card": "a payment card number",
  "bank-account": "a bank account",
  "nhs-number": "an NHS number",
  "passport-number": "a passport number",
  "date-of-birth": "a date of birth",
  "email-address": "somebody’s e-mail address",
  "role-email-address": "the e-mail address of an office",
  "phone-number": "a telephone number",
  postcode: "a full postcode",
  "vehicle-registration": "a vehicle’s registration mark",
  "personal-name": "a person’s name",
};
