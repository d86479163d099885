import type { Hit } from "./kinds.ts";

const email =
  /(?<![A-Za-z0-9._%+'’-])[A-Za-z0-9._%+'’-]{1,64}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,6}/gu;

/** Words of which the addresses of offices, and not of people, are made. */
const roleWords = new Set(
  "accounts admin advice agenda alerts applications appointments bookings business casework chief clerk clerks comments commissioner commissioning committee committees communications community complaints compliance consultation consultations contact contactus contracts control corporate council customer data democratic dpo editor engagement enquiries enquiry environment equality estates events executive feedback finance foi freedom funding general governance grants hello help helpdesk hr info information inquiries it jobs law legal licensing line mail mailbox media meetings members monitoring net news newsletter no noreply office opcc partnership partnerships payments pcc pccoffice pcp performance planning police policing policy post postmaster press privacy procurement project property protection public publications records recruitment referral referrals registrar reception reply reports request requests safeguarding safer sales scrutiny secretariat secretary security service services support survey surveys team tenders transparency us victim victims volunteers web webmaster website welcome youth".split(
    " ",
  ),
);

/** Postcode areas of the United Kingdom and the Crown dependencies (Royal Mail). */
const areas = new Set(
  "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE".split(
    " ",
  ),
);

/** A full postcode; an outward code alone is an area of thousands and no address. */
const postcode =
  /(?<![\p{L}0-9])([A-Z]{1,2})[0-9][A-Z0-9]?( ?)[0-9][ABD-HJLNP-UW-Z]{2}(?![\p{L}0-9])/giu;

const street =
  /(?<![\p{L}0-9])[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][a-z'’]{1,20} ){1,4}(?:Avenue|Ave|Close|Court|Crescent|Drive|Gardens|Grove|Hill|Lane|Park|Place|Rd|Rise|Road|Row|Square|Street|St|Terrace|View|Walk|Way)(?![\p{L}0-9])/gu;

const refugeWords =
  /(?<![\p{L}])(?:refuges?|safe ?houses?|safe accommodation|women[’']s aid|sanctuary scheme|dispersed accommodation)(?![\p{L}])/giu;

/** How near to such a word an address stands beside it, in characters. */
const beside = 200;

/** E-mail and postal addresses, and those that would tell where a refuge is. */
export function findAddresses(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(email)) {
    const end = match.index + match[0].length;
    const isRole = isRoleAddress(match[0].slice(0, match[0].indexOf("@")));
    hits.push({
      kind: isRole ? "role-email-address" : "email-address",
      start: match.index,
      end,
      confidence: isRole ? "low" : "high",
    });
  }
  const refuges = Array.from(text.matchAll(refugeWords), (match) => match.index);
  for (const match of text.matchAll(postcode)) {
    const found = match[0];
    if (!areas.has((match[1] as string).toUpperCase()) || isOrdinal(found)) continue;
    const end = match.index + found.length;
    const isRefuge = isBeside(refuges, match.index, end);
    // Without a space or in small letters it is more often a reference number.
    const confidence = match[2] === "" || found !== found.toUpperCase() ? "low" : "medium";
    hits.push({
      kind: isRefuge ? "refuge-address" : "postcode",
      start: match.index,
      end,
      confidence: isRefuge ? "high" : confidence,
    });
  }
  for (const match of text.matchAll(street)) {
    const end = match.index + match[0].length;
    if (!isBeside(refuges, match.index, end)) continue;
    hits.push({ kind: "refuge-address", start: match.index, end, confidence: "high" });
  }
  return hits;
}

const isRoleAddress = (local: string): boolean =>
  local
    .toLowerCase()
    .split(/[._+-]/u)
    .every((word) => roleWords.has(word) || endsInRole.test(word) || /^[0-9]*$/u.test(word));

/** Offices put their initials before it: `sgbenquiries`. */
const endsInRole = /^[a-z]{2,8}(?:contact|enquiries|enquiry|office|safeguarding|support|team)$/u;

/** `S1 2nd` is a place in a list. */
const isOrdinal = (found: string): boolean => /[0-9](?:st|nd|rd|th)$/u.test(found);

/** Whether one of the positions, which are in order, is near the stretch. */
function isBeside(positions: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) < start - beside) low = middle + 1;
    else high = middle;
  }
  return low < positions.length && (positions[low] as number) <= end + beside;
}
