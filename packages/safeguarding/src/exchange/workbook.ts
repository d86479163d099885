/** A sheet of text cells as XLSX; its first row is the heads. The library is loaded only for this. */
export async function workbook(
  sheet: string,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import("write-excel-file/node");
  const [heads = [], ...rest] = rows;
  const buffer = await writeWorkbook(
    [
      heads.map((value) => ({ value, fontWeight: "bold" as const })),
      ...rest.map((row) => row.map((value) => (value === "" ? null : { value, type: String }))),
    ],
    { sheet, stickyRowsCount: 1 },
  ).toBuffer();
  return new Uint8Array(buffer);
}
