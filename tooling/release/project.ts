import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freshEnvironment } from "./environment.ts";
import { end, type Ran, type Run, runIn } from "./run.ts";

/** A project of someone who installs packages: an empty folder with a home and a cache of its own. */
export interface Project {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly run: Run;
  /** As `run`, but however the command ends. */
  readonly try: (command: string, args: readonly string[]) => Promise<Ran>;
  readonly install: (...packages: readonly string[]) => Promise<Ran>;
  readonly write: (name: string, text: string) => string;
  /** Runs a file of the project, or another text as one, with Node. */
  readonly node: (name: string, text?: string) => Promise<Ran>;
  /** Checks files of the project with TypeScript, and the declarations of its libraries if wanted. */
  readonly typecheck: (
    resolution: "nodenext" | "bundler",
    libraries: "with-libraries" | "without-libraries",
    files: Readonly<Record<string, string>>,
  ) => Promise<Ran>;
}

export function emptyProject(folder: string, registry: string, compiler: string): Project {
  mkdirSync(folder, { recursive: true });
  const environment = freshEnvironment(`${folder}-home`, registry);
  const run = runIn(folder, environment);
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  write("package.json", `${JSON.stringify({ name: "project", private: true, type: "module" })}\n`);
  return {
    folder,
    environment,
    run,
    try: (command, args) => end(command, args, folder, environment),
    install: (...packages) => run("npm", ["install", "--loglevel=error", ...packages]),
    write,
    node: (name, text) => {
      if (text !== undefined) write(name, text);
      return run(process.execPath, [name]);
    },
    typecheck: (resolution, libraries, files) => {
      for (const [name, text] of Object.entries(files)) write(name, text);
      const settings = `tsconfig.${resolution}.json`;
      write(
        settings,
        JSON.stringify({
          compilerOptions: {
            target: "es2023",
            lib: ["es2023", "dom", "dom.iterable"],
            module: resolution === "bundler" ? "esnext" : "nodenext",
            moduleResolution: resolution,
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: libraries === "without-libraries",
            noEmit: true,
            types: existsSync(join(folder, "node_modules", "@types", "node")) ? ["node"] : [],
          },
          files: Object.keys(files),
        }),
      );
      return run(process.execPath, [compiler, "--project", settings]);
    },
  };
}
