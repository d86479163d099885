import {
  checkPrintedFigures,
  checkRelations,
  compareFindings,
  completeDocument,
  type Finding,
  isReference,
  type Kind,
  MoothallError,
  namedRecords,
  type PublicationClass,
  parseReference,
  type Reference,
  type ReportDocument,
  referencesIn,
  referenceTo,
  relationRules,
} from "@moothall/core";
import type { ExpectedLink } from "@moothall/core/plugin";
import type { Store } from "@moothall/core/store";
import type { Caller } from "./caller.ts";
import { asMoothallError } from "./faults.ts";
import type { Host } from "./host.ts";
import { grant, run } from "./services.ts";

/** The rules of the checks that every set of plugins has. */
export const builtInRules: Readonly<Record<string, string>> = {
  "core/dangling-reference": "A record refers to one that is not there.",
  "core/hangs-loose": "A record has none of the links that one of its kind should have.",
  "core/printed-twice": "One fact is printed in two places, and both cannot be right.",
  "core/printed-otherwise": "A paper printed something else than the record holds.",
  ...relationRules,
  "core/check-failed": "A check could not be carried out.",
};

export interface CheckOptions {
  readonly caller: Caller;
  /** Only this plugin's checks, and what holds for records of every kind of this plugin's records. */
  readonly plugin?: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs every check over what the caller may see. A check that fails is itself a finding, so that
 * one fault cannot silence the rest. Always in one order.
 */
export async function runChecks(host: Host, options: CheckOptions): Promise<Finding[]> {
  const findings = await findContradictions(host, options);
  await auditChecks(host, options.caller);
  return findings;
}

/** Notes that a caller read what the checks found, where that may hold more than is public. */
export async function auditChecks(host: Host, caller: Caller): Promise<void> {
  if (caller.clearance === "public") return;
  await (await host.store()).appendAudit({
    at: host.clock.now(),
    by: caller.id,
    action: "checks",
    outcome: "done",
  });
}

/** What `runChecks` finds, without a note of who asked. */
export async function findContradictions(host: Host, options: CheckOptions): Promise<Finding[]> {
  const store = await host.store();
  const { clearance } = options.caller;
  const findings = await checkRecords(host, store, clearance, options.plugin);
  const granting = {
    store: host.store,
    clock: host.clock,
    progress: { report: () => {} },
  };
  for (const { plugin, name, declaration } of host.registry.checks) {
    if (options.plugin !== undefined && options.plugin !== plugin) continue;
    try {
      const services = grant(declaration.needs, granting, options.caller, clearance);
      findings.push(...(await run(declaration.run(), services, 300_000, options.signal)));
    } catch (cause) {
      const error = asMoothallError(cause);
      const { status, title } = host.errorRow(error);
      findings.push({
        rule: "core/check-failed",
        about: `${plugin}/checks/${name}`,
        severity: "error",
        message: `The check '${name}' of ${plugin} could not be carried out: ${
          // What is wrong with this machine is not for everyone who may read findings.
          status < 500 ? error.message : `${title}.`
        }`,
        evidence: { code: error.code },
        ...(error.hint !== undefined && { fix: error.hint }),
      });
    }
  }
  return findings.sort(compareFindings);
}

/** What holds for records of every kind: printed figures agree and hang together, and references lead somewhere. */
async function checkRecords(
  host: Host,
  store: Store,
  clearance: PublicationClass,
  plugin: string | undefined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const counts = await store.counts(clearance);
  for (const kind of [...counts.keys()].sort()) {
    if (plugin !== undefined && !kind.startsWith(`${plugin}/`)) continue;
    const expected = expectedLinks(host, kind);
    for await (const { id, text } of store.iterate(clearance, kind, {})) {
      const about = referenceTo(kind, id);
      const document = JSON.parse(text) as Record<string, unknown>;
      findings.push(...checkPrintedFigures(about, document));
      if (document.relations !== undefined) {
        const named = await documentsOf(store, clearance, namedRecords(document.relations));
        findings.push(...checkRelations(about, document, named));
      }
      findings.push(...(await danglingReferences(store, clearance, about, document)));
      findings.push(...(await looseEnds(store, clearance, about, document, expected)));
    }
  }
  return findings;
}

/** The records that relations name, as this clearance sees them. */
async function documentsOf(
  store: Store,
  clearance: PublicationClass,
  references: ReadonlySet<Reference>,
): Promise<Map<string, Record<string, unknown>>> {
  const documents = new Map<string, Record<string, unknown>>();
  for (const reference of references) {
    const { kind, id } = parseReference(reference);
    const stored = await store.get(clearance, kind, id);
    if (stored !== undefined) documents.set(reference, JSON.parse(stored.text));
  }
  return documents;
}

async function danglingReferences(
  store: Store,
  clearance: PublicationClass,
  about: string,
  document: unknown,
): Promise<Finding[]> {
  const references = [...referencesIn(document)];
  if (references.length === 0) return [];
  const there = await store.visible(clearance, references);
  return references
    .filter((reference) => !there.has(reference))
    .map((reference) => ({
      rule: "core/dangling-reference",
      about,
      severity: "warning" as const,
      message: `It refers to ${reference}, which is not there.`,
      evidence: { reference },
      fix: "Add that record, or take the reference out.",
    }));
}

/** The links that are expected of a kind, as far as the plugins that would hold the other end are there. */
function expectedLinks(host: Host, kind: Kind): readonly ExpectedLink[] {
  const plugins = new Set(host.registry.plugins.map(({ name }) => name));
  const { expects = [] } = host.registry.resources.get(kind) ?? {};
  return expects.filter(({ kinds }) =>
    kinds.some((each) => plugins.has(each.split("/")[0] as string)),
  );
}

async function looseEnds(
  store: Store,
  clearance: PublicationClass,
  about: Reference,
  document: unknown,
  expected: readonly ExpectedLink[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { direction, kinds, missing, fix } of expected) {
    const linked =
      direction === "refers-to"
        ? [...referencesIn(document)]
        : await store.referrers(clearance, about);
    if (linked.some((each) => kinds.some((kind) => each.startsWith(`${kind}/`)))) continue;
    findings.push({
      rule: "core/hangs-loose",
      about,
      severity: "note",
      message: missing,
      evidence: { direction, kinds: kinds.join(", ") },
      fix,
    });
  }
  return findings;
}

/** `2 errors, 1 warning, 0 notes` */
export const countFindings = (findings: readonly Finding[]): string =>
  (["error", "warning", "note"] as const)
    .map((severity) => {
      const count = findings.filter((each) => each.severity === severity).length;
      return `${count} ${severity}${count === 1 ? "" : "s"}`;
    })
    .join(", ");

/** What was found, as a document that a member of the public can read. */
export function findingsDocument(findings: readonly Finding[]): ReportDocument {
  return completeDocument({
    title: "What the checks found",
    summary:
      findings.length === 0
        ? "Nothing was found."
        : `${countFindings(findings)}: figures, dates and references that contradict each other or a rule.`,
    blocks:
      findings.length === 0
        ? []
        : [
            {
              type: "table",
              id: "findings",
              caption: `Findings (${findings.length})`,
              columns: [
                { id: "severity", heading: "Severity", headsRow: true },
                { id: "about", heading: "About" },
                { id: "message", heading: "What was found" },
                { id: "fix", heading: "What to do" },
                { id: "rule", heading: "Rule" },
              ],
              rows: findings.map(({ severity, about, message, fix = "", rule }) => ({
                cells: [
                  { text: severity },
                  isReference(about) ? { text: about, reference: about } : { text: about },
                  { text: message },
                  { text: fix },
                  { text: rule },
                ],
              })),
            },
          ],
  });
}

/** Which severities make a run of checks fail. */
export function failsOn(findings: readonly Finding[], level: "error" | "warning"): boolean {
  return findings.some(
    (each) => each.severity === "error" || (level === "warning" && each.severity === "warning"),
  );
}

/** @throws MoothallError `core/usage` for a plugin that is not there. */
export function assertPlugin(host: Host, plugin: string): void {
  if (host.registry.plugins.some((each) => each.name === plugin)) return;
  const fault = host.registry.faults.find((each) => each.name === plugin);
  if (fault !== undefined) throw fault.error;
  throw new MoothallError({
    code: "core/no-such-action",
    message: `There is no plugin '${plugin}'.`,
    hint: `Loaded: ${host.registry.plugins.map((each) => each.name).join(", ") || "none"}.`,
  });
}
