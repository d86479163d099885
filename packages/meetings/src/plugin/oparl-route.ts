import type { Kind } from "@moothall/core";
import type { OparlType } from "../oparl/objects.ts";

/** The external lists of a body, with the kind of record that each goes through. */
export const bodyLists = {
  organization: "meetings/standing-orders",
  person: "meetings/membership",
  membership: "meetings/membership",
  meeting: "meetings/meeting",
  "agenda-item": "meetings/agenda-item",
  paper: "meetings/paper",
  consultation: "meetings/paper",
  file: "meetings/paper",
  location: "meetings/meeting",
} as const satisfies Readonly<Record<string, Kind>>;

/** The type of what a list of a body holds, and the kinds whose gone records are gone from it. */
export const listed = {
  organization: ["Organization", "register/body"],
  person: ["Person", "register/person", "register/post"],
  membership: ["Membership", "meetings/membership"],
  meeting: ["Meeting", "meetings/meeting"],
  "agenda-item": ["AgendaItem", "meetings/agenda-item"],
  paper: ["Paper", "meetings/paper"],
  consultation: ["Consultation", "meetings/paper"],
  file: ["File", "meetings/paper"],
  location: ["Location", "meetings/meeting"],
} as const satisfies Readonly<Record<keyof typeof bodyLists, readonly [OparlType, ...Kind[]]>>;

/** The address of the object of a record. */
export function addressOf(base: string, type: OparlType, kind: Kind, id: string): string {
  if (type === "Person") return `${base}/person/${kind.slice("register/".length)}/${id}`;
  if (type === "File") return `${base}/file/paper/${id}`;
  return `${base}/${type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}/${id}`;
}

export type BodyList = keyof typeof bodyLists;

/** What is asked of the feed. */
export type OparlRoute =
  | { readonly to: "system" }
  | { readonly to: "bodies" }
  | { readonly to: "object"; readonly type: OparlType; readonly kind: Kind; readonly id: string }
  | {
      readonly to: "file";
      readonly what: "agenda" | "minutes" | "paper" | "version";
      readonly id: string;
      readonly text: boolean;
    }
  | { readonly to: "list"; readonly body: string; readonly list: BodyList | "legislative-term" }
  | { readonly to: "meetings-of"; readonly organization: string };

const objects = {
  body: ["Body", "register/body"],
  organization: ["Organization", "register/body"],
  membership: ["Membership", "meetings/membership"],
  meeting: ["Meeting", "meetings/meeting"],
  "agenda-item": ["AgendaItem", "meetings/agenda-item"],
  paper: ["Paper", "meetings/paper"],
  consultation: ["Consultation", "meetings/paper"],
  location: ["Location", "meetings/meeting"],
} as const satisfies Readonly<Record<string, readonly [OparlType, Kind]>>;

/** The route of a path, or undefined where there is none. */
export function routeOf(path: string): OparlRoute | undefined {
  const [first = "", second = "", third = "", fourth, ...rest] = path.split("/");
  if (rest.length > 0) return undefined;
  const segments = path === "" ? 0 : path.split("/").length;
  if (segments === 0) return { to: "system" };
  if (segments === 1) return first === "body" ? { to: "bodies" } : undefined;
  if (first === "file") return fileRoute(second, third, fourth);
  if (first === "person" && segments === 3 && (second === "person" || second === "post"))
    return { to: "object", type: "Person", kind: `register/${second}`, id: third };
  if (segments === 2 && Object.hasOwn(objects, first)) {
    const [type, kind] = objects[first as keyof typeof objects];
    return { to: "object", type, kind, id: second };
  }
  if (segments === 3 && first === "organization" && third === "meeting")
    return { to: "meetings-of", organization: second };
  if (
    segments === 3 &&
    first === "body" &&
    (Object.hasOwn(bodyLists, third) || third === "legislative-term")
  )
    return { to: "list", body: second, list: third as BodyList };
  return undefined;
}

function fileRoute(what: string, id: string, last: string | undefined): OparlRoute | undefined {
  if (!["agenda", "minutes", "paper", "version"].includes(what) || id === "") return undefined;
  if (last !== undefined && (last !== "text" || what === "version")) return undefined;
  return { to: "file", what: what as "agenda", id, text: last === "text" };
}
