import { library } from "../../tooling/tsup/library.ts";

export default library([
  "src/index.ts",
  "src/calendar/index.ts",
  "src/disclosure/index.ts",
  "src/private-data/index.ts",
  "src/plugin/index.ts",
  "src/store/index.ts",
  "src/store/testing/index.ts",
  "src/testing/index.ts",
]);
