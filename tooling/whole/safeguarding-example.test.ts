import { beforeAll, describe, expect, it } from "vitest";
import { example } from "../../packages/example-derbyshire/src/index.ts";
import {
  createHost,
  type Host,
  loadPlugin,
  localCaller,
  runChecks,
} from "../../packages/host/src/index.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";

/** Register and safeguarding over the worked example, as the public sees it. */
let host: Host;
const caller = localCaller("public");

beforeAll(async () => {
  const load = (name: string) =>
    loadPlugin(
      { from: name, settings: {} },
      [
        {
          name,
          summary: "",
          from: name,
          load: () => import(`../../packages/${name}/src/plugin.ts`),
        },
      ],
      undefined,
    );
  const plugins = [await load("register"), await load("safeguarding")];
  for (const plugin of plugins) if ("error" in plugin) throw plugin.error;
  host = createHost({ plugins, openStore: () => openSqlite({ path: ":memory:" }) });
  const records = example.records.filter(({ kind }) => /^(register|safeguarding)\//.test(kind));
  await host.put(records as Parameters<Host["put"]>[0], localCaller("confidential"));
});

const invoke = async (name: string, input: object) => {
  const action = host.find(name, "public");
  if (action === undefined) throw new Error(`${name} is not there`);
  return host.invoke(action, { caller, input });
};

describe("moothall check over the figures of the worked example", () => {
  const severities = ["error", "warning"];

  it("speaks for every contradiction, and for nothing else", async () => {
    const findings = (await runChecks(host, { caller })).filter(
      ({ about, severity }) => about.startsWith("safeguarding/") && severities.includes(severity),
    );
    const found = new Map<string, string[]>();
    for (const { rule, about } of findings) {
      const name = about.replace(/^safeguarding\//, "");
      found.set(rule, [...(found.get(rule) ?? []), name]);
    }
    expect(Object.fromEntries(found)).toMatchInlineSnapshot(`
      {
        "core/printed-otherwise": [
          "observation/complaints-upheld.2016-04-01-2017-02-28",
          "observation/domestic-abuse-positive-outcome-rate.fy2014",
          "observation/domestic-abuse-positive-outcome-rate.fy2015",
          "observation/domestic-abuse-share-of-crime.fy2015.offence-damage",
          "observation/domestic-abuse-share-of-crime.fy2015.offence-violence-with-injury",
        ],
        "core/printed-twice": [
          "observation/air-support-minutes.2016.priority-two",
          "observation/breath-tests.2012-12-01-2012-12-31",
          "observation/child-concern-notices.2016-06-22-2017-03-31",
          "observation/child-referrals.2016-06-22-2017-03-31",
          "observation/complaints-recorded.2015-04-01-2016-02-29",
          "observation/complaints-recorded.2016-04-01-2017-02-28",
          "observation/domestic-abuse-crimes.fy2014",
          "observation/domestic-abuse-crimes.fy2015",
          "observation/domestic-abuse-notices.2016-06-22-2017-03-31",
          "observation/domestic-abuse-share-of-crime.fy2015.offence-sexual",
          "observation/other-sexual-offences-with-outcome-base.fy2015",
          "observation/other-sexual-offences-with-outcome-base.fy2016",
          "observation/rape-with-outcome-base.fy2014",
          "observation/rape-with-outcome-base.fy2015",
          "observation/rape-with-outcome-base.fy2016",
          "observation/vulnerable-adult-notices.2016-06-22-2017-03-31",
          "observation/breath-tests-positive-rate.2011-12-01-2011-12-31",
        ],
        "safeguarding/bad-figure": [
          "observation/rape-cancelled-share.fy2014.victim-unknown",
          "observation/rape-cancelled-share.fy2015.victim-unknown",
          "observation/domestic-abuse-share-of-crime.fy2015",
          "observation/domestic-abuse-share-of-crime.fy2015.offence-damage",
          "observation/domestic-abuse-share-of-crime.fy2015.offence-sexual",
          "observation/domestic-abuse-share-of-crime.fy2015.offence-violence-with-injury",
          "observation/domestic-abuse-share-of-crime.fy2015.offence-violence-without-injury",
        ],
        "safeguarding/changes-do-not-fit": [
          "claim/12e.gun-crime-fy2016",
          "claim/12e.missing-incidents-missing-fy2014",
          "claim/12e.recorded-crime-fy2016",
          "claim/12e.recorded-crime-sexual-fy2014",
          "claim/12e.recorded-crime-sexual-fy2016",
        ],
        "safeguarding/claim-contradicted": [
          "claim/11c.alerts-care-act",
          "claim/11c.alerts-year",
          "claim/12a.rate-down-unknown",
          "claim/12b.from-care-share-level",
          "claim/12d.cancelled-female-male",
          "claim/12e.missing-incidents-absent-fy2015",
          "claim/12e.missing-incidents-absent-fy2016",
          "claim/12e.missing-incidents-missing-fy2015",
          "claim/12e.outcomes-over-seven",
          "claim/csa.killed-target",
          "claim/road.under-25-against-over-2011",
          "claim/road.under-25-against-over-2012",
        ],
        "safeguarding/figure-astride-break": [
          "observation/child-referrals.fy2016",
        ],
        "safeguarding/parts-below-total": [
          "observation/domestic-abuse-positive-outcomes.fy2015",
        ],
        "safeguarding/parts-do-not-add-up": [
          "observation/fire-deaths.2010-04-01-2011-02-28.derbyshire",
          "observation/managed-offenders.2015",
          "observation/managed-offenders.2016",
          "observation/managed-offenders.2017-01-01-2017-05-22",
          "observation/other-sexual-offences-recorded.fy2015",
          "observation/other-sexual-offences-recorded.fy2016",
          "observation/rape-recorded.fy2015",
          "observation/rape-recorded.fy2016",
        ],
        "safeguarding/ratio-counts-differ": [
          "observation/domestic-abuse-incidents-per-crime.fy2014",
        ],
        "safeguarding/ratio-not-of-its-counts": [
          "observation/absent-share.fy2014",
          "observation/child-sexual-exploitation-cyber-share.fy2016",
          "observation/domestic-abuse-incidents-per-crime.fy2014",
          "observation/rape-cancelled-share.fy2016.victim-unknown",
        ],
        "safeguarding/standard-step-differs": [
          "target/disclosure-checks",
        ],
      }
    `);
  });
});

describe("comparisons that the pack says are not possible", () => {
  const since = "2016-06-22/2017-03-31";
  const before = "2015-09-12/2016-06-21";

  it.each([
    ["child-referrals", "FY2015", since],
    ["child-referrals", "FY2015", "FY2016"],
    ["child-abuse-offences", "FY2015", since],
    ["child-abuse-positive-outcome-rate", "FY2015", since],
    ["child-abuse-over-90-days", "2016-04-01/2016-06-21", since],
    ["child-abuse-over-365-days", "FY2014", since],
    ["vulnerable-adult-referrals", "FY2015", since],
  ])("%s of %s and %s is refused, naming the break", async (indicator, from, to) => {
    const area = "derbyshire-police-force-area";
    await expect(
      invoke("safeguarding/compare", { indicator, from, to, area }),
    ).rejects.toMatchObject({
      code: "safeguarding/comparison-across-break",
      message: expect.stringMatching(/break of 22 June 2016 \(the recording system was replaced/),
    });
  });

  it.each(["domestic-abuse-notices", "child-concern-notices", "vulnerable-adult-notices"])(
    "%s against a figure of the time before is refused",
    async (indicator) => {
      const breaks = example.records.filter(
        ({ kind, data }) =>
          kind === "safeguarding/break" &&
          (data.indicators as string[]).includes(`safeguarding/indicator/${indicator}`),
      );
      expect(breaks.map(({ data }) => data.date)).toEqual(["2016-06-22"]);
      await expect(
        invoke("safeguarding/compare", {
          from: before,
          to: since,
          fromValue: "1",
          toValue: "2",
          breaks: breaks.map(({ data }) => ({ date: data.date, cause: data.cause })),
        }),
      ).rejects.toMatchObject({ code: "safeguarding/comparison-across-break" });
    },
  );

  it("the same indicators are compared on one side of it", async () => {
    const { value } = (await invoke("safeguarding/compare", {
      indicator: "child-referrals",
      from: "FY2014",
      to: "FY2015",
      area: "derbyshire-police-force-area",
    })) as { value: unknown };
    expect(value).toMatchObject({ from: "4827", to: "5370", percent: "11.2", direction: "up" });
  });
});
