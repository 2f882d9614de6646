import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's Node environment, on a context whose global object is an ordinary one. Jest's own stands behind a proxy, so that
 * each `Math` or `Map` of the code under test is a call into it: a loop that hashes takes a hundred times as long.
 */
// oxlint-disable-next-line import/no-default-export -- jest takes the default export.
export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
