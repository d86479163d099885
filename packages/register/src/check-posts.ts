import { type Finding, parseReference, referenceTo } from "@moothall/core";
import type { Body } from "./body.ts";
import type { OfficeHolding } from "./office-holding.ts";
import type { Person } from "./person.ts";
import type { Post } from "./post.ts";
import { type Dated, holdTogether } from "./validity.ts";

/** What `checkPosts` finds. */
export const postRules = {
  "register/post-without-body": "A post is in a body that is not in the register.",
  "register/post-outlives-body": "A post and its body exist on no day together.",
  "register/too-many-holders": "More persons hold a post at once than it has seats.",
  "register/holding-outside-post": "A person holds a post on no day on which there is such a post.",
  "register/named-without-election": "A person is named for a post that is not elected.",
} as const;

export interface Offices {
  readonly bodies: readonly Body[];
  readonly posts: readonly Post[];
  readonly persons: readonly Person[];
  readonly holdings: readonly OfficeHolding[];
}

/** Holds posts against their bodies, and persons against the posts that they hold. */
export const checkPosts = (offices: Offices): Finding[] => [
  ...offices.posts.flatMap((each) => checkBodyOf(each, offices.bodies)),
  ...offices.posts.flatMap((each) => checkHolders(each, offices)),
  ...offices.persons.flatMap((each) => checkElection(each, offices.posts)),
];

function checkBodyOf(post: Post, bodies: readonly Body[]): Finding[] {
  const body = bodies.find((each) => each.id === parseReference(post.body).id);
  const about = referenceTo("register/post", post.id);
  if (body === undefined) {
    return [
      {
        rule: "register/post-without-body",
        about,
        severity: "error",
        message: `The post '${post.title}' is said to be in '${post.body}', which is not in the register.`,
        evidence: { body: post.body },
        at: { pointer: "/body" },
        fix: "Record the body, or correct the reference.",
      },
    ];
  }
  if (holdTogether(post, body)) return [];
  return [
    {
      rule: "register/post-outlives-body",
      about,
      severity: "error",
      message: `The post '${post.title}' and ${body.name} exist on no day together.`,
      evidence: {
        "post from": post.validFrom ?? null,
        "post to": post.validTo ?? null,
        "body from": body.validFrom ?? null,
        "body to": body.validTo ?? null,
      },
      at: { pointer: "/body" },
      fix: "Correct the days, or name the body of those days.",
    },
  ];
}

function checkHolders(post: Post, { holdings, persons }: Offices): Finding[] {
  const held = holdings.filter((each) => parseReference(each.post).id === post.id);
  const nameOf = (holding: OfficeHolding) =>
    persons.find((each) => each.id === parseReference(holding.person).id)?.name ?? holding.person;
  return held.flatMap((holding, index) => {
    const findings: Finding[] = [];
    const about = referenceTo("register/office-holding", holding.id);
    if (!holdTogether(holding, post)) {
      findings.push({
        rule: "register/holding-outside-post",
        about,
        severity: "error",
        message: `${nameOf(holding)} is said to hold the post '${post.title}' on no day on which there is such a post.`,
        evidence: { from: holding.validFrom ?? null, to: holding.validTo ?? null },
        fix: "Correct the days, or name the post of those days.",
      });
    }
    const others = held.slice(0, index).filter((other) => holdTogether(other, holding));
    if (mostAtOnce(others, holding) > post.seats) {
      findings.push({
        rule: "register/too-many-holders",
        about,
        severity: "error",
        message: `The post '${post.title}' has ${post.seats === 1 ? "one seat" : `${post.seats} seats`}, but ${[...others, holding].map(nameOf).join(", ")} hold it at once.`,
        evidence: {
          seats: post.seats,
          from: holding.validFrom ?? null,
          to: holding.validTo ?? null,
        },
        at: { pointer: "/validFrom" },
        fix: "Say on which day the one before left it, or correct the number of seats.",
      });
    }
    return findings;
  });
}

/** How many of these hold on one day, counted on the first day of each and of the holding itself. */
function mostAtOnce(others: readonly Dated[], holding: Dated): number {
  const firstDays = [holding, ...others].map((each) => each.validFrom ?? "0000-01-01");
  return Math.max(
    ...firstDays.map(
      (day) =>
        [holding, ...others].filter(
          (each) =>
            (each.validFrom ?? "0000-01-01") <= day && (each.validTo ?? "9999-12-31") >= day,
        ).length,
    ),
  );
}

const checkElection = (person: Person, posts: readonly Post[]): Finding[] =>
  person.electedTo.flatMap(({ post: reference }, index) => {
    const post = posts.find((each) => each.id === parseReference(reference).id);
    if (post === undefined || post.elected) return [];
    return [
      {
        rule: "register/named-without-election",
        about: referenceTo("register/person", person.id),
        severity: "error" as const,
        message: `A person is named for the post '${post.title}', which is not elected; only elected office-holders are named.`,
        evidence: { post: reference },
        at: { pointer: `/electedTo/${index}/post` },
        fix: "Take the person out and let the post stand, or record that the post is elected.",
      },
    ];
  });
