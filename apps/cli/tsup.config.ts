import { app } from "../../tooling/tsup/app.ts";

export default app(["src/main.ts"]);
