export { firstYear, lastYear, type Nation, nations } from "./bank-holiday-facts.ts";
export { type BankHoliday, bankHolidays, nation } from "./bank-holidays.ts";
export * from "./working-days.ts";
