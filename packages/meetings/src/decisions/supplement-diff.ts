import { type AgendaDifference, diffAgenda } from "../agenda/diff-agenda.ts";
import { entriesOf, freezeItems } from "../agenda/frozen.ts";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";

/**
 * What a supplement would bring: the agenda as it would go out now, against what the public has. Drafts
 * are taken as published, as publishing would make them.
 * @throws MoothallError `meetings/not-published` where no agenda is out.
 */
export function supplementDiff(records: MeetingRecords): AgendaDifference {
  const last = records.publications
    .filter(({ what }) => what === "agenda" || what === "supplement")
    .at(-1);
  if (last === undefined)
    throw fault(
      "meetings/not-published",
      "There is no published agenda to compare with.",
      "Publish the agenda first.",
    );
  const out = <T extends { readonly publication: string }>(list: readonly T[]): T[] =>
    list.map((each) => ({ ...each, publication: "published" }));
  const now = freezeItems({
    ...records,
    items: out(records.items),
    papers: out(records.papers.filter(({ status }) => status === "ready")),
  });
  return diffAgenda(entriesOf(last.items), entriesOf(now));
}
