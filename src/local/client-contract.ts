/** What the stand-in's page and its server say to each other. No code here: the page and the tests read the same shapes. */

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

export interface SuggestedAction {
  readonly type: string;
  readonly title: string;
  readonly value: unknown;
}

export type Author =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'bot'; readonly name: string };

/** One message as one person sees it: a card that was refreshed for this person shows that person's view. */
export interface ChatMessage {
  readonly id: string;
  readonly place: Place;
  /** In a channel the id of the post this belongs to (a post: its own). Absent in a personal chat. */
  readonly thread?: string;
  readonly author: Author;
  readonly at: string;
  readonly edited: boolean;
  readonly text: string;
  readonly textFormat: string;
  readonly attachments: readonly Attachment[];
  readonly suggestedActions: readonly SuggestedAction[];
  /** Rises with every change the bot makes for everyone, so that a card refreshes once a version. */
  readonly version: number;
}

export type Place = 'personal' | 'team';

/** A mail the stand-in's mail server was given. `to` is whom it was handed in for, whatever its head says. */
export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Whether it can also be shown as a page. */
  readonly hasPage: boolean;
}

/** One's own, or mail to addresses that none of the sample people has. */
export type MailBoxName = 'mine' | 'others';

export type ClientEvent =
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'removed'; readonly place: Place; readonly id: string }
  | { readonly kind: 'typing'; readonly place: Place }
  /** There is new mail, for anybody. */
  | { readonly kind: 'mail' };

/** The desk's answer to an activity. `status` 0: it could not be reached; 504: it did not answer in time. */
export interface Delivery {
  readonly status: number;
  readonly body: unknown;
}

export interface Said extends Delivery {
  readonly message: ChatMessage;
}

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** Who does it, and as what their client is set to. */
export interface Acting {
  readonly person: string;
  readonly locale?: string;
}

export interface OpenRequest extends Acting {
  readonly place: Place;
}

export interface SayRequest extends Acting {
  readonly place: Place;
  readonly text: string;
  readonly thread?: string;
  readonly files?: readonly string[];
  /** Cards that an app's extension put into the message. */
  readonly cards?: readonly unknown[];
}

/** A message that a card action makes: it carries `value`, and shows `text` only where the action has a text. */
export interface SubmitRequest extends Acting {
  readonly place: Place;
  readonly message: string;
  readonly value?: unknown;
  readonly text?: string;
  readonly displayText?: string;
}

export interface InvokeRequest extends Acting {
  readonly place: Place;
  readonly message?: string;
  readonly name: string;
  readonly value: unknown;
}

export interface ConsentRequest extends Acting {
  readonly message: string;
  readonly accept: boolean;
}

export interface PersonEntry {
  readonly id: string;
  /** The person's id towards the bot, which a card's `refresh.userIds` names. */
  readonly botUserId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly guest: boolean;
  readonly roles: readonly string[];
}

export interface OrganisationEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: 'customer' | 'partner' | 'provider' | 'reseller' | 'operator';
  readonly country: string;
  readonly people: readonly PersonEntry[];
}

export interface Start {
  readonly app: { readonly id: string; readonly name: string };
  /** Where the frame of the personal tab begins. */
  readonly tabUrl: string;
  readonly organisations: readonly OrganisationEntry[];
}
