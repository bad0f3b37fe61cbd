import { describeStore } from './store-contract.ts';
import { makeSqliteGround } from './sqlite-ground.ts';

describeStore('the SQLite store', () => Promise.resolve(makeSqliteGround()));
