// Generated from tooling/built-in/plugins.json by `pnpm generate`. Do not edit.

/** The plugins that the command line brings, each loaded only when it is used. */
export const builtInPlugins = [
  {
    name: "register",
    summary: "Bodies, posts, people, areas and plans.",
    from: "@moothall/register",
    isProven: true,
    load: () => import("@moothall/register/plugin"),
  },
  {
    name: "procurement",
    summary: "Tenders, bids, evaluation, awards and contracts.",
    from: "@moothall/procurement",
    isProven: true,
    load: () => import("@moothall/procurement/plugin"),
  },
  {
    name: "funding",
    summary: "Funds, grant rounds, awards, payments and returns.",
    from: "@moothall/funding",
    isProven: true,
    load: () => import("@moothall/funding/plugin"),
  },
  {
    name: "safeguarding",
    summary: "Indicators and figures of safeguarding: comparable, judged, and safe to publish.",
    from: "@moothall/safeguarding",
    isProven: true,
    load: () => import("@moothall/safeguarding/plugin"),
  },
  {
    name: "meetings",
    summary: "Meetings, agendas, papers, minutes, decisions and actions.",
    from: "@moothall/meetings",
    isProven: true,
    load: () => import("@moothall/meetings/plugin"),
  },
  {
    name: "engagement",
    summary: "Who was heard, where, and what came of it: surveys, visits, casework, consultations.",
    from: "@moothall/engagement",
    isProven: true,
    load: () => import("@moothall/engagement/plugin"),
  },
  {
    name: "assurance",
    summary: "Plans, initiatives, risks, audits, inspections and reviews.",
    from: "@moothall/assurance",
    isProven: true,
    load: () => import("@moothall/assurance/plugin"),
  },
] as const;

/** The records of the worked example. */
export const example = { load: () => import("@moothall/example-derbyshire") } as const;
