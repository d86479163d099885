export { checkPrintedFigures } from "./check-printed-figures.ts";
export { checkRelations, relationRules } from "./check-relations.ts";
export { namedRecords } from "./fact.ts";
export type { FigureName } from "./figure-name.ts";
export { agree, type PrintedFigure, printedFigure } from "./printed-figure.ts";
export { type Relation, relation } from "./relation.ts";
