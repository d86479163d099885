import { compareInstants, type Exact, toExactText } from "@moothall/core";
import { compareAmounts, fromPence, toPence } from "../amount.ts";
import { fault } from "../errors.ts";
import type { Application } from "../resources/application.ts";
import type { Round } from "../resources/round.ts";
import type { Assessment } from "./assess.ts";
import { afterTaking, type Ceiling, roomUnder } from "./ceilings-of.ts";
import { scoreOf } from "./score-of.ts";

/** What the decision-maker has settled of an application, whatever its rank. */
export interface Settled {
  readonly application: string;
  /** What is awarded; null to refuse. */
  readonly amount: string | null;
  readonly reason: string;
}

export interface AwardRoundInput {
  readonly round: Pick<Round, "tieRule" | "cutRule" | "minimum">;
  /** Those not decided before. */
  readonly applications: readonly Application[];
  readonly assessments: readonly Assessment[];
  readonly ceilings: readonly Ceiling[];
  readonly settled?: readonly Settled[];
}

export interface RoundAwards {
  readonly awards: readonly {
    readonly application: string;
    readonly amount: string;
    /** Absent where the decision-maker settled it outside the ranking. */
    readonly rank?: number;
    readonly score?: string;
    readonly part: boolean;
    readonly reason: string;
  }[];
  readonly refused: readonly { readonly application: string; readonly reason: string }[];
  /** Not decided: a tie at the cut line, no score, something unknown, an open conflict. */
  readonly held: readonly { readonly application: string; readonly reason: string }[];
  /** Where the money ended: the rank that did not fit and the ceiling that it would have exceeded. */
  readonly cut: { readonly rank: number; readonly ceiling: string } | null;
  readonly ceilings: readonly Ceiling[];
}

interface Ranked {
  readonly application: Application;
  readonly score: Exact;
  readonly rank: number;
}

/**
 * Awards a round: what the decision-maker settled first, then down the ranking until a ceiling
 * binds. Ranks on exact scores. Nothing is awarded beyond a ceiling, not by a penny.
 * @throws MoothallError `funding/ceiling-reached` when what was settled does not fit,
 * `funding/unknown-application`
 */
export function awardRound(input: AwardRoundInput): RoundAwards {
  const state = new Deciding(input);
  state.takeSettled();
  state.sortOut();
  for (const group of state.groups()) state.takeGroup(group);
  return state.result();
}

class Deciding {
  private readonly input: AwardRoundInput;
  private ceilings: readonly Ceiling[];
  private readonly awards: RoundAwards["awards"][number][] = [];
  private readonly refused: RoundAwards["refused"][number][] = [];
  private readonly held: RoundAwards["held"][number][] = [];
  private readonly ranked: Ranked[] = [];
  /** Ceilings that a higher-ranked application did not fit under: nothing lower passes it by. */
  private readonly ended = new Set<string>();
  private cut: RoundAwards["cut"] = null;

  constructor(input: AwardRoundInput) {
    this.input = input;
    this.ceilings = input.ceilings;
  }

  takeSettled(): void {
    for (const { application: id, amount, reason } of this.input.settled ?? []) {
      const application = this.input.applications.find((each) => each.id === id);
      if (application === undefined) {
        throw fault(
          "funding/unknown-application",
          `'${id}' is not an undecided application of this round.`,
          "Check the id, and whether it was decided before.",
        );
      }
      if (amount === null) {
        this.refused.push({ application: id, reason });
        continue;
      }
      const full = this.inTheWay(application, toPence(amount));
      if (full !== undefined) {
        throw fault(
          "funding/ceiling-reached",
          `£${amount} for '${id}' would exceed the ceiling of '${full.title}': £${full.used} of £${full.ceiling} is taken.`,
          "Award less, or have the ceiling raised first.",
        );
      }
      this.take(application, toPence(amount), { part: false, reason });
    }
  }

  /** Parts the applications into refused, held and ranked. */
  sortOut(): void {
    const settled = new Set((this.input.settled ?? []).map((each) => each.application));
    const scored: { application: Application; score: Exact }[] = [];
    for (const application of this.input.applications) {
      if (settled.has(application.id)) continue;
      const reason = this.reasonToRefuse(application);
      if (reason !== undefined) {
        this.refused.push({ application: application.id, reason });
        continue;
      }
      const wait = this.reasonToWait(application);
      const score = scoreOf(application);
      if (wait !== undefined || score === undefined) {
        this.held.push({ application: application.id, reason: wait ?? "It has not been scored." });
        continue;
      }
      scored.push({ application, score });
    }
    scored.sort(
      (left, right) =>
        right.score.compare(left.score) || (left.application.id < right.application.id ? -1 : 1),
    );
    for (const each of scored) {
      const above = scored.filter((other) => other.score.compare(each.score) > 0).length;
      this.ranked.push({ ...each, rank: above + 1 });
    }
  }

  private assessmentOf(application: Application): Assessment | undefined {
    return this.input.assessments.find((each) => each.application.endsWith(`/${application.id}`));
  }

  private reasonToRefuse(application: Application): string | undefined {
    const failed =
      this.assessmentOf(application)?.results.filter((each) => each.passes === false) ?? [];
    return failed.length === 0 ? undefined : failed.map((each) => each.message).join(" ");
  }

  private reasonToWait(application: Application): string | undefined {
    const open = (application.conflicts ?? []).find((each) => each.handled === "open");
    if (open !== undefined) return "A conflict of interest is open.";
    const unknown =
      this.assessmentOf(application)?.results.filter((each) => each.passes === null) ?? [];
    return unknown.length === 0 ? undefined : unknown.map((each) => each.message).join(" ");
  }

  /** Applications of one rank together, best first. */
  groups(): Ranked[][] {
    const groups: Ranked[][] = [];
    for (const each of this.ranked) {
      const last = groups.at(-1);
      if (last?.[0]?.rank === each.rank) last.push(each);
      else groups.push([each]);
    }
    return groups;
  }

  takeGroup(group: readonly Ranked[]): void {
    if (group.length === 1 || this.allFit(group)) {
      for (const each of group) this.takeRanked(each);
      return;
    }
    const order = separate(group, this.input.round.tieRule);
    for (const same of order) {
      if (same.length === 1 || this.allFit(same)) {
        for (const each of same) this.takeRanked(each);
        continue;
      }
      const [first] = same as [Ranked, ...Ranked[]];
      for (const each of same) {
        this.held.push({
          application: each.application.id,
          reason: `It ties for rank ${each.rank} where the money ends; the decision-maker has to choose.`,
        });
      }
      for (const full of this.ceilings) this.ended.add(full.id);
      this.cut ??= { rank: first.rank, ceiling: this.ceilings[0]?.id ?? "" };
    }
  }

  private allFit(group: readonly Ranked[]): boolean {
    let ceilings = this.ceilings;
    for (const { application } of group) {
      const room = roomUnder(ceilings, application.category);
      const pence = toPence(application.asked);
      if (room !== undefined && room < pence) return false;
      ceilings = afterTaking(ceilings, application.category, pence);
    }
    return true;
  }

  private takeRanked({ application, score, rank }: Ranked): void {
    const pence = toPence(application.asked);
    const binding = this.ceilings.filter((each) => binds(each, application));
    const closed = binding.find((each) => this.ended.has(each.id));
    if (closed !== undefined) {
      this.refused.push({
        application: application.id,
        reason: `It ranks ${rank}, below the cut line of '${closed.title}'.`,
      });
      return;
    }
    const full = this.inTheWay(application, pence);
    const shown = { rank, score: toExactText(score) };
    if (full === undefined) {
      this.take(application, pence, {
        ...shown,
        part: false,
        reason: `It ranks ${rank} and fits.`,
      });
      return;
    }
    this.cut ??= { rank, ceiling: full.id };
    if (this.input.round.cutRule !== "pass-over") this.ended.add(full.id);
    const room = roomUnder(this.ceilings, application.category) as bigint;
    const least = toPence(this.input.round.minimum ?? "0.01");
    if (this.input.round.cutRule === "part" && room >= least && room > 0n) {
      const reason = `It ranks ${rank}; of £${application.asked} only £${fromPence(room)} is left.`;
      this.take(application, room, { ...shown, part: true, reason });
      return;
    }
    this.refused.push({
      application: application.id,
      reason: `It ranks ${rank}; £${application.asked} would exceed '${full.title}', of which £${fromPence(toPence(full.ceiling) - toPence(full.used))} is left.`,
    });
  }

  private inTheWay(application: Application, pence: bigint): Ceiling | undefined {
    return this.ceilings.find(
      (each) => binds(each, application) && toPence(each.used) + pence > toPence(each.ceiling),
    );
  }

  private take(
    application: Application,
    pence: bigint,
    of: {
      readonly rank?: number;
      readonly score?: string;
      readonly part: boolean;
      readonly reason: string;
    },
  ): void {
    this.awards.push({ application: application.id, amount: fromPence(pence), ...of });
    this.ceilings = afterTaking(this.ceilings, application.category, pence);
  }

  result(): RoundAwards {
    return {
      awards: this.awards,
      refused: this.refused,
      held: this.held,
      cut: this.cut,
      ceilings: this.ceilings,
    };
  }
}

const binds = (ceiling: Ceiling, application: Application): boolean =>
  ceiling.category === undefined || ceiling.category === application.category;

/** A tied group in the order of the tie rule; those that it does not separate stay together. */
function separate(group: readonly Ranked[], rule: Round["tieRule"]): Ranked[][] {
  if (rule === "decision-maker") return [[...group]];
  const compare =
    rule === "smallest-amount"
      ? (left: Ranked, right: Ranked) =>
          compareAmounts(left.application.asked, right.application.asked)
      : (left: Ranked, right: Ranked) =>
          compareReceived(left.application.received, right.application.received);
  const sorted = group.toSorted(compare);
  const groups: Ranked[][] = [];
  for (const each of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0], each) === 0) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** A day without a time counts as its end, so that it never beats a known time of that day. */
function compareReceived(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined)
    return left === right ? 0 : left === undefined ? 1 : -1;
  const moment = (text: string) => (text.includes("T") ? text : `${text}T23:59:59Z`);
  return compareInstants(moment(left), moment(right));
}
