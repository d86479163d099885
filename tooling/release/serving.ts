import { spawn } from "node:child_process";
import type { Project } from "./project.ts";

export interface Serving {
  readonly url: string;
  /** Sends a signal to npm and to nothing else; settles when all that it started has ended. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** `npx moothall serve`, as far as that it serves. */
export function serving({ folder, environment }: Project): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const child = spawn("npx", ["--yes", "moothall", "serve", "--port", "0"], {
      cwd: folder,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    // The streams are closed when the last process that holds them has gone.
    const gone = new Promise<void>((done) => child.on("close", () => done()));
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const url = /Serving on (\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      resolve({
        url,
        end: (signal) => {
          child.kill(signal);
          return gone;
        },
      });
    });
    child.on("error", reject);
    void gone.then(() => reject(new Error(`It ended before it served:\n${said}`)));
  });
}
