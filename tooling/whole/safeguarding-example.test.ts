import { beforeAll, describe, expect, it } from "vitest";
import { example } from "../../packages/example-derbyshire/src/index.ts";
import { createHost, type Host, loadPlugin, localCaller } from "../../packages/host/src/index.ts";
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
