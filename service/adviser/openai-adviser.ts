import OpenAI, { APIConnectionTimeoutError, APIError } from 'openai';
import { AdviserError, type Adviser, type AdviceRequest, type FieldProposal } from './adviser.ts';
import { ANSWER_MAX_TOKENS, adviceMessages, readAdvice } from './advice-messages.ts';
import { fetchAnswer } from './fetch-answer.ts';

interface OpenAiAdviserSettings {
  /** Of any endpoint that speaks OpenAI's chat completions: `https://host/v1`. */
  baseUrl: string;
  model: string;
  /** Null for endpoints without keys. */
  apiKey: string | null;
  timeoutMs: number;
}

/** Asks a language model once; a late, broken or unfitting answer is none. */
export class OpenAiAdviser implements Adviser {
  readonly name: string;
  private readonly client: OpenAI;
  private readonly settings: OpenAiAdviserSettings;

  constructor(settings: OpenAiAdviserSettings) {
    this.settings = settings;
    this.name = `adviser (${settings.model})`;
    this.client = new OpenAI({
      baseURL: settings.baseUrl,
      apiKey: settings.apiKey ?? 'none',
      organization: null,
      project: null,
      maxRetries: 0,
      timeout: settings.timeoutMs,
      logLevel: 'off',
      fetch: fetchAnswer,
    });
  }

  async proposeFields(request: AdviceRequest, signal: AbortSignal): Promise<FieldProposal[]> {
    if (request.columns.length === 0) return [];
    // The client's own limit ends with the headers of the answer; this one covers its body.
    const limit = AbortSignal.timeout(this.settings.timeoutMs);
    try {
      const answer = await this.client.chat.completions.create(
        {
          model: this.settings.model,
          messages: adviceMessages(request),
          temperature: 0,
          max_tokens: ANSWER_MAX_TOKENS,
        },
        { signal: AbortSignal.any([signal, limit]) },
      );
      return readAdvice(answer, request);
    } catch (error) {
      signal.throwIfAborted();
      throw limit.aborted ? new AdviserError(this.late(), error) : this.refused(error);
    }
  }

  private refused(error: unknown): AdviserError {
    if (error instanceof AdviserError) return error;
    if (error instanceof APIConnectionTimeoutError) return new AdviserError(this.late(), error);
    const status = error instanceof APIError ? (error.status as number | undefined) : undefined;
    if (status !== undefined) return new AdviserError(`The adviser answered ${status}.`, error);
    if (error instanceof APIError) return new AdviserError('The adviser cannot be reached.', error);
    return new AdviserError('The adviser gave no readable answer.', error);
  }

  private late(): string {
    return `The adviser gave no answer within ${this.settings.timeoutMs / 1_000} s.`;
  }
}
