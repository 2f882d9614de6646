import { inventoryDeskContract } from '../contracts/inventory-desk-contract.ts';
import { MemoryInventory } from '../builders/memory-inventory.ts';

inventoryDeskContract('the inventory in memory', () => new MemoryInventory());
