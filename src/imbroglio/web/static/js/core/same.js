/** Whether two queries ask for the same, one key aside. */
import {written} from "./api.js";

export const same = (one, other, but) => sorted(one, but) === sorted(other, but);

function sorted(query, but) {
  const asked = written({...query, [but]: null});
  asked.sort();
  return asked.toString();
}
