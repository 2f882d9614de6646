import { z } from 'zod';

const known = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

/**
 * The schema of an answer for whoever reads it: a page that is open during an upgrade meets a service that says more than
 * its schemas know. Fields it does not know are dropped; of a closed list of words any word is taken, so that words are
 * looked up with `wordOf`, and a `switch` over them has a `default`. Single literals, which tell forms apart, stay.
 */
export function lenient<Schema extends z.core.$ZodType>(schema: Schema): Schema {
  const made = known.get(schema) ?? madeLenient(schema as never);
  known.set(schema, made);
  return made as Schema;
}

function madeLenient(schema: z.core.$ZodTypes): z.core.$ZodType {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return z.core.clone(schema, { ...def, shape: lenientShape(def.shape), catchall: lenientRest(def) });
    case 'array':
      return z.core.clone(schema, { ...def, element: lenient(def.element) });
    case 'record':
      return z.core.clone(schema, { ...def, keyType: lenient(def.keyType), valueType: lenient(def.valueType) });
    case 'union':
      return z.core.clone(schema, { ...def, options: def.options.map(lenient) });
    case 'nullable':
    case 'optional':
    case 'default':
    case 'catch':
      return z.core.clone(schema, { ...def, innerType: lenient(def.innerType) });
    case 'enum':
      return z.string();
    default:
      return schema;
  }
}

/** Undefined drops the rest; what a schema says it keeps is kept. */
function lenientRest({ catchall }: z.core.$ZodObjectDef): z.core.$ZodType | undefined {
  return catchall?._zod.def.type === 'never' ? undefined : catchall;
}

function lenientShape(shape: z.core.$ZodShape): z.core.$ZodShape {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, lenient(field)]));
}
