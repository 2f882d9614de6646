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

  /** Makes each of these a set of its own; what is left of the node's set stays one. */
  takeOut(node: number, taken: ReadonlySet<number>): void {
    const members: number[] = [];
    this.forEach(node, (member) => members.push(member));
    for (const member of members) {
      this.parent[member] = member;
      this.next[member] = member;
    }
    const [first, ...others] = members.filter((member) => !taken.has(member));
    if (first !== undefined) for (const other of others) this.union(first, other);
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

/** Items in sets of whatever is linked, directly or through others; the order of items stays. For few: all pairs are asked. */
export function linkedSets<Item>(items: readonly Item[], areLinked: (one: Item, other: Item) => boolean): Item[][] {
  const sets = new Clusters(items.length);
  items.forEach((one, index) => {
    for (let at = 0; at < index; at += 1) {
      const other = items[at];
      if (other !== undefined && areLinked(one, other)) sets.union(index, at);
    }
  });
  return setsOf(sets, items);
}

/** Items in sets of whatever has a key in common, directly or through others; the order of items stays. */
export function setsSharing<Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<number>): Item[][] {
  const sets = new Clusters(items.length);
  const firstOf = new Map<number, number>();
  items.forEach((item, index) => {
    for (const key of keysOf(item)) {
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, index);
      else sets.union(first, index);
    }
  });
  return setsOf(sets, items);
}

function setsOf<Item>(sets: Clusters, items: readonly Item[]): Item[][] {
  const found = new Map<number, Item[]>();
  items.forEach((item, index) => {
    const root = sets.root(index);
    const known = found.get(root);
    if (known === undefined) found.set(root, [item]);
    else known.push(item);
  });
  return [...found.values()];
}
