import { Converter, ReflectionKind } from "typedoc";
import { entries } from "./entries.mjs";

/** Names every module by what is imported, `@moothall/core/plugin`, instead of by its file. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const symbol = project.getSymbolIdFromReflection(module);
      const entry = entries.find(
        (each) =>
          each.package === symbol?.packageName && each.source === `./${symbol?.packagePath}`,
      );
      if (entry !== undefined) module.name = entry.import;
    }
  });
}
