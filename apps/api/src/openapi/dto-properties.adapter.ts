import { createRequire } from 'node:module';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';

type Class = new (...parameters: never[]) => object;
type Schema = Record<string, unknown>;

/** One rule that a decorator of class-validator left on a property. */
interface Rule {
  type: string;
  name?: string;
  propertyName: string;
  constraints?: unknown[];
  each?: boolean;
}

/** class-transformer keeps what `@Type` says in a storage that its index does not export. */
const { defaultMetadataStorage } = createRequire(import.meta.url)('class-transformer/cjs/storage.js') as {
  defaultMetadataStorage: {
    findTypeMetadata(
      target: Class,
      property: string,
    ): { typeFunction: () => Class; reflectedType: unknown } | undefined;
  };
};

/** What each rule adds to the schema of the value it is about. */
const BY_RULE: Record<string, (constraint: unknown, second: unknown) => Schema> = {
  isString: () => ({ type: 'string' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIso8601: () => ({ type: 'string' }),
  isDateString: () => ({ type: 'string', format: 'date-time' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object', additionalProperties: true }),
  min: (least) => ({ minimum: least }),
  max: (most) => ({ maximum: most }),
  isPositive: () => ({ exclusiveMinimum: 0 }),
  minLength: (least) => ({ minLength: least }),
  maxLength: (most) => ({ maxLength: most }),
  isLength: (least, most) => ({ minLength: least, ...(most === undefined ? {} : { maxLength: most }) }),
  isNotEmpty: () => ({ minLength: 1 }),
  matches: (pattern) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  isIn: (values) => ({ enum: [...(values as unknown[])] }),
  isEnum: (values) => ({ enum: Object.values(values as object) }),
};
/** Rules about the list itself. */
const BY_LIST_RULE: Record<string, (constraint: unknown) => Schema> = {
  isArray: () => ({}),
  arrayMinSize: (least) => ({ minItems: least }),
  arrayMaxSize: (most) => ({ maxItems: most }),
  arrayUnique: () => ({ uniqueItems: true }),
};

const PLAIN = new Map<unknown, string>([
  [String, 'string'],
  [Number, 'number'],
  [Boolean, 'boolean'],
]);

function rulesOf(dto: Class): Map<string, Rule[]> {
  const all = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false) as unknown as Rule[];
  const rules = new Map<string, Rule[]>();
  for (const rule of all) rules.set(rule.propertyName, [...(rules.get(rule.propertyName) ?? []), rule]);
  return rules;
}

/** True for a class with rules of class-validator: a DTO. */
export function isDto(target: unknown): target is Class {
  return typeof target === 'function' && !PLAIN.has(target) && rulesOf(target as Class).size > 0;
}

function describe(
  dto: Class,
  property: string,
  rules: Rule[],
  nested: (part: Class) => void,
): ApiPropertyOptions {
  const declared = Reflect.getMetadata('design:type', dto.prototype as object, property) as unknown;
  const part = defaultMetadataStorage.findTypeMetadata(dto, property)?.typeFunction();
  const list =
    declared === Array || rules.some((rule) => rule.name !== undefined && rule.name in BY_LIST_RULE);
  const required = !rules.some((rule) => rule.type === 'conditionalValidation');
  const one: Schema = {};
  const whole: Schema = {};
  for (const rule of rules) {
    const [first, second] = rule.constraints ?? [];
    if (rule.name && rule.name in BY_LIST_RULE) Object.assign(whole, BY_LIST_RULE[rule.name]?.(first));
    else if (rule.name && rule.name in BY_RULE) Object.assign(one, BY_RULE[rule.name]?.(first, second));
  }
  if (part && isDto(part)) {
    nested(part);
    return { required, type: () => part, ...(list ? { isArray: true, ...whole } : {}) } as ApiPropertyOptions;
  }
  if (!('type' in one)) {
    const plain = Array.isArray(one.enum) ? typeof one.enum[0] : PLAIN.get(list ? part : declared);
    one.type = plain ?? 'object';
  }
  return (
    list ? { required, type: 'array', items: one, ...whole } : { required, ...one }
  ) as ApiPropertyOptions;
}

/**
 * Gives every property of a DTO that has rules but no `@ApiProperty` the schema its rules describe, nested DTOs included,
 * so that no field is missing from the document because somebody forgot to say it twice.
 */
export function documentDto(dto: Class, seen = new Set<Class>()): void {
  if (seen.has(dto)) return;
  seen.add(dto);
  for (const [property, rules] of rulesOf(dto)) {
    // the list, not the property: a subclass with an @ApiProperty of its own has a list without what its base learns here
    const listed = (Reflect.getMetadata('swagger/apiModelPropertiesArray', dto.prototype as object) ??
      []) as string[];
    const options = describe(dto, property, rules, (part) => documentDto(part, seen));
    if (!listed.includes(`:${property}`)) ApiProperty(options)(dto.prototype as object, property);
  }
}
