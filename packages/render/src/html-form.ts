import type { FormField, PageForm } from "./html-options.ts";
import { type Markup, markup } from "./markup.ts";

/** A form of a page, a labelled field under the other. Its ids begin with `page_`. */
export const htmlForm = ({ action, submit, fields }: PageForm): Markup =>
  markup`<form class="form" action="${action}" method="get">
${fields.map(
  (field) => markup`<div class="field"><label for="page_form_${field.name}">${field.label}${
    field.required !== true && markup` <span class="optional">(optional)</span>`
  }</label>
${
  field.hint !== undefined &&
  markup`<p class="hint" id="page_form_${field.name}_hint">${field.hint}</p>\n`
}${control(field, `page_form_${field.name}`)}</div>
`,
)}<p><button type="submit">${submit}</button></p>
</form>
`;

/** The form in the head of a page: its one field and its button in a line. */
export const htmlSearch = ({ action, submit, fields }: PageForm): Markup =>
  markup`<search><form class="search" action="${action}" method="get">${fields.map(
    (field) =>
      markup`<label class="visually-hidden" for="page_search_${field.name}">${field.label}</label>${control(
        field,
        `page_search_${field.name}`,
      )}`,
  )}<button type="submit">${submit}</button></form></search>
`;

function control(field: FormField, id: string): Markup {
  const { name, hint, required, value } = field;
  const rest = markup`${required === true && markup` required`}${
    hint !== undefined && markup` aria-describedby="${id}_hint"`
  }`;
  if (field.control !== "select")
    return markup`<input id="${id}" name="${name}" type="${field.control}"${
      field.control === "number" && markup` step="any"`
    }${value !== undefined && markup` value="${value}"`}${rest}>`;
  return markup`<select id="${id}" name="${name}"${field.multiple === true && markup` multiple`}${rest}>
${
  field.multiple !== true &&
  markup`<option value="">${required === true ? "Choose one" : "Any"}</option>\n`
}${field.options.map(
  (option) =>
    markup`<option value="${option.value}"${option.value === value && markup` selected`}>${option.text}</option>\n`,
)}</select>`;
}
