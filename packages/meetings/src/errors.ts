import { type ErrorTable, type Location, MoothallError } from "@moothall/core";

const bad = (title: string) => ({ title, status: 422, exit: 65 });
const conflict = (title: string) => ({ title, status: 409, exit: 65 });

/** Every error of this package: what a caller over HTTP and on the command line gets. */
export const errors = {
  "meetings/notice-too-short": bad("Notice is too short"),
  "meetings/no-profile": bad("No legal profile applies"),
  "meetings/unknown-profile": bad("There is no such legal profile"),
  "meetings/unknown-ground": bad("There is no such ground for withholding"),
  "meetings/ground-not-of-profile": bad("The ground is not one of the body's rules"),
  "meetings/ground-missing": bad("Something is closed to the public without a ground"),
  "meetings/bad-number": bad("Not a number of the numbering scheme"),
  "meetings/number-taken": bad("Two items have one number"),
  "meetings/no-right-to-vote": bad("A vote by someone without the right to vote"),
  "meetings/voted-twice": bad("A member voted twice"),
  "meetings/votes-do-not-add-up": bad("The votes do not add up"),
  "meetings/not-published": bad("It has not been published"),
  "meetings/item-not-open-in-time": bad("The item was not open to the public for long enough"),
  "meetings/already-published": conflict("It has been published"),
  "meetings/already-taken": conflict("The item has been taken"),
  "meetings/meeting-cancelled": conflict("The meeting was cancelled"),
  "meetings/meeting-over": conflict("The meeting has begun"),
  "meetings/nothing-to-publish": conflict("There is nothing new to publish"),
  "meetings/already-confirmed": conflict("The minutes have been confirmed"),
  "meetings/not-the-next-meeting": bad("The minutes cannot be confirmed at that meeting"),
  "meetings/other-body": bad("The meetings are of different bodies"),
  "meetings/correction-not-found": bad("The words to correct are not in the minutes"),
  "meetings/narrative-missing": bad("A HIGH implication has no narrative"),
  "meetings/not-withholdable": bad("That kind of record cannot be withheld"),
} as const satisfies ErrorTable;

export type MeetingsErrorCode = keyof typeof errors;

/** The error of this package with that code. Its message must hold no withheld text. */
export const fault = (
  code: MeetingsErrorCode,
  message: string,
  hint: string,
  at?: Location,
): MoothallError => new MoothallError({ code, message, hint, ...(at !== undefined && { at }) });
