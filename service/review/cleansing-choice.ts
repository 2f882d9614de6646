import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import type { CleansingChoice } from '../cleansing/cleansing-plan.ts';
import { isUnitOf } from '../cleansing/header-units.ts';
import { AppError } from '../platform/app-error.ts';

/** An analyst's choice for a column, in the form that cleansing takes. */
export function choiceOf(wire: CleansingChoiceWire): CleansingChoice {
  return {
    ...(wire.day_month_order !== undefined && { dayMonthOrder: wire.day_month_order }),
    ...(wire.unit !== undefined && { unit: wire.unit }),
    ...(wire.decimal_mark !== undefined && { decimalMark: wire.decimal_mark }),
    ...(wire.separator !== undefined && { separator: wire.separator }),
  };
}

/** @throws AppError invalid_request for a unit that the field is not measured in */
export function assertUnitOf(field: string | null, choice: CleansingChoiceWire | null | undefined): void {
  const unit = choice?.unit;
  if (unit === undefined || (field !== null && isUnitOf(field, unit))) return;
  throw new AppError('invalid_request', `"${unit}" is no unit of ${field ?? 'a column without a field'}.`);
}
