import {
  type Cell,
  completeDocument,
  formatDate,
  parseReference,
  type ReportDocument,
  type ReportDocumentInput,
  referenceTo,
} from "@moothall/core";
import { type Body, type BodyKind, bodyKinds } from "./body.ts";
import type { Offices } from "./check-posts.ts";
import { inForce } from "./validity.ts";

type BlockInput = ReportDocumentInput["blocks"][number];

/**
 * The directory of the bodies that exist on a day and of their posts: a table of bodies for each
 * kind, and a table of posts with the elected holders. A post that is not elected names nobody.
 */
export function directory(offices: Offices, date: string): ReportDocument {
  const bodies = offices.bodies.filter((each) => inForce(each, date));
  const blocks = bodyKinds.flatMap((kind) => kindTable(kind, bodies, offices));
  return completeDocument({
    title: "Bodies and posts",
    summary: `The bodies that exist on ${formatDate(date)}, by kind, and their posts with the elected office-holders. Officers are named by post only.`,
    blocks: [
      ...(blocks.length === 0
        ? [
            {
              type: "notice" as const,
              id: "none",
              text: "The register holds no body that exists on this day.",
            },
          ]
        : blocks),
      ...postTable(offices, date),
    ],
  });
}

function kindTable(kind: BodyKind, bodies: readonly Body[], offices: Offices): BlockInput[] {
  const ofKind = bodies
    .filter((each) => each.kind === kind)
    .toSorted((left, right) => compareText(left.name, right.name));
  if (ofKind.length === 0) return [];
  return [
    {
      type: "table",
      id: `bodies.${kind}`,
      caption: headings[kind],
      columns: [
        { id: "name", heading: "Name", headsRow: true },
        { id: "identifiers", heading: "Identifiers" },
        { id: "part-of", heading: "Part of" },
        { id: "from", heading: "From", type: "date" },
        { id: "to", heading: "To", type: "date" },
      ],
      rows: ofKind.map((each) => ({
        id: each.id,
        cells: [
          { text: each.name, reference: referenceTo("register/body", each.id) },
          textCell(each.identifiers?.join(", ")),
          textCell(each.parent === undefined ? undefined : nameOfBody(each.parent, offices)),
          dateCell(each.validFrom),
          dateCell(each.validTo),
        ],
      })),
    },
  ];
}

function postTable(offices: Offices, date: string): BlockInput[] {
  const posts = offices.posts
    .filter((each) => inForce(each, date))
    .map((post) => ({ post, body: nameOfBody(post.body, offices) }))
    .toSorted(
      (left, right) =>
        compareText(left.body, right.body) || compareText(left.post.title, right.post.title),
    );
  if (posts.length === 0) return [];
  return [
    {
      type: "table",
      id: "posts",
      caption: "Posts",
      columns: [
        { id: "body", heading: "Body", headsRow: true },
        { id: "post", heading: "Post", headsRow: true },
        { id: "elected", heading: "Elected" },
        { id: "holder", heading: "Elected office-holder" },
        { id: "since", heading: "Since", type: "date" },
      ],
      rows: posts.map(({ post, body }) => {
        const held = offices.holdings.filter(
          (each) => parseReference(each.post).id === post.id && inForce(each, date),
        );
        return {
          id: post.id,
          cells: [
            { text: body },
            { text: post.title, reference: referenceTo("register/post", post.id) },
            { text: post.elected ? "yes" : "no" },
            textCell(held.map((each) => nameOfPerson(each.person, offices)).join(", ")),
            held.length === 1 ? dateCell(held[0]?.validFrom) : textCell(undefined),
          ],
        };
      }),
    },
  ];
}

const nameOfBody = (reference: string, { bodies }: Offices): string =>
  bodies.find((each) => each.id === parseReference(reference).id)?.name ?? reference;

const nameOfPerson = (reference: string, { persons }: Offices): string =>
  persons.find((each) => each.id === parseReference(reference).id)?.name ?? reference;

const textCell = (text: string | undefined): Cell =>
  text === undefined || text === "" ? { text: "", value: null } : { text };

const dateCell = (date: string | undefined): Cell =>
  date === undefined ? { text: "", value: null } : { text: formatDate(date), value: date };

const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;

const headings: Readonly<Record<BodyKind, string>> = {
  commissioner: "Commissioners",
  constabulary: "Constabularies",
  "police-authority": "Police authorities",
  "police-and-crime-panel": "Police and crime panels",
  council: "Councils",
  "combined-authority": "Combined authorities",
  committee: "Committees",
  board: "Boards",
  "community-safety-partnership": "Community safety partnerships",
  partnership: "Other partnerships",
  "fire-and-rescue-authority": "Fire and rescue authorities",
  "health-body": "Health bodies",
  "probation-body": "Probation bodies",
  "government-body": "Government bodies",
  inspectorate: "Inspectorates",
  "court-service": "Courts and prosecution",
  school: "Schools",
  university: "Universities",
  company: "Companies",
  charity: "Charities",
  "voluntary-organisation": "Voluntary organisations",
  "community-group": "Community groups",
  "parish-council": "Parish and town councils",
};
