import { SaxesParser } from "saxes";

export interface XmlReading {
  readonly elements: readonly {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
  readonly text: string;
}

/** Reads XML strictly: throws for anything that is not well-formed. */
export function readXml(xml: string): XmlReading {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on("text", (part) => {
    text += part;
  });
  parser.write(xml).close();
  return { elements, text };
}
