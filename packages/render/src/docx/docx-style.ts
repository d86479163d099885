import {
  AlignmentType,
  convertMillimetersToTwip,
  type IPropertiesOptions,
  LevelFormat,
} from "docx";

/** A4 and its margins, in twentieths of a point. */
const margin = convertMillimetersToTwip(22);
export const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: { top: margin, bottom: margin, left: margin, right: margin },
};
export const textWidth = page.size.width - 2 * margin;

/** How far a numbered paragraph or list item stands in. */
const indent = { left: convertMillimetersToTwip(11), hanging: convertMillimetersToTwip(11) };
export const numberedIndent = indent;

const headingLook = (size: number) => ({
  run: { size, bold: true, color: "17456B" },
  paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
});

export const styles: NonNullable<IPropertiesOptions["styles"]> = {
  default: {
    document: {
      run: {
        font: "Arial",
        size: 22,
        language: { value: "en-GB", eastAsia: "en-GB", bidirectional: "en-GB" },
      },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: {
      run: { size: 40, bold: true, color: "17456B" },
      paragraph: { spacing: { after: 160 } },
    },
    heading1: headingLook(30),
    heading2: headingLook(26),
    heading3: headingLook(23),
    heading4: headingLook(22),
    caption: {
      run: { bold: true, italics: false, size: 22, color: "1B2430" },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    hyperlink: { run: { color: "154A8A", underline: { type: "single" } } },
  },
  paragraphStyles: [
    { id: "Source", name: "Source", basedOn: "Normal", run: { size: 19, color: "46515E" } },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: { size: 20 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
  ],
};

export const numbering: NonNullable<IPropertiesOptions["numbering"]> = {
  config: [
    level("numbers", LevelFormat.DECIMAL, "%1."),
    level("bullets", LevelFormat.BULLET, "•"),
    level("sources", LevelFormat.DECIMAL, "[%1]"),
  ],
};

function level(
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) {
  return {
    reference,
    levels: [
      { level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } },
    ],
  };
}
