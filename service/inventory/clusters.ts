/**
 * Sets of nodes that grow together: union-find whose roots are the smallest node of each set, so that the order of
 * unions leaves no trace, with the members of each set in a ring.
 */
export class Clusters {
  private readonly parent: Int32Array;
  private readonly next: Int32Array;

  constructor(nodes: number) {
    this.parent = new Int32Array(nodes);
    this.next = new Int32Array(nodes);
    this.separate();
  }

  /** Each node is a set of its own again. */
  separate(): void {
    for (let node = 0; node < this.parent.length; node += 1) this.parent[node] = node;
    this.next.set(this.parent);
  }

  root(node: number): number {
    let root = node;
    while (this.parentOf(root) !== root) root = this.parentOf(root);
    for (let at = node; at !== root;) {
      const up = this.parentOf(at);
      this.parent[at] = root;
      at = up;
    }
    return root;
  }

  /** @returns the root of both */
  union(one: number, other: number): number {
    const first = this.root(one);
    const second = this.root(other);
    if (first === second) return first;
    const [root, child] = first < second ? [first, second] : [second, first];
    this.parent[child] = root;
    const afterRoot = this.next[root] ?? root;
    this.next[root] = this.next[child] ?? child;
    this.next[child] = afterRoot;
    return root;
  }

  /** Calls for every node of a set, from the given one on. */
  forEach(node: number, call: (member: number) => void): void {
    let member = node;
    do {
      call(member);
      member = this.next[member] ?? node;
    } while (member !== node);
  }

  private parentOf(node: number): number {
    return this.parent[node] ?? node;
  }
}
