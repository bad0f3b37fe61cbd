import type {
  CommandOptions,
  CommandOptionView,
  CommandView,
  MessageView,
  ModalFields,
  ModalView,
  SandboxEvent,
  UserView,
} from '../../../sandbox/control-api.ts';

/**
 * The page is plain JavaScript for the browser, checked by its own tsconfig. These are the parts of its modules that
 * the tests call.
 */

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
      readonly children: readonly Inline[];
    }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'mention'; readonly of: string; readonly id: string }
  | { readonly kind: 'mention-all' | 'mention-command' | 'emoji'; readonly name: string }
  | { readonly kind: 'time'; readonly epochSeconds: number; readonly style: string };

export type Block =
  | { readonly kind: 'paragraph' | 'subtext' | 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

export interface Names {
  readonly user: (id: string) => string | null;
  readonly role: (id: string) => string | null;
  readonly channel: (id: string) => string | null;
  readonly nowMs: () => number;
}

export interface SeatState {
  readonly userId: string;
  readonly line: string;
  readonly view: UserView | null;
  readonly channelId: string | null;
  readonly messages: Readonly<Record<string, readonly MessageView[]>>;
  readonly hiddenUpTo: string;
  readonly dismissed: ReadonlySet<string>;
  readonly unread: Readonly<Record<string, number>>;
  readonly typing: Readonly<Record<string, string>>;
  readonly modal: ModalView | null;
  readonly spoken: string;
}

export interface Runnable {
  readonly shown: string;
  readonly description: string;
  readonly run: { readonly name: string; readonly subcommandGroup?: string; readonly subcommand?: string };
  readonly options: readonly CommandOptionView[];
}

export type FieldValue = string | readonly string[] | boolean;
export interface ModalPart {
  readonly kind: 'field' | 'text';
  readonly label: string;
  readonly component: Readonly<Record<string, unknown>> & { readonly custom_id: string };
}

interface PageModules {
  'text/markdown.js': { parseMarkdown: (source: string) => readonly Block[]; plainWords: (source: string) => string };
  'text/markdown-view.js': { showBlocks: (blocks: readonly Block[], names: Names) => readonly unknown[] };
  'text/timestamp.js': { formatTimestamp: (epochSeconds: number, style: string, nowMs: number) => string };
  'text/oslo-time.js': {
    toOsloLocal: (epochMs: number) => string;
    fromOsloLocal: (local: string) => number | null;
    nextOsloTime: (fromMs: number, time: string, weekday?: number) => number;
  };
  'live/seat-state.js': {
    emptySeat: (userId: string) => SeatState;
    applyEvent: (state: SeatState, event: SandboxEvent) => SeatState;
    withFreshMessages: (
      state: SeatState,
      channelId: string,
      list: readonly MessageView[],
      knownIds: readonly string[],
    ) => SeatState;
    withMessages: (state: SeatState, channelId: string, arrived: readonly MessageView[]) => SeatState;
    shownMessages: (state: SeatState) => readonly MessageView[];
    firstChannel: (view: UserView, botId: string) => string | null;
  };
  'form/modal-fields.js': {
    partsOf: (modal: ModalView) => readonly ModalPart[];
    initialValue: (component: ModalPart['component']) => FieldValue;
    faultOf: (component: ModalPart['component'], value: FieldValue) => string | null;
    answersOf: (fields: readonly ModalPart[], values: Readonly<Record<string, FieldValue>>) => ModalFields;
  };
  'pane/slash-commands.js': {
    runnables: (commands: readonly CommandView[]) => readonly Runnable[];
    matching: (list: readonly Runnable[], typed: string) => readonly Runnable[];
    readOptions: (
      options: readonly CommandOptionView[],
      typed: Readonly<Record<string, string>>,
    ) => { readonly options: CommandOptions } | { readonly fault: string };
  };
  'scenarios.js': {
    scenarios: readonly {
      readonly id: string;
      readonly title: string;
      readonly closing: string;
      readonly steps: readonly { readonly do: string; readonly caption: string; readonly who?: string }[];
    }[];
  };
}

/** Folder of the page's files. */
export const pageFolder = new URL('../../../sandbox/page/', import.meta.url);

/** Loads a module of the page as Node would. */
export const loadPage = async <Path extends keyof PageModules>(path: Path): Promise<PageModules[Path]> =>
  (await import(new URL(path, pageFolder).href)) as PageModules[Path];
