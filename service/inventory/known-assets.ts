import type { AssetDraft } from './asset.ts';
import { linkKeys, type LinkKey } from './key-kinds.ts';

type KnownAsset = Pick<AssetDraft, '_id' | 'name' | 'asset_class' | 'class_rule' | 'keys' | 'sources'>;

interface LinkedAsset {
  asset: KnownAsset;
  links: readonly LinkKey[];
}

/** Some assets of the inventory, found by their ids and by their keys as these are compared. */
export class KnownAssets {
  private readonly linked: readonly LinkedAsset[];
  private readonly placeOfId: ReadonlyMap<string, number>;
  private readonly placesOfText = new Map<string, number[]>();
  private readonly crowdedKeys: ReadonlySet<string>;

  /** @param crowdedKeys of more assets than may be among these: they place nothing */
  constructor(assets: readonly KnownAsset[], crowdedKeys: ReadonlySet<string> = new Set()) {
    this.linked = assets.map((asset) => ({ asset, links: linkKeys(asset.keys, asset.asset_class) }));
    this.placeOfId = new Map(assets.map(({ _id }, place) => [_id, place]));
    this.crowdedKeys = crowdedKeys;
    this.linked.forEach(({ links }, place) => {
      for (const { text } of links) {
        const places = this.placesOfText.get(text);
        if (places === undefined) this.placesOfText.set(text, [place]);
        else places.push(place);
      }
    });
  }

  isCrowded(key: string): boolean {
    return this.crowdedKeys.has(key);
  }

  /** Those that have any of the keys, in the order they were given in. */
  sharing(keys: readonly LinkKey[]): LinkedAsset[] {
    return this.at(keys.flatMap(({ text }) => this.placesOfText.get(text) ?? []));
  }

  /** In the order they were given in; ids of others are left out. */
  withIds(ids: Iterable<string>): KnownAsset[] {
    return this.at([...ids].flatMap((id) => this.placeOfId.get(id) ?? [])).map(({ asset }) => asset);
  }

  private at(places: readonly number[]): LinkedAsset[] {
    return [...new Set(places)].sort((a, b) => a - b).map((place) => this.linked[place] as LinkedAsset);
  }
}
