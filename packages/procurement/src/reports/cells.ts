import { type Cell, formatDate, formatMoney, type Money } from "@moothall/core";

export const textCell = (text: string | undefined | null): Cell =>
  text === undefined || text === null ? { text: "", value: null } : { text };

export const moneyCell = (value: Money | undefined): Cell =>
  value === undefined
    ? { text: "not known", value: null }
    : { text: formatMoney(value), value: value.amount };

export const dateCell = (date: string | undefined): Cell =>
  date === undefined ? { text: "", value: null } : { text: formatDate(date), value: date };
