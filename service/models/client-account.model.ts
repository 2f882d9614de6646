import { Schema } from 'mongoose';

export interface ClientAccountDocument {
  _id: string;
  created_at: Date;
  created_by: string;
}

export const clientAccountSchema = new Schema<ClientAccountDocument>(
  { _id: String, created_at: { type: Date, required: true }, created_by: { type: String, required: true } },
  { collection: 'client_accounts', versionKey: false, strict: 'throw' },
);
