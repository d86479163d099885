/**
 * A schema that is made on first use and then shared. Schemas are immutable and dear to make: a
 * plugin names the same few (a date, a sum of money, a source) in every resource.
 */
export function shared<Schema>(make: () => Schema): () => Schema {
  let made: Schema | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
