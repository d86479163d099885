import { isMoothallError } from "@moothall/core";
import { describe, expect, it } from "vitest";
import type { Grant } from "./columns.ts";
import { convert360Giving } from "./convert-360giving.ts";

async function* bytesOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === "string" ? new TextEncoder().encode(text) : text;
}
const convert = async (text: string | Uint8Array, repair = false): Promise<Grant[]> => {
  const grants: Grant[] = [];
  for await (const each of convert360Giving(bytesOf(text), { repair })) grants.push(each);
  return grants;
};
const titles =
  "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name";

describe("convert360Giving", () => {
  it("puts cells where the standard has them", async () => {
    const [grant] = await convert(
      `${titles},Beneficiary Location:0:Name,Beneficiary Location:1:Name,Recipient Org:Location:Geographic Code,plannedDates/0/duration,Ours\n` +
        '360G-x-1,"A ""B""",C,GBP,1000.50,2024-07-01,GB-CHC-1000000,Hall,GB-LAE-DBY,County,Derby,Chesterfield,E07000034,12,kept\n',
    );
    expect(grant).toEqual({
      id: "360G-x-1",
      title: 'A "B"',
      description: "C",
      currency: "GBP",
      amountAwarded: 1000.5,
      awardDate: "2024-07-01",
      recipientOrganization: [
        { id: "GB-CHC-1000000", name: "Hall", location: [{ geoCode: "E07000034" }] },
      ],
      fundingOrganization: [{ id: "GB-LAE-DBY", name: "County" }],
      beneficiaryLocation: [{ name: "Derby" }, { name: "Chesterfield" }],
      plannedDates: [{ duration: 12 }],
      Ours: "kept",
    });
  });

  const bad = Buffer.from(
    `${titles}\n360G-x-1,Caf\xe9,C,GBP,"\xa31,000.50",13/02/2017,GB-COH-2974146,Hall,GB-LAE-DBY,County\n${titles}\n`,
    "latin1",
  );

  it("leaves cells as they stand unless repair is asked for", async () => {
    const grants = await convert(bad);
    expect(grants).toHaveLength(2);
    expect(grants[0]).toMatchObject({
      awardDate: "13/02/2017",
      recipientOrganization: [{ id: "GB-COH-2974146" }],
    });
    expect(typeof grants[0]?.amountAwarded).toBe("string");
  });

  it("repairs what can be read for certain, when asked", async () => {
    expect(await convert(bad, true)).toEqual([
      {
        id: "360G-x-1",
        title: "Café",
        description: "C",
        currency: "GBP",
        amountAwarded: 1000.5,
        awardDate: "2017-02-13",
        recipientOrganization: [{ id: "GB-COH-02974146", name: "Hall" }],
        fundingOrganization: [{ id: "GB-LAE-DBY", name: "County" }],
      },
    ]);
  });

  it("takes a heading for a name, whatever it says", async () => {
    const [grant] = await convert(
      `${titles},__proto__,constructor\n1,2,3,GBP,5,2024-07-01,a,b,c,d,polluted,x\n`,
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(grant)).toBe(Object.prototype);
    expect(Object.keys(grant ?? {})).toContain("__proto__");
  });

  it.each(["", "%PDF-1.4", "a,b\n1,2\n"])("refuses %j", async (text) => {
    const error = await convert(text).catch((cause: unknown) => cause);
    expect(isMoothallError(error) && error.code).toBe("funding/not-a-grants-file");
  });

  it("reads a million blank rows without taking them for grants", async () => {
    async function* blank() {
      yield new TextEncoder().encode(`${titles}\n`);
      const piece = new TextEncoder().encode(",,,,,,,,,\n".repeat(10_000));
      for (let index = 0; index < 100; index += 1) yield piece;
    }
    let count = 0;
    for await (const _ of convert360Giving(blank())) count += 1;
    expect(count).toBe(0);
  });
});
