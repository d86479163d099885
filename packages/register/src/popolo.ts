import { parseReference } from "@moothall/core";
import type { Area } from "./area.ts";
import type { Body } from "./body.ts";
import type { Offices } from "./check-posts.ts";
import type { OfficeHolding } from "./office-holding.ts";
import type { Person } from "./person.ts";
import type { Post } from "./post.ts";

/** A collection after Popolo: people, organisations, posts, memberships and areas, by their ids. */
export interface PopoloCollection {
  readonly persons: readonly object[];
  readonly organizations: readonly object[];
  readonly posts: readonly object[];
  readonly memberships: readonly object[];
  readonly areas: readonly object[];
}

/**
 * The register as a Popolo collection (popoloproject.com, JSON serialisation). Each post becomes a
 * Popolo post of its body; each holding a membership. What is not known is left out.
 */
export const popolo = (offices: Offices, areas: readonly Area[]): PopoloCollection => ({
  persons: offices.persons.map(personOf),
  organizations: offices.bodies.map(organizationOf),
  posts: offices.posts.map(postOf),
  memberships: offices.holdings.map((each) => membershipOf(each, offices.posts)),
  areas: areas.map(areaOf),
});

const personOf = (person: Person) => ({ id: person.id, name: person.name });

const organizationOf = (body: Body) =>
  known({
    id: body.id,
    name: body.name,
    other_names: body.otherNames?.map((each) =>
      known({ name: each.name, start_date: each.validFrom, end_date: each.validTo }),
    ),
    identifiers: body.identifiers?.map((identifier) => ({ identifier, scheme: "org-id" })),
    classification: body.kind,
    parent_id: idOf(body.parent),
    area_id: idOf(body.area),
    founding_date: body.validFrom,
    dissolution_date: body.validTo,
    links: body.website === undefined ? undefined : [{ url: body.website, note: "website" }],
  });

const postOf = (post: Post) =>
  known({
    id: post.id,
    label: post.title,
    role: post.title,
    organization_id: idOf(post.body),
    area_id: idOf(post.area),
    start_date: post.validFrom,
    end_date: post.validTo,
  });

const membershipOf = (holding: OfficeHolding, posts: readonly Post[]) => {
  const post = posts.find((each) => each.id === parseReference(holding.post).id);
  return known({
    id: holding.id,
    role: post?.title,
    person_id: idOf(holding.person),
    organization_id: idOf(post?.body),
    post_id: idOf(holding.post),
    start_date: holding.validFrom,
    end_date: holding.validTo,
  });
};

const areaOf = (area: Area) =>
  known({
    id: area.id,
    name: area.name,
    identifier: area.code,
    classification: area.kind,
    parent_id: idOf(area.parent),
  });

const idOf = (reference: string | undefined): string | undefined =>
  reference === undefined ? undefined : parseReference(reference).id;

const known = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
