type Numbers = Int32Array | Uint8Array | Uint16Array | Uint32Array;

/** The same numbers at the beginning of a longer array. @param length twice as many unless given */
export function grown<Some extends Numbers>(numbers: Some, length = 2 * numbers.length): Some {
  const Kind = numbers.constructor as new (length: number) => Some;
  const longer = new Kind(length);
  longer.set(numbers);
  return longer;
}
