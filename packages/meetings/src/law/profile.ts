import { fault } from "../errors.ts";
import { profiles } from "./profiles.ts";

/** What a rule is about; a checklist looks for the fact that answers it. */
export const ruleSubjects = [
  "public-notice",
  "agenda",
  "private-meeting-notice",
  "key-decision-notice",
  "key-decision-general-exception",
  "meeting-details",
  "minutes",
  "meeting-note",
  "decision",
  "keep-minutes",
  "keep-background-papers",
] as const;
export type RuleSubject = (typeof ruleSubjects)[number];

/** When a rule has to be met. */
export type Timing =
  /** So many clear days before the meeting or decision, of working days or of all days. */
  | { readonly type: "clear-days-before"; readonly days: number; readonly of: "working" | "all" }
  /** By the end of so many working days that begin with the day after. */
  | { readonly type: "working-days-after"; readonly days: number }
  | { readonly type: "as-soon-as-practicable" }
  /** Kept open to inspection for so many years from the day. */
  | { readonly type: "years-from"; readonly years: number };

export interface Rule {
  readonly id: string;
  readonly subject: RuleSubject;
  /** What is owed, in one sentence. */
  readonly duty: string;
  readonly when: Timing;
  /** The act, order or paper, down to the section. */
  readonly provision: string;
  /** `policy` is what a body has bound itself to; no statute says so. */
  readonly force: "law" | "policy";
  readonly validFrom: string;
  readonly validTo?: string;
}

/**
 * The rules that bind a kind of body. A legal reading with its sources, not advice: the body's own
 * lawyer confirms it, and standing orders may owe more.
 */
export interface LegalProfile {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly validFrom: string;
  readonly validTo?: string;
  /** Not yet law: announced, and to be confirmed when it is made. */
  readonly provisional?: true;
  readonly rules: readonly Rule[];
  /** The codes of the grounds on which it may withhold. */
  readonly grounds: readonly string[];
  /** Whether an item may only be taken when it was open for the notice period, or is urgent. */
  readonly itemGate?: { readonly provision: string };
}

/** @throws MoothallError `meetings/unknown-profile`. */
export function profileOf(id: string): LegalProfile {
  const found = profiles.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw fault(
    "meetings/unknown-profile",
    `'${id}' is not a legal profile.`,
    `Use one of: ${profiles.map((each) => each.id).join(", ")}.`,
  );
}

interface Dated {
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

export const inForce = ({ validFrom, validTo }: Dated, date: string): boolean =>
  (validFrom === undefined || validFrom <= date) && (validTo === undefined || date <= validTo);

/** The rules of a profile that are in force on a day. */
export const rulesOn = (profile: LegalProfile, date: string): readonly Rule[] =>
  profile.rules.filter((rule) => inForce(rule, date));

/** What is read of a body to find the rules that bind it. */
export interface BoundBody {
  readonly kind?: string | undefined;
  readonly nation?: string | undefined;
  readonly parent?: string | undefined;
  readonly legalProfiles?: readonly ({ readonly profile: string } & Dated)[] | undefined;
}

/**
 * The profile that binds a body on a day: the one that its record names for that day, or else the one
 * that its kind brings with it. Undefined where neither says.
 */
export function profileFor(body: BoundBody, date: string): LegalProfile | undefined {
  const named = body.legalProfiles?.find((each) => inForce(each, date));
  if (named !== undefined) return profiles.find((each) => each.id === named.profile);
  const usual = profiles.find((each) => each.id === usualProfile(body));
  return usual !== undefined && inForce(usual, date) ? usual : undefined;
}

function usualProfile({ kind, nation }: BoundBody): string | undefined {
  switch (kind) {
    case "commissioner":
    case "police-and-crime-panel":
      return kind;
    case "council":
    case "committee":
    case "combined-authority":
      return nation === "wales" ? "welsh-council" : "english-council";
    case "community-safety-partnership":
    case "partnership":
      return "partnership";
    default:
      return undefined;
  }
}

/** The clear working days for which an agenda has to be open, with the provision; undefined where none are owed. */
export function agendaNotice(
  profile: LegalProfile,
  date: string,
): { readonly days: number; readonly provision: string } | undefined {
  for (const { subject, when, provision } of rulesOn(profile, date)) {
    if (subject === "agenda" && when.type === "clear-days-before")
      return { days: when.days, provision };
  }
  return undefined;
}
