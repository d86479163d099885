import { completeDocument } from "@moothall/core";
import { renderCsvFiles, renderMarkdown, renderText } from "@moothall/render";

const register = completeDocument({
  title: "Contract decisions, May 2017",
  blocks: [
    {
      type: "table",
      id: "bids",
      caption: "Bids under decision 13/2017",
      columns: [
        { id: "bidder", heading: "Bidder" },
        { id: "price", heading: "Price", type: "money", unit: "£" },
        { id: "total", heading: "Score", type: "number", unit: "of 100" },
      ],
      rows: [
        {
          id: "a",
          cells: [
            { text: "A" },
            { text: "121,229.00", value: "121229.00" },
            { text: "82.00", value: "82.00" },
          ],
        },
        {
          id: "b",
          cells: [
            { text: "B" },
            { text: "138,788.00", value: "138788.00" },
            { text: "77.31", value: "77.31" },
          ],
        },
      ],
    },
  ],
});

console.log(renderText(register, { width: 60 }));
console.log(renderMarkdown(register));
for (const { name, text } of renderCsvFiles(register)) console.log(`${name}\n${text}`);
