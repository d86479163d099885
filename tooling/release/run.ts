import { spawn } from "node:child_process";

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. @throws Error when it does not end with 0, with all it said. */
export type Run = (command: string, args: readonly string[]) => Promise<Ran>;

export const runIn =
  (cwd: string, environment: NodeJS.ProcessEnv): Run =>
  async (command, args) => {
    const ran = await end(command, args, cwd, environment);
    if (ran.code === 0) return ran;
    throw new Error(
      `${command} ${args.join(" ")} ended with ${ran.code}\n${ran.stdout}${ran.stderr}`,
    );
  };

/** Runs a command to its end, however it ends. */
export function end(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      // On Windows npm and pnpm are scripts.
      shell: process.platform === "win32",
    });
    const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      return () => Buffer.concat(chunks).toString();
    }) as [() => string, () => string];
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout: stdout(), stderr: stderr() }));
  });
}
