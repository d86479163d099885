import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Converter, ReflectionKind } from "typedoc";

/** Names every module by what is imported, `@moothall/core/plugin`, instead of by its file. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const file = module.sources?.[0]?.fullFileName;
      const name = file === undefined ? undefined : importOf(file);
      if (name !== undefined) module.name = name;
    }
  });
}

function importOf(file) {
  const folder = folderOf(file);
  if (folder === undefined) return undefined;
  const { name, exports = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const source = `./${relative(folder, file).replaceAll("\\", "/")}`;
  const entry = Object.keys(exports).find((key) => exports[key]["@moothall/source"] === source);
  return entry === undefined ? undefined : `${name}${entry.slice(1)}`;
}

function folderOf(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, "package.json"))) return folder;
  return undefined;
}
